/**
 * Reads documents the way a browser or a reader of Markdown does, and gives back their markup without their text: two
 * documents that differ only in what people wrote must have the same markup. Shares no code with what writes them.
 */

export interface Tag {
  readonly name: string
  readonly attributes: readonly string[]
}

/** Returns the tags of an HTML page in order, or throws where it is not well formed. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = []
  const open: string[] = []
  const voids = new Set(['meta', 'br', 'circle', 'path', 'rect'])
  let at = html.indexOf('>') + 1
  if (!html.startsWith('<!doctype html>')) throw new Error('no doctype')
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next < 0) break
    const end = html.indexOf('>', next)
    if (end < 0) throw new Error(`a tag is never closed: ${html.slice(next, next + 40)}`)
    const tag = html.slice(next + 1, end)
    at = end + 1
    if (tag.startsWith('/')) {
      const expected = open.pop()
      if (expected !== tag.slice(1)) throw new Error(`</${tag.slice(1)}> closes <${expected}>`)
      continue
    }
    const name = /^[a-z][a-z0-9]*/.exec(tag)?.[0]
    if (name === undefined) throw new Error(`no tag: <${tag}>`)
    tags.push({ name, attributes: attributesOf(tag.slice(name.length), tag) })
    if (!voids.has(name) && !tag.endsWith('/')) open.push(name)
    // What stands in a style sheet is no markup, and only its own end tag ends it.
    if (name === 'style') at = html.indexOf('</style', at)
  }
  if (open.length > 0) throw new Error(`never closed: ${open.join(', ')}`)
  return tags
}

function attributesOf(text: string, tag: string): string[] {
  const names: string[] = []
  let rest = text.trim().replace(/\/$/, '').trim()
  while (rest !== '') {
    const match = /^([a-zA-Z][a-zA-Z-]*)(="([^"<>]*)")?\s*/.exec(rest)
    if (!match) throw new Error(`no attribute: ${rest} in <${tag}>`)
    names.push(match[1] ?? '')
    rest = rest.slice(match[0].length)
  }
  return names
}

/** Returns the text that a browser shows, entities read. */
export function textOfHtml(html: string): string {
  const body = html.slice(html.indexOf('<main>'))
  return body
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|([a-z]+));/g, (whole, number: string | undefined, name: string | undefined) => {
      const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }
      return number === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(number))
    })
}

/** Returns what of a Markdown text could be markup: every sign that has a meaning and is not escaped, line by line. */
export function signsOfMarkdown(markdown: string): string[] {
  let isFenced = false
  return markdown.split('\n').map((line) => {
    if (line.startsWith('```')) isFenced = !isFenced
    // In a diagram a sign stands as its number, and a name in quotation marks.
    if (isFenced) return line.replace(/#\d+;/g, '').replace(/"[^"`<>|~$&#\\]*"/g, '""')
    const start = /^#{1,6} |^ *(?:> ?|- |\d+[.)] |\+ |[-=*_]{3,} *$|```)*/.exec(line)?.[0] ?? ''
    const rest = withoutCode(line.slice(start.length)).replace(/\\[!-/:-@[-`{-~]/g, '')
    // Between letters an underscore is a letter.
    return (
      start +
      rest
        .replace(/&(?:amp|lt|gt|#96);/g, '')
        .replace(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, '')
        .replace(/[^`*_[\]<>|~$&#\\]/g, '')
    )
  })
}

/** What stands between two runs of backticks of equal length is code, whatever it is. */
function withoutCode(text: string): string {
  let result = ''
  for (let rest = text; rest !== ''; ) {
    const escaped = /^\\[\s\S]/.exec(rest)?.[0]
    const run = /^`+/.exec(rest)?.[0]
    if (run !== undefined) {
      const end = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest.slice(run.length))
      if (end) {
        result += 'c'
        rest = rest.slice(run.length + end.index + run.length)
        continue
      }
    }
    const taken = escaped ?? rest.slice(0, 1)
    result += taken
    rest = rest.slice(taken.length)
  }
  return result
}

export interface Drawing {
  readonly boxes: readonly { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }[]
  /** Each arrow as the points it goes through, at right angles. */
  readonly arrows: readonly (readonly (readonly [x: number, y: number])[])[]
  readonly width: number
  readonly height: number
}

/** Reads the boxes and the arrows of a drawing from its elements. */
export function drawingOf(svg: string): Drawing {
  const numbersOf = (text: string, names: readonly string[]) =>
    names.map((name) => Number(new RegExp(` ${name}="([\\d.-]+)"`).exec(text)?.[1]))
  const boxes = [...svg.matchAll(/<rect class="state[^>]*>/g)].map(([rect]) => {
    const [x = 0, y = 0, width = 0, height = 0] = numbersOf(rect, ['x', 'y', 'width', 'height'])
    return { left: x, top: y, right: x + width, bottom: y + height }
  })
  const arrows = [...svg.matchAll(/<path class="move" d="([^"]*)"/g)].map(([, path = '']) => {
    const points: [number, number][] = []
    for (const [, command, numbers = ''] of path.matchAll(/([MHV])([\d. -]+)/g)) {
      const [a = 0, b = 0] = numbers.trim().split(' ').map(Number)
      const [x, y] = points.at(-1) ?? [0, 0]
      points.push(command === 'M' ? [a, b] : command === 'H' ? [a, y] : [x, a])
    }
    return points
  })
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '').split(' ').map(Number)
  return { boxes, arrows, width, height }
}
