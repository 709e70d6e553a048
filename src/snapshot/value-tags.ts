/**
 * How a snapshot writes a JSON value: a byte that says what follows, and what follows. Nothing in it knows what a state looks
 * like, so a state that learns a new key tomorrow is written and read by the code of today.
 */

/** A whole number below it is its own byte. */
export const smallNumbers = 0xc0

export const tag = {
  none: 0xc0,
  no: 0xc1,
  yes: 0xc2,
  /** A member that is `undefined`, which JSON leaves out. */
  absent: 0xc3,
  int16: 0xc4,
  int32: 0xc5,
  /** Instants of one state are near each other: the difference from the one before. */
  near: 0xc6,
  float64: 0xc7,
  /** A text that stands in the text of the block, by its length. */
  text8: 0xc8,
  text32: 0xc9,
  /** A text that repeats, by its number. */
  word8: 0xca,
  word16: 0xcb,
  /** An object, by the number of its keys' list. */
  object8: 0xcc,
  object32: 0xcd,
  array32: 0xce,
  /** An array with so few members begins with this and their number. */
  shortArray: 0xe0,
} as const

/** One more than the members of the longest short array. */
export const shortArrays = 0x20
