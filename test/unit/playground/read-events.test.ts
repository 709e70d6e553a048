/** Events in their three formats, and the lines at which what is wrong with them was written. */
import { describe, expect, test } from 'vitest'
import { mostEventCharacters, mostEvents } from '../../../docs/.vitepress/theme/playground/bounds.ts'
import { formatOf, readEvents, refusedMistakes } from '../../../docs/.vitepress/theme/playground/read-events.ts'
import { defineAgreement, evaluate } from '../../../src/index.ts'
import { template } from '../../../src/templates.ts'

const event = { id: '1', lead: 'L1', type: 'lead.created', at: '2027-01-05T09:00:00Z' }
const other = { ...event, id: '2', type: 'call.made' }
const lines = `${JSON.stringify(event)}\n\n${JSON.stringify(other)}\n`

describe('the format', () => {
  test.each([
    ['ndjson', lines],
    ['ndjson', `  ${lines}`],
    ['ndjson', '{ broken\n{"id":"1"}'],
    ['ndjson', ''],
    ['json', JSON.stringify([event])],
    ['json', JSON.stringify({ events: [event] })],
    ['json', JSON.stringify({ events: [event] }, null, 2)],
    ['csv', 'id,lead,type,at\n1,L1,x,2027-01-05T09:00:00Z'],
  ])('%s is told from its beginning', (format, text) => expect(formatOf(text)).toBe(format))
})

describe('events', () => {
  test('of NDJSON know their lines', async () => {
    expect(await readEvents(lines)).toMatchObject({ format: 'ndjson', events: [event, other], lines: [1, 3], mistakes: [] })
  })

  test('of a JSON document know their lines', async () => {
    const listed = JSON.stringify([event, other], null, 1)
    expect(await readEvents(listed)).toMatchObject({ format: 'json', events: [event, other], lines: [2, 8], mistakes: [] })
    const inside = JSON.stringify({ title: [1], events: [event, other] }, null, 1)
    expect((await readEvents(inside)).events).toEqual([event, other])
  })

  test('of CSV have what no column of an event is in their data', async () => {
    const text =
      'id;lead;type;at;actor;kind;sequence;score;channel\n1;L1;call.made;2027-01-05T09:00:00Z;ann;human;2;40.5;"phone; mobile"\n2;L1;x;2027-01-05T10:00:00Z;;;;007;'
    const { events, lines: at, mistakes } = await readEvents(text)
    expect(mistakes).toEqual([])
    expect(at).toEqual([2, 3])
    expect(events).toEqual([
      {
        ...{ id: '1', lead: 'L1', type: 'call.made', at: '2027-01-05T09:00:00Z', sequence: 2 },
        ...{ actor: { id: 'ann', team: undefined, kind: 'human' }, data: { score: 40.5, channel: 'phone; mobile' } },
      },
      { id: '2', lead: 'L1', type: 'x', at: '2027-01-05T10:00:00Z', data: { score: '007' } },
    ])
  })

  test('that cannot be read are told at their line, and the others count', async () => {
    const { events, mistakes } = await readEvents(`${JSON.stringify(event)}\n{"id": nonsense}\n${JSON.stringify(other)}`)
    expect(events).toEqual([event, other])
    expect(mistakes.map(({ code, line, place }) => [code, line, place.from])).toEqual([['invalid-json', 2, 73]])
  })

  test('that an evaluation refuses are told at the line on which they stand', async () => {
    const text = [event, { ...event, id: '2', at: '2027-01-05' }, other].map((each) => JSON.stringify(each)).join('\n')
    const read = await readEvents(text)
    const agreement = defineAgreement(template('b2b-inbound').agreement)
    const { refused } = evaluate(agreement, read.events, { asOf: '2027-02-01T00:00:00Z' })
    // The first and the third share no id, the second has no time of day.
    const found = refusedMistakes(text, read, refused)
    expect(found.map(({ code, line, path }) => [code, line, path])).toContainEqual(['invalid-instant', 2, 'at'])
  })

  test.each([
    ['a JSON document that is cut off', '[{"id":"1"},', 'invalid-json', 1],
    ['a JSON document without events', '{\n "a": 1 }', 'missing-key', 1],
    ['CSV without the columns of an event', 'name,when\nx,y', 'unknown-columns', 1],
    ['CSV with a row of another length', 'id,lead,type,at\n1,2', 'invalid-row', 2],
    ['brackets that nest too deep', '['.repeat(1_000), 'too-deep', 1],
    ['too many characters', 'x'.repeat(mostEventCharacters + 1), 'too-long', 1],
  ])('are refused: %s', async (_, text, code, line) => {
    const { mistakes } = await readEvents(text)
    expect(mistakes.map((mistake) => [mistake.code, mistake.line])).toContainEqual([code, line])
  })

  test('beyond the most that are taken do not count, and it is said', async () => {
    const text = `${JSON.stringify(event)}\n`.repeat(mostEvents + 3)
    const { events, mistakes } = await readEvents(text)
    expect(events).toHaveLength(mostEvents)
    expect(mistakes.map(({ code, line }) => [code, line])).toEqual([['too-many-events', mostEvents + 1]])
  })

  test('a million characters of nonsense are read in time, with the first hundred mistakes', async () => {
    const { mistakes, more, events } = await readEvents('{nonsense}\n'.repeat(100_000))
    expect([events.length, mistakes.length, more]).toEqual([0, 100, 99_900])
  })
})
