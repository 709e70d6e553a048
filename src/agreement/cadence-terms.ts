/** What a cadence asks of its attempts: how many, in how many channels, how far apart, and whose. [C14] */
import type { Trigger } from './trigger.ts'

export interface CadenceTerms {
  readonly attempt: Trigger
  readonly count: number
  /** **Units** milliseconds on the wall. */
  readonly spacingMs: number
  readonly channels: number
  /** What an automation does counts as well. */
  readonly automations: boolean
}
