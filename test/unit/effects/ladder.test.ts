import { describe, expect, it } from 'vitest'
import { obligations, parseAgreement, type TimedClauseDocument } from '../../../src/index.ts'
import { assigned, at, documentOf, happened } from '../evaluation/one-clause.ts'
import { followed, inShort, only, told } from './one-lead.ts'

const start = happened('07 09:00 start')
const ladder = [
  { name: 'manager' },
  { name: 'other', after: 'PT2H', action: 'reassign' },
  { name: 'pool', after: 'PT6H', action: 'pool' },
] as const
const clause = { escalation: ladder }

describe('[F3] the ladder', () => {
  it('is climbed while a breached clock stays open, in business time since it was due', () => {
    expect(told(clause, [start], '10 17:00')).toEqual([
      'due 07 13:00',
      'breach 07 13:00',
      'escalation manager 07 13:00',
      'escalation other 07 15:00',
      'escalation pool 08 11:00',
    ])
  })

  it('is not climbed at the due instant, at which the promise is still kept', () => {
    expect(told(clause, [start], '07 13:00')).toEqual(['due 07 13:00'])
  })

  it('ends with the clock', () => {
    expect(told(clause, [start, happened('07 14:00 stop')], '10 17:00')).toEqual([
      'due 07 13:00',
      'breach 07 13:00',
      'escalation manager 07 13:00',
      'closed metLate 07 14:00',
    ])
    expect(told(clause, [start, happened('07 13:00 stop')], '10 17:00')).toEqual(['closed met 07 13:00'])
  })

  it('stands still while the clock is paused, and catches up with the resume', () => {
    const paused = { ...clause, pause: { on: 'hold' }, resume: { on: 'wake' } } as const
    const events = [start, happened('07 14:00 hold'), happened('07 16:00 wake')]
    expect(only('escalation', told(paused, events, '08 17:00'))).toEqual([
      'escalation manager 07 13:00',
      'escalation other 07 16:00',
      'escalation pool 08 11:00',
    ])
  })

  it('takes a step only where its condition holds at that instant', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 } as const
    const conditional = { escalation: [{ name: 'manager', after: 'PT1H', when: hot }] }
    const scored = happened('07 13:30 lead.updated', { score: 90 })
    const tooLate = happened('07 14:30 lead.updated', { score: 90 })
    expect(only('escalation', told(conditional, [start, scored], '10 17:00'))).toEqual(['escalation manager 07 14:00'])
    expect(only('escalation', told(conditional, [start, tooLate], '10 17:00'))).toEqual([])
  })

  it('names for a reassignment all who had the lead, and no nobody', () => {
    const events = [start, assigned('07 10:00', 'anna'), assigned('07 12:00', 'bert'), assigned('07 14:00', 'anna')]
    const { effects } = followed(documentOf(clause), events, '08 17:00')
    const [, other, pool] = effects.filter(({ kind }) => kind === 'escalation')
    expect(other?.data).toMatchObject({ action: 'reassign', to: 'reassign', notTo: ['anna', 'bert'], breachedAt: at('07 13:00') })
    expect(pool?.data).toMatchObject({ action: 'pool', to: 'pool' })
    expect(pool?.data).not.toHaveProperty('notTo')
  })

  it('begins anew with the next cycle, under other keys', () => {
    const events = [start, happened('07 14:00 stop'), happened('08 09:00 start')]
    const { effects } = followed(documentOf({ escalation: [{}] }), events, '08 17:00')
    expect(effects.filter(({ kind }) => kind === 'escalation').map(({ key }) => key)).toEqual([
      'escalation/reply/L/1/1',
      'escalation/reply/L/2/1',
    ])
  })
})

