/** The promise of several attempts, as a person writes it. */
import type { LadderStepDocument, PromiseDocument, ReminderDocument, TargetDocument, TriggerDocument } from './clause-document.ts'

/** k attempts over a span, with spacing and channels. [C14] */
export interface CadenceClauseDocument<
  CalendarName extends string = string,
  StateName extends string = string,
  PartyName extends string = string,
> extends PromiseDocument<PartyName> {
  readonly kind: 'cadence'
  /** The calendar that counts, or `always` for the clock that never stops. */
  readonly clock: CalendarName | 'always'
  readonly start: TriggerDocument<StateName>
  readonly attempt: TriggerDocument<StateName>
  /** What fulfils the promise before all attempts are made: the lead has answered, or was disposed of. */
  readonly stop?: TriggerDocument<StateName>
  /** What ends it without a verdict. */
  readonly cancel?: TriggerDocument<StateName>
  /** Only the first cycle of a lead counts. */
  readonly once?: boolean
  readonly count: number
  readonly within: TargetDocument
  /** Attempts closer than this to the last one that counted do not count, on the wall. */
  readonly spacing?: string
  /** In so many channels: `data.channel` of the event, or its type where it names none. */
  readonly channels?: number
  /** Whether what an automation does counts as well. */
  readonly automations?: boolean
  /** Who is told before the cadence is due. [F1] */
  readonly reminders?: readonly ReminderDocument[]
  /** The ladder: what happens, step by step, while it stays open after it was due. [F3] */
  readonly escalation?: readonly LadderStepDocument[]
}
