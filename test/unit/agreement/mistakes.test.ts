import { describe, expect, it } from 'vitest'
import { defineAgreement, type IssueCode, LeadSlaError, parseAgreement, printPath } from '../../../src/index.ts'
import { type Change, changed, fullDocument } from './full-document.ts'

const score = { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }
const stopWhen = ['clauses', 'answer24', 'stop', 'when'] as const
const first = ['clauses', 'firstResponse'] as const

/** What was changed, and the code and the path of the one issue that must come of it. */
const mistakes: readonly (readonly [what: string, changes: readonly Change[], code: IssueCode, path: string])[] = [
  // shape
  ['a number for the version', [[['version'], 7]], 'wrong-type', 'version'],
  ['text for a list of moves', [[['lifecycle', 'states', 'mql', 'to'], 'qualified']], 'wrong-type', 'lifecycle.states.mql.to'],
  ['a number for a target', [[[...first, 'within'], 4]], 'wrong-type', 'clauses.firstResponse.within'],
  ['text for a trigger', [[[...first, 'start'], 'lead.assigned']], 'wrong-type', 'clauses.firstResponse.start'],
  ['text for the parties', [[['parties'], 'sales']], 'wrong-type', 'parties'],
  ['text for the calendars', [[['calendars'], 'berlin']], 'wrong-type', 'calendars'],
  ['text for the states', [[['lifecycle', 'states'], 'new']], 'wrong-type', 'lifecycle.states'],
  ['no version', [[['version'], undefined]], 'missing-key', 'version'],
  ['no time zone', [[['timeZone'], undefined]], 'missing-key', 'timeZone'],
  ['no clauses', [[['clauses'], undefined]], 'missing-key', 'clauses'],
  ['no start', [[[...first, 'start'], undefined]], 'missing-key', 'clauses.firstResponse.start'],
  ['no kind', [[[...first, 'kind'], undefined]], 'missing-key', 'clauses.firstResponse.kind'],
  [
    'no target in a goal',
    [[[...first, 'within', 1, 'target'], undefined]],
    'missing-key',
    'clauses.firstResponse.within[1].target',
  ],
  ['no week in a calendar', [[['calendars', 'berlin', 'week'], undefined]], 'missing-key', 'calendars.berlin.week'],
  ['a misspelt key', [[['definition'], {}]], 'unknown-key', 'definition'],
  ['a misspelt key in a clause', [[[...first, 'onchange'], 'keep']], 'unknown-key', 'clauses.firstResponse.onchange'],
  ['a misspelt key in a calendar', [[['calendars', 'berlin', 'holiday'], []]], 'unknown-key', 'calendars.berlin.holiday'],
  ['two kinds of trigger in one', [[[...first, 'stop', 'enters'], 'mql']], 'unknown-key', 'clauses.firstResponse.stop.enters'],
  ['an unknown kind', [[[...first, 'kind'], 'timer']], 'unknown-value', 'clauses.firstResponse.kind'],
  ['an unknown boundary', [[['boundary'], 'open']], 'unknown-value', 'boundary'],
  ['an unknown period', [[['clauses', 'mqls', 'per'], 'day']], 'unknown-value', 'clauses.mqls.per'],
  ['a currency that is none', [[['clauses', 'pipeline', 'currency'], 'Euro']], 'unknown-value', 'clauses.pipeline.currency'],
  ['a share of more than all', [[['clauses', 'inTime', 'atLeast'], 95]], 'out-of-range', 'clauses.inTime.atLeast'],
  ['no name for the agreement', [[['agreement'], '']], 'out-of-range', 'agreement'],
  ['an empty list of goals', [[[...first, 'within'], []]], 'out-of-range', 'clauses.firstResponse.within'],
  ['an empty list of events', [[[...first, 'stop', 'on'], []]], 'out-of-range', 'clauses.firstResponse.stop.on'],
  // time
  ['a duration in months', [[['clauses', 'answer24', 'within'], 'P1M']], 'invalid-duration', 'clauses.answer24.within'],
  ['a duration in words', [[['clauses', 'attempts', 'spacing'], '4 hours']], 'invalid-duration', 'clauses.attempts.spacing'],
  ['a date that does not exist', [[['effective', 'from'], '2026-02-30']], 'invalid-date', 'effective.from'],
  [
    'a holiday that does not exist',
    [[['calendars', 'berlin', 'holidays'], ['2026-13-01']]],
    'invalid-date',
    'calendars.berlin.holidays[0]',
  ],
  ['a zone that does not exist', [[['timeZone'], 'Europe/Berln']], 'unknown-time-zone', 'timeZone'],
  ['an offset for a zone', [[['calendars', 'berlin', 'timeZone'], '+02:00']], 'unknown-time-zone', 'calendars.berlin.timeZone'],
  ['a window in words', [[['calendars', 'berlin', 'week', 'mon'], ['9 to 5']]], 'invalid-window', 'calendars.berlin.week.mon[0]'],
  ['a calendar that never opens', [[['calendars', 'berlin', 'week'], {}]], 'never-open', 'calendars.berlin.week'],
  [
    'a region of holidays',
    [[['calendars', 'berlin', 'holidays'], [{ region: 'DE-BE' }]]],
    'unknown-holiday-region',
    'calendars.berlin.holidays[0]',
  ],
  // conditions
  ['an empty any', [[[...stopWhen], { any: [] }]], 'invalid-condition', 'clauses.answer24.stop.when.any'],
  [
    'an unknown operator',
    [[[...stopWhen], { ...score, operator: 'moreThan' }]],
    'unknown-operator',
    'clauses.answer24.stop.when.operator',
  ],
  ['an unknown fact', [[[...stopWhen], { ...score, fact: 'leed' }]], 'unknown-fact', 'clauses.answer24.stop.when.fact'],
  ['a condition on the present', [[[...stopWhen], { ...score, fact: 'now' }]], 'unknown-fact', 'clauses.answer24.stop.when.fact'],
  ['a path that is none', [[[...stopWhen], { ...score, path: '$.a..' }]], 'invalid-path', 'clauses.answer24.stop.when.path'],
  [
    'a due path with a filter',
    [[[...first, 'within'], { dueFrom: { fact: 'lead', path: '$.dates[0]' } }]],
    'invalid-path',
    'clauses.firstResponse.within.dueFrom.path',
  ],
  [
    'an unknown name of a condition',
    [[[...stopWhen], { condition: 'hot' }]],
    'unknown-condition',
    'clauses.answer24.stop.when.condition',
  ],
  // references and meaning
  ['an unknown calendar', [[[...first, 'clock'], 'berln']], 'unknown-calendar', 'clauses.firstResponse.clock'],
  [
    'an unknown calendar of a cadence',
    [[['clauses', 'attempts', 'clock'], 'berln']],
    'unknown-calendar',
    'clauses.attempts.clock',
  ],
  [
    'an unknown state in a trigger',
    [[[...first, 'cancel'], { enters: 'lost' }]],
    'unknown-state',
    'clauses.firstResponse.cancel.enters',
  ],
  [
    'an unknown state in a list',
    [[[...first, 'cancel'], { leaves: ['mql', 'lost'] }]],
    'unknown-state',
    'clauses.firstResponse.cancel.leaves[1]',
  ],
  [
    'an unknown state in a move',
    [[['lifecycle', 'states', 'mql', 'to'], ['won']]],
    'unknown-state',
    'lifecycle.states.mql.to[0]',
  ],
  ['an unknown first state', [[['lifecycle', 'initial'], 'fresh']], 'unknown-state', 'lifecycle.initial'],
  ['an unknown party', [[[...first, 'owedBy'], 'Sales']], 'unknown-party', 'clauses.firstResponse.owedBy'],
  ['an unknown creditor', [[['clauses', 'mqls', 'owedTo'], 'service']], 'unknown-party', 'clauses.mqls.owedTo'],
  ['an unknown mover', [[['lifecycle', 'states', 'mql', 'by'], ['service']]], 'unknown-party', 'lifecycle.states.mql.by[0]'],
  ['an unknown clause', [[['clauses', 'inTime', 'clause'], 'response']], 'unknown-clause', 'clauses.inTime.clause'],
  [
    'a catch-all before the end',
    [[[...first, 'within', 0, 'when'], undefined]],
    'catch-all-not-last',
    'clauses.firstResponse.within[0]',
  ],
  ['a target of nothing', [[['clauses', 'answer24', 'within'], 'PT0S']], 'target-not-positive', 'clauses.answer24.within'],
  [
    'a target of less than nothing',
    [[['clauses', 'answer24', 'within'], '-PT1H']],
    'target-not-positive',
    'clauses.answer24.within',
  ],
  [
    'a target of no days',
    [[['clauses', 'disposition', 'within'], { businessDays: 0 }]],
    'target-not-positive',
    'clauses.disposition.within.businessDays',
  ],
  ['a pause that never ends', [[[...first, 'resume'], undefined]], 'missing-resume', 'clauses.firstResponse.resume'],
  [
    'a pause by an exit that never ends',
    [
      [[...first, 'resume'], undefined],
      [[...first, 'pause'], { leaves: 'new' }],
    ],
    'missing-resume',
    'clauses.firstResponse.resume',
  ],
  ['an end before the beginning', [[['effective', 'to'], '2025-12-31']], 'invalid-effective-range', 'effective.to'],
  [
    'a name with a space',
    [[['clauses', 'second mail'], fullDocument.clauses.answer24]],
    'invalid-name',
    'clauses["second mail"]',
  ],
]

