import { describe, expect, it } from 'vitest'
import type { ExceptionDocument, TimedClauseDocument } from '../../../src/index.ts'
import { assigned, at, documentOf, evaluated, type Happened, happened } from './one-clause.ts'

const start = happened('07 09:00 start')
const stop = happened('08 10:00 stop')

const down = { from: '2026-04-07', to: '2026-04-08', reason: 'the CRM was down' }

/** What becomes of a clock that was breached on the 7th at 13:00, under an exception. */
function under(
  exception: Partial<ExceptionDocument>,
  events: readonly Happened[] = [assigned('07 08:00', 'anna'), start, stop],
  { timeZone = 'UTC', ...clause }: Partial<TimedClauseDocument> & { readonly timeZone?: string } = {},
) {
  const exceptions = [{ ...down, ...exception }]
  return evaluated(documentOf(clause, { exceptions, timeZone }), events, '08 12:00').obligations
}

describe('[C16] an exception', () => {
  it('turns a late outcome into waived, and leaves every fact as it was', () => {
    expect(under({})).toMatchObject([
      {
        status: 'waived',
        breachedAt: at('07 13:00'),
        dueAt: at('07 13:00'),
        stoppedAt: at('08 10:00'),
        closedAt: at('08 10:00'),
      },
    ])
  })

  it('turns an open breach into waived', () => {
    expect(under({}, [start])).toMatchObject([{ status: 'waived', breachedAt: at('07 13:00'), stoppedAt: null, closedAt: null }])
  })

  it('is about when the clock fell due: its dates are [from, to)', () => {
    expect(under({ from: '2026-04-08', to: '2026-04-09' })).toMatchObject([{ status: 'metLate' }])
    expect(under({ from: '2026-04-06', to: '2026-04-07' })).toMatchObject([{ status: 'metLate' }])
    const midnight = [happened('06 20:00 start'), happened('07 08:00 stop')]
    const clause = { clock: 'always' } as const
    expect(under({}, midnight, clause)).toMatchObject([{ breachedAt: at('07 00:00'), status: 'waived' }])
    expect(under({ from: '2026-04-06', to: '2026-04-07' }, midnight, clause)).toMatchObject([{ status: 'metLate' }])
  })

  it('has dates in the zone of the agreement', () => {
    const late = [happened('06 19:00 start'), happened('07 08:00 stop')]
    const clause = { clock: 'always', timeZone: 'Europe/Berlin' } as const
    expect(under({}, late, clause)).toMatchObject([{ breachedAt: at('06 23:00'), status: 'waived' }])
  })

  it('is for whom it names, and for everybody where it names nobody', () => {
    const statuses = (...exceptions: Partial<ExceptionDocument>[]) => exceptions.map((one) => under(one)[0]?.status)
    expect(statuses({ clauses: ['reply'] }, { leads: ['L'] }, { owners: ['anna'] }, { teams: ['east'] })).toEqual(
      Array(4).fill('waived'),
    )
    expect(statuses({ leads: ['M'] }, { owners: ['bert'] }, { teams: ['west'] }, { owners: ['anna'], teams: ['west'] })).toEqual(
      Array(4).fill('metLate'),
    )
  })

  it('for owners is for none of a lead that nobody owns', () => {
    expect(under({ owners: ['anna'] }, [start, stop])).toMatchObject([{ owner: null, status: 'metLate' }])
  })

  it('turns nothing that is not late', () => {
    const cancel = { cancel: { on: 'end' } } as const
    expect(under({}, [start, happened('07 12:00 stop')])).toMatchObject([{ status: 'met' }])
    expect(under({}, [start, happened('07 15:00 end')], cancel)).toMatchObject([
      { status: 'cancelled', breachedAt: at('07 13:00') },
    ])
  })

  it('asks who answered for the clock when it fell due, whoever has it afterwards', () => {
    const handed = [assigned('07 08:00', 'anna'), start, assigned('07 14:00', 'bert')]
    for (const attribution of ['lastOwner', 'proportional'] as const) {
      const of = (owner: string) => {
        const document = documentOf({ attribution }, { exceptions: [{ ...down, owners: [owner] }] })
        return evaluated(document, handed, '08 17:00').obligations.map((one) => [one.owner, one.status])
      }
      expect(of('anna')).toEqual([['bert', 'waived']])
      expect(of('bert')).toEqual([['bert', 'openBreached']])
    }
  })

  it('any of several is enough', () => {
    const exceptions = [
      { from: '2026-04-01', to: '2026-04-02', reason: 'a strike' },
      { from: '2026-04-07', to: '2026-04-08', reason: 'the CRM was down' },
    ]
    expect(evaluated(documentOf({}, { exceptions }), [start], '08 12:00').obligations).toMatchObject([{ status: 'waived' }])
  })
})
