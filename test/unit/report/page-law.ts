/** What every page of a report must be, whatever it is about. */
import { expect } from 'vitest'
import { type Node, type Page, seen } from '../../oracle/page-oracle.ts'

const elements = new Set(
  'a article b bdi body br button caption circle code dd defs desc details dialog div dl dt em fieldset figcaption figure footer g h1 h2 h3 head header html input label legend li line link main meta nav p path pattern rect script section small span strong style summary svg table tbody td text tfoot th thead time title tr ul'.split(
    ' ',
  ),
)

/** Nothing in it is what somebody wrote and was taken for markup, and nothing is loaded. */
export function expectSafe(page: Page): void {
  const nodes = page.all('*')
  expect(nodes.length).toBeGreaterThan(50)
  expect(nodes.filter(({ localName }) => !elements.has(localName)).map(({ localName }) => localName)).toEqual([])
  expect(nodes.flatMap((node) => node.getAttributeNames().filter((name) => name.startsWith('on')))).toEqual([])
  const texts = nodes.filter(({ localName }) => localName === 'bdi' || localName === 'title')
  expect(texts.filter((node) => node.querySelector('*') !== null).map(({ outerHTML }) => outerHTML)).toEqual([])
  const data = page.all('#clocks').length === 0 ? [] : ['application/json']
  expect(page.all('script').map((script) => script.getAttribute('type'))).toEqual([null, ...data, null])
  const loaded = page.all('[src], [href]').map((node) => node.getAttribute('src') ?? node.getAttribute('href') ?? '')
  expect(loaded.filter((target) => !/^(#[a-z0-9-]+|data:,)$/.test(target))).toEqual([])
  expect(page.one('meta[http-equiv]').getAttribute('content')).toContain("default-src 'none'")
}

/** Headings in order, names that lead somewhere, tables and pictures that can be heard. */
export function expectSound(page: Page): void {
  const ids = page.all('[id]').map(({ id }) => id)
  const known = new Set(ids)
  expect(known.size).toBe(ids.length)
  const named = ['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) =>
    page.all(`[${name}]`).map((node) => node.getAttribute(name) ?? ''),
  )
  const linked = page.all('a').map((link) => (link.getAttribute('href') ?? '').slice(1))
  expect([...named, ...linked].filter((name) => !known.has(name))).toEqual([])
  const levels = page.all('header h1, main h2, main h3').map(({ localName }) => Number(localName.slice(1)))
  expect(levels[0]).toBe(1)
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([])
  for (const table of page.all('table')) expectTable(page, table)
  for (const picture of page.all('.picture svg')) {
    expect(picture.getAttribute('role')).toBe('img')
    expect([seen(picture.querySelector('title')), seen(picture.querySelector('desc'))]).not.toContain('')
    expect(picture.getAttribute('viewBox')).toBe(`0 0 ${picture.getAttribute('width')} ${picture.getAttribute('height')}`)
    expect(picture.outerHTML).not.toMatch(/NaN|Infinity|undefined|<style/)
  }
  expect(seen(page.one('main'))).not.toMatch(/NaN|Infinity|undefined|\[object|null/)
}

function expectTable(page: Page, table: Node): void {
  expect(seen(table.querySelector('caption'))).not.toBe('')
  const columns = page.all('thead th', table)
  for (const head of columns) expect(head.getAttribute('scope')).toBe('col')
  for (const row of page.all('tbody tr, tfoot tr', table)) {
    expect([...page.all('th', row), ...page.all('td', row)].length).toBe(columns.length)
    expect(page.all('th', row).map((head) => head.getAttribute('scope'))).toEqual(['row'])
  }
  const frame = table.parentElement
  expect([frame?.getAttribute('role'), frame?.getAttribute('tabindex')]).toEqual(['group', '0'])
  expect(frame?.getAttribute('aria-label')).not.toBe('')
}
