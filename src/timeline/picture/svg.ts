/** The pieces of an SVG as text. Whatever comes from outside goes through `escaped`, and numbers are short and always the same. */

/** What no XML may hold, half of a character among it. */
const unwritable = /[\p{Cc}\p{Cs}\ufffe\uffff]/gu
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escaped(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

/** Returns a name that may be written from right to left, so that what stands beside it keeps its place. */
export function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/.test(text) ? `\u2068${text}\u2069` : text
}

/** Returns a number with two decimals at most. */
export function num(value: number): string {
  return String(Math.round(value * 100) / 100)
}

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Returns an element; attributes that are undefined are left out, and the content is taken as it is. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? num(value) : escaped(String(value))}"`)
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`
}

/** Returns a line of text. */
export function textAt(x: number, y: number, text: string, attributes: Attributes = {}): string {
  return text === '' ? '' : element('text', { x, y, ...attributes }, escaped(text))
}
