import { describe, expect, it } from 'vitest'
import { type ClauseDocument, mergeTallies, parseAgreement, printPath, tally } from '../../../src/index.ts'
import { documentOf, office } from './one-period-clause.ts'

const issuesOf = (clause: object, more: object = {}) => {
  const parsed = parseAgreement({ ...documentOf(clause as ClauseDocument), ...more })
  return parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, printPath(path)])
}
const volume = { kind: 'volume', owedBy: 'marketing', count: { on: 'call' }, per: 'month', target: 1 }
const amount = {
  kind: 'amount',
  owedBy: 'marketing',
  sum: { on: 'deal', path: '$.data.minor' },
  currency: 'EUR',
  per: 'month',
  target: 1,
}
const ratio = { kind: 'ratio', owedBy: 'sales', of: { on: 'call' }, that: { on: 'deal' }, per: 'month', atLeast: 0.5 }

describe('a mistake in a period clause', () => {
  it.each<[string, object, string, string]>([
    ['an unknown calendar', { ...volume, clock: 'berlin' }, 'unknown-calendar', 'clauses.it.clock'],
    ['a clock of a share', { ...ratio, clock: 'office' }, 'unknown-key', 'clauses.it.clock'],
    ['a period that is none', { ...volume, per: 'day' }, 'unknown-value', 'clauses.it.per'],
    ['an unknown state', { ...volume, count: { enters: 'sql' } }, 'unknown-state', 'clauses.it.count.enters'],
    ['a path that searches', { ...amount, sum: { on: 'deal', path: '$..minor' } }, 'invalid-path', 'clauses.it.sum.path'],
    ['a target in fractions', { ...amount, target: 10.5 }, 'wrong-type', 'clauses.it.target'],
    ['a ratio of which nothing is promised', { ...ratio, atLeast: undefined }, 'missing-key', 'clauses.it.atLeast'],
    ['a ratio without a denominator', { ...ratio, of: undefined }, 'missing-key', 'clauses.it.of'],
    ['a ratio that nothing can keep', { ...ratio, atMost: 0.4 }, 'out-of-range', 'clauses.it.atMost'],
    ['a maturity in months', { ...ratio, maturity: 'P2M' }, 'invalid-duration', 'clauses.it.maturity'],
    ['a maturity of nothing', { ...ratio, maturity: 'PT0S' }, 'target-not-positive', 'clauses.it.maturity'],
    [
      'a compliance with an unknown clause',
      { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.9 },
      'unknown-clause',
      'clauses.it.clause',
    ],
    [
      'a compliance with itself',
      { kind: 'compliance', owedBy: 'sales', clause: 'it', per: 'month', atLeast: 0.9 },
      'unknown-clause',
      'clauses.it.clause',
    ],
  ])('%s is found, alone, with code and path', (_, clause, code, path) => {
    expect(issuesOf(JSON.parse(JSON.stringify(clause)))).toEqual([[code, path]])
  })

  it('is none in clauses that are well written', () => {
    for (const clause of [volume, { ...volume, clock: 'office' }, { ...volume, clock: 'always' }, amount, ratio])
      expect(issuesOf(clause)).toEqual([])
  })

  it('leaves no doubt about a calendar: the only one sets the pace and is used', () => {
    const codes = (more: object) => {
      const parsed = parseAgreement({ ...documentOf(volume as ClauseDocument), ...more })
      return parsed.ok
        ? parsed.value.findings.filter(({ code }) => code === 'unused-calendar').map(({ path }) => path.join('.'))
        : []
    }
    expect(codes({})).toEqual([])
    expect(codes({ calendars: { office, other: office } })).toEqual(['calendars.office', 'calendars.other'])
  })

  it('is to merge tallies of two instants', () => {
    const document = documentOf(volume as ClauseDocument)
    const [one, other] = [
      tally(document, [], { asOf: '2026-04-01T00:00:00Z' }),
      tally(document, [], { asOf: '2026-04-02T00:00:00Z' }),
    ]
    expect(() => mergeTallies(one, other)).toThrow(/expected a tally as of/)
  })
})
