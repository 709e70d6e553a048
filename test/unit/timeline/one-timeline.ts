/** A clause and a few events as a picture, and what can be read of its SVG without a browser. */
import type { AgreementDocument, TimedClauseDocument } from '../../../src/index.ts'
import { type Timeline, timeline } from '../../../src/report.ts'
import { at, documentOf, type Happened } from '../evaluation/one-clause.ts'

interface Asked {
  readonly clause?: Partial<TimedClauseDocument>
  readonly more?: Partial<AgreementDocument>
}

/** Returns the picture of the first clock of lead L under the clause. */
export function pictured(events: readonly Happened[], asOf: string, { clause = {}, more = {} }: Asked = {}): Timeline {
  const numbered = events.map((event, index) => ({ id: `e${index + 1}`, ...event }))
  return timeline(documentOf(clause, more), numbered, { asOf: at(asOf), key: 'reply/L/1' })
}

/** A text of an SVG with the box that it may take. */
export interface TextBox {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Returns the boxes of all texts, from the places in the SVG and a width of each letter that is measured: the advance of DejaVu Sans, the
 * widest of the fonts that the picture asks for, in thousandths of its size.
 */
export function textBoxes(svg: string): TextBox[] {
  const boxes: TextBox[] = []
  const shifts: number[] = []
  for (const { 0: tag, 1: name, 2: attributes = '', index } of svg.matchAll(/<(\/?g|text)\b([^>]*)>/g)) {
    if (name === '/g') shifts.pop()
    else if (name === 'g') shifts.push(Number(/translate\(0 (-?[\d.]+)\)/.exec(attributes)?.[1] ?? 0))
    else {
      const from = index + tag.length
      boxes.push(
        boxOf(
          unescaped(svg.slice(from, svg.indexOf('</text>', from))),
          attributes,
          shifts.reduce((sum, shift) => sum + shift, 0),
        ),
      )
    }
  }
  return boxes
}

function boxOf(text: string, attributes: string, shift: number): TextBox {
  const number = (key: string) => Number(new RegExp(`\\b${key}="(-?[\\d.]+)"`).exec(attributes)?.[1] ?? 0)
  const look = /class="([^"]*)"/.exec(attributes)?.[1] ?? ''
  const size = sizes.find(([kind]) => look.split(' ').includes(kind))?.[1] ?? 11
  const width = measured(text, size) * (/title|value|strong|badge-text|tiny|halo/.test(look) ? 1.1 : 1)
  const y = number('y') + shift
  const left = attributes.includes('text-anchor="middle"') ? number('x') - width / 2 : number('x')
  return { text, left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 }
}

const sizes: readonly (readonly [string, number])[] = [
  ['title', 17],
  ['value', 14],
  ['badge-text', 13],
  ['usual', 12.5],
  ['tiny', 10],
  ['small', 11],
]

const advances: Readonly<Record<string, number>> = {
  ...{
    i: 278,
    l: 278,
    j: 278,
    ' ': 318,
    t: 392,
    r: 411,
    f: 352,
    '.': 318,
    ',': 318,
    ':': 337,
    '·': 318,
    m: 974,
    w: 818,
    '%': 950,
  },
  ...{ s: 521, c: 550, z: 525, k: 579, v: 592, x: 592, y: 592, M: 863, W: 989, I: 295, J: 295, '-': 361, '(': 390, ')': 390 },
  ...{ '\u202f': 200, '…': 1000, '–': 500, '/': 337, '+': 838, '\u2068': 0, '\u2069': 0 },
}

function measured(text: string, size: number): number {
  let width = 0
  for (const sign of text)
    width += advances[sign] ?? (/\p{M}/u.test(sign) ? 0 : /[a-z0-9]/.test(sign) ? 636 : sign < '\u0250' ? 720 : 1000)
  return (width * size) / 1000
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign)
}

/** Returns the pairs of texts that stand on each other, and the texts outside of the picture. */
export function collisions(svg: string, width: number): string[] {
  const boxes = textBoxes(svg)
  const found = boxes.filter(({ left, right }) => left < -0.5 || right > width + 0.5).map(({ text }) => `outside: ${text}`)
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const isApart =
        one.right <= other.left + 0.5 || other.right <= one.left + 0.5 || one.bottom <= other.top || other.bottom <= one.top
      if (!isApart) found.push(`${one.text} × ${other.text}`)
    }
  }
  return found
}
