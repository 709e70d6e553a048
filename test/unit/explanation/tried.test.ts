import { describe, expect, it } from 'vitest'
import {
  type AgreementDocument,
  type CadenceClauseDocument,
  explain,
  type LeadEvent,
  type TimedClauseDocument,
} from '../../../src/index.ts'

const parties = { sales: { name: 'Sales' } }
const agreement = (clause: TimedClauseDocument | CadenceClauseDocument): AgreementDocument => ({
  agreement: 'acme',
  version: '1',
  timeZone: 'UTC',
  parties,
  lifecycle: { initial: 'new', states: { new: { to: ['reached'] }, reached: { to: ['new'] } } },
  clauses: { it: clause },
})
const base = { owedBy: 'sales', clock: 'always', start: { on: 'start' }, within: 'P5D' } as const
const on = (hour: number, type: string, data = {}, kind: 'human' | 'automation' = 'human'): LeadEvent => ({
  id: `e${hour}`,
  lead: 'L',
  type,
  at: Date.parse('2026-04-07T00:00:00Z') + hour * 3_600_000,
  actor: { id: kind === 'human' ? 'lena' : 'robot', kind },
  data,
})
const told = (document: AgreementDocument, events: readonly LeadEvent[], language: 'en' | 'de' = 'en') =>
  explain(document, events, { asOf: '2026-04-10T00:00:00Z', key: 'it/L/1', language })

describe('a stop that does not count [C14]', () => {
  const clause: TimedClauseDocument = {
    ...base,
    kind: 'timed',
    stop: { on: ['call', 'mail'] },
    counts: { channels: ['call', 'phone'], direction: 'outbound', atLeast: 'PT30S' },
  }
  const spoken = { direction: 'outbound', seconds: 60 }
  const events = [
    on(0, 'start'),
    on(1, 'call', spoken, 'automation'),
    on(2, 'mail', spoken),
    on(3, 'call', { ...spoken, direction: 'inbound' }),
    on(4, 'call', { direction: 'outbound' }),
    on(5, 'note'),
    on(6, 'mail', { ...spoken, channel: 'phone' }),
  ]

  it('is a turn, with the reason', () => {
    const { turns } = told(agreement(clause), events)
    expect(turns.map(({ what, because, rule, event, channel }) => [what, because, rule, event, channel])).toEqual([
      ['started', 'trigger', 'C1', 'e0', undefined],
      ['notCounted', 'automation', 'C14', 'e1', 'call'],
      ['notCounted', 'channel', 'C14', 'e2', 'mail'],
      ['notCounted', 'direction', 'C14', 'e3', 'call'],
      ['notCounted', 'length', 'C14', 'e4', 'call'],
      ['stopped', 'trigger', 'C4', 'e6', undefined],
    ])
  })

  it('is a sentence, in both languages', () => {
    const said = (language: 'en' | 'de') =>
      told(agreement(clause), events, language).sentences.filter((sentence) => sentence.endsWith('[C14].'))
    expect(said('en')).toEqual([
      'On Tue 7 Apr 2026 01:00 event e1 (call) of robot did not stop it, because what an automation does is not counted [C14].',
      'On Tue 7 Apr 2026 02:00 event e2 (mail) of lena did not stop it, because mail is not a channel that counts [C14].',
      'On Tue 7 Apr 2026 03:00 event e3 (call) of lena did not stop it, because it did not go in the direction that counts [C14].',
      'On Tue 7 Apr 2026 04:00 event e4 (call) of lena did not stop it, because it was not long enough [C14].',
    ])
    expect(said('de')).toEqual([
      'Am Di., 7. Apr. 2026, 01:00 Uhr beendete Ereignis e1 (call) von robot sie nicht, weil nicht zählt, was ein Automat tut [C14].',
      'Am Di., 7. Apr. 2026, 02:00 Uhr beendete Ereignis e2 (mail) von lena sie nicht, weil mail kein Weg ist, der zählt [C14].',
      'Am Di., 7. Apr. 2026, 03:00 Uhr beendete Ereignis e3 (call) von lena sie nicht, weil es nicht in die Richtung ging, die zählt [C14].',
      'Am Di., 7. Apr. 2026, 04:00 Uhr beendete Ereignis e4 (call) von lena sie nicht, weil es nicht lang genug war [C14].',
    ])
  })

  it('is told only of what fires the stop, while the clock is open: a state that is entered, a condition that becomes true', () => {
    const human = { automations: false }
    const enters: TimedClauseDocument = { ...base, kind: 'timed', stop: { enters: 'reached' }, counts: human }
    const moves = [on(0, 'lead.moved', { to: 'reached' }, 'automation'), on(1, 'lead.moved', { to: 'new' }), on(2, 'start')]
    const again = [on(3, 'lead.moved', { to: 'reached' }, 'automation'), on(4, 'lead.moved', { to: 'new' }, 'automation')]
    const entered = told(agreement(enters), [...moves, ...again]).turns
    expect(entered.map(({ what, event }) => [what, event])).toEqual([
      ['started', 'e2'],
      ['notCounted', 'e3'],
    ])
    const score = { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 50 } as const
    const becomes: TimedClauseDocument = { ...base, kind: 'timed', stop: { becomes: score }, counts: human }
    const facts = [60, 70, 40, 80].map((value, index) => on(index + 1, 'lead.updated', { score: value }, 'automation'))
    const became = told(agreement(becomes), [on(0, 'start'), ...facts]).turns
    expect(became.map(({ what, event }) => [what, event])).toEqual([
      ['started', 'e0'],
      ['notCounted', 'e1'],
      ['notCounted', 'e4'],
    ])
  })
})

