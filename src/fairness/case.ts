/** A case is one thing that a person did and might have done otherwise: a stop, a pause, a move. Whether it fits a pattern is its hit. */

/** What can look like a game with the clock. Each may have a good reason. */
export const patterns = [
  'pauses-before-due',
  'stop-and-reopen',
  'short-touches',
  'status-flipping',
  'last-minute',
  'cancelled-clocks',
] as const
export type Pattern = (typeof patterns)[number]

export interface Case {
  readonly pattern: Pattern
  /** `null` for a pattern that is not about clocks. */
  readonly clause: string | null
  readonly person: string
  readonly isHit: boolean
  readonly evidence: Evidence
}

/** Where to look. */
export interface Evidence {
  readonly lead: string
  /** The key of an obligation, `clause/lead/cycle`. */
  readonly obligation: string | null
  /** The id of an event. */
  readonly event: string | null
  readonly at: string
  readonly what: string
}

/** What counts as just before, soon after and short. **Units** milliseconds, but for the shares. */
export interface Limits {
  /** A pause is just before due when less than this share of the target was left. */
  readonly leftShare: number
  readonly lastMs: number
  readonly reopenMs: number
  readonly flipMs: number
  /** A touch is short below so many units of what its path leads to; `null` where touches have no length. */
  readonly touch: { readonly keys: readonly string[]; readonly shortest: number } | null
}
