import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  type CadenceClauseDocument,
  evaluate,
  type LeadEvent,
  type Obligation,
} from '../../../src/index.ts'
import { documentOf, happened, moved } from '../periods/one-period-clause.ts'

const cadence = (clause: Partial<CadenceClauseDocument> = {}, more: Partial<AgreementDocument> = {}) =>
  documentOf(
    {
      kind: 'cadence',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.assigned' },
      attempt: { on: ['call', 'email'] },
      count: 3,
      within: 'P5D',
      ...clause,
    },
    more,
  )
const assigned = (when: string, owner = 'anna') => happened(`${when} lead.assigned`, { owner })
const attempt = (when: string, data?: LeadEvent['data'], kind?: 'human' | 'automation'): LeadEvent => ({
  ...happened(when, data),
  ...(kind ? { actor: { id: 'someone', kind } } : {}),
})
const obligationsOf = (document: AgreementDocument, events: readonly LeadEvent[], asOf: string): readonly Obligation[] =>
  evaluate(document, events, { asOf: asOf.length === 10 ? `${asOf}T00:00:00Z` : asOf }).obligations
const only = (document: AgreementDocument, events: readonly LeadEvent[], asOf = '2026-04-30') =>
  obligationsOf(document, events, asOf)[0]
const begun = assigned('A 2026-04-01 09:00')
const at = (day: string, type = 'call', data?: LeadEvent['data']) => attempt(`A 2026-04-${day} 10:00 ${type}`, data)

