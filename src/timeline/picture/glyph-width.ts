/**
 * How wide a text may be. A picture that is made without a browser cannot measure one, so it takes for each kind of letter what the
 * widest of the common system fonts gives it: no text is wider than is said here, and most are a little narrower.
 */

/** **Units** shares of the font's size. */
const kinds: readonly (readonly [RegExp, number])[] = [
  [/^[\p{M}\u200b-\u200f\u2060-\u2069\ufeff]$/u, 0],
  [/^[ijlI|.,:;'!·\u00a0\u202f]$/, 0.34],
  [/^[ \-frt()[\]/\\"“”„‘’*]$/, 0.42],
  [/^[0-9a-z]$/, 0.65],
  [/^[mMwWæœÆŒ%@—…]$/, 1.02],
  [/^[A-Z+<>=–→]$/, 0.85],
  [/^[ -\u024f]$/, 0.75],
  [/^[\u0590-\u08ff]$/, 0.7],
]
const widest = 1.1
const bold = 1.1

/** Returns the width of one line. **Units** pixels. */
export function textWidth(text: string, size: number, isBold = false): number {
  let width = 0
  for (const character of text) width += kinds.find(([kind]) => kind.test(character))?.[1] ?? widest
  return width * size * (isBold ? bold : 1)
}

/** Returns the text, cut to a width with an ellipsis where it is wider; nothing where not even that has room. */
export function fitted(text: string, width: number, size: number, isBold = false): string {
  if (textWidth(text, size, isBold) <= width) return text
  const characters = [...text]
  let [low, high] = [0, characters.length]
  const cut = (count: number) => `${characters.slice(0, count).join('').trimEnd()}…`
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (textWidth(cut(middle), size, isBold) <= width) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : cut(low)
}

/** Returns the parts in lines, as many in each as fit; the last line that is allowed takes what is left, and is cut. */
export function wrapped(
  parts: readonly string[],
  separator: string,
  {
    width,
    size,
    isBold = false,
    most,
  }: { readonly width: number; readonly size: number; readonly isBold?: boolean; readonly most: number },
): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const longer = last === undefined ? part : `${last}${separator}${part}`
    if (last !== undefined && (lines.length === most || textWidth(longer, size, isBold) <= width))
      lines[lines.length - 1] = longer
    else lines.push(part)
  }
  return lines.map((line) => fitted(line, width, size, isBold))
}
