import { describe, expect, test } from 'vitest'
import { rowOfJson } from '../../../src/adapters/json-row.ts'
import { compileMapping, parseMapping } from '../../../src/adapters/mapping.ts'
import { valueOf } from '../../../src/errors.ts'
import { entry, map, printed, refusedOf } from './taken.ts'

const row = { id: '0042', at: '2026-04-07T10:30:00+02:00' }
const created = { id: '0042', lead: '0042', type: 'lead.created', at: '2026-04-07T08:30:00.000Z' }
const isEmpty = (column: string) => ({ fact: 'row', path: `$.${column}`, operator: 'equal', value: '' })

describe('a row', () => {
  test('becomes an event', () => {
    expect(map({ events: [entry()] }, row)).toEqual({ events: [created], issues: [] })
  })

  test('becomes as many events as it holds', () => {
    const won = entry({
      id: '{id}:won',
      type: 'opportunity.won',
      at: { text: '{won}', format: 'dd.MM.yyyy', zone: 'Europe/Berlin' },
    })
    const both = { events: [entry(), { ...won, skipIfEmpty: 'won' }] }
    expect(map(both, { ...row, won: '' }).events).toEqual([created])
    expect(map(both, { ...row, won: '08.04.2026' }).events).toEqual([
      created,
      { id: '0042:won', lead: '0042', type: 'opportunity.won', at: '2026-04-07T22:00:00.000Z' },
    ])
    const unlessOpen = { events: [{ ...won, when: { not: isEmpty('won') } }] }
    expect(map(unlessOpen, { ...row, won: '' })).toEqual({ events: [], issues: [] })
    expect(map(unlessOpen, { ...row, won: '08.04.2026' }).events).toHaveLength(1)
  })

  test('keeps ids of any length', () => {
    const long = '9007199254740993123'
    expect(map({ events: [entry()] }, { ...row, id: long }).events[0]).toMatchObject({ id: long, lead: long })
  })

  test('gives data in the declared kinds, and no member for an empty cell', () => {
    const data = {
      origin: '{origin}',
      score: { text: '{score}', kind: 'number' },
      isPartner: { text: '{partner}', kind: 'boolean' },
      tags: { text: '{tags}', kind: 'json' },
      respondBy: { text: '{due}', kind: 'instant', format: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' },
      owner: { text: '{owner}', orNull: true },
      source: 'csv',
    } as const
    const cells = { origin: 'paid', score: '-81.50', partner: 'Yes', tags: '["a",1]', due: '07.04.2026 10:30', owner: '' }
    expect(map({ events: [entry({ data })] }, { ...row, ...cells }).events[0]?.data).toEqual({
      origin: 'paid',
      score: -81.5,
      isPartner: true,
      tags: ['a', 1],
      respondBy: '2026-04-07T08:30:00.000Z',
      owner: null,
      source: 'csv',
    })
    expect(map({ events: [entry({ data })] }, row)).toEqual({
      events: [{ ...created, data: { owner: null, source: 'csv' } }],
      issues: [],
    })
  })

  test('says who did it, person or machine', () => {
    const actor = { id: '{who}', team: '{team}', automationIds: ['112'], automationWhen: isEmpty('team') }
    const actorOf = (who: string, team: string) => map({ events: [entry({ actor })] }, { ...row, who, team }).events[0]?.actor
    expect(actorOf('10862', 'sdr')).toEqual({ id: '10862', team: 'sdr', kind: 'human' })
    expect(actorOf('112', 'sdr')).toEqual({ id: '112', team: 'sdr', kind: 'automation' })
    expect(actorOf('10862', '')).toEqual({ id: '10862', kind: 'automation' })
    expect(actorOf('', 'sdr')).toBeUndefined()
    expect(map({ events: [entry({ actor: { id: '{id}' } })] }, row).events[0]?.actor).toEqual({ id: '0042' })
    expect(map({ events: [entry({ actor: { id: 'import', kind: 'automation' } })] }, row).events[0]?.actor).toEqual({
      id: 'import',
      kind: 'automation',
    })
  })

  test('orders what happened at one instant by the order of the file and then of the mapping', () => {
    const sequences = (events: Parameters<typeof map>[0]['events'], rowNumber: number) =>
      map({ events }, row, rowNumber).events.map(({ sequence }) => sequence)
    expect(sequences([entry({ sequence: 'row' })], 7)).toEqual([7])
    expect([...sequences([entry({ sequence: 'row' }), entry({ id: '{id}:2', sequence: 'row' })], 7), 16]).toEqual([14, 15, 16])
    expect(sequences([entry({ sequence: 1 })], 7)).toEqual([1])
  })

  test('is read by the library as it is', () => {
    const full = entry({ sequence: 'row', recordedAt: '{at}', actor: { id: '{id}', kind: 'human' }, data: { origin: '{id}' } })
    for (const event of map({ events: [full] }, row).events) expect(refusedOf(event)).toEqual([])
  })

  test('may be a JSON object', () => {
    const json = rowOfJson({ id: '0042', at: '2026-04-07T10:30:00+02:00', score: 81.5, hot: true, won: null, tags: ['a'] })
    expect(valueOf(json)).toEqual({
      id: '0042',
      at: '2026-04-07T10:30:00+02:00',
      score: '81.5',
      hot: 'true',
      won: '',
      tags: '["a"]',
    })
    expect(rowOfJson(JSON.parse('{"id":9007199254740993}'))).toMatchObject({
      ok: false,
      issues: [{ code: 'out-of-range', path: ['id'] }],
    })
    expect(rowOfJson(['a'])).toMatchObject({ ok: false, issues: [{ code: 'wrong-type' }] })
  })
})

describe('a row that cannot be read', () => {
  const issuesOf = (more: Parameters<typeof entry>[0], cells: Record<string, string>) =>
    printed(map({ events: [entry(more)] }, cells).issues)

  test('comes back with all that is wrong, each under its column', () => {
    const data = {
      score: { text: '{score}', kind: 'number' },
      hot: { text: '{hot}', kind: 'boolean' },
      tags: { text: '{tags}', kind: 'json' },
    } as const
    const cells = { id: '', at: 'yesterday', score: '1.234,5', hot: 'perhaps', tags: '{' }
    const { events, issues } = map({ events: [entry({ data })] }, cells)
    expect(events).toEqual([])
    expect(printed(issues)).toEqual([
      'missing-key at id',
      'missing-key at id',
      'invalid-instant at at',
      'wrong-type at score',
      'unknown-value at hot',
      'invalid-json at tags',
    ])
    expect(issues[0]?.message).toBe('expected a value for id')
  })

  test('loses the event that is wrong and no other', () => {
    const won = entry({ id: '{id}:won', type: 'opportunity.won', at: '{won}' })
    const { events, issues } = map({ events: [entry(), won] }, { ...row, won: '8 April' })
    expect(events).toEqual([created])
    expect(printed(issues)).toEqual(['invalid-instant at won'])
  })

  test('does not pass changed digits on', () => {
    const number = { data: { n: { text: '{n}', kind: 'number' } } } as const
    expect(issuesOf(number, { ...row, n: '9007199254740993' })).toEqual(['out-of-range at n'])
    expect(issuesOf(number, { ...row, n: '1e999' })).toEqual(['wrong-type at n'])
    expect(issuesOf({ data: { n: { text: '{n}', kind: 'json' } } }, { ...row, n: '[9007199254740993]' })).toEqual([
      'out-of-range at n',
    ])
  })

  test('asks for what the time lacks', () => {
    expect(issuesOf({}, { id: '1', at: '2026-04-07T10:30:00' })).toEqual(['missing-offset at at'])
    expect(issuesOf({}, { id: '1' })).toEqual(['missing-key at at'])
    expect(issuesOf({ recordedAt: '{known}' }, { ...row, known: 'soon' })).toEqual(['invalid-instant at known'])
  })
})

describe('the columns of a file', () => {
  const mapping = valueOf(parseMapping({ events: [entry({ skipIfEmpty: 'won_dat', data: { origin: '{orign}' } })] }))

  test('must hold what the mapping names', () => {
    const compiled = compileMapping(mapping, ['id', 'at', 'won_date', 'origin'])
    expect(compiled.ok ? [] : printed(compiled.issues)).toEqual([
      'unknown-column at events[0].skipIfEmpty',
      'unknown-column at events[0].data.origin',
    ])
    expect(compiled.ok ? [] : compiled.issues.map(({ known }) => known?.[0])).toEqual(['won_date', 'origin'])
  })
  test('are not asked for where there is no header', () => {
    expect(compileMapping(mapping).ok).toBe(true)
  })
})
