import { expect, test } from 'vitest'
import { parseJsonEvents } from '../../../src/adapters/json.ts'
import { printed } from './taken.ts'

test('a JSON document is an array of events or an object with one', () => {
  expect(parseJsonEvents('[{"id":"a"},2]')).toEqual({ ok: true, value: [{ id: 'a' }, 2] })
  expect(parseJsonEvents('\uFEFF{"events":[]}')).toEqual({ ok: true, value: [] })
})

test.each([
  ['', 'invalid-json at (root)'],
  ['{"events":[', 'invalid-json at (root)'],
  ['{}', 'missing-key at events'],
  ['{"events":{}}', 'wrong-type at events'],
  ['"events"', 'wrong-type at (root)'],
  ['[{"lead":9007199254740993}]', 'out-of-range at [0].lead'],
])('another document is refused: %s', (text, mistake) => {
  const parsed = parseJsonEvents(text)
  expect(parsed.ok ? [] : printed(parsed.issues)).toEqual([mistake])
})
