/** Text from files on its way to a terminal: harmless, and as wide as the terminal will show it. */

/** Characters that command a terminal, or turn the direction of writing. */
export const control = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

/**
 * Returns the text with such characters spelt out, so that a lead's id cannot move the cursor, colour the screen or hide a
 * line.
 */
export function plainText(text: string): string {
  return text.replace(control, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
}

const marks = /^\p{M}$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]$/u

/** Returns how many columns a terminal gives to the text: two for East Asian characters and pictures, none for accents. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

function widthOfCharacter(character: string): number {
  if (character < '\u0300') return 1
  return marks.test(character) ? 0 : wide.test(character) ? 2 : 1
}

/** Returns the text, cut to a width with an ellipsis at its end where it is wider. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text
  let kept = ''
  let used = 1
  for (const character of text) {
    used += widthOfCharacter(character)
    if (used > width) break
    kept += character
  }
  return width < 1 ? '' : `${kept.trimEnd()}…`
}
