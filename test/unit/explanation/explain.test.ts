import { describe, expect, test } from 'vitest'
import { defineAgreement, explain, type Language, LeadSlaError } from '../../../src/index.ts'
import { assigned, at, happened, moved } from '../evaluation/one-clause.ts'
import { explained, turnsOf } from './one-explanation.ts'

const start = happened('07 10:00 start')
const codeOf = (run: () => unknown): string | undefined => {
  try {
    run()
  } catch (error) {
    if (error instanceof LeadSlaError) return error.code
    throw error
  }
  return undefined
}

describe('[W3] the explanation of a worked case', () => {
  const hours = ['09:00-17:00']
  const agreement = defineAgreement({
    agreement: 'easter',
    version: '1',
    timeZone: 'Europe/Berlin',
    parties: { sales: { name: 'Sales' } },
    calendars: {
      berlin: {
        timeZone: 'Europe/Berlin',
        week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
        holidays: [{ date: '2026-04-03', name: 'Good Friday' }, '2026-04-06'],
      },
    },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'berlin',
        start: { on: 'lead.created' },
        stop: { on: 'call' },
        pause: { on: 'hold' },
        resume: { on: 'release' },
        within: 'PT4H',
      },
    },
  })
  const events = [
    { id: 'a', lead: 'L/1', type: 'lead.created', at: '2026-04-02T16:00:00+02:00' },
    {
      id: 'b',
      lead: 'L/1',
      type: 'hold',
      at: '2026-04-02T16:30:00+02:00',
      actor: { id: 'ben' },
      data: { reason: 'on holiday' },
    },
    { id: 'c', lead: 'L/1', type: 'release', at: '2026-04-07T10:00:00+02:00' },
    { id: 'd', lead: 'L/1', type: 'call', at: '2026-04-07T13:42:00+02:00', actor: { id: 'anna' } },
  ]
  const key = 'reply/L/1/1'
  const told = (language?: Language) =>
    explain(agreement, events, { asOf: '2026-05-01T00:00:00Z', key, ...(language ? { language } : {}) })
  const nobody = { event: null, type: null, actor: null, reason: null }
  const ben = { event: 'b', type: 'hold', actor: 'ben', reason: 'on holiday' }

  test('has a span for each reason, and the reasons of closed time', () => {
    const { spans } = told()
    expect(spans.map(({ from, to, ms, why, rule }) => [from, to, ms, why, rule])).toEqual([
      ['2026-04-02T14:00:00.000Z', '2026-04-02T14:30:00.000Z', 1_800_000, 'open', 'T4'],
      ['2026-04-02T14:30:00.000Z', '2026-04-02T15:00:00.000Z', 1_800_000, 'paused', 'C3'],
      ['2026-04-02T15:00:00.000Z', '2026-04-07T07:00:00.000Z', 403_200_000, 'closed', 'T7'],
      ['2026-04-07T07:00:00.000Z', '2026-04-07T08:00:00.000Z', 3_600_000, 'paused', 'C3'],
      ['2026-04-07T08:00:00.000Z', '2026-04-07T11:42:00.000Z', 13_320_000, 'open', 'T4'],
    ])
    expect(spans[0]).toMatchObject({ counts: true, ...nobody, holidays: [], closed: [] })
    expect(spans[1]).toMatchObject({ counts: false, ...ben, holidays: [], closed: [] })
    expect(spans[2]).toMatchObject({ counts: false, ...nobody, holidays: ['2026-04-03', '2026-04-06'] })
    const reasons = spans[2]?.closed.map(({ from, why, rule, date, name }) => [from, why, rule, date, name])
    expect(reasons).toEqual([
      ['2026-04-02T15:00:00.000Z', 'hours', 'T6', null, null],
      ['2026-04-02T22:00:00.000Z', 'holiday', 'T7', '2026-04-03', 'Good Friday'],
      ['2026-04-03T22:00:00.000Z', 'noHours', 'T6', '2026-04-04', null],
      ['2026-04-04T22:00:00.000Z', 'noHours', 'T6', '2026-04-05', null],
      ['2026-04-05T22:00:00.000Z', 'holiday', 'T7', '2026-04-06', null],
      ['2026-04-06T22:00:00.000Z', 'hours', 'T6', null, null],
    ])
  })

  test('has the turns in order, with who did what and why', () => {
    expect(told().turns).toEqual([
      {
        ...{ at: '2026-04-02T14:00:00.000Z', what: 'started', because: 'trigger', rule: 'C1' },
        ...{ event: 'a', type: 'lead.created', actor: null, reason: null },
      },
      { at: '2026-04-02T14:30:00.000Z', what: 'paused', because: 'trigger', rule: 'C3', ...ben },
      {
        ...{ at: '2026-04-07T08:00:00.000Z', what: 'resumed', because: 'trigger', rule: 'C3' },
        ...{ event: 'c', type: 'release', actor: null, reason: null },
      },
      { at: '2026-04-07T11:30:00.000Z', what: 'breached', because: 'time', rule: 'C4', ...nobody },
      {
        ...{ at: '2026-04-07T11:42:00.000Z', what: 'stopped', because: 'trigger', rule: 'C4' },
        ...{ event: 'd', type: 'call', actor: 'anna', reason: null },
      },
    ])
  })

  test('reckons the due instant date by date', () => {
    expect(told().reckoning).toEqual({
      dueAt: '2026-04-07T11:30:00.000Z',
      rule: 'T5',
      days: [
        { date: '2026-04-02', openMs: 1_800_000 },
        { date: '2026-04-07', openMs: 12_600_000 },
      ],
    })
  })

  test('is told in English unless another language is asked for', () => {
    const english = [
      'reply: sales owes lead L/1 a stop within 4 h, counted in the opening hours of berlin (times are Europe/Berlin).',
      'Cycle 1 started on Thu 2 Apr 2026 16:00 with event a (lead.created) [C1].',
      'Counted 30 min: Thu 2 Apr 2026 16:00 to Thu 2 Apr 2026 16:30.',
      'Not counted: Thu 2 Apr 2026 16:30 to Thu 2 Apr 2026 17:00, paused by event b (hold) of ben, “on holiday” [C3].',
      'Not counted: Thu 2 Apr 2026 17:00 to Tue 7 Apr 2026 09:00, closed: outside the opening hours; holidays on Fri 3 Apr (Good Friday) and Mon 6 Apr; no opening hours on Sat 4 Apr and Sun 5 Apr [T6, T7].',
      'Not counted: Tue 7 Apr 2026 09:00 to Tue 7 Apr 2026 10:00, paused by event b (hold) of ben, “on holiday” [C3].',
      'Counted 3 h 42 min: Tue 7 Apr 2026 10:00 to Tue 7 Apr 2026 13:42.',
      'Due on Tue 7 Apr 2026 13:30, because 4 h of business time from Thu 2 Apr 2026 16:00 on, pauses left out, are 30 min on Thu 2 Apr and 3 h 30 min on Tue 7 Apr; stopped on Tue 7 Apr 2026 13:42 by event d (call) of anna: 12 min late, 4 h 12 min used [T5, C4].',
    ]
    expect(told().sentences).toEqual(english)
    expect(told('en').sentences).toEqual(english)
  })

  test('is told in German', () => {
    expect(told('de').sentences).toEqual([
      'reply: sales schuldet dem Lead L/1 eine Erledigung binnen 4 h, gezählt in den Öffnungszeiten von berlin (Zeiten in Europe/Berlin).',
      'Zyklus 1 begann am Do., 2. Apr. 2026, 16:00 Uhr mit Ereignis a (lead.created) [C1].',
      'Gezählt 30 min: Do., 2. Apr. 2026, 16:00 Uhr bis Do., 2. Apr. 2026, 16:30 Uhr.',
      'Nicht gezählt: Do., 2. Apr. 2026, 16:30 Uhr bis Do., 2. Apr. 2026, 17:00 Uhr, angehalten durch Ereignis b (hold) von ben, „on holiday“ [C3].',
      'Nicht gezählt: Do., 2. Apr. 2026, 17:00 Uhr bis Di., 7. Apr. 2026, 09:00 Uhr, geschlossen: außerhalb der Öffnungszeiten; Feiertage am Fr. 3. Apr. (Good Friday) und Mo. 6. Apr.; keine Öffnungszeiten am Sa. 4. Apr. und So. 5. Apr. [T6, T7].',
      'Nicht gezählt: Di., 7. Apr. 2026, 09:00 Uhr bis Di., 7. Apr. 2026, 10:00 Uhr, angehalten durch Ereignis b (hold) von ben, „on holiday“ [C3].',
      'Gezählt 3 h 42 min: Di., 7. Apr. 2026, 10:00 Uhr bis Di., 7. Apr. 2026, 13:42 Uhr.',
      'Fällig am Di., 7. Apr. 2026, 13:30 Uhr, denn 4 h Geschäftszeit ab Do., 2. Apr. 2026, 16:00 Uhr ohne die Pausen sind 30 min am Do. 2. Apr. und 3 h 30 min am Di. 7. Apr.; erledigt am Di., 7. Apr. 2026, 13:42 Uhr durch Ereignis d (call) von anna: 12 min zu spät, 4 h 12 min verbraucht [T5, C4].',
    ])
  })

  test('in a language that is not known is refused, also in one that every object has', () => {
    for (const language of ['fr', '__proto__', 'constructor', null, 7] as unknown as Language[]) {
      expect(codeOf(() => explain(agreement, events, { asOf: 0, key, language }))).toBe('unknown-value')
    }
  })

  test('of a key that is none is refused', () => {
    for (const other of ['', '/', 'reply', 'reply/L/1/01', 'reply/L/1/__proto__', null, undefined, {}] as unknown as string[]) {
      expect(codeOf(() => explain(agreement, events, { asOf: '2026-05-01T00:00:00Z', key: other }))).toBe('unknown-obligation')
    }
  })
})