describe('a cadence [C14]', () => {
  it('is met by the attempt that completes it, if that is in time', () => {
    expect(only(cadence(), [begun, at('01'), at('02'), at('03')])).toMatchObject({
      key: 'it/A/1',
      status: 'met',
      startedAt: '2026-04-01T09:00:00.000Z',
      dueAt: '2026-04-06T09:00:00.000Z',
      stoppedAt: '2026-04-03T10:00:00.000Z',
      targetMs: 5 * 86_400_000,
      progress: { attempts: 3, count: 3, channels: ['call'], channelCount: 1, lastAttemptAt: '2026-04-03T10:00:00.000Z' },
    })
  })

  it('shows how far it has come while it is open, and is breached when it is due', () => {
    const events = [begun, at('01'), at('02')]
    expect(only(cadence(), events, '2026-04-06T09:00:00Z')).toMatchObject({ status: 'open', progress: { attempts: 2, count: 3 } })
    expect(only(cadence(), events, '2026-04-06T09:00:01Z')).toMatchObject({
      status: 'openBreached',
      breachedAt: '2026-04-06T09:00:00.000Z',
      progress: { attempts: 2, lastAttemptAt: '2026-04-02T10:00:00.000Z' },
    })
    expect(only(cadence(), [...events, at('20')])).toMatchObject({ status: 'metLate', progress: { attempts: 3 } })
  })

  it('counts attempts that are too close to the last one that counted once, whatever the hour', () => {
    const spaced = cadence({ spacing: 'PT4H' })
    const times = ['08:00', '10:00', '12:00', '15:59', '16:00']
    const events = [assigned('A 2026-04-01 07:00'), ...times.map((time) => attempt(`A 2026-04-01 ${time} call`))]
    expect(only(spaced, events)).toMatchObject({ status: 'met', stoppedAt: '2026-04-01T16:00:00.000Z' })
    expect(only(spaced, events.slice(0, -1))?.progress).toMatchObject({ attempts: 2, lastAttemptAt: '2026-04-01T12:00:00.000Z' })
  })

  it('asks for channels: those that the events name, else their types', () => {
    const channels = cadence({ channels: 2 })
    expect(only(channels, [begun, at('01'), at('02'), at('03')])).toMatchObject({
      status: 'openBreached',
      progress: { attempts: 3, channels: ['call'] },
    })
    expect(only(channels, [begun, at('01'), at('02'), at('03'), at('04', 'email')])).toMatchObject({
      status: 'met',
      progress: { attempts: 4, channels: ['call', 'email'], channelCount: 2 },
    })
    const named = [
      at('01', 'call', { channel: 'phone' }),
      at('02', 'email', { channel: 'phone' }),
      at('03', 'email', { channel: '' }),
    ]
    expect(only(channels, [begun, ...named])?.progress?.channels).toEqual(['phone', 'email'])
  })

  it('takes no channel from an attempt that does not count', () => {
    const document = cadence({ channels: 2, count: 2, spacing: 'P1D' })
    const double = [attempt('A 2026-04-01 10:00 call'), attempt('A 2026-04-01 10:05 email'), attempt('A 2026-04-02 10:00 call')]
    expect(only(document, [begun, ...double])).toMatchObject({
      progress: { attempts: 2, channels: ['call'] },
      status: 'openBreached',
    })
  })

  it('does not count what an automation does, unless it is agreed', () => {
    const events = [begun, ...['01', '02', '03'].map((day) => attempt(`A 2026-04-${day} 10:00 email`, undefined, 'automation'))]
    expect(only(cadence(), events)?.progress?.attempts).toBe(0)
    expect(only(cadence({ automations: true }), events)?.progress?.attempts).toBe(3)
    expect(only(cadence(), [begun, attempt('A 2026-04-02 10:00 email', undefined, 'human')])?.progress?.attempts).toBe(1)
  })

  it('counts what the condition lets count: direction, length, or anything that is in the event', () => {
    const long = { fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 } as const
    const outbound = { fact: 'event', path: '$.data.direction', operator: 'equal', value: 'outbound' } as const
    const document = cadence({ attempt: { on: 'call', when: { all: [long, outbound] } } })
    const call = (day: string, seconds: number, direction: string) => at(day, 'call', { seconds, direction })
    const events = [begun, call('01', 60, 'outbound'), call('02', 10, 'outbound'), call('03', 60, 'inbound')]
    expect(only(document, events)?.progress?.attempts).toBe(1)
  })

  it('is fulfilled by its stop, and ended without a verdict by its cancel', () => {
    const document = cadence({ stop: { enters: 'won' }, cancel: { enters: 'lost' } })
    const until = (state: string, day: string) => only(document, [begun, at('01'), moved(`A 2026-04-${day} 10:00`, state)])
    expect(until('won', '02')).toMatchObject({ status: 'met', stoppedAt: '2026-04-02T10:00:00.000Z', progress: { attempts: 1 } })
    expect(until('won', '20')?.status).toBe('metLate')
    expect(until('lost', '02')).toMatchObject({ status: 'cancelled', stoppedAt: null, closedAt: '2026-04-02T10:00:00.000Z' })
  })

  it('is met at once where what fulfils it is so already', () => {
    const document = cadence({ start: { on: 'lead.assigned' }, stop: { disposed: true } })
    expect(only(document, [moved('A 2026-04-01 08:00', 'won'), begun])).toMatchObject({
      status: 'met',
      usedMs: 0,
      progress: { attempts: 0 },
    })
  })

  it('counts the attempt that stops or cancels it, and none of the event that starts it', () => {
    const stop = cadence({
      stop: { on: 'call', when: { fact: 'event', path: '$.data.connected', operator: 'equal', value: true } },
    })
    expect(only(stop, [begun, at('01', 'call', { connected: true })])).toMatchObject({ status: 'met', progress: { attempts: 1 } })
    const same = cadence({ start: { on: 'call' }, count: 1 })
    expect(
      obligationsOf(same, [at('01'), at('02')], '2026-04-03').map(({ key, status, progress }) => [
        key,
        status,
        progress?.attempts,
      ]),
    ).toEqual([
      ['it/A/1', 'met', 1],
      ['it/A/2', 'open', 0],
    ])
  })

  it('starts again after its end, and never while it is open; only once where that is agreed', () => {
    const events = [begun, assigned('A 2026-04-01 10:00'), at('02'), at('03'), at('04'), assigned('A 2026-04-10 09:00')]
    const cycles = (document: AgreementDocument) =>
      obligationsOf(document, events, '2026-04-11').map(({ cycle, status }) => [cycle, status])
    expect(cycles(cadence())).toEqual([
      [1, 'met'],
      [2, 'open'],
    ])
    expect(cycles(cadence({ once: true }))).toEqual([[1, 'met']])
  })

  it('counts on its calendar, is owed by whoever has the lead when it is due, and may be waived [C9] [C16]', () => {
    const exceptions = [{ from: '2026-04-10', to: '2026-04-11', reason: 'agreed', clauses: ['it'] }]
    const document = cadence({ clock: 'office', within: { businessDays: 2 } }, { exceptions })
    const events = [assigned('A 2026-04-03 16:00'), assigned('A 2026-04-06 09:00', 'bert')]
    const [one] = obligationsOf(document, events, '2026-04-30')
    expect(one).toMatchObject({ dueAt: '2026-04-07T16:00:00.000Z', owner: 'bert', status: 'openBreached' })
    expect(one?.owners.map(({ owner, usedMs }) => [owner, usedMs / 3_600_000])).toEqual([
      ['anna', 1],
      ['bert', 18 * 8],
    ])
    const later = assigned('A 2026-04-08 16:00')
    expect(only(document, [later])?.status).toBe('waived')
  })

  it('begins no cycle before the agreement or after it', () => {
    const limited = cadence({}, { effective: { from: '2026-04-02', to: '2026-04-20' } })
    expect(obligationsOf(limited, [begun, assigned('B 2026-04-20 00:00')], '2026-04-30')).toEqual([])
  })

  it('makes its types of events known, and is none of the findings', () => {
    const document = cadence({ stop: { on: 'answered' } })
    const { findings } = evaluate(document, [begun, at('01'), at('02', 'answered'), at('03', 'other')], {
      asOf: '2026-04-10T00:00:00Z',
    })
    expect(findings.map(({ code, event }) => [code, (event as LeadEvent | undefined)?.type])).toEqual([
      ['unused-calendar', undefined],
      ['unused-event-type', 'other'],
    ])
  })

  it('that no fact gives a due instant waits for ever, and is a finding [missing-due]', () => {
    const document = cadence({ within: { dueFrom: { fact: 'lead', path: '$.by' } } })
    const { findings, obligations } = evaluate(document, [begun], { asOf: '2026-04-10T00:00:00Z' })
    expect(obligations).toMatchObject([{ status: 'open', dueAt: null }])
    expect(findings.filter(({ code }) => code === 'missing-due').map(({ message }) => message)).toEqual([
      'no fact names when it is due for lead "A", so the cadence that started at 2026-04-01T09:00:00.000Z cannot be breached',
    ])
    const named = happened('A 2026-04-01 08:00 lead.created', { by: '2026-04-03T09:00:00Z' })
    expect(only(document, [named, begun])).toMatchObject({ status: 'openBreached', dueAt: '2026-04-03T09:00:00.000Z' })
  })

  it('can be counted by a compliance', () => {
    const document = documentOf(
      { kind: 'compliance', owedBy: 'sales', clause: 'tries', per: 'month', atLeast: 0.5 },
      { clauses: { tries: cadence().clauses.it as CadenceClauseDocument } },
    )
    const events = [begun, at('01'), at('02'), at('03'), assigned('B 2026-04-02 09:00'), assigned('C 2026-04-29 09:00')]
    const { periods } = evaluate(document, events, { asOf: '2026-05-01T00:00:00Z' })
    expect(periods[0]).toMatchObject({ key: 'it/2026-04', actual: 0.5, sample: 2, pending: 1, status: 'onTrack' })
  })

  it('refuses an instant at which the holidays of its calendar are not known [beyond-horizon]', () => {
    const office = { timeZone: 'UTC', week: { mon: ['09:00-17:00'] }, holidays: [{ years: [2026, 2026] as const, dates: [] }] }
    const document = cadence({ clock: 'office' }, { calendars: { office } })
    expect(() => obligationsOf(document, [], '2027-01-01')).toThrow(/until when the holidays of the calendar office are known/)
  })
})
