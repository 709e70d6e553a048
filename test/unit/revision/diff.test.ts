import { describe, expect, test } from 'vitest'
import { type AgreementDocument, diff } from '../../../src/index.ts'
import { wholeAgreement } from '../writing/whole-agreement.ts'

type Draft = Record<string, unknown>

/** Returns what a change of the whole agreement means, as `party effect reason`. */
function meaning(change: (draft: Draft) => void, reverse = false): string[] {
  const after = structuredClone(wholeAgreement) as unknown as Draft
  change(after)
  const [a, b] = reverse ? [after, wholeAgreement] : [wholeAgreement, after]
  const { changes } = diff(a as unknown as AgreementDocument, b as unknown as AgreementDocument)
  expect(changes.length).toBeGreaterThan(0)
  return changes.flatMap(({ bearings }) => bearings.map(({ party, effect, reason }) => `${party ?? 'all'} ${effect} ${reason}`))
}

/** Sets or, without a value, deletes what stands at a path. */
function at(draft: Draft, path: string, value?: unknown): void {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<object>((inner, key) => Reflect.get(inner, key), draft)
  if (value === undefined) Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, value)
}

describe('[L3] what a change means to whom', () => {
  const cases: readonly (readonly [title: string, path: string, value: unknown, meaning: readonly string[]])[] = [
    ['a tighter target', 'clauses.firstResponse.within.1.target', 'PT3H', ['sales stricter tighterTarget']],
    ['a looser target', 'clauses.firstResponse.within.1.target', 'PT5H', ['sales easier looserTarget']],
    ['a target of another kind', 'clauses.proposal.within', 'PT24H', ['sales other changedRule']],
    ['a higher number', 'clauses.mqls.target', 301, ['marketing stricter tighterTarget']],
    ['a lower sum', 'clauses.pipeline.target', 1, ['marketing easier looserTarget']],
    [
      'a number that grows later',
      'clauses.mqls.target',
      [{ target: 300 }, { from: '2026-10-01', target: 320 }],
      ['marketing stricter tighterTarget'],
    ],
    ['a higher share', 'clauses.inTime.atLeast', 0.96, ['sales stricter tighterTarget']],
    ['one attempt more', 'clauses.followUp.count', 7, ['sales stricter tighterTarget']],
    ['a smaller sample', 'clauses.conversion.minimumSample', 10, ['sales stricter lostRelief']],
    ['another reminder', 'clauses.firstResponse.reminders.0', { share: 0.25 }, []],
    ['no reminders', 'clauses.firstResponse.reminders', undefined, []],
    ['other words', 'clauses.firstResponse.words', 'Anders.', []],
    ['a pause that goes with its end', 'clauses.firstResponse.pause', undefined, ['sales stricter lostRelief']],
    [
      'a further way to be done',
      'clauses.firstResponse.stop.on',
      ['call.connected', 'email.sent', 'sms.sent'],
      ['sales easier newRelief'],
    ],
    ['a way less to be done', 'clauses.firstResponse.stop.on', ['call.connected'], ['sales stricter lostRelief']],
    ['another way to be done', 'clauses.firstResponse.stop.on', ['call.connected', 'sms.sent'], ['sales other changedRule']],
    ['a start for all teams', 'clauses.firstResponse.start', { on: 'lead.assigned' }, ['sales stricter newDuty']],
    ['a promise that is gone', 'clauses.proposal', undefined, ['sales easier endedDuty']],
    [
      'a promise of the other party',
      'clauses.proposal.owedBy',
      'marketing',
      ['marketing stricter newDuty', 'sales easier endedDuty'],
    ],
    ['a step that comes sooner', 'clauses.firstResponse.escalation.1.after', 'PT2H', ['sales stricter harsherConsequence']],
    ['another person to tell', 'clauses.proposal.escalation.0.to', 'ada', []],
    ['a holiday less', 'calendars.hamburg.holidays.0', undefined, ['sales stricter longerHours']],
    ['a shorter Friday', 'calendars.hamburg.week.fri', ['09:00-12:30'], ['sales easier shorterHours']],
    [
      'other hours',
      'calendars.hamburg.week.mon',
      ['08:00-12:30', '13:30-17:00'],
      ['sales stricter longerHours', 'sales easier shorterHours'],
    ],
    ['another name of a calendar', 'calendars.hamburg.title', 'Kiel', []],
    ['a status less', 'lifecycle.states.working.to', ['won', 'nurture'], ['all stricter removedMove']],
    ['a definition in other words', 'lifecycle.states.working.definition', 'Anders.', []],
    [
      'a condition for a status',
      'lifecycle.states.won.entry',
      { fact: 'lead', path: '$.budget', operator: 'greaterThan', value: 0 },
      ['all stricter stricterEntry'],
    ],
    ['no exceptions', 'exceptions', [], ['sales stricter removedException', 'all stricter removedException']],
    ['a shorter exception', 'exceptions.0.to', '2026-09-16', ['sales stricter removedException']],
    ['a condition with another value', 'conditions.hot.all.0.value', 90, ['sales other changedRule']],
    ['no grace', 'enforcement.ladders.response.grace', 0, ['sales stricter harsherConsequence']],
    ['fewer points', 'incentives.levels.fast.met', 8, ['sales stricter lessReward']],
    ['a greater bonus', 'incentives.awards.best.bonus.amountMinor', 200_000, ['all easier moreReward']],
    ['no board', 'incentives.boards', undefined, []],
    ['due at the next opening', 'boundary', 'nextOpen', ['sales easier looserTarget']],
    ['another member', 'parties.sales.members.eva', { name: 'Eva', team: 'sdr' }, []],
    ['a date of review', 'review', { next: '2026-10-01', every: 'quarter' }, []],
    ['another zone', 'timeZone', 'Europe/Vienna', ['all other changedRule']],
  ]

  const hamburg = wholeAgreement.calendars?.hamburg
  const holidays = hamburg && 'holidays' in hamburg ? (hamburg.holidays ?? []) : []

  test.each(cases)('%s', (_title, path, value, expected) => {
    const said = meaning((draft) => {
      // An item that goes is no hole in its list.
      if (path === 'calendars.hamburg.holidays.0') at(draft, 'calendars.hamburg.holidays', holidays.slice(1))
      else at(draft, path, value)
    })
    expect(said).toEqual(expected)
  })

  test('a new goal takes its leads from those behind it', () => {
    const big = { fact: 'lead', path: '$.size', operator: 'equal', value: 'big' }
    const goals = wholeAgreement.clauses.firstResponse
    const within = goals?.kind === 'timed' && Array.isArray(goals.within) ? goals.within : []
    const put = (index: number, target: string) => (draft: Draft) =>
      at(draft, 'clauses.firstResponse.within', within.toSpliced(index, 0, { when: big, target }))
    expect(meaning(put(1, 'PT2H'))).toEqual(['sales stricter tighterTarget'])
    expect(meaning(put(0, 'PT2H'))).toEqual(['sales easier looserTarget', 'sales stricter tighterTarget'])
    expect(meaning(put(1, 'PT8H'))).toEqual(['sales easier looserTarget'])
    expect(meaning(put(1, 'PT2H'), true)).toEqual(['sales easier looserTarget'])
  })

  test('a goal in another place is told as moved, once', () => {
    const goal = (name: string, target: string) => ({
      name,
      when: { fact: 'lead', path: '$.x', operator: 'equal', value: name },
      target,
    })
    const [a, b, c] = [goal('a', 'PT1H'), goal('b', 'PT2H'), goal('c', 'PT3H')]
    const clause = { ...wholeAgreement.clauses.firstResponse }
    const version = (within: readonly object[]) =>
      ({
        ...wholeAgreement,
        clauses: { ...wholeAgreement.clauses, firstResponse: { ...clause, within } },
      }) as unknown as AgreementDocument
    const { changes } = diff(version([a, b, c]), version([c, a, b]))
    expect(changes.map(({ kind, from, to }) => [kind, from?.[3], to?.[3]])).toEqual([['moved', 2, 0]])
    expect(changes[0]?.breaking).toBe(true)
  })

  test('what is under way: clocks stay with their version, periods too, and what is new owes nothing for before', () => {
    const after = structuredClone(wholeAgreement) as unknown as Draft
    at(after, 'effective.from', '2026-07-01')
    at(after, 'clauses.firstResponse.within.1.target', 'PT2H')
    at(after, 'clauses.mqls.target', 350)
    at(after, 'clauses.proposal')
    at(after, 'clauses.stale', { ...wholeAgreement.clauses.firstResponse, title: 'Neu' })
    expect(diff(wholeAgreement, after as unknown as AgreementDocument).transition).toEqual({
      at: '2026-06-30T22:00:00.000Z',
      clocks: ['firstResponse'],
      periods: ['mqls'],
      begins: ['stale'],
      ends: ['proposal'],
    })
  })
})