describe('the turns of a clock say why', () => {
  test('[C6] it was reopened, and the stop before stays told', () => {
    const clause = { reopenWindow: 'PT2H' }
    const told = explained(
      [start, happened('07 12:00 stop'), happened('07 13:00 start'), happened('07 14:00 stop')],
      '07 15:00',
      {
        clause,
      },
    )
    expect(turnsOf(told)).toEqual([
      'started e1 trigger C1',
      'stopped e2 trigger C4',
      'reopened e3 trigger C6',
      'stopped e4 trigger C4',
    ])
    expect(told.spans.map(({ why, rule, event }) => [why, rule, event])).toEqual([
      ['open', 'T4', null],
      ['paused', 'C6', 'e2'],
      ['open', 'T4', null],
    ])
    expect(told.sentences[3]).toBe(
      'Not counted: Tue 7 Apr 2026 12:00 to Tue 7 Apr 2026 13:00, stopped by event e2 (stop) until it was reopened [C6].',
    )
    expect(told.sentences[4]).toBe(
      'On Tue 7 Apr 2026 13:00 event e3 (start) reopened it, after event e2 (stop) had stopped it on Tue 7 Apr 2026 12:00 [C6].',
    )
  })

  test('[C6] it was reopened while its lead is paused, and goes on being so', () => {
    const clause = { reopenWindow: 'PT4H', pause: { on: 'hold' }, resume: { on: 'go' } }
    const events = [
      start,
      happened('07 12:00 stop'),
      happened('07 12:30 hold'),
      happened('07 13:00 start'),
      happened('07 14:00 go'),
    ]
    const told = explained(events, '07 15:00', { clause })
    expect(turnsOf(told)).toEqual([
      'started e1 trigger C1',
      'stopped e2 trigger C4',
      'reopened e4 trigger C6',
      'paused e3 trigger C3',
      'resumed e5 trigger C3',
    ])
  })

  test('[C9] it was handed over, to whom and by which event; also while it was stopped', () => {
    const clause = { reopenWindow: 'PT4H' }
    const events = [
      assigned('07 09:30', 'anna'),
      start,
      assigned('07 11:00', 'bert'),
      happened('07 12:00 stop'),
      assigned('07 12:30', null),
      happened('07 13:00 start'),
    ]
    const told = explained(events, '07 13:30', { clause })
    expect(told.turns.filter(({ what }) => what === 'handedOver')).toMatchObject([
      { at: at('07 11:00'), event: 'e3', owner: 'bert', team: 'west', rule: 'C9' },
      { at: at('07 12:30'), event: 'e5', owner: null, team: null, rule: 'C9' },
    ])
    expect(told.sentences).toContain(
      'On Tue 7 Apr 2026 11:00 event e3 (lead.assigned) handed the lead from anna (team east) to bert (team west) [C9].',
    )
    expect(told.sentences).toContain('It counts for no person, because nobody had the lead then [C9].')
    expect(told.sentences).toContain('Time used: 1 h by anna (team east), 1 h by bert (team west) and 30 min by nobody [C9].')
  })

  test('[C6], [C7], [C9] it made room for the next cycle, which says the same', () => {
    const both = (clause: object, cause: ReturnType<typeof happened>) =>
      ['reply/L/1', 'reply/L/2'].map((key) =>
        turnsOf(explained([assigned('07 09:00', 'anna'), start, cause], '07 12:00', { clause, key })),
      )
    expect(both({ reset: { on: 'again' } }, happened('07 11:00 again'))).toEqual([
      ['started e2 trigger C1', 'reset e3 reset C6'],
      ['started e3 reset C6'],
    ])
    expect(both({ runs: 'owner' }, assigned('07 11:00', 'bert'))).toEqual([
      ['started e2 trigger C1', 'restarted e3 owner C9'],
      ['started e3 owner C9'],
    ])
    const isHot = { fact: 'lead', path: '$.hot', operator: 'equal', value: true }
    const within = [{ when: isHot, target: 'PT1H' }, { target: 'PT4H' }]
    expect(both({ onChange: 'restart', within }, happened('07 11:00 lead.updated', { hot: true }))).toEqual([
      ['started e2 trigger C1', 'restarted e3 goal C7'],
      ['started e3 goal C7'],
    ])
    expect(both({ onChange: 'restart', within, reset: { on: 'again' } }, happened('07 11:00 again'))[0]?.at(-1)).toBe(
      'reset e3 reset C6',
    )
  })

  test('[C7] another goal won, with the due instant before and after', () => {
    const isHot = { fact: 'lead', path: '$.hot', operator: 'equal', value: true }
    const clause = { within: [{ when: isHot, target: 'PT1H' }, { target: 'PT4H' }] }
    const told = explained([start, happened('07 10:30 lead.updated', { hot: true })], '07 10:45', { clause })
    expect(told.turns[1]).toMatchObject({
      ...{ what: 'retargeted', because: 'goal', rule: 'C7', event: 'e2' },
      ...{ fromDueAt: at('07 14:00'), toDueAt: at('07 11:00') },
    })
    expect(told.sentences).toContain(
      'On Tue 7 Apr 2026 10:30 event e2 (lead.updated) changed the goal, and the due time from Tue 7 Apr 2026 14:00 to Tue 7 Apr 2026 11:00 [C7].',
    )
  })

  test('[C1], [C2] it was cancelled, lost what it requires, or had nothing to do', () => {
    const ok = { fact: 'lead', path: '$.ok', operator: 'equal', value: true }
    const created = happened('07 09:00 lead.created', { ok: true })
    const lost = happened('07 11:00 lead.updated', { ok: false })
    expect(turnsOf(explained([created, start, lost], '07 12:00', { clause: { requires: ok } })).at(-1)).toBe(
      'cancelled e3 requires C1',
    )
    const cancelled = explained([start, happened('07 11:00 end')], '07 12:00', { clause: { cancel: { on: 'end' } } })
    expect(turnsOf(cancelled).at(-1)).toBe('cancelled e2 trigger C1')
    const atOnce = explained([moved('07 09:00', 'won'), start], '07 12:00', { clause: { stop: { disposed: true } } })
    expect(turnsOf(atOnce)).toEqual(['started e2 trigger C1', 'stopped e2 alreadySo C2'])
  })

  test('[C13] it had waited for another clause', () => {
    const clauses = {
      demo: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'office',
        start: { on: 'want' },
        stop: { on: 'show' },
        within: 'PT4H',
        after: 'reply',
      },
    } as const
    const events = [start, happened('07 10:30 want'), happened('07 11:00 stop'), happened('07 12:00 show')].map(
      (event, index) => ({
        ...event,
        id: `e${index + 1}`,
      }),
    )
    const document = { ...explainedDocument(), clauses: { ...explainedDocument().clauses, ...clauses } }
    const told = explain(document, events, { asOf: at('07 13:00'), key: 'demo/L/1' })
    expect(turnsOf(told)).toEqual(['started e3 predecessor C13', 'stopped e4 trigger C4'])
    expect(told.sentences[1]).toBe(
      'Cycle 1 started on Tue 7 Apr 2026 11:00 with event e3 (stop), which closed what it had waited for [C13].',
    )
  })

  test('[C16] it was waived, by which exception and with whose word', () => {
    const exceptions = [
      { from: '2026-04-01', to: '2026-04-02', reason: 'another' },
      { name: 'outage', from: '2026-04-07', to: '2026-04-08', reason: 'the CRM was down', approvedBy: 'both heads' },
    ]
    const told = explained([start, happened('07 16:00 stop')], '08 12:00', { more: { exceptions } })
    expect(turnsOf(told)).toEqual([
      'started e1 trigger C1',
      'breached – time C4',
      'waived – exception C16',
      'stopped e2 trigger C4',
    ])
    expect(told.waivedBy).toEqual({
      ...{ name: 'outage', from: '2026-04-07', to: '2026-04-08' },
      ...{ reason: 'the CRM was down', approvedBy: 'both heads' },
    })
    expect(told.sentences.at(-2)).toBe(
      'Waived by the exception outage, for what falls due from Tue 7 Apr 2026 until before Wed 8 Apr 2026: “the CRM was down”, approved by both heads [C16].',
    )
    expect(explained([start, happened('07 12:00 stop')], '08 12:00', { more: { exceptions } }).waivedBy).toBeNull()
  })

  test('[C15] it was sent back, or its lead was merged into another', () => {
    const clause = { excuse: { rejected: { on: 'reject' }, codes: ['spam'] } } as const
    const told = explained([start, happened('07 11:00 reject', { reason: 'spam' })], '08 12:00', { clause })
    expect(turnsOf(told)).toEqual(['started e1 trigger C1', 'excused e2 trigger C15'])
    expect(told.sentences.at(-1)).toContain(
      'excused on Tue 7 Apr 2026 11:00 by event e2 (reject), “spam”, which sent the lead back for an agreed reason and in time',
    )
    const merged = explained([start, happened('07 11:00 lead.merged', { into: 'M' })], '08 12:00')
    expect(turnsOf(merged)).toEqual(['started e1 trigger C1', 'merged e2 merge C6'])
    expect(merged.sentences.at(-1)).toContain(
      'ended on Tue 7 Apr 2026 11:00 by event e2 (lead.merged), which merged the lead into another',
    )
  })

  test('[C3] a pause lasted as long as it may, and another was one too many', () => {
    const clause = { pause: { on: 'hold' }, resume: { on: 'wake' }, maxPause: 'PT2H', maxPauses: 1 } as const
    const events = [happened('07 09:00 start'), happened('07 10:00 hold'), happened('07 13:00 wake'), happened('07 14:00 hold')]
    const told = explained(events, '07 14:30', { clause })
    expect(turnsOf(told)).toEqual(['started e1 trigger C1', 'paused e2 trigger C3', 'resumed – cap C3', 'notPaused e4 cap C3'])
    expect(told.spans.map(({ why, to }) => [why, to.slice(11, 16)])).toEqual([
      ['open', '10:00'],
      ['paused', '12:00'],
      ['open', '14:30'],
    ])
    expect(told.sentences.filter((text) => text.includes('[C3]'))).toEqual([
      'Not counted: Tue 7 Apr 2026 10:00 to Tue 7 Apr 2026 12:00, paused by event e2 (hold) for as long as a pause may last [C3].',
      'On Tue 7 Apr 2026 14:00 event e4 (hold) did not pause it, because it had been paused as often as it may [C3].',
    ])
  })

  test('[C3] a pause outside opening hours took nothing, and is told all the same', () => {
    const clause = { pause: { on: 'hold' }, resume: { on: 'go' } }
    const night = [start, happened('07 18:00 hold', { reason: 'night' }), happened('08 08:00 go')]
    const { spans, sentences } = explained(night, '08 10:00', { clause })
    expect(spans.map(({ why }) => why)).toEqual(['open', 'closed', 'open'])
    expect(sentences).toContain(
      'On Tue 7 Apr 2026 18:00 event e2 (hold), “night” paused it until Wed 8 Apr 2026 08:00, which took no time because all of it was closed [C3].',
    )
  })
})

function explainedDocument() {
  return {
    ...{ agreement: 'acme', version: '1', timeZone: 'UTC', parties: { sales: { name: 'Sales' } } },
    calendars: { office: { timeZone: 'UTC', week: { tue: ['09:00-17:00'] } } },
    clauses: {
      reply: { kind: 'timed', owedBy: 'sales', clock: 'office', start: { on: 'start' }, stop: { on: 'stop' }, within: 'PT4H' },
    },
  } as const
}
