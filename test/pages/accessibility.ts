/** What axe-core finds in a page. It sees contrast, names, roles, headings and landmarks; what it cannot see is looked at by hand. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Frame, Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']

/** Where to look, and at what alone, as when only the colours have changed. */
export interface Looking {
  readonly rules?: readonly string[]
  readonly within?: string
}

/** Returns what is wrong, a line for each place: none is what every page is held to. A frame inside the page is a page of its own. */
export async function violations(page: Page | Frame, { rules, within }: Looking = {}): Promise<string[]> {
  // Evaluated by the debugger and not as a script of the page, which its own policy would refuse.
  await page.evaluate(axe)
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags }
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], iframes: false })
  const place = within === undefined ? 'document' : JSON.stringify(within)
  const results = await page.evaluate<AxeResults>(`axe.run(${place}, ${options})`)
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  )
}

/** What a change of colours can break. */
export const contrast: Looking = { rules: ['color-contrast'] }
