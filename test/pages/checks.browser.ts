/** The checks themselves: each of them finds what it is there for, so that its silence about our own pages means something. */
import { describe, expect } from 'vitest'
import { contrast, violations } from './accessibility.ts'
import { brokenOnPaper, sticksOut } from './layout.ts'
import { phone, test } from './visit.ts'

const pageOf = (body: string, style = '') =>
  `<!doctype html><html lang="en"><title>A page</title><style>${style}</style><main><h1>A page</h1>${body}</main></html>`

describe('what leaves a page or complains', () => {
  test.for([
    ['a picture from elsewhere', '<img alt="" src="https://example.com/a.png">', 'request: GET https://example.com/a.png'],
    ['a file that is not there', '<link rel="stylesheet" href="/gone.css">', 'request: GET https://lead-sla.test/gone.css'],
    [
      'a script that fetches',
      '<script>fetch("https://example.com/").catch(() => {})</script>',
      'request: GET https://example.com/',
    ],
    ['an error that is thrown', '<script>throw new Error("broken")</script>', 'thrown: Error: broken'],
    ['an error on the console', '<script>console.error("wrong")</script>', 'error: wrong'],
    ['a warning', '<script>console.warn("odd")</script>', 'warning: odd'],
  ] as const)('is found: %s', async ([, body, complaint], { visitor }) => {
    const page = await visitor.visit({ html: pageOf(body) })
    await page.waitForLoadState('networkidle')
    expect(visitor.complaints).toContain(complaint)
  })

  test('a page that does neither is not blamed', async ({ visitor }) => {
    await visitor.visit({ html: pageOf('<p>Text</p><script>console.log("fine")</script>') })
    expect(visitor.complaints).toEqual([])
  })
})

describe('what everybody could not read', () => {
  test.for([
    ['image-alt', '<img src="data:,">'],
    ['color-contrast', '<p style="color: #999">Pale</p>'],
    ['heading-order', '<h4>Too deep</h4>'],
  ] as const)('is found: %s', async ([rule, body], { visitor }) => {
    const page = await visitor.visit({ html: pageOf(body) })
    expect((await violations(page)).map((line) => line.split(':')[0])).toContain(rule)
  })

  test('a page with a policy that forbids scripts is looked at as well', async ({ visit }) => {
    const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`
    const page = await visit({ html: pageOf('<p style="color: #999">Pale</p>').replace('<title>', `${policy}<title>`) })
    expect(await violations(page, contrast)).toHaveLength(1)
  })
})

describe('what does not fit', () => {
  test('is found when a page slides sideways, and not when a box of its own does', async ({ visit }) => {
    const wide = '<div style="width: 900px">wide</div>'
    const sliding = await visit({ html: pageOf(wide) }, { width: phone })
    expect((await sticksOut(sliding))[1]).toContain('wide')
    const boxed = await visit({ html: pageOf(`<div style="overflow-x: auto">${wide}</div>`) }, { width: phone })
    expect(await sticksOut(boxed)).toEqual([])
  })

  test('is found on paper: a table that is too wide, a row that may be cut, a row that is longer than a page', async ({
    visit,
  }) => {
    const table = (width: number, height: number) =>
      `<table style="width: ${width}px"><tbody><tr><td style="height: ${height}px">cell</td></tr></tbody></table>`
    const found = async (body: string, style = 'tr { break-inside: avoid }') =>
      brokenOnPaper(await visit({ html: pageOf(body, style) }), 'A4', [34, 38])
    expect(await found(table(900, 20))).toEqual([expect.stringContaining('px wide on paper of 665')])
    expect(await found(table(300, 20), '')).toEqual([expect.stringContaining('a row may be cut')])
    expect(await found(table(300, 2000))).toEqual([expect.stringContaining('a row is longer than a page')])
    expect(await found(table(300, 20))).toEqual([])
  })
})
