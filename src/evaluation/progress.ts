/** How far a promise of several attempts has come, as part of its obligation. */
export interface Progress {
  /** The attempts that count. */
  readonly attempts: number
  /** How many are owed. */
  readonly count: number
  /** The channels of those that count, in the order of their first use. */
  readonly channels: readonly string[]
  /** In how many channels they are owed. */
  readonly channelCount: number
  readonly lastAttemptAt: string | null
}
