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

/** Accents, joiners and other characters that take no room of their own. */
const unseen = /^[\p{M}\u200b-\u200d\u2060\ufeff]$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2ff}\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u

/** Returns how many columns a terminal gives to the text: two for East Asian characters and pictures, none for accents. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

function widthOfCharacter(character: string): number {
  if (character < '\u0300') return 1
  return unseen.test(character) ? 0 : wide.test(character) ? 2 : 1
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

/** Returns a text from outside as one line of so many characters at most, which commands no terminal and turns no writing. */
export function plainLine(text: string, mostCharacters: number): string {
  const line = plainText(text.slice(0, 2 * mostCharacters).replace(/\s+/g, ' ')).trim()
  const characters = [...line]
  if (characters.length <= mostCharacters && text.length <= 2 * mostCharacters) return line
  return `${characters.slice(0, mostCharacters - 1).join('')}…`
}
