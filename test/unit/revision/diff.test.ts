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
    ['a longest pause', 'clauses.firstResponse.maxPause', 'PT8H', ['sales stricter lostRelief']],
    ['a greatest number of pauses', 'clauses.firstResponse.maxPauses', 2, ['sales stricter lostRelief']],
    ['an excuse', 'clauses.firstResponse.excuse', { rejected: { enters: 'lost' } }, ['sales easier newRelief']],
    ['what counts as done', 'clauses.firstResponse.counts', { atLeast: 'PT30S' }, ['sales stricter lostRelief']],
    ['only people', 'clauses.firstResponse.counts', {}, ['sales stricter lostRelief']],
    ['nothing but what counts anyway', 'clauses.firstResponse.counts', { automations: true }, []],
    ['a clock that follows the owner', 'clauses.firstResponse.clockFollows', 'owner', ['sales other changedRule']],
    ['a calendar of somebody whom no clock follows', 'parties.sales.members.sven.calendar', 'hamburg', []],
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

  /** Returns what it means when one value of a key of the first promise becomes another. */
  const between = (key: string, was: unknown, now: unknown, also: (draft: Draft) => void = () => {}): string[] => {
    const [before, after] = [was, now].map((value) => {
      const draft = structuredClone(wholeAgreement) as unknown as Draft
      also(draft)
      at(draft, `clauses.firstResponse.${key}`, value)
      return draft as unknown as AgreementDocument
    }) as [AgreementDocument, AgreementDocument]
    return diff(before, after).changes.flatMap(({ bearings }) => bearings.map(({ effect, reason }) => `${effect} ${reason}`))
  }
  const excuse = (more: object) => ({ rejected: { enters: 'lost' }, codes: ['spam'], acceptWindow: 'PT8H', ...more })
  const easier = ['easier newRelief']
  const stricter = ['stricter lostRelief']

  test.each([
    ['a longer pause', 'maxPause', 'PT4H', 'PT8H', easier],
    ['one pause less', 'maxPauses', 3, 2, stricter],
    ['no limit of pauses any more', 'maxPauses', 3, undefined, easier],
    ['no excuse any more', 'excuse', excuse({}), undefined, stricter],
    ['one reason more', 'excuse', excuse({}), excuse({ codes: ['spam', 'duplicate'] }), easier],
    ['any reason', 'excuse', excuse({}), { rejected: { enters: 'lost' }, acceptWindow: 'PT8H' }, easier],
    ['another reason', 'excuse', excuse({}), excuse({ codes: ['duplicate'] }), ['other changedRule']],
    ['a shorter window', 'excuse', excuse({}), excuse({ acceptWindow: 'PT4H' }), stricter],
    ['a window of another kind', 'excuse', excuse({}), excuse({ acceptWindow: { businessDays: 1 } }), ['other changedRule']],
    ['no end', 'excuse', excuse({}), { rejected: { enters: 'lost' }, codes: ['spam'] }, easier],
    [
      'a shorter window for more reasons',
      'excuse',
      excuse({}),
      excuse({ acceptWindow: 'PT4H', codes: ['spam', 'x'] }),
      ['other changedRule'],
    ],
    ['a further event that rejects', 'excuse', excuse({}), excuse({ rejected: { enters: ['lost', 'nurture'] } }), easier],
    ['reasons in another order', 'excuse', excuse({ codes: ['a', 'b'] }), excuse({ codes: ['b', 'a'] }), []],
    ['a longer talk', 'counts', { atLeast: 'PT30S' }, { atLeast: 'PT1M' }, stricter],
    ['any length', 'counts', { atLeast: 'PT30S' }, {}, easier],
    ['one channel less', 'counts', { channels: ['phone', 'mail'] }, { channels: ['phone'] }, stricter],
    ['another channel', 'counts', { channels: ['mail'] }, { channels: ['phone'] }, ['other changedRule']],
    ['only one direction', 'counts', {}, { direction: 'outbound' }, stricter],
    ['the other direction', 'counts', { direction: 'inbound' }, { direction: 'outbound' }, ['other changedRule']],
    ['automations', 'counts', {}, { automations: true }, easier],
    ['all again', 'counts', { channels: ['phone'] }, undefined, easier],
    ['the team instead of the owner', 'clockFollows', 'owner', 'team', ['other changedRule']],
    ['its own calendar again', 'clockFollows', 'lead', undefined, ['other changedRule']],
  ])('%s', (_title, key, was, now, expected) => {
    const paused = (draft: Draft) => at(draft, 'clauses.firstResponse.pause', { enters: 'nurture' })
    expect(between(key, was, now, paused)).toEqual(expected)
  })

  test('another calendar of a person or a team binds those whose clocks follow them, in no direction that is known', () => {
    const kiel = { title: 'Kiel', timeZone: 'Europe/Berlin', week: { mon: ['08:00-20:00'] } }
    const follows = (clockFollows: string) => (draft: Draft) => {
      at(draft, 'calendars.kiel', kiel)
      at(draft, 'parties.sales.teams.sdr.calendar', 'hamburg')
      at(draft, 'clauses.firstResponse.clockFollows', clockFollows)
    }
    const holder = (path: string) => (draft: Draft) => at(draft, path, 'kiel')
    const meaningOf = (clockFollows: string, path: string) => {
      const before = structuredClone(wholeAgreement) as unknown as Draft
      follows(clockFollows)(before)
      const after = structuredClone(before)
      holder(path)(after)
      const { changes } = diff(before as unknown as AgreementDocument, after as unknown as AgreementDocument)
      return changes.flatMap(({ bearings }) => bearings.map(({ party, reason }) => `${party} ${reason}`))
    }
    const [person, team] = ['parties.sales.members.sven.calendar', 'parties.sales.teams.sdr.calendar']
    expect(meaningOf('owner', person)).toEqual(['sales changedRule'])
    expect(meaningOf('owner', team)).toEqual(['sales changedRule'])
    expect(meaningOf('team', team)).toEqual(['sales changedRule'])
    expect(meaningOf('team', person)).toEqual([])
    expect(meaningOf('lead', person)).toEqual([])
  })

  test('longer hours of a calendar that only a team has bind those whose clocks follow the team', () => {
    const follows = (hours: string) => {
      const draft = structuredClone(wholeAgreement) as unknown as Draft
      at(draft, 'calendars.kiel', { timeZone: 'Europe/Berlin', week: { mon: [hours] } })
      at(draft, 'parties.sales.teams.sdr.calendar', 'kiel')
      at(draft, 'clauses.firstResponse.clockFollows', 'team')
      return draft as unknown as AgreementDocument
    }
    const { changes } = diff(follows('09:00-17:00'), follows('09:00-18:00'))
    expect(changes.flatMap(({ bearings }) => bearings)).toEqual([{ party: 'sales', effect: 'stricter', reason: 'longerHours' }])
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
