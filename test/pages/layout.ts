/** Measures of a page that a reader would feel: whether it slides sideways, and how it falls onto paper. */
import type { Page } from 'playwright-core'

/** Returns what stands out of the window to the right, so that the page would slide sideways; what scrolls in a box of its own does not. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.locator(':root').evaluate((root) => {
    const width = root.clientWidth
    if (root.scrollWidth <= width) return []
    const wide = [...root.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
    const names = wide.map(
      (element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.slice(0, 40)}`,
    )
    return [`${root.scrollWidth} px in a window of ${width} px`, ...names.slice(0, 5)]
  })
}

/** The paper that an office has, with the room that a margin leaves. **Units** millimetres. */
export const papers = { A4: [210, 297], Letter: [215.9, 279.4] } as const
const pxPerMm = 96 / 25.4
const ptPerMm = 72 / 25.4

/**
 * Returns what would be broken on paper: a table that is wider than the page, or a row that would be cut in two though it would fit
 * onto a page of its own. The page is left as it would be printed.
 */
export async function brokenOnPaper(
  page: Page,
  paper: keyof typeof papers,
  marginMm: readonly [across: number, down: number],
): Promise<string[]> {
  const [width, height] = papers[paper]
  const inside = { width: Math.floor((width - marginMm[0]) * pxPerMm), height: Math.floor((height - marginMm[1]) * pxPerMm) }
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(inside)
  return page.locator('body').evaluate((body, { width: across, height: down }) => {
    const found: string[] = []
    for (const table of body.querySelectorAll('table, svg, pre')) {
      const { left, right } = table.getBoundingClientRect()
      const name = `${table.tagName.toLowerCase()} ${table.textContent.trim().slice(0, 40)}`
      if (left < -1 || right > across + 1) found.push(`${name} is ${Math.round(right)} px wide on paper of ${across}`)
      for (const cell of table.querySelectorAll('th, td')) {
        if (cell.scrollWidth > cell.clientWidth + 1)
          found.push(`${name}: a cell is too narrow for ${cell.textContent.slice(0, 40)}`)
      }
    }
    const view = body.ownerDocument.defaultView
    for (const row of body.querySelectorAll('tbody tr')) {
      const isWhole = view.getComputedStyle(row).breakInside === 'avoid'
      if (!isWhole) found.push(`a row may be cut: ${row.textContent.slice(0, 40)}`)
      if (row.offsetHeight > down) found.push(`a row is longer than a page: ${row.textContent.slice(0, 40)}`)
    }
    return found
  }, inside)
}

/** Returns the size of each printed page, in whole millimetres. */
export async function printedPages(page: Page, format: keyof typeof papers): Promise<string[]> {
  const text = (await page.pdf({ format, printBackground: true })).toString('latin1')
  return [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) =>
    [box[1], box[2]].map((points) => Math.round(Number(points) / ptPerMm)).join(' × '),
  )
}
