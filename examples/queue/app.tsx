/** The queue of a rep. Time and events go through the library; React draws what comes of it. */
import type { Effect } from 'lead-sla'
import { useEffect, useMemo, useReducer } from 'react'
import { agreement } from './agreement.ts'
import { type Act, Card } from './card.tsx'
import { happen, leadsOf, nextWakeOf, waitingFor } from './leads.ts'
import { byUrgency, nextChange, rowOf } from './row.ts'
import { names, sampleEvents } from './sample.ts'
import { useNow } from './use-now.ts'

const owner = 'lena'

export function App() {
  const [leads, dispatch] = useReducer(happen, Date.now(), (now) => happen(leadsOf(sampleEvents(now)), { now }))
  const wakeAt = useMemo(() => nextWakeOf(leads), [leads])
  // Between two happenings only the countdowns change, so what is promised is asked for once.
  const waiting = useMemo(() => waitingFor(leads, owner, Date.now()), [leads])

  const now = useNow((at) => earliest([wakeAt, ...waiting.map((obligation) => nextChange(rowOf(obligation, at), at))]))
  useEffect(() => {
    if (wakeAt !== null && wakeAt <= now) dispatch({ now })
  }, [now, wakeAt])

  const act: Act = (lead, type, data) => {
    // An app sends this to its server as well; `examples/service` takes it as it is.
    const event = { id: crypto.randomUUID(), lead, type, at: Date.now(), actor: { id: owner, kind: 'human' as const } }
    dispatch({ event: data ? { ...event, data } : event })
  }
  const rows = waiting.map((obligation) => rowOf(obligation, now)).sort(byUrgency)
  return (
    <main>
      <h1>My queue</h1>
      <p role="status">
        {rows.length === 0
          ? 'Nothing waits for you.'
          : `${rows.length} promises wait, ${rows.filter(isLate).length} of them late.`}
      </p>
      <ul className="queue">
        {rows.map((row) => (
          <li key={row.obligation.key}>
            <Card row={row} act={act} />
          </li>
        ))}
      </ul>
      <Told effects={leads.told} />
    </main>
  )
}

const sentences: Readonly<Record<Effect['kind'], string>> = {
  reminder: 'half of the time is used',
  due: 'is due now',
  breach: 'is late',
  escalation: 'goes to somebody else',
  closed: 'is done with',
  retraction: 'was put right',
}

function Told({ effects }: { readonly effects: readonly Effect[] }) {
  if (effects.length === 0) return null
  return (
    <section aria-labelledby="told">
      <h2 id="told">Lately</h2>
      <ul className="told">
        {effects.map(({ key, kind, lead, clause }) => (
          <li key={key}>
            <bdi>{names.get(lead) ?? lead}</bdi>, {agreement.document.clauses?.[clause]?.title ?? clause}: {sentences[kind]}
          </li>
        ))}
      </ul>
    </section>
  )
}

const isLate = ({ urgency }: { readonly urgency: string }) => urgency === 'late'

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null)
  return known.length === 0 ? null : Math.min(...known)
}
