import { describe, expect, test } from 'vitest'
import { anchorOf } from '../../docs/.vitepress/anchors.ts'
import { hasPage, inBothLanguages, type Language, listedPages, nav, sidebar } from '../../docs/.vitepress/navigation.ts'
import { filesBelow, readText } from '../repository.ts'
import { anchorsOf, headingsOf, linksOf, targetOf } from './anchors.ts'
import { fencesOf, pages } from './fences.ts'

const nameOf = (path: string): string => path.replace(/^docs\/(?:de\/)?/, '').replace(/\.md$/, '')
const english = pages().filter((path) => /^docs\/[^/]+\.md$/.test(path))
const german = pages().filter((path) => /^docs\/de\/[^/]+\.md$/.test(path))

describe('links between pages', () => {
  test('lead to a section that is there', () => {
    const broken = pages().flatMap((path) =>
      linksOf(readText(path)).flatMap((link) => {
        const { page, anchor } = targetOf(path, link)
        if (anchor === '' || !page.endsWith('.md') || anchorsOf(page).has(anchor)) return []
        return [`${path}: ${link} leads to no section of ${page}`]
      }),
    )
    expect(broken).toEqual([])
  })
  test('find what is broken', () => {
    expect(anchorsOf('docs/rules.md').has('whose-it-is-c9')).toBe(true)
    expect(anchorsOf('docs/rules.md').has('no-such-section')).toBe(false)
    expect(targetOf('docs/de/index.md', '../rules.md#by-number')).toEqual({ page: 'docs/rules.md', anchor: 'by-number' })
    expect(targetOf('docs/de/index.md', '#oben')).toEqual({ page: 'docs/de/index.md', anchor: 'oben' })
  })
  test.each([
    ['1. Install', '1-install'],
    ['Met and breached [C4], [C5]', 'met-and-breached-c4-c5'],
    ['Four ways to say "a day"', 'four-ways-to-say-a-day'],
    ['`within` & co.', 'within--co'],
    ['Größe und Maß', 'größe-und-maß'],
  ])('are the same on the site as on GitHub: %s', (heading, anchor) => expect(anchorOf(heading)).toBe(anchor))
})

describe('the lists of pages', () => {
  test('name every page once, and no other', () => {
    const named = listedPages.filter((page) => hasPage(page, 'en'))
    expect(named.filter((page) => page !== 'api/index').sort()).toEqual(
      english
        .map(nameOf)
        .filter((name) => name !== 'index')
        .sort(),
    )
    expect(new Set(listedPages).size).toBe(listedPages.length)
  })
  test.each(['docs/index.md', 'docs/de/index.md'])('%s leads to every page', (index) => {
    const linked = new Set(linksOf(readText(index)).map((link) => nameOf(targetOf(index, link).page)))
    expect(english.map(nameOf).filter((name) => name !== 'index' && !linked.has(name))).toEqual([])
  })
  test.each<Language>(['en', 'de'])('of the site lead to pages in %s', (language) => {
    const found = links({ items: [...sidebar(language), ...nav(language)] }).filter((link) => link !== '/api/')
    const files = found.map((link) => `docs${link.replace(/\/$/, '/index')}.md`)
    expect(files.filter((file) => !pages().includes(file))).toEqual([])
    expect(found.length).toBeGreaterThan(30)
  })
  test('say which pages stand in both languages', () => {
    expect([...inBothLanguages].sort()).toEqual(german.map(nameOf).sort())
  })
})

describe.each(german)('%s', (path) => {
  const original = `docs/${nameOf(path)}.md`

  test('translates a page that is there', () => expect(english).toContain(original))
  test('has the sections of the English page', () => {
    const depths = (page: string) => headingsOf(readText(page)).map(({ depth }) => depth)
    expect(depths(path), `${path} lags behind ${original}`).toEqual(depths(original))
  })
  test('has the examples of the English page, with as many claims', () => {
    const kinds = (page: string) =>
      fencesOf(page, readText(page)).map(({ language, marks, text }) =>
        [language, ...marks, text.split('//=>').length - 1].join(' '),
      )
    expect(kinds(path), `${path} lags behind ${original}`).toEqual(kinds(original))
  })
  test('links to German pages where there are some', () => {
    const others = linksOf(readText(path)).filter((link) => {
      const { page } = targetOf(path, link)
      return english.includes(page) && german.includes(`docs/de/${nameOf(page)}.md`)
    })
    expect(others).toEqual([])
  })
})

test('the reference describes every entry of the package', () => {
  const { exports } = JSON.parse(readText('package.json'))
  const { entryPoints } = JSON.parse(readText('docs/.vitepress/reference/typedoc.json'))
  const entries = Object.keys(exports).filter((name) => !name.endsWith('.json'))
  const files = entries.map((name) => `../../../src/${name === '.' ? 'index' : name.replace('./', '')}.ts`)
  expect(entryPoints.toSorted()).toEqual(files.sort())
})

test('the German pages are files of their own', () => {
  expect(german.length).toBeGreaterThan(0)
  expect(filesBelow('docs/de')).toEqual(german)
})

interface Linked {
  readonly link?: string
  readonly items?: readonly object[]
}

function links({ link, items = [] }: Linked): string[] {
  return [...(link === undefined ? [] : [link]), ...items.flatMap((item) => links(item))]
}
