import { describe, expect, test } from 'vitest'
import { readText } from '../repository.ts'
import { type Fence, fencesOf } from './fences.ts'

/** A row of the table: a rule, and where it is shown. */
interface Row {
  readonly rule: string
  readonly shownAt: string
}

const mostLines = 15
const absent = 'not in this version'

const pages = ['docs/rules-time.md', 'docs/rules-clocks.md', 'docs/rules-live.md']
const rows = [...readText('docs/rules.md').matchAll(/^\| \[(\w+)\] \|.*\| (.*) \|$/gm)].map(
  ([, rule = '', shownAt = '']): Row => ({ rule, shownAt }),
)

const numbered = (letter: string, ...numbers: readonly number[]) => numbers.map((number) => `${letter}${number}`)
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** Returns the anchor of a heading, as GitHub makes it. */
function anchorOf(heading: string): string {
  const bare = heading.toLowerCase().replace(/[^\p{L}\p{N} _-]/gu, '')
  return bare.replaceAll(' ', '-')
}

/** The sections of a page by their anchors, each with the lines from its heading to the next one that is not below it. */
function sectionsOf(page: string): Map<string, { readonly from: number; readonly to: number }> {
  const lines = readText(page).split('\n')
  const fences = fencesOf(page, lines.join('\n'))
  const isInside = (line: number) => fences.some((fence) => line >= fence.line - 1 && line <= endOf(fence))
  const headings = lines.flatMap((text, index) => {
    const found = /^(#{1,4}) (.*)$/.exec(text)
    return found && !isInside(index + 1)
      ? [{ depth: found[1]?.length ?? 1, anchor: anchorOf(found[2] ?? ''), line: index + 1 }]
      : []
  })
  return new Map(
    headings.map(({ depth, anchor, line }, index) => {
      const next = headings.slice(index + 1).find((other) => other.depth <= depth)
      return [anchor, { from: line, to: (next?.line ?? lines.length + 1) - 1 }]
    }),
  )
}

const endOf = ({ line, text }: Fence) => line + text.split('\n').length

test('the table names every rule once, in order', () => {
  expect(rows.map(({ rule }) => rule)).toEqual([
    ...numbered('T', ...upTo(10)),
    ...numbered('E', ...upTo(5)),
    ...numbered('C', ...upTo(16)),
    ...numbered('F', 1, 2, 3, 5),
  ])
})

describe.each(rows.filter(({ shownAt }) => shownAt !== absent))('[$rule]', ({ rule, shownAt }) => {
  const [, page = '', anchor = ''] = /\]\(([\w-]+\.md)#([\w-]+)\)/.exec(shownAt) ?? []
  const section = page === '' ? undefined : sectionsOf(`docs/${page}`).get(anchor)

  test('has a section of its number', () => {
    expect(section, shownAt).toBeDefined()
    expect(anchor.split('-')).toContain(rule.toLowerCase())
  })

  test('has an example that claims something', () => {
    const own = fencesOf(page, readText(`docs/${page}`)).filter(
      ({ line, language }) => language === 'ts' && section && line > section.from && line <= section.to,
    )
    expect(own.filter(({ text }) => text.includes('//=>')).length).toBeGreaterThan(0)
  })
})

test.each(pages)('%s has short examples after its set-up', (page) => {
  const [setUp, ...examples] = fencesOf(page, readText(page))
  expect(setUp?.marks).toEqual([])
  const long = examples.filter(({ text }) => text.split('\n').length > mostLines)
  expect(long.map(({ line }) => `${page}:${line}: more than ${mostLines} lines`)).toEqual([])
  expect(examples.filter(({ marks }) => !marks.includes('continue')).map(({ line }) => line)).toEqual([])
})

test('anchors of earlier versions still lead somewhere', () => {
  expect(readText('docs/rules.md')).toContain('<a id="whose-it-is-c9"></a>')
})
