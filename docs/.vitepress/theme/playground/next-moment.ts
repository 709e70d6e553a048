/**
 * The next instant at which somebody has something to do: a reminder, a due instant, a step of a ladder. It is that for which an
 * app would set its timer, so it is asked of the live side of the library, lead by lead.
 */
import { type Agreement, advance, type Effect, init, nextWake, type Obligation, stepMany } from '../../../../src/index.ts'

/** **Units** epoch milliseconds. */
export interface NextMoment {
  readonly at: number
  readonly lead: string
  /** What is to be done then. */
  readonly effects: readonly Effect[]
}

/** So many leads are asked; with more of them open, those that are due first. */
const mostLeads = 400

/**
 * Returns the next moment after an instant, as it is foreseen at that instant; `null` when nobody is waiting for anything.
 *
 * **Edges** of events that come later nothing is known, as in life: one of them may stop the clock before it is due.
 */
export function nextMoment(
  agreement: Agreement,
  events: readonly unknown[],
  { asOf, obligations }: { readonly asOf: number; readonly obligations: readonly Obligation[] },
): NextMoment | null {
  const open = obligations.filter(({ status, isPaused }) => (status === 'open' || status === 'openBreached') && !isPaused)
  const leads = new Set(open.slice(0, mostLeads * 4).map(({ lead }) => lead))
  const byLead = eventsBy(leads, events)
  let found: NextMoment | null = null
  let asked = 0
  for (const [lead, own] of byLead) {
    if (++asked > mostLeads) break
    const past = own.filter(({ at }) => at <= asOf).sort((a, b) => a.at - b.at)
    try {
      const begun = stepMany(
        agreement,
        init(agreement, lead, { window: { ms: 0, count: past.length } }),
        past.map(({ event }) => event),
      )
      const { state } = advance(agreement, begun.state, asOf)
      const at = nextWake(agreement, state)
      if (at !== null && at > asOf && (!found || at < found.at))
        found = { at, lead, effects: advance(agreement, state, at).effects }
    } catch {
      // A lead whose events cannot be told apart in time is left to the evaluation, which says why.
    }
  }
  return found
}

interface Placed {
  readonly event: unknown
  readonly at: number
}

function eventsBy(leads: ReadonlySet<string>, events: readonly unknown[]): Map<string, Placed[]> {
  const found = new Map<string, Placed[]>([...leads].map((lead) => [lead, []]))
  for (const event of events) {
    if (typeof event !== 'object' || event === null) continue
    const { lead, subject, at, time } = event as Record<string, unknown>
    const own = found.get(String(lead ?? subject))
    const instant = Date.parse(String(at ?? time))
    if (own && Number.isFinite(instant)) own.push({ event, at: instant })
  }
  return found
}

/** Returns the instants of events, for those that say one. **Units** epoch milliseconds. */
export function instantsOf(events: readonly unknown[]): number[] {
  return events.flatMap((event) => {
    if (typeof event !== 'object' || event === null) return []
    const { at, time } = event as Record<string, unknown>
    const instant = typeof at === 'number' ? at : Date.parse(String(at ?? time))
    return Number.isFinite(instant) ? [instant] : []
  })
}
