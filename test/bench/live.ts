/** What one event costs on a lead with five open clocks, beside its state going through JSON, as a queue worker sends it. */
import { defineAgreement, init, type LeadState, step, stepMany } from '../../src/index.ts'
import { agreement, eventsOfLead } from './evaluate.ts'
import type { BenchRow } from './row.ts'
import { costs, type Loop, time } from './stopwatch.ts'

/** Five promises that begin when a lead is assigned and end with a disposition, with the goals and the pause of the first. */
const five = defineAgreement({
  ...agreement.document,
  agreement: 'bench-five',
  clauses: Object.fromEntries(
    ['PT1H', 'PT4H', 'PT8H', 'PT16H', 'PT40H'].map((target, index) => [
      `promise${index + 1}`,
      {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'berlin',
        start: { on: 'lead.assigned' },
        stop: { disposed: true },
        pause: { enters: 'waiting' },
        within: [{ name: 'hot', when: { condition: 'hot' }, target: 'PT30M' }, { target }],
      },
    ]),
  ),
})

/** Returns the rows: with a window of recent events, as it is when nobody says otherwise, and with none. Takes seconds. */
export function benchStep(): BenchRow[] {
  return [rowOf('with a window of events', {}), rowOf('without a window', { window: { ms: 0, count: 0 } })]
}

function rowOf(name: string, options: Parameters<typeof init>[2]): BenchRow {
  const [created, moved, assigned, called] = eventsOfLead(7)
  if (!created || !moved || !assigned || !called) throw new Error('the stream is another')
  const { state } = stepMany(five, init(five, created.lead, options), [created, moved, assigned])
  const text = JSON.stringify(state)
  if (state.head === null && options?.window?.count === 0) throw new Error('no clock is open')
  const stepped: Loop = (count) => {
    let sum = 0
    for (let call = 0; call < count; call++) sum += step(five, state, called).effects.length
    return sum
  }
  const throughJson: Loop = (count) => {
    let sum = 0
    for (let call = 0; call < count; call++) sum += JSON.stringify(JSON.parse(text) as LeadState).length
    return sum
  }
  const [ours, json] = costs(stepped, throughJson)
  return {
    name: `live: a step / JSON.parse and stringify of the state, ${name}`,
    ratio: ours / json,
    atMost: 1,
    notes: `five open clocks: ${time(ours)} to ${time(json)}, ${text.length} bytes`,
  }
}
