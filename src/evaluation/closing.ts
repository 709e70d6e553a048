/** How a clock was closed. */

/** One that was `excused` was in time, or its breach is waived: the lead was sent back. [C15] */
export type Ending = 'stopped' | 'cancelled' | 'superseded' | 'excused'

/** Why a clock was closed, and by which event. */
export interface Closing {
  readonly ending: Ending
  readonly at: number
  readonly by: string
  /** The actor of that event. */
  readonly actor: string | null
}
