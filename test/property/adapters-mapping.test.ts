import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileMapping, parseMapping } from '../../src/adapters/mapping.ts'
import { type FieldDocument, fieldKinds, type RowEventDocument, type TimeDocument } from '../../src/adapters/mapping-document.ts'
import { parseTimeFormat } from '../../src/adapters/row-time.ts'
import { parseTemplate } from '../../src/adapters/template.ts'
import { zoneOf } from '../../src/clock/zone.ts'
import { valueOf } from '../../src/errors.ts'
import { refusedOf } from '../unit/adapters/taken.ts'

const numRuns = Number(process.env.LEAD_SLA_RUNS ?? 300)
const seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)
const holds = (property: fc.IProperty<unknown>) => fc.assert(property, { numRuns, seed })

describe('a mapping', () => {
  const column = fc.constantFrom('a', 'b', 'c', '__proto__')
  const template = fc.oneof(
    { weight: 24, arbitrary: column.map((name) => `{${name}}`) },
    { weight: 4, arbitrary: fc.stringMatching(/^[^{}]{1,8}$/) },
    { weight: 4, arbitrary: fc.tuple(column, fc.stringMatching(/^[^{}]{0,8}$/)).map(([name, text]) => `{${name}}${text}`) },
    { weight: 1, arbitrary: fc.string() },
  )
  const format = fc.constantFrom(
    'iso',
    'epochSeconds',
    'epochMilliseconds',
    'dd.MM.yyyy HH:mm',
    'yyyy-MM-dd',
    'MMM d, yyyy',
    'xxx yyyy MM dd',
  )
  const zone = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Pacific/Apia') },
    { weight: 1, arbitrary: fc.constant('Mars/Olympus') },
  )
  const timeFormat = fc.record(
    { text: template, format, zone, dateOnly: fc.record({ at: fc.constantFrom('12:00', '23:59', '00:00') }) },
    { requiredKeys: ['text', 'zone'] },
  )
  const time: fc.Arbitrary<TimeDocument> = fc.oneof({ weight: 4, arbitrary: fc.constant('{at}') }, template, timeFormat)
  const kind = fc.constantFrom(...fieldKinds)
  const field: fc.Arbitrary<FieldDocument> = fc.oneof(
    template,
    fc.record({ text: template, kind, orNull: fc.constant(true as const) }, { requiredKeys: ['text'] }),
  )
  const when = fc
    .tuple(column, fc.string())
    .map(([name, value]) => ({ fact: 'row', path: `$['${name}']`, operator: 'notEqual', value }))
  const event: fc.Arbitrary<RowEventDocument> = fc.record(
    {
      ...{ id: template, lead: template, type: template, at: time, recordedAt: time, when, skipIfEmpty: column },
      sequence: fc.constantFrom('row' as const, 0, 7),
      actor: fc.record(
        { id: template, team: template, automationIds: fc.array(fc.string({ minLength: 1 })), automationWhen: when },
        { requiredKeys: ['id'] },
      ),
      data: fc.dictionary(fc.string(), field),
    },
    { requiredKeys: ['id', 'lead', 'type', 'at'] },
  )
  const times = fc.constantFrom(
    '2026-04-07T10:30:00Z',
    '2026-03-29 02:30',
    '07.04.2026 10:30',
    '2026-04-07',
    'Apr 7, 2026',
    '1775550600',
    '99999999999999999',
    '-1',
  )
  const text = fc.oneof(
    { weight: 6, arbitrary: times },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    fc.constantFrom('', ' ', 'true', '1e999', '9007199254740993', '[1', '{"a":1}'),
  )
  const row = fc
    .tuple(fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__', 'at'), text), fc.array(text, { minLength: 3, maxLength: 3 }))
    .map(([cells, [a = '', b = '', c = '']]) => ({ ...{ at: '2026-04-07T10:30:00Z', a, b, c }, ...cells }))

  test('is total: no document and no row makes it throw, and every event it gives is one that the library reads', () => {
    let made = 0
    holds(
      fc.property(fc.array(event, { minLength: 1, maxLength: 3 }), fc.array(row), (events, rows) => {
        const parsed = parseMapping({ events })
        if (!parsed.ok) {
          expect(parsed.issues).not.toEqual([])
          return
        }
        const map = valueOf(compileMapping(parsed.value))
        for (const [index, each] of rows.entries()) {
          const mapped = map(each, index + 1)
          for (const event of mapped.events) expect(refusedOf(event)).toEqual([])
          made += mapped.events.length
          expect(mapped.events.length).toBeLessThanOrEqual(events.length)
          expect(map(each, index + 1)).toEqual(mapped)
        }
      }),
    )
    expect(made, 'the law must have met events').toBeGreaterThan(numRuns / 4)
  })

  test('takes any value for a document without throwing', () => {
    holds(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.record({ events: fc.anything() }),
          fc.record({
            events: fc.array(fc.dictionary(fc.constantFrom('id', 'lead', 'type', 'at', 'data', 'actor', 'when'), fc.anything())),
          }),
        ),
        (document) => {
          expect(typeof parseMapping(document).ok).toBe('boolean')
        },
      ),
    )
  })

  test('reads back any text through a template of its own column', () => {
    const template = valueOf(parseTemplate('{a}'))
    holds(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(template.read({ a: value })).toBe(value.trim() === '' ? '' : value)
      }),
    )
  })

  test('reads a wall time as the first instant that reads it', () => {
    const wall = fc
      .date({ min: new Date(0), max: new Date('2037-01-01T00:00:00Z'), noInvalidDate: true })
      .map((date) => Math.floor(date.getTime() / 60_000) * 60_000)
    holds(
      fc.property(
        wall,
        fc.constantFrom('Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe', 'Pacific/Apia'),
        (localMs, name) => {
          const printed = new Date(localMs).toISOString()
          const at = zoneOf(name).instantOfLocal(localMs)
          for (const [format, value] of [
            ['iso', printed.slice(0, 16)],
            [
              'dd.MM.yyyy HH:mm',
              `${printed.slice(8, 10)}.${printed.slice(5, 7)}.${printed.slice(0, 4)} ${printed.slice(11, 16)}`,
            ],
          ] as const) {
            expect(valueOf(parseTimeFormat({ format, zone: name }))(value, [])).toEqual({ ok: true, value: at })
          }
        },
      ),
    )
  })
})
