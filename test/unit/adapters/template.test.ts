import { describe, expect, test } from 'vitest'
import { parseTemplate } from '../../../src/adapters/template.ts'
import { valueOf } from '../../../src/errors.ts'

const read = (text: string, row: Record<string, string>) => valueOf(parseTemplate(text)).read(row)

describe('a template', () => {
  test('is constants and columns', () => {
    expect(read('{mql_id}:won', { mql_id: '0042' })).toBe('0042:won')
    expect(read('{date} {time}', { date: '2026-04-07', time: '10:30' })).toBe('2026-04-07 10:30')
    expect(read('lead.created', {})).toBe('lead.created')
  })
  test('names columns of any name but with braces', () => {
    expect(read('{case:concept:name}', { 'case:concept:name': '173688' })).toBe('173688')
    expect(valueOf(parseTemplate('{ a } {b}')).columns).toEqual([' a ', 'b'])
  })
  test('writes braces twice for braces', () => {
    expect(read('{{{a}}}', { a: '1' })).toBe('{1}')
  })
  test('is empty when one of its columns is', () => {
    expect(read('{a}-{b}', { a: '1', b: '' })).toBe('')
    expect(read('{a}-{b}', { a: '1', b: '  ' })).toBe('')
    expect(read('{a}-{b}', { a: '1' })).toBe('')
  })
  test('keeps the digits of an id as they are', () => {
    expect(read('{id}', { id: '9007199254740993123' })).toBe('9007199254740993123')
  })
  test('does not find what every object inherits', () => {
    expect(read('{constructor}{toString}', {})).toBe('')
  })
  test.each(['{', '}', '{a', 'a}', '{}', '{a{b}}'])('with a brace too many is refused: %s', (text) => {
    expect(parseTemplate(text)).toMatchObject({ ok: false, issues: [{ code: 'unknown-value', got: text }] })
  })
})
