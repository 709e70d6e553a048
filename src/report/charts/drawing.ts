/**
 * The one door to the drawing library. Observable Plot draws into a document that linkedom keeps in memory, so that a chart is
 * the same text on every host. Marks have classes and no colours: what they look like stands in the style of the page, which
 * knows light, dark, print and forced colours.
 */
import { type Markish, type PlotOptions, plot } from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** What every chart has around its marks. */
export interface Frame {
  /** Of the element; no other chart of the page has it. */
  readonly id: string
  /** The text alternatives: what the chart is, and what is to be seen in it. */
  readonly title: string
  readonly description: string
}

/** **Units** pixels of the picture's own; the page scales it to the room that there is. */
export const chartWidth = 440

interface Element {
  readonly outerHTML: string
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  prepend(...children: readonly Element[]): void
  remove(): void
  textContent: string | null
}

const coordinates = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'd', 'transform', 'cx', 'cy', 'r', 'dx', 'dy']
/** Names for readers of the picture's parts; to them the picture is one image, with a title and a table behind it. */
const partNames = ['aria-label', 'aria-hidden', 'aria-description']

/** Returns the drawing as an SVG element: with its text alternatives, and without what changes from one drawing to the next. */
export function drawn({ id, title, description }: Frame, options: PlotOptions, marks: readonly Markish[]): string {
  const { document } = parseHTML('<!doctype html><html></html>')
  const picture = plot({ width: chartWidth, ...options, marks: [...marks], className: 'chart', document })
  for (const style of picture.querySelectorAll('style')) style.remove()
  for (const part of picture.querySelectorAll('*')) tidy(part)
  for (const name of ['font-size', 'font-family', 'fill']) picture.removeAttribute(name)
  const named = (tag: string, text: string) => {
    const element: Element = document.createElementNS('http://www.w3.org/2000/svg', tag)
    element.setAttribute('id', `${id}-${tag}`)
    element.textContent = text
    return element
  }
  picture.prepend(named('title', title), named('desc', description))
  picture.setAttribute('id', id)
  picture.setAttribute('role', 'img')
  picture.setAttribute('aria-labelledby', `${id}-title`)
  picture.setAttribute('aria-describedby', `${id}-desc`)
  return picture.outerHTML
}

/** A tenth of a pixel is more than anybody sees. */
function tidy(part: Element): void {
  for (const name of partNames) part.removeAttribute(name)
  for (const name of coordinates) {
    const value = part.getAttribute(name)
    if (value?.includes('.'))
      part.setAttribute(
        name,
        value.replace(/-?\d+\.\d+(?:e-\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10)),
      )
  }
}

/** Returns so many of the places that their labels do not touch, the first one among them. */
export function thinned(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / most))
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step)
}

/** Returns round numbers from zero to the end, six at most: by the steps that are given, and further by 1, 2 and 5 of the unit. */
export function roundNumbers(
  end: number,
  unit = 10 ** (Math.floor(Math.log10(end)) - 1),
  small: readonly number[] = [],
): number[] {
  let step = small.find((each) => end / each <= most)
  for (let scale = unit; step === undefined; scale *= 10) {
    const size = scale
    step = [1, 2, 5].map((times) => times * size).find((each) => end / each <= most)
  }
  const size = step
  return Array.from({ length: Math.floor(end / size + least) + 1 }, (_, index) => index * size)
}

const [most, least] = [5, 1e-9]
