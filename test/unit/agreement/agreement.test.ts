import { describe, expect, it } from 'vitest'
import { type AgreementDocument, defineAgreement, evaluate, parseAgreement } from '../../../src/index.ts'
import { type Change, changed, fullDocument } from './full-document.ts'

/** The same document with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

function allFrozen(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(allFrozen))
}

describe('an agreement', () => {
  it('of every kind of clause is taken', () => {
    const parsed = parseAgreement(fullDocument)
    expect(parsed.ok ? [] : parsed.issues).toEqual([])
    expect(defineAgreement(fullDocument)).toMatchObject({ id: 'acme-inbound', version: '2026.1' })
  })

  it('evaluates its timed clauses, its cadences and those over periods', () => {
    const { cadences, clauses, periodClauses, findings } = defineAgreement(fullDocument)
    expect([...clauses.keys()]).toEqual(['firstResponse', 'disposition', 'answer24'])
    expect([...periodClauses.keys()]).toEqual(['mqls', 'pipeline', 'conversion', 'inTime'])
    expect([...cadences.keys()]).toEqual(['attempts'])
    expect(evaluate(fullDocument, [], { asOf: '2026-04-07T00:00:00Z' }).findings).toEqual(findings)
  })

  it('has a hash of its content, whatever the order of its keys', () => {
    const { hash } = defineAgreement(fullDocument)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(defineAgreement(reversed(fullDocument) as AgreementDocument).hash).toBe(hash)
    expect(defineAgreement(structuredClone(fullDocument)).hash).toBe(hash)
    const other = parseAgreement(changed([['clauses', 'firstResponse', 'within', 1, 'target'], 'PT5H']))
    expect(other.ok && other.value.hash).not.toBe(hash)
  })

  it('keeps the order of goals and events in its hash', () => {
    const stop = parseAgreement(
      changed([
        ['clauses', 'firstResponse', 'stop', 'on'],
        ['email.replied', 'call.connected'],
      ]),
    )
    expect(stop.ok && stop.value.hash).not.toBe(defineAgreement(fullDocument).hash)
  })

  it('is frozen, and leaves the literal as it was', () => {
    const literal = structuredClone(fullDocument) as AgreementDocument
    const agreement = defineAgreement(literal)
    expect(literal).toEqual(fullDocument)
    expect(Object.isFrozen(literal)).toBe(false)
    expect(Object.isFrozen(agreement)).toBe(true)
    expect(allFrozen(agreement.document)).toBe(true)
    expect(() => Object.assign(agreement, { version: '2' })).toThrow(TypeError)
  })

  it('is not changed by what happens to the literal afterwards', () => {
    const literal = structuredClone(fullDocument) as { clauses: { answer24: { within: string } } } & AgreementDocument
    const agreement = defineAgreement(literal)
    const events = [{ id: '1', lead: 'L', type: 'lead.created', at: '2026-04-07T00:00:00Z' }]
    const before = evaluate(agreement, events, { asOf: '2026-04-08T12:00:00Z' })
    literal.clauses.answer24.within = 'PT1H'
    expect(evaluate(agreement, events, { asOf: '2026-04-08T12:00:00Z' })).toEqual(before)
    expect(agreement.document.clauses.answer24).toMatchObject({ within: 'PT24H' })
  })

  it('takes a frozen literal', () => {
    expect(parseAgreement(defineAgreement(fullDocument).document).ok).toBe(true)
  })

  it('knows the members of its parties with their teams', () => {
    const parties = {
      sales: { name: 'Sales', members: { anna: { name: 'Anna', team: 'east' } } },
      marketing: { name: 'M', members: { mira: { name: 'Mira' } } },
    }
    const parsed = parseAgreement(changed([['parties'], parties]))
    expect(parsed.ok && Object.fromEntries(parsed.value.members)).toEqual({
      anna: { party: 'sales', team: 'east', role: null, since: null },
      mira: { party: 'marketing', team: null, role: null, since: null },
    })
  })

  it('holds whatever other parts a person writes', () => {
    const parsed = parseAgreement(
      changed(
        [['$schema'], './agreement.schema.json'],
        [['title'], 'Inbound'],
        [['purpose'], 'Nobody waits.'],
        [
          ['definitions'],
          {
            lead: 'Someone we know.',
            mql: { words: 'Worth a call.', when: { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 50 } },
          },
        ],
        [['conditions'], { hot: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }] } }],
        [['parties', 'sales', 'signatories'], [{ name: 'Katrin', title: 'Head of Sales', signedOn: '2026-01-01' }]],
        [['parties', 'sales', 'teams'], { east: { name: 'East' } }],
        [['boundary'], 'nextOpen'],
      ),
    )
    expect(parsed.ok ? [] : parsed.issues).toEqual([])
  })
})

describe('a lint', () => {
  const findingsOf = (...changes: readonly Change[]) => {
    const parsed = parseAgreement(changed(...changes))
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
    return parsed.value.findings.map(({ code, path }) => [code, path.join('.')])
  }
  const within = ['clauses', 'firstResponse', 'within'] as const
  const hot = { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 }] }

  it('finds nothing in what is well written', () => {
    expect(
      findingsOf([
        ['lifecycle', 'states', 'mql', 'to'],
        ['qualified', 'disqualified'],
      ]),
    ).toEqual([])
  })

  it('finds 24 h on a calendar that is not always open [T3]', () => {
    expect(findingsOf([[...within, 1, 'target'], 'PT24H'])).toEqual([['day-long-target', 'clauses.firstResponse.within.1']])
    expect(findingsOf([['clauses', 'disposition', 'within'], 'P2D'])).toEqual([['day-long-target', 'clauses.disposition.within']])
    expect(findingsOf([['clauses', 'answer24', 'within'], 'P2D'])).toEqual([])
  })

  it('finds a goal that can never win [C8]', () => {
    expect(findingsOf([[...within], [{ when: hot, target: 'PT1H' }, { when: hot, target: 'PT2H' }, { target: 'PT4H' }]])).toEqual(
      [['unreachable-goal', 'clauses.firstResponse.within.1']],
    )
  })

  it('finds goals without an end', () => {
    expect(findingsOf([[...within], [{ when: hot, target: 'PT1H' }]])).toEqual([['no-catch-all', 'clauses.firstResponse.within']])
  })

  it('finds a calendar that no clause counts on', () => {
    const calendar = { timeZone: 'UTC', week: { mon: ['09:00-17:00'] } }
    expect(findingsOf([['calendars', 'spare'], calendar])).toEqual([['unused-calendar', 'calendars.spare']])
  })

  it('finds states that no move leads to, and states that lead nowhere [L4]', () => {
    expect(findingsOf([['lifecycle', 'states', 'island'], { to: ['new'] }])).toEqual([
      ['unreachable-state', 'lifecycle.states.island'],
    ])
    expect(findingsOf([['lifecycle', 'states', 'mql', 'to'], []])).toEqual([
      ['dead-end-state', 'lifecycle.states.mql'],
      ['unreachable-state', 'lifecycle.states.qualified'],
    ])
  })
})