describe('the attempts of a cadence [C14]', () => {
  const clause: CadenceClauseDocument = {
    ...base,
    kind: 'cadence',
    attempt: { on: ['call', 'mail'] },
    count: 3,
    channels: 2,
    spacing: 'PT4H',
  }
  const events = [
    on(0, 'start'),
    on(1, 'call'),
    on(2, 'mail'),
    on(5, 'call'),
    on(9, 'mail', {}, 'automation'),
    on(10, 'mail'),
    on(20, 'call'),
  ]

  it('are turns: those that counted, in which channel, and those that did not, with the reason', () => {
    const { turns } = told(agreement(clause), events)
    expect(turns.map(({ what, because, event, channel, attempts }) => [what, because, event, channel, attempts])).toEqual([
      ['started', 'trigger', 'e0', undefined, undefined],
      ['attempted', 'trigger', 'e1', 'call', 1],
      ['notAttempted', 'tooClose', 'e2', 'mail', undefined],
      ['attempted', 'sameChannel', 'e5', 'call', 2],
      ['notAttempted', 'automation', 'e9', 'mail', undefined],
      ['attempted', 'trigger', 'e10', 'mail', 3],
      ['stopped', 'trigger', 'e10', undefined, undefined],
    ])
  })

  it('are sentences, in both languages, after what is owed', () => {
    const said = (language: 'en' | 'de') => told(agreement(clause), events, language).sentences
    expect(said('en')[0]).toBe(
      'it: sales owes lead L 3 attempts in 2 channels within 120 h, counted at all hours (times are UTC).',
    )
    expect(said('en').filter((sentence) => sentence.endsWith('[C14].'))).toEqual([
      'On Tue 7 Apr 2026 01:00 event e1 (call) of lena was attempt 1, by call [C14].',
      'On Tue 7 Apr 2026 02:00 event e2 (mail) of lena did not count as an attempt, because it came too close to the one before [C14].',
      'On Tue 7 Apr 2026 05:00 event e5 (call) of lena was attempt 2, by call, a channel that was used before [C14].',
      'On Tue 7 Apr 2026 09:00 event e9 (mail) of robot did not count as an attempt, because an automation made it [C14].',
      'On Tue 7 Apr 2026 10:00 event e10 (mail) of lena was attempt 3, by mail [C14].',
    ])
    expect(said('de')[0]).toBe(
      'it: sales schuldet dem Lead L 3 Versuche auf 2 Wegen binnen 120 h, gezählt rund um die Uhr (Zeiten in UTC).',
    )
    expect(said('de').filter((sentence) => sentence.endsWith('[C14].'))).toEqual([
      'Am Di., 7. Apr. 2026, 01:00 Uhr war Ereignis e1 (call) von lena Versuch 1, über call [C14].',
      'Am Di., 7. Apr. 2026, 02:00 Uhr zählte Ereignis e2 (mail) von lena nicht als Versuch, weil er dem vorigen zu bald folgte [C14].',
      'Am Di., 7. Apr. 2026, 05:00 Uhr war Ereignis e5 (call) von lena Versuch 2, über call, einen Weg, der schon genutzt war [C14].',
      'Am Di., 7. Apr. 2026, 09:00 Uhr zählte Ereignis e9 (mail) von robot nicht als Versuch, weil ein Automat ihn unternahm [C14].',
      'Am Di., 7. Apr. 2026, 10:00 Uhr war Ereignis e10 (mail) von lena Versuch 3, über mail [C14].',
    ])
  })

  it('of one channel owed are all alike', () => {
    const { channels: _channels, ...single } = clause
    const { turns } = told(agreement(single), events)
    expect(turns.filter(({ what }) => what === 'attempted').map(({ because }) => because)).toEqual([
      'trigger',
      'trigger',
      'trigger',
    ])
  })
})
