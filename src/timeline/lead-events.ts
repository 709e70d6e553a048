/** What is known of the lead beside the one clock: its events as they count, and the reminders and steps that followed from them. */
import type { AnyAgreement } from '../agreement/versions.ts'
import { versionsOf } from '../agreement/versions.ts'
import type { Effect } from '../effects/effect.ts'
import { advance, init, stepMany } from '../effects/live.ts'
import type { EvaluateOptions } from '../evaluation/evaluate.ts'
import { timesOf } from '../evaluation/evaluate.ts'
import { History, type Onlooker } from '../evaluation/history.ts'
import type { LeadRecord } from '../evaluation/lead-record.ts'
import type { FoldedEvent } from '../events/event.ts'

/** **Units** epoch milliseconds. */
export interface LeadMoment {
  readonly at: number
  readonly id: string
  readonly type: string
  readonly actor: string | null
  readonly reason: string | null
  readonly source: unknown
}

/** Returns the events of a lead that count, in their order. [E2] */
export function momentsOf(
  agreement: AnyAgreement,
  events: readonly unknown[],
  lead: string,
  options: EvaluateOptions,
): LeadMoment[] {
  const { asOf, knownAt } = timesOf(options)
  const history = new History(versionsOf(agreement), asOf, knownAt ?? Number.POSITIVE_INFINITY)
  for (const event of events) history.add(event)
  const gatherer = new Gatherer(lead)
  history.fold(() => {}, gatherer)
  return gatherer.moments
}

class Gatherer implements Onlooker {
  readonly moments: LeadMoment[] = []
  constructor(private readonly lead: string) {}

  begin(): void {}

  end(): void {}

  take(record: LeadRecord, { at, id, type, actor, data, source }: FoldedEvent): void {
    if (record.lead !== this.lead) return
    this.moments.push({ at, id, type, actor: actor?.id ?? null, reason: reasonIn(data), source })
  }
}

/** Data may throw when it is looked at. [E3] */
function reasonIn(data: FoldedEvent['data']): string | null {
  try {
    const reason = data?.reason
    return typeof reason === 'string' && reason !== '' ? reason : null
  } catch {
    return null
  }
}

/**
 * Returns what followed from the events until an instant, told live as they came: reminders that were sent are those of the goal
 * that held then.
 */
export function effectsOf(agreement: AnyAgreement, moments: readonly LeadMoment[], lead: string, until: number): Effect[] {
  // They come in order, so that nothing has to wait for what is late.
  const start = init(agreement, lead, { window: { ms: 0, count: 0 } })
  const told = stepMany(
    agreement,
    start,
    moments.map(({ source }) => source),
  )
  return [...told.effects, ...advance(agreement, told.state, until).effects]
}
