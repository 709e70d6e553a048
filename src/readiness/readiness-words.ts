/** The words of readiness, as a table of a language: for each code the sentence that says what is so, and what to do about it. */
import type { ReadinessCode, ReadinessFacts } from './facts.ts'

export interface Said {
  readonly message: string
  readonly remedy: string
}

export interface Count {
  readonly hits: number
  readonly sample: number
}

export interface Sentences<Facts> {
  readonly message: (facts: Facts, count: Count) => string
  readonly remedy: string
}

export type WordsFor<Codes> = { readonly [Code in keyof Codes]: Sentences<Codes[Code]> }
export type ReadinessWords = { readonly [Code in ReadinessCode]: Sentences<ReadinessFacts[Code]> }