describe('[F2] an effect', () => {
  const events = [assigned('07 08:00', 'anna'), start]

  it('has a key from what it is about, its clock, its step and the owner: the same in every run', () => {
    const keys = () => followed(documentOf(clause), events, '07 16:00').effects.map(({ key }) => key)
    expect(keys()).toEqual([
      'due/reply/L/1/anna',
      'breach/reply/L/1/anna',
      'escalation/reply/L/1/manager/anna',
      'escalation/reply/L/1/other/anna',
    ])
    expect(keys()).toEqual(keys())
  })

  it('of a breach says when it was, and when it was detected', () => {
    const [, breach] = followed(documentOf(), [start], '08 10:00').effects
    expect(breach?.data).toMatchObject({ breachedAt: at('07 13:00'), detectedAt: at('08 10:00') })
  })

  it('that a late event makes untrue is taken back by its key, and what is true instead is told', () => {
    const late = [start, happened('07 15:00 note'), happened('07 12:00 stop')]
    const { effects } = followed(documentOf(), late)
    expect(effects.map(inShort)).toEqual([
      'due 07 13:00',
      'breach 07 13:00',
      'retraction due/reply/L/1 07 15:00',
      'retraction breach/reply/L/1 07 15:00',
      'closed met 07 12:00',
    ])
    expect(effects[2]).toMatchObject({ key: 'retraction/due/reply/L/1', retracts: 'due/reply/L/1' })
  })

  it('that a correction changes is taken back and told anew', () => {
    const stop = { ...happened('07 14:00 stop'), id: 's', recordedAt: at('07 14:00') }
    const earlier = { ...stop, at: at('07 12:00'), recordedAt: at('07 16:00') }
    const { effects } = followed(documentOf(), [start, stop, earlier])
    expect(effects.map(inShort)).toEqual([
      'due 07 13:00',
      'breach 07 13:00',
      'closed metLate 07 14:00',
      'retraction due/reply/L/1 07 14:00',
      'retraction breach/reply/L/1 07 14:00',
      `retraction closed/reply/L/1/metLate/${Date.parse(at('07 14:00'))} 07 14:00`,
      'closed met 07 12:00',
    ])
  })

  it('that has come by the time of a correction is told with it', () => {
    const moved = { ...happened('07 10:00 note'), id: 'n', recordedAt: at('07 10:00') }
    const later = { ...moved, at: at('07 14:00'), recordedAt: at('07 15:00') }
    expect(followed(documentOf(), [start, moved, later]).effects.map(inShort)).toEqual(['due 07 13:00', 'breach 07 13:00'])
  })

  it('is not given twice for an event that comes twice', () => {
    const stop = { ...happened('07 14:00 stop'), id: 's' }
    const { effects } = followed(documentOf(), [start, stop, stop])
    expect(only('closed', effects.map(inShort))).toEqual(['closed metLate 07 14:00'])
  })

  it('of a closed clock says that it was waived, where it was', () => {
    const exceptions = [{ from: '2026-04-07', to: '2026-04-08', reason: 'the CRM was down' }]
    const { effects } = followed(documentOf({}, { exceptions }), [start, happened('07 14:00 stop')])
    expect(only('closed', effects.map(inShort))).toEqual(['closed waived 07 14:00'])
  })

  it('[C16] goes by who answered for the breach when it fell due, as the outcome does', () => {
    const exceptions = [{ from: '2026-04-07', to: '2026-04-08', reason: 'anna was ill', owners: ['anna'] }]
    const document = documentOf({ ...clause, attribution: 'lastOwner' }, { exceptions })
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 14:00', 'bert'), happened('08 12:00 stop')]
    const { state, effects } = followed(document, events, '08 13:00')
    expect(effects.map(inShort)).toEqual(['due 07 13:00', 'breach 07 13:00', 'closed waived 08 12:00'])
    expect(obligations(document, state, { asOf: at('08 13:00') })).toMatchObject([{ owner: 'bert', status: 'waived' }])
  })

  it('[C16] goes by who had the lead when it fell due, where a change of goal moves that into the past', () => {
    const exceptions = [{ from: '2026-04-07', to: '2026-04-08', reason: 'bert was ill', owners: ['bert'] }]
    const within = [{ when: { fact: 'owner', operator: 'equal', value: 'bert' }, target: 'PT2H' }, { target: 'PT8H' }] as const
    const document = documentOf({ escalation: [{}], onChange: 'retarget', within }, { exceptions })
    const events = [assigned('07 08:00', 'anna'), start, assigned('07 14:00', 'bert')]
    const expected = ['breach 07 11:00', 'due 07 14:00', 'escalation 1 07 14:00']
    expect(followed(document, events).effects.map(inShort).sort()).toEqual(expected)
    expect(followed(document, events, '07 14:01').effects.map(inShort).sort()).toEqual(expected)
  })

  it('cannot ask for an event, which there is none when a step comes', () => {
    const asked = { fact: 'event', path: '$.data.seconds', operator: 'equal', value: 1 }
    const parsed = (when: object, conditions = {}) => {
      const document = documentOf({ escalation: [{ when }] } as Partial<TimedClauseDocument>, { conditions })
      const result = parseAgreement(document)
      return result.ok ? [] : result.issues.map(({ code, path }) => `${code} ${path.join('.')}`)
    }
    expect(parsed(asked)).toEqual(['unknown-fact clauses.reply.escalation.0.when'])
    expect(parsed({ not: { condition: 'long' } }, { long: asked })).toEqual(['unknown-fact clauses.reply.escalation.0.when'])
    expect(parsed({ fact: 'owner', operator: 'equal', value: 'anna' })).toEqual([])
  })

  it('[C16] is not climbed for a breach that is excused, which is told with the name of the exception', () => {
    const exceptions = [{ name: 'outage', from: '2026-04-07', to: '2026-04-08', reason: 'the CRM was down' }]
    const { effects } = followed(documentOf(clause, { exceptions }), [start], '10 17:00')
    expect(effects.map(inShort)).toEqual(['due 07 13:00', 'breach 07 13:00'])
    expect(effects[1]?.data).toMatchObject({ waivedBy: 'outage' })
  })
})
