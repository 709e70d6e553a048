import { describe, expect } from 'vitest'
import { evaluate } from '../../src/index.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { cadenceOracle } from '../oracle/cadence-oracle.ts'
import { msOf } from '../oracle/ms.ts'
import { periodLaw as law } from './period-law.ts'

describe('the cadences of an evaluation', () => {
  law(
    '[C14] equal the oracle, cycle by cycle',
    periodStory({ versions: true, soon: true }),
    ({ document, events, asOf, earlier }) => {
      for (const times of [{ asOf }, { asOf, knownAt: earlier }]) {
        const { obligations } = evaluate(agreementOf(document), events, times)
        expect(obligations.filter(({ progress }) => progress)).toEqual(cadenceOracle(document, events, times))
      }
    },
  )

  law('stand among the clocks by lead, then by clause as the document has them, then by cycle', periodStory(), (told) => {
    const { document, events, asOf } = told
    const { cadence, ...others } = document.clauses
    const { obligations } = evaluate(agreementOf(document), events, { asOf })
    const places = Object.keys(document.clauses)
    const inOrder = [...obligations].sort(
      (a, b) =>
        (a.lead < b.lead ? -1 : a.lead > b.lead ? 1 : 0) ||
        places.indexOf(a.clause) - places.indexOf(b.clause) ||
        a.cycle - b.cycle,
    )
    expect(obligations).toEqual(inOrder)
    const timed = Object.fromEntries(Object.entries(others).filter(([, { kind }]) => kind === 'timed'))
    const without = evaluate(agreementOf({ ...document, clauses: timed }), events, { asOf })
    expect(obligations.filter(({ progress }) => !progress)).toEqual(without.obligations)
    expect(cadence).toBeDefined()
  })

  law('never count more attempts than were made, nor two that are too close', periodStory(), ({ document, events, asOf }) => {
    const { cadence } = document.clauses
    if (cadence?.kind !== 'cadence') return
    for (const { progress, lead, startedAt, closedAt, status } of evaluate(agreementOf(document), events, { asOf }).obligations) {
      if (!progress) continue
      const until = closedAt === null ? asOf : msOf(closedAt)
      const meanwhile = events.filter(
        (event) => event.lead === lead && msOf(event.at) >= msOf(startedAt) && msOf(event.at) <= until,
      )
      expect(progress.attempts).toBeLessThanOrEqual(meanwhile.length)
      expect(progress.channels.length).toBeLessThanOrEqual(progress.attempts)
      const isComplete = progress.attempts >= progress.count && progress.channels.length >= progress.channelCount
      if (isComplete) expect(['met', 'metLate', 'waived']).toContain(status)
    }
  })
})
