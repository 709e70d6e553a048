import { readFileSync } from 'node:fs'

/** Returns the output that the page of an example shows: its one fence of text. */
export function shownOutput(example: string): string {
  const page = readFileSync(new URL(`../../examples/${example}/README.md`, import.meta.url), 'utf8')
  const [, text = ''] = /```text\n([^`]*)\n```/.exec(page) ?? []
  return text
}
