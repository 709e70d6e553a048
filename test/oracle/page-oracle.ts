/**
 * Reads a report's page as a browser does, with another library than the one that draws its charts where it can, and gives back
 * what a reader would check: its outline, its links, and each chart's marks beside the table behind it.
 */
import { parseHTML } from 'linkedom'

/** What is needed of an element; the library's own types are those of a browser, which this project does not have. */
export interface Node {
  readonly localName: string
  readonly textContent: string
  readonly id: string
  readonly outerHTML: string
  readonly parentElement: Node | null
  getAttribute(name: string): string | null
  hasAttribute(name: string): boolean
  getAttributeNames(): string[]
  querySelector(query: string): Node | null
  querySelectorAll(query: string): Iterable<Node>
}

export interface Page {
  readonly root: Node
  all(query: string, from?: Node): Node[]
  one(query: string, from?: Node): Node
}

export function pageOf(html: string): Page {
  const root: Node = parseHTML(html).document.documentElement
  const all = (query: string, from: Node = root) => [...from.querySelectorAll(query)]
  return {
    root,
    all,
    one: (query, from = root) => {
      const [found, more] = all(query, from)
      if (found === undefined || more !== undefined) throw new Error(`${all(query, from).length} elements for ${query}`)
      return found
    },
  }
}

/** Text as it is seen: on one line. */
export function seen(node: Node | null): string {
  return (node?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** A mark of a chart: what it says, the class of its group, and its size. */
export interface Mark {
  readonly says: string
  readonly kind: string
  readonly size: { readonly width: number; readonly height: number } | null
}

/** Returns the marks of a picture that say something. */
export function marksOf(page: Page, picture: Node): Mark[] {
  return page.all('title', picture).flatMap((title): Mark[] => {
    const shape = title.parentElement
    const kind = shape?.parentElement?.getAttribute('class') ?? ''
    if (shape === null || shape.localName === 'svg' || shape.localName === 'text') return []
    const size = { width: Number(shape.getAttribute('width')), height: Number(shape.getAttribute('height')) }
    return [{ says: seen(title), kind, size: shape.localName === 'rect' ? size : null }]
  })
}

/** A cell of a table by the heads of its row and its column, with the number that it stands for. */
export interface CellOf {
  readonly row: string
  readonly column: string
  readonly text: string
  readonly value: number
}

/** Returns the cells of a table below its head; a number that is shown as it is stands for itself. */
export function cellsOf(page: Page, table: Node): CellOf[] {
  const heads = page.all('thead th', table).map(seen)
  return page.all('tbody tr', table).flatMap((row) => {
    const head = seen(row.querySelector('th'))
    return page.all('td', row).map((cell, index): CellOf => {
      const given = cell.getAttribute('data-v')
      const text = seen(cell)
      return { row: head, column: heads[index + 1] ?? '', text, value: Number(given ?? (/^\d+$/.test(text) ? text : Number.NaN)) }
    })
  })
}