describe('a mistake in an agreement', () => {
  it.each(mistakes)('%s is found, alone, with code, path and sentence', (_what, changes, code, path) => {
    const parsed = parseAgreement(changed(...changes))
    const issues = parsed.ok ? [] : parsed.issues
    expect(issues.map((issue) => [issue.code, printPath(issue.path)])).toEqual([[code, path]])
    expect(issues[0]?.message).toMatch(/^expected .{3,}/)
  })

  it('without a lifecycle, triggers by state are found', () => {
    const parsed = parseAgreement(changed([['lifecycle'], undefined]))
    const codes = parsed.ok ? [] : parsed.issues.map(({ code }) => code)
    expect(new Set(codes)).toEqual(new Set(['missing-lifecycle']))
    expect(codes).toHaveLength(6)
  })

  it('without a disposition, a disposed lead is found impossible', () => {
    const plain = changed([['lifecycle', 'states', 'qualified'], {}], [['lifecycle', 'states', 'disqualified'], {}])
    const parsed = parseAgreement(plain)
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, printPath(path)])).toEqual([
      ['missing-lifecycle', 'clauses.disposition.stop.disposed'],
      ['missing-lifecycle', 'clauses.attempts.stop.disposed'],
    ])
  })

  it('in a named condition is told at its own place, and a cycle of names is one', () => {
    const wrong = parseAgreement(
      changed([['conditions', 'hot'], { ...score, operator: 'moreThan' }], [[...stopWhen], { condition: 'hot' }]),
    )
    expect(wrong.ok ? [] : wrong.issues.map(({ code, path }) => [code, printPath(path)])).toContainEqual([
      'unknown-operator',
      'conditions.hot.operator',
    ])
    const circle = parseAgreement(changed([['conditions'], { a: { not: { condition: 'b' } }, b: { not: { condition: 'a' } } }]))
    expect(circle.ok ? [] : circle.issues.map(({ code }) => code)).toContain('cyclic-condition')
  })

  it('is none where a named condition is a bare leaf, and another one goes by its name', () => {
    const named = { hot: { fact: 'lead', path: '$.score', operator: 'equal', value: 1 }, cold: { not: { condition: 'hot' } } }
    const parsed = parseAgreement(changed([['conditions'], named], [[...stopWhen], { condition: 'cold' }]))
    expect(parsed.ok ? [] : parsed.issues).toEqual([])
    const when = parsed.ok ? parsed.value.clauses.get('answer24')?.stop.condition : null
    expect([1, 2].map((score) => when?.test({ lead: { score } }))).toEqual([false, true])
  })

  it.each([undefined, null, 7, 'agreement', [], [fullDocument]])('instead of one: %j is no document', (value) => {
    const parsed = parseAgreement(value)
    expect(parsed.ok ? [] : parsed.issues.map(({ code, path }) => [code, ...path])).toEqual([['wrong-type']])
  })

  it('names what is known, the nearest first', () => {
    const parsed = parseAgreement(changed([[...first, 'clock'], 'berln']))
    expect(parsed.ok ? [] : parsed.issues[0]).toMatchObject({ got: 'berln', known: ['berlin', 'always'] })
  })
})

