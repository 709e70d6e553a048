import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { agreementJsonSchema } from '../../../src/index.ts'
import { readText } from '../../repository.ts'
import { type Change, changed, fullDocument } from './full-document.ts'

const validate = new Ajv2020({ allErrors: true, strict: false }).compile(agreementJsonSchema())
const errorsOf = (document: unknown): string[] =>
  validate(document) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

describe('the JSON Schema, as an editor reads it,', () => {
  it.each(['demo', 'loan-applications', 'marketplace'])('takes the agreement of the example %s', (name) => {
    expect(errorsOf(JSON.parse(readText(`examples/${name}/agreement.json`)))).toEqual([])
  })

  it('takes a document with every kind of clause', () => {
    expect(errorsOf(fullDocument)).toEqual([])
  })

  const wrong: [what: string, change: Change, at: string][] = [
    ['a misspelt key', [['clausess'], {}], ''],
    ['a window that is none', [['calendars', 'berlin', 'week', 'mon'], ['9-17']], '/calendars/berlin/week/mon/0'],
    ['a condition without an operator', [['conditions'], { hot: { fact: 'lead', value: 1 } }], '/conditions/hot'],
    ['a clause of no known kind', [['clauses', 'odd'], { kind: 'timely' }], '/clauses/odd'],
  ]
  it.each(wrong)('finds %s', (_what, change, at) => {
    const errors = errorsOf(changed(change))
    expect(errors.some((error) => error.startsWith(`${at} `) || error.startsWith(`${at}/`))).toBe(true)
  })
})
