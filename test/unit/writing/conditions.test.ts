import { describe, expect, test } from 'vitest'
import { type AgreementDocument, type ConditionDocument, defineAgreement } from '../../../src/index.ts'
import { conditionInWords } from '../../../src/writing/condition-in-words.ts'
import { Pen } from '../../../src/writing/pen.ts'
import { plainText } from '../../../src/writing/text/phrase.ts'

const document: AgreementDocument = {
  agreement: 'acme',
  version: '1',
  timeZone: 'UTC',
  parties: {
    sales: { name: 'Sales', teams: { east: { name: 'East desk' } }, members: { ann: { name: 'Ann Lee', team: 'east' } } },
  },
  lifecycle: { initial: 'new', states: { new: { to: ['won'] }, won: { disposition: true } } },
  definitions: { 'hot lead': { words: 'One to call at once.', when: { condition: 'hot' } } },
  conditions: {
    hot: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }] },
    byPerson: { all: [{ fact: 'event', path: '$.actor.kind', operator: 'equal', value: 'human' }] },
    long: { all: [1, 2, 3].map((value) => ({ fact: 'lead', path: `$.a${value}`, operator: 'equal', value })) },
  },
  clauses: {},
}
const agreement = defineAgreement(document)
const score = (operator: string, value: unknown): ConditionDocument => ({ fact: 'lead', path: '$.score', operator, value })
const country = (value: unknown, operator = 'equal'): ConditionDocument => ({ fact: 'lead', path: '$.country', operator, value })

function inBoth(condition: ConditionDocument, vocabulary: Record<string, string> = {}): [english: string, german: string] {
  const [english, german] = (['en', 'de'] as const).map((language) =>
    plainText(conditionInWords(condition, new Pen(agreement, { language, vocabulary }))),
  )
  return [english ?? '', german ?? '']
}