describe('ten mistakes in one agreement', () => {
  const ten = changed(
    [['version'], 7],
    [['timeZone'], 'Mars/Base'],
    [['effective', 'from'], '2026-02-30'],
    [['titel'], 'Inbound'],
    [['calendars', 'berlin', 'week', 'mon'], ['9-17']],
    [['lifecycle', 'initial'], 'fresh'],
    [[...first, 'clock'], 'berln'],
    [['clauses', 'answer24', 'within'], 'P1M'],
    [['clauses', 'answer24', 'owedBy'], 'service'],
    [['clauses', 'inTime', 'clause'], 'response'],
  )
  const expected = [
    ['wrong-type', 'version'],
    ['unknown-time-zone', 'timeZone'],
    ['invalid-date', 'effective.from'],
    ['unknown-key', 'titel'],
    ['invalid-window', 'calendars.berlin.week.mon[0]'],
    ['unknown-state', 'lifecycle.initial'],
    ['unknown-calendar', 'clauses.firstResponse.clock'],
    ['invalid-duration', 'clauses.answer24.within'],
    ['unknown-party', 'clauses.answer24.owedBy'],
    ['unknown-clause', 'clauses.inTime.clause'],
  ]

  it('are ten issues, each with its code, its path and a sentence', () => {
    const parsed = parseAgreement(ten)
    const issues = parsed.ok ? [] : parsed.issues
    expect(issues.map(({ code, path }) => [code, printPath(path)]).sort()).toEqual([...expected].sort())
    for (const { message } of issues) expect(message).toMatch(/^expected .+/)
  })

  it('are thrown by defineAgreement as the same issues', () => {
    const parsed = parseAgreement(ten)
    let thrown: unknown
    try {
      defineAgreement(ten as Parameters<typeof defineAgreement>[0])
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(LeadSlaError)
    const { issues, code, message } = thrown as LeadSlaError
    expect(issues).toEqual(parsed.ok ? [] : parsed.issues)
    expect(code).toBe(issues[0]?.code)
    for (const [name, path] of expected)
      expect(message).toMatch(new RegExp(`${path?.replace(/[[\].]/g, '\\$&')}: .*\\[${name}\\]`))
  })
})
