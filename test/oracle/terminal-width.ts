/** How many columns a terminal gives to a line, by the code points of Unicode's tables of wide characters and of none. */

/** First and last code points of wide characters, of East Asian Width W or F. */
const wide: readonly (readonly [number, number])[] = [
  ...([
    [0x1100, 0x115f],
    [0x231a, 0x231b],
    [0x2329, 0x232a],
    [0x23e9, 0x23ec],
    [0x2e80, 0x303e],
    [0x3041, 0x33ff],
  ] as const),
  ...([
    [0x3400, 0x4dbf],
    [0x4e00, 0xa4cf],
    [0xa960, 0xa97c],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
  ] as const),
  ...([
    [0xff01, 0xff60],
    [0xffe0, 0xffe6],
    [0x1f300, 0x1f64f],
    [0x1f680, 0x1f6ff],
    [0x1f900, 0x1f9ff],
  ] as const),
  ...([
    [0x20000, 0x2fffd],
    [0x30000, 0x3fffd],
  ] as const),
]

/** Returns the columns of a line without codes for colours. */
export function columnsOf(line: string): number {
  let columns = 0
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0
    if (/\p{Mn}|\p{Me}/u.test(character) || (code >= 0x200b && code <= 0x200d)) continue
    columns += wide.some(([first, last]) => code >= first && code <= last) || /\p{Emoji_Presentation}/u.test(character) ? 2 : 1
  }
  return columns
}
