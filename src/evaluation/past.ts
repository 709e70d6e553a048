/**
 * The pauses of a clock that are over, as far as later answers need them: a clock that was paused a thousand times remembers no
 * more than one that was paused once. What is due under each goal moves with every pause that ends, and what each owner used is
 * a sum, so that neither asks for the pauses again. [C3], [C7], [C9]
 */
export interface Past {
  /** How many pauses of the lead there were; counted only where they are capped. */
  readonly count: number
  /** When the last of them ended. **Units** epoch milliseconds. */
  readonly to: number
  /** By position of a goal, its due instant under these pauses before it is rolled: of the goals that may win again. */
  readonly dues: ReadonlyMap<number, number>
  /** How many had the lead before the one who had it by then, and what the pauses took from that one. */
  readonly hands: number
  readonly lostMs: number
  /** What each of the others used; none where the pauses took nothing from them. **Units** business milliseconds. */
  readonly used: readonly number[]
}
