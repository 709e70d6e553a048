/** In whose hands a lead is since an instant: set by an assignment, and shared by all clocks that it concerns. */
export interface Hand {
  /** **Units** epoch milliseconds. */
  readonly at: number
  readonly owner: string | null
  readonly team: string | null
}

/** Before the first assignment a lead is nobody's. */
export const nobody: Hand = { at: Number.NEGATIVE_INFINITY, owner: null, team: null }