describe('a condition in words', () => {
  test.each<[ConditionDocument, string, string]>([
    [score('equal', 80), 'score is 80', 'score ist 80'],
    [score('notEqual', 80), 'score is not 80', 'score ist nicht 80'],
    [score('lessThan', 80), 'score is less than 80', 'score ist kleiner als 80'],
    [score('lessThanInclusive', 1234.5), 'score is at most 1,234.5', 'score ist höchstens 1.234,5'],
    [score('greaterThan', 80), 'score is more than 80', 'score ist größer als 80'],
    [score('greaterThanInclusive', 80), 'score is at least 80', 'score ist mindestens 80'],
    [score('in', [1, 2, 3]), 'score is 1, 2 or 3', 'score ist 1, 2 oder 3'],
    [score('notIn', [1, 2]), 'score is not 1 or 2', 'score ist nicht 1 oder 2'],
    [score('contains', 'a b'), 'score contains “a b”', 'score enthält „a b“'],
    [score('doesNotContain', true), 'score does not contain true', 'score enthält nicht wahr'],
    [score('equal', null), 'score is empty', 'score ist leer'],
    [score('notEqual', null), 'score is not empty', 'score ist nicht leer'],
    [score('equal', false), 'score is false', 'score ist falsch'],
    [score('in', ['DE', null]), 'score is DE or empty', 'score ist DE oder leer'],
    [score('not:lessThan', 5), 'it is not the case that score is less than 5', 'es gilt nicht: score ist kleiner als 5'],
    [score('someFact:equal', 5), 'at least one of score is 5', 'mindestens ein Eintrag von score ist 5'],
    [score('everyFact:in', [5, 6]), 'each of score is 5 or 6', 'jeder Eintrag von score ist 5 oder 6'],
    [
      score('someValue:lessThan', [5, 6]),
      'score is less than the value, for at least one of 5 or 6',
      'score ist kleiner als der Wert, für mindestens einen dieser Werte: 5 oder 6',
    ],
    [
      score('everyValue:notEqual', [5]),
      'score is not the value, for each of 5',
      'score ist nicht der Wert, für jeden dieser Werte: 5',
    ],
    [score('swap:contains', ['x']), 'x contains score', 'x enthält score'],
    [score('lessThan', { fact: 'lead', path: '$.limit' }), 'score is less than limit', 'score ist kleiner als limit'],
  ])('says the operator of %j', (condition, english, german) => expect(inBoth(condition)).toEqual([english, german]))

  test.each<[ConditionDocument, string, string]>([
    [
      { all: [score('greaterThanInclusive', 80), { any: [country('DE'), country('AT')] }] },
      'score is at least 80 and country is DE or AT',
      'score ist mindestens 80 und country ist DE oder AT',
    ],
    [
      { any: [{ all: [score('greaterThan', 1), country('DE')] }, country('AT')] },
      '(score is more than 1 and country is DE) or country is AT',
      '(score ist größer als 1 und country ist DE) oder country ist AT',
    ],
    [{ all: [{ any: [country('DE')] }] }, 'country is DE', 'country ist DE'],
    [{ all: [] }, 'whatever it is', 'in jedem Fall'],
    [{ not: country('DE') }, 'country is not DE', 'country ist nicht DE'],
    [{ not: { not: country('DE') } }, 'country is DE', 'country ist DE'],
    [
      { not: { all: [country('DE'), score('lessThan', 5)] } },
      'it is not the case that (country is DE and score is less than 5)',
      'es gilt nicht: (country ist DE und score ist kleiner als 5)',
    ],
    [{ not: score('lessThan', 5) }, 'it is not the case that score is less than 5', 'es gilt nicht: score ist kleiner als 5'],
  ])('says the groups of %j', (condition, english, german) => expect(inBoth(condition)).toEqual([english, german]))

  test.each<[ConditionDocument, string, string]>([
    [{ fact: 'state', operator: 'equal', value: 'new' }, 'the status is “new”', 'der Status ist „new“'],
    [{ fact: 'owner', operator: 'notEqual', value: null }, 'the lead has an owner', 'der Lead hat eine zuständige Person'],
    [
      { fact: 'event', path: '$.data.owner', operator: 'notEqual', value: null },
      'somebody is named as its owner',
      'eine zuständige Person ist genannt',
    ],
    [
      { not: { fact: 'event', path: '$.data.owner', operator: 'notEqual', value: null } },
      'nobody is named as its owner',
      'keine zuständige Person ist genannt',
    ],
    [{ fact: 'owner', operator: 'equal', value: 'ann' }, 'the owner is Ann Lee', 'die zuständige Person ist Ann Lee'],
    [{ fact: 'team', operator: 'equal', value: 'east' }, 'the team is East desk', 'das Team ist East desk'],
    [{ condition: 'byPerson' }, 'a person does it', 'ein Mensch handelt'],
    [
      { fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 },
      'seconds of the event is more than 30',
      'seconds des Ereignisses ist größer als 30',
    ],
    [{ fact: 'lead', path: '$.a[0].b', operator: 'equal', value: 1 }, '$.a[0].b is 1', '$.a[0].b ist 1'],
  ])('says what %j is about', (condition, english, german) => expect(inBoth(condition)).toEqual([english, german]))

  test('calls a condition by the word that it decides, and says what a short one without a word is', () => {
    expect(inBoth({ condition: 'hot' })).toEqual(['“hot lead” applies', '„hot lead“ trifft zu'])
    expect(inBoth({ condition: 'long' })).toEqual(['“long” applies', '„long“ trifft zu'])
    expect(inBoth({ not: { condition: 'hot' } })).toEqual(['“hot lead” does not apply', '„hot lead“ trifft nicht zu'])
    expect(inBoth({ all: [{ condition: 'hot' }, { condition: 'long' }] })).toEqual([
      '“hot lead” and “long” apply',
      '„hot lead“ und „long“ treffen zu',
    ])
    expect(inBoth({ any: [{ condition: 'hot' }, { condition: 'long' }] })).toEqual([
      '“hot lead” or “long” applies',
      '„hot lead“ oder „long“ trifft zu',
    ])
  })

  test('takes the words that it is given for paths', () => {
    expect(inBoth(score('lessThan', 5), { '$.score': 'the lead score' })[0]).toBe('the lead score is less than 5')
  })
})
