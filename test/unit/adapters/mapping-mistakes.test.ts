import { describe, expect, test } from 'vitest'
import { parseMapping } from '../../../src/adapters/mapping.ts'
import { entry, mistakesOf } from './taken.ts'

const one = (more: object): string[] => mistakesOf({ events: [{ ...entry(), ...more }] })

describe('a mapping', () => {
  test('that is right has no mistakes', () => {
    const csv = { delimiter: ';', quote: '', comment: '#', encoding: 'windows-1252', columns: ['id', 'at'] }
    expect(mistakesOf({ $schema: 'https://example.org/mapping.json', title: 'Deals', csv, events: [entry()] })).toEqual([])
  })

  test.each([
    [null, ['wrong-type at (root)']],
    [[], ['wrong-type at (root)']],
    [{}, ['missing-key at events']],
    [{ events: [] }, ['out-of-range at events']],
    [
      { events: [{}] },
      [
        'missing-key at events[0].id',
        'missing-key at events[0].lead',
        'missing-key at events[0].type',
        'missing-key at events[0].at',
      ],
    ],
    [{ events: [entry()], event: 1 }, ['unknown-key at event']],
    [
      { events: [entry()], csv: { encoding: 'utf-16', delimiter: '' } },
      ['out-of-range at csv.delimiter', 'unknown-value at csv.encoding'],
    ],
  ])('is checked for its shape: %j', (document, mistakes) => {
    expect(mistakesOf(document)).toEqual(mistakes)
  })

  test.each([
    [{ id: '{id' }, ['unknown-value at events[0].id']],
    [{ id: '' }, ['out-of-range at events[0].id']],
    [{ id: 42 }, ['wrong-type at events[0].id']],
    [{ skipIfEmty: 'won' }, ['unknown-key at events[0].skipIfEmty']],
    [{ sequence: 'file' }, ['unknown-value at events[0].sequence']],
    [{ at: { text: '{at}', format: 'dd.MM.yyyy' } }, ['missing-key at events[0].at.zone']],
    [
      { at: { text: '{at', zone: 'Mars/Olympus' } },
      ['unknown-value at events[0].at.text', 'unknown-time-zone at events[0].at.zone'],
    ],
    [{ at: { column: 'at' } }, ['missing-key at events[0].at']],
    [{ at: { text: '{at}', columns: 'at' } }, ['unknown-key at events[0].at.columns']],
    [{ recordedAt: { text: '{at}', format: 'MM' } }, ['unknown-value at events[0].recordedAt.format']],
    [{ when: { fact: 'lead', operator: 'equal', value: 1 } }, ['unknown-fact at events[0].when.fact']],
    [{ when: { fact: 'row', operator: 'is', value: 1 } }, ['unknown-operator at events[0].when.operator']],
    [{ actor: { id: '{who}', automationWhen: { any: [] } } }, ['invalid-condition at events[0].actor.automationWhen.any']],
    [{ actor: { id: '{who}', kind: 'robot' } }, ['unknown-value at events[0].actor.kind']],
    [{ data: { score: { text: '{score}', kind: 'float' } } }, ['unknown-value at events[0].data.score.kind']],
    [{ data: { score: { text: '{score}', kind: 'number', zone: 'UTC' } } }, ['unknown-key at events[0].data.score.zone']],
    [{ data: { due: { text: '{due}', kind: 'instant', format: 'yyyy-MM-dd' } } }, ['missing-key at events[0].data.due.zone']],
  ])('is checked for its meaning: %j', (more, mistakes) => {
    expect(one(more)).toEqual(mistakes)
  })

  test('says all of it at once', () => {
    const events = [entry({ id: '{', lead: '}' }), { ...entry(), at: { text: '{at}', zone: 'Nowhere' } }]
    expect(mistakesOf({ events })).toEqual([
      'unknown-value at events[0].id',
      'unknown-value at events[0].lead',
      'unknown-time-zone at events[1].at.zone',
    ])
  })

  test('is not changed by what becomes of its document', () => {
    const document = { csv: { delimiter: ';' }, events: [entry()] }
    const parsed = parseMapping(document)
    document.csv.delimiter = ','
    expect(parsed.ok && parsed.value.csv).toEqual({ delimiter: ';' })
  })
})
