/** A picture is text: the few shapes that the pictures are made of, and the frame with its colours for light and dark. */

/** A piece of text in a picture; `look` is one of the classes of the frame. */
export interface Words {
  readonly x: number
  readonly y: number
  readonly look: string
  readonly anchor?: 'start' | 'middle' | 'end'
}

export function words(text: string, { x, y, look, anchor = 'start' }: Words): string {
  return `<text x="${place(x)}" y="${place(y)}" class="${look}" text-anchor="${anchor}">${escaped(text)}</text>`
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Returns a box; an end is round when the span really ends there, and straight when it goes on elsewhere. */
export function bar({ x, y, width, height }: Box, look: string, round = { left: true, right: true }): string {
  const radius = 5
  const left = round.left ? radius : 0
  const right = round.right ? radius : 0
  const corner = (size: number, dx: number, dy: number): string => (size === 0 ? '' : `a${size} ${size} 0 0 1 ${dx} ${dy}`)
  const path = [
    `M${place(x + left)} ${place(y)}h${place(width - left - right)}`,
    corner(right, right, right),
    `v${place(height - 2 * right)}`,
    corner(right, -right, right),
    `h${place(left + right - width)}`,
    corner(left, -left, -left),
    `v${place(2 * left - height)}`,
    corner(left, left, -left),
    'z',
  ]
  return `<path d="${path.join('')}" class="${look}"/>`
}

/** Returns a line straight down. */
export function upright(x: number, from: number, to: number, look: string): string {
  return `<path d="M${place(x)} ${place(from)}V${place(to)}" class="${look}"/>`
}

// A picture is seen inside an <img>, where it takes no colour from the page, so it brings its own ground along.
const style = `
    text { font-family: system-ui, -apple-system, 'Segoe UI', sans-serif; font-size: 13px; fill: #1c2733; }
    .title { font-size: 17px; font-weight: 650; }
    .strong { font-weight: 650; }
    .quiet { fill: #5d6b7a; }
    .small { font-size: 11px; fill: #5d6b7a; }
    .turn { font-size: 11px; font-weight: 650; fill: #b4420d; }
    .in { font-weight: 600; fill: #ffffff; }
    .in-small { font-size: 11px; font-weight: 600; fill: #ffffff; }
    .ground { fill: #ffffff; stroke: #d9e0e7; }
    .track { fill: #eef1f5; }
    .day { fill: #2563c9; }
    .night { fill: #1b3a73; }
    .tick { stroke: #c6cfd9; fill: none; }
    .cut { stroke: #ffffff; stroke-opacity: 0.45; fill: none; }
    .edge { stroke: #d9622b; stroke-width: 2; fill: none; }
    .again { fill: #b4420d; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e3eaf2; }
      .quiet, .small { fill: #9aa8b8; }
      .turn { fill: #ff9d66; }
      .ground { fill: #111a24; stroke: #2a3644; }
      .track { fill: #1d2835; }
      .day { fill: #3571d1; }
      .night { fill: #33579e; }
      .in, .in-small { fill: #ffffff; }
      .tick { stroke: #3a4756; }
      .edge { stroke: #ff9d66; }
      .again { fill: #b04e17; }
    }
  `

export interface Frame {
  readonly width: number
  readonly height: number
  readonly title: string
  readonly description: string
}

/** Returns the whole picture. */
export function picture({ width, height, title, description }: Frame, shapes: readonly string[]): string {
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">`,
    `  <title id="title">${escaped(title)}</title>`,
    `  <desc id="description">${escaped(description)}</desc>`,
    `  <style>${style}</style>`,
    `  <rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" class="ground"/>`,
    ...shapes.map((shape) => `  ${shape}`),
    '</svg>',
  ]
  return `${lines.join('\n')}\n`
}

function place(length: number): string {
  return String(Math.round(length * 100) / 100)
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
