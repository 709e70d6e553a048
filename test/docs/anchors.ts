import { dirname, join } from 'node:path/posix'
import { readText } from '../repository.ts'
import { type Fence, fencesOf } from './fences.ts'

/** A heading outside of every fence, with the anchor that GitHub gives it. */
export interface Heading {
  readonly depth: number
  readonly text: string
  readonly anchor: string
}

const endOf = ({ line, text }: Fence): number => line + text.split('\n').length

/** The lines of a page without its fences. */
function proseOf(text: string): string[] {
  const fences = fencesOf('page', text)
  return text.split('\n').filter((_, index) => !fences.some((fence) => index + 1 >= fence.line - 1 && index + 1 <= endOf(fence)))
}

export function headingsOf(text: string): Heading[] {
  const seen = new Map<string, number>()
  return proseOf(text).flatMap((line) => {
    const [, marks = '', words = ''] = /^(#{1,6}) (.*)$/.exec(line) ?? []
    if (marks === '') return []
    const bare = words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-')
    const before = seen.get(bare) ?? 0
    seen.set(bare, before + 1)
    return [{ depth: marks.length, text: words, anchor: before === 0 ? bare : `${bare}-${before}` }]
  })
}

/** Returns where links of a page may lead: its headings, and places that carry an id. */
export function anchorsOf(page: string): Set<string> {
  const text = readText(page)
  const ids = [...text.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id)
  return new Set([...headingsOf(text).map(({ anchor }) => anchor), ...ids])
}

/** Returns the links of a page to other files of the repository and to its own sections. */
export function linksOf(text: string): string[] {
  return [
    ...proseOf(text)
      .join('\n')
      .matchAll(/\]\((?!\w+:)([^)\s]+)\)/g),
  ].map(([, link = '']) => link)
}

export function targetOf(path: string, link: string): { page: string; anchor: string } {
  const [file = '', anchor = ''] = link.split('#')
  return { page: file === '' ? path : join(dirname(path), file), anchor: decodeURIComponent(anchor) }
}
