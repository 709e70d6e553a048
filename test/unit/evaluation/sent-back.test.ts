import { describe, expect, it } from 'vitest'
import { parseAgreement, type TimedClauseDocument } from '../../../src/index.ts'
import { assigned, at, documentOf, happened, outcomes, told } from './one-clause.ts'

const start = happened('07 09:00 start')
const sentBack = (when: string, reason?: string) => happened(`${when} reject`, reason === undefined ? {} : { reason })
const excuse = { rejected: { on: 'reject' }, codes: ['spam'], acceptWindow: { businessDays: 1 } } as const

describe('[C15] a lead that is sent back', () => {
  it('for an agreed reason and in time ends its clock as excused, whoever owns it', () => {
    for (const runs of ['lead', 'owner'] as const) {
      const [clock] = told({ excuse, runs }, [assigned('07 08:00', 'anna'), start, sentBack('07 11:00', 'spam')], '08 12:00')
      expect(clock).toMatchObject({ status: 'cancelled', closedAt: at('07 11:00'), stoppedAt: null, breachedAt: null })
    }
  })

  it('after its clock was due is waived, and the breach stays', () => {
    const late = [start, sentBack('08 09:00', 'spam')]
    expect(told({ excuse }, late, '08 12:00')).toMatchObject([
      { status: 'waived', closedAt: at('08 09:00'), stoppedAt: null, breachedAt: at('07 13:00') },
    ])
  })

  it('is excused until the last instant of the window, which opens with the clock', () => {
    expect(outcomes({ excuse }, [start, sentBack('08 09:00', 'spam')], '08 17:00')).toEqual(['waived 8h'])
    expect(outcomes({ excuse }, [start, sentBack('08 09:01', 'spam')], '08 17:00')).toEqual(['openBreached 16h'])
    const always = { excuse: { rejected: excuse.rejected } }
    expect(outcomes(always, [start, sentBack('20 09:00')], '20 17:00')).toEqual(['waived 72h'])
  })

  it('for any other reason, or for none, is not', () => {
    for (const reason of ['no time', '', undefined]) {
      expect(outcomes({ excuse }, [start, sentBack('07 10:00', reason)], '07 11:00')).toEqual(['open 2h'])
    }
  })

  it('by the event that stops it was answered; one that cancels it as well is excused', () => {
    const stops = { excuse, stop: { on: 'reject' } } as const
    expect(outcomes(stops, [start, sentBack('07 10:00', 'spam')], '07 11:00')).toEqual(['met 1h'])
    const cancels = { excuse, cancel: { on: 'reject' } } as const
    expect(outcomes(cancels, [start, sentBack('08 09:00', 'spam')], '08 12:00')).toEqual(['waived 8h'])
  })

  it('opens the next cycle when it comes again', () => {
    const events = [start, sentBack('07 10:00', 'spam'), happened('07 11:00 start')]
    expect(outcomes({ excuse }, events, '07 12:00')).toEqual(['cancelled 1h', 'open 1h'])
  })

  it('cannot be so until an instant that a fact names', () => {
    const window = { dueFrom: { fact: 'lead', path: '$.by' } }
    const parsed = parseAgreement(documentOf({ excuse: { ...excuse, acceptWindow: window } } as Partial<TimedClauseDocument>))
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'wrong-type clauses.reply.excuse.acceptWindow',
    ])
  })
})

describe('a lead that is merged into another', () => {
  const merged = (when: string, into = 'M') => happened(`${when} lead.merged`, { into })

  it('has its clocks superseded, and none afterwards', () => {
    const events = [start, merged('07 10:00'), happened('07 11:00 start'), happened('07 12:00 stop')]
    expect(outcomes({}, events, '08 12:00')).toEqual(['superseded 1h'])
    expect(outcomes({ reset: { on: 'lead.merged' } }, events, '08 12:00')).toEqual(['superseded 1h'])
    expect(outcomes({ reopenWindow: 'PT24H' }, [start, happened('07 09:30 stop'), ...events.slice(1)], '08 12:00')).toEqual([
      'met 0.5h',
    ])
  })

  it('keeps its breach', () => {
    expect(told({}, [start, merged('08 09:00')], '08 12:00')).toMatchObject([
      { status: 'superseded', breachedAt: at('07 13:00') },
    ])
  })

  it('was answered, cancelled or excused by the event that did that too', () => {
    const by = (clause: Partial<TimedClauseDocument>) => outcomes(clause, [start, merged('07 10:00')], '07 12:00')
    expect(by({ stop: { on: 'lead.merged' } })).toEqual(['met 1h'])
    expect(by({ cancel: { on: 'lead.merged' } })).toEqual(['cancelled 1h'])
  })

  it('is there still when it was merged into itself', () => {
    expect(outcomes({}, [start, merged('07 10:00', 'L')], '07 12:00')).toEqual(['open 3h'])
  })
})

describe('[C14] what counts', () => {
  const human = { actor: { id: 'anna', kind: 'human' } } as const
  const robot = { actor: { id: 'mailer', kind: 'automation' } } as const
  const stopped = (counts: TimedClauseDocument['counts'], data: object, by: object = human) =>
    outcomes(counts === undefined ? {} : { counts }, [start, happened('07 10:00 stop', { ...data }, by)], '07 11:00')[0]?.split(
      ' ',
    )[0]

  it('is what fires the stop, and no automation where anything is said', () => {
    expect([stopped(undefined, {}, robot), stopped({}, {}, robot), stopped({ automations: true }, {}, robot)]).toEqual([
      'met',
      'open',
      'met',
    ])
    expect(stopped({}, {}, {})).toBe('met')
  })

  it('comes through a channel, which is the type of an event that names none', () => {
    expect([{ channel: 'phone' }, { channel: 'fax' }, {}].map((data) => stopped({ channels: ['phone', 'stop'] }, data))).toEqual([
      'met',
      'open',
      'met',
    ])
  })

  it('goes in a direction, and lasts so long', () => {
    const outbound = { direction: 'outbound' } as const
    expect([{ direction: 'outbound' }, { direction: 'inbound' }, {}].map((data) => stopped(outbound, data))).toEqual([
      'met',
      'open',
      'open',
    ])
    expect(
      [{ seconds: 30 }, { seconds: 29.9 }, { seconds: '90' }, {}].map((data) => stopped({ atLeast: 'PT30S' }, data)),
    ).toEqual(['met', 'open', 'open', 'open'])
  })

  it('is refused where it makes no sense', () => {
    const parsed = parseAgreement(documentOf({ counts: { atLeast: '-PT1S', channels: [] } }))
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'out-of-range clauses.reply.counts.channels',
      'out-of-range clauses.reply.counts.atLeast',
    ])
  })
})
