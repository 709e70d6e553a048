import { describe, expect, test } from 'vitest'
import { type AgreementDocument, type LeadEvent, type Readiness, readiness } from '../../../src/index.ts'
import { answer, life, lives, sound, workday } from './sound.ts'

/** What is found in the events, `severity code: hits of sample`. */
function found({ findings }: Readiness): string[] {
  return findings.flatMap(({ severity, code, evidence }) =>
    evidence ? [`${severity} ${code}: ${evidence.hits} of ${evidence.sample}`] : [],
  )
}

const look = (events: Iterable<unknown>, document: AgreementDocument = sound()) => found(readiness(document, events))
/** By `more`, from the events of two hundred sound leads. */
const many = lives(200)
const spoilt = (change: (event: LeadEvent, index: number) => LeadEvent | readonly LeadEvent[]): LeadEvent[] =>
  many.flatMap(change)
const one = (wanted: string) => expect.arrayContaining([wanted])

test('in sound leads nothing is found', () => {
  const { isReady, looked } = readiness(sound(), many)
  expect(look(many)).toEqual([])
  expect(isReady).toBe(true)
  expect(looked).toMatchObject({ events: 1040, leads: 200, people: 3 })
})

test('of no events nothing follows', () => {
  expect(look([])).toEqual([])
  expect(readiness(sound(), []).looked).toEqual({ events: 0, leads: 0, people: 0, asOf: '1970-01-01T00:00:00.000Z' })
})

describe('what happened and the agreement does not know', () => {
  test('moves outside the lifecycle: a slip, and a habit', () => {
    const short = (count: number) => spoilt((event, index) => (event.id.endsWith('-2') && index < count * 5 ? [] : event))
    const habit = look(short(100))
    expect(habit.find((line) => line.includes('move-outside-lifecycle'))).toMatch(/^warning/)
    expect(look(short(3)).find((line) => line.includes('move-outside-lifecycle'))).toMatch(/^info/)
  })

  test('entries that no definition allows, and moves that another party made', () => {
    const { lifecycle } = sound()
    const states = {
      ...lifecycle?.states,
      working: {
        ...{ definition: 'Scored.', to: ['won', 'lost'], by: ['marketing'] },
        entry: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThan', value: 10 }] },
      },
    }
    const document = sound({ lifecycle: { initial: 'new', states } })
    const lines = look(
      lives(200, (index) => ({ data: { score: index < 150 ? 20 : 5 } })),
      document,
    )
    expect(lines).toEqual(one('warning definition-not-kept: 50 of 200'))
    expect(lines).toEqual(one('warning move-by-another-party: 200 of 200'))
  })

  test('a status that no lead was ever in, and no status at all', () => {
    const states = {
      ...sound().lifecycle?.states,
      won: { definition: 'Signed.', disposition: true, to: ['kept'] },
      kept: { definition: 'Stays.', disposition: true },
    }
    expect(look(many, sound({ lifecycle: { initial: 'new', states } }))).toEqual(['warning status-unused: 1 of 5'])
    expect(look(spoilt((event) => (event.type === 'lead.moved' ? [] : event)))).toEqual(
      one('warning moves-not-recorded: 200 of 200'),
    )
  })

  test('types that nobody asks for, and triggers that never come', () => {
    const typo = spoilt((event) => (event.type === 'call.made' ? { ...event, type: 'call.mades' } : event))
    expect(look(typo)).toEqual(['warning trigger-never-fires: 0 of 1040', 'info event-type-unasked: 200 of 1040'])
    const short = {
      on: 'call.made',
      when: { all: [{ fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 }] },
    }
    expect(look(many, sound({ clauses: { answer: { ...answer, stop: short } } }))).toEqual(['warning never-stopped: 200 of 200'])
  })

  test('events that cannot be read: some, and so many that nothing can be trusted', () => {
    const broken = (every: number) => spoilt((event, index) => (index % every === 0 ? { ...event, at: String(event.at) } : event))
    expect(look(broken(100))).toEqual(one('warning events-refused: 11 of 1040'))
    expect(look(broken(200))).toEqual(one('info events-refused: 6 of 1040'))
    expect(look(broken(5))).toEqual(one('error events-refused: 208 of 1040'))
  })

  test('what came twice, what was put right, and the same under another id', () => {
    const [first, second] = many
    const again = [{ ...many[3], recordedAt: workday(60) }, first, second].filter((event) => event !== undefined)
    expect(look([...many, ...again])).toEqual(one('info event-repeated: 3 of 1043'))
    const corrected = many.map((event, index) => (index < 2 ? { ...event, recordedAt: event.at } : event))
    const later = corrected
      .slice(0, 2)
      .map((event) => ({ ...event, data: { ...event.data, note: 'put right' }, recordedAt: workday(60) }))
    expect(look([...corrected, ...later])).toEqual(one('info event-corrected: 2 of 1042'))
    const copies = many.filter(({ type }) => type === 'call.made').map((event) => ({ ...event, id: `${event.id}-copy` }))
    expect(look([...many, ...copies])).toEqual(one('warning content-repeated: 200 of 1240'))
  })

  test('records that begin late', () => {
    const first = Number(many[0]?.at) + 35 * 86_400_000
    const late = lives(400).filter(({ type, at }) => type !== 'call.made' || Number(at) > first)
    expect(look(late).find((line) => line.includes('records-begin-late'))).toMatch(/^warning records-begin-late: \d+ of 400$/)
    expect(look(lives(400)).join()).not.toContain('records-begin-late')
  })
})

describe('who it was', () => {
  test('nobody: events without an actor, though others of their type have one', () => {
    const lost = spoilt((event, index) => {
      if (event.type !== 'call.made' || index % 2 === 0) return event
      const { actor: _, ...rest } = event
      return rest
    })
    const line = look(lost).find((each) => each.includes('events-without-actor'))
    expect(line).toMatch(/^warning events-without-actor: \d+ of 200$/)
    // What nobody ever does in person is a customer's or a system's.
    expect(
      look(spoilt(({ actor, ...event }) => (event.type === 'lead.created' ? event : { ...event, ...(actor ? { actor } : {}) }))),
    ).toEqual(['info member-unseen: 1 of 3'])
  })

  test('people who are no members, and members who never do anything', () => {
    const lines = look(lives(200, (index) => ({ owner: index % 2 === 0 ? 'anna' : 'carl' })))
    expect(lines.find((line) => line.includes('person-unknown'))).toMatch(/^warning/)
    expect(
      look(
        many.filter(({ lead }) => Number(lead.slice(1)) % 2 === 0),
        sound(),
      ),
    ).toEqual(one('info member-unseen: 1 of 3'))
  })

  test('a machine that counts as a person, and is not one when it says so', () => {
    const at = (index: number) => workday(0) + index * 3_600_000 * 5 + index * 61_001
    const robot = (kind?: 'automation') =>
      Array.from(
        { length: 300 },
        (_, index): LeadEvent => ({
          ...{ id: `r${index}`, lead: `L${index % 200}`, type: 'call.made', at: at(index) },
          actor: { id: 'robot', ...(kind ? { kind } : {}) },
        }),
      )
    expect(look([...many, ...robot()]).join()).toContain('warning acts-like-machine')
    expect(look([...many, ...robot('automation')]).join()).not.toContain('acts-like-machine')
  })

  test('nobody for days', () => {
    const away = (from: number, to: number, who?: string) =>
      many.filter(
        ({ at, actor }) => Number(at) < workday(from) || Number(at) >= workday(to) || (who !== undefined && actor?.id !== who),
      )
    expect(look(away(10, 14))).toEqual(one('warning gap: 4 of 34'))
    expect(look(away(10, 11))).toEqual(one('info gap: 1 of 34'))
    expect(look(away(10, 21, 'ben'))).toEqual(one('info person-gap: 1 of 3'))
    expect(look(away(10, 18, 'ben')).join()).not.toContain('person-gap')
  })

  test('clocks that nobody ever had', () => {
    const lost = spoilt((event) => (event.type === 'lead.assigned' && Number(event.lead.slice(1)) % 8 === 0 ? [] : event))
    expect(look(lost)).toEqual(one('warning clock-without-owner: 25 of 200'))
    expect(look(spoilt((event) => (event.type === 'lead.assigned' ? [] : event)))).toEqual(
      one('info owners-not-recorded: 200 of 200'),
    )
  })
})

describe('when it was', () => {
  const moved = (change: (at: number, index: number) => number) =>
    spoilt((event, index) => (event.type === 'call.made' ? { ...event, at: change(Number(event.at), index) } : event))
  const dayMs = 86_400_000

  test('dates without a time, of Berlin and of UTC', () => {
    const dates = spoilt((event) =>
      event.type === 'lead.created'
        ? { ...event, actor: { id: 'mira' }, at: Number(event.at) - (Number(event.at) % dayMs) }
        : event,
    )
    expect(look(dates)).toEqual(one('warning date-only-times: 200 of 200'))
    const berlin = spoilt((event) =>
      event.type === 'lead.created'
        ? { ...event, actor: { id: 'mira' }, at: Number(event.at) - (Number(event.at) % dayMs) - 3_600_000 }
        : event,
    )
    expect(look(berlin)).toEqual(one('warning date-only-times: 200 of 200'))
  })

  test('one time of the day for many, and full quarters', () => {
    const noon = moved((at, index) => (index % 4 === 3 ? at - (at % dayMs) + 15.5 * 3_600_000 : at))
    expect(look(noon).join()).toMatch(/same-time-of-day: \d+ of 200/)
    const round = moved((at) => at - (at % 900_000) + 900_000)
    expect(look(round).join()).toMatch(/warning round-times: 200 of 200/)
  })

  test('the hour that comes twice', () => {
    const twice = [0, 1, 2].map(
      (index): LeadEvent => ({
        id: `t${index}`,
        lead: 'L1',
        type: 'call.made',
        at: Date.UTC(2026, 9, 25, 0, 20 + index),
        actor: { id: 'ben' },
      }),
    )
    expect(look([...many, ...twice])).toEqual(one('info repeated-hour: 3 of 1043'))
  })

  test('events of one instant: a sequence decides, or ids', () => {
    const tied = (sequence: boolean) =>
      spoilt((event, index) => {
        const at = event.id.endsWith('-1') ? Number(many[index - 1]?.at) : event.at
        return { ...event, at, ...(sequence ? { sequence: index } : {}) }
      })
    const says = (events: readonly LeadEvent[]) => readiness(sound(), events).findings.find(({ code }) => code === 'same-instant')
    expect(says(tied(true))).toMatchObject({ severity: 'info', facts: { isDecided: true }, evidence: { hits: 200, sample: 200 } })
    expect(says(tied(false))).toMatchObject({ severity: 'info', facts: { isDecided: false } })
  })

  test('mass updates', () => {
    const at = workday(3) + 9 * 3_600_000
    const imported = Array.from(
      { length: 60 },
      (_, index): LeadEvent => ({
        id: `i${index}`,
        lead: `I${index}`,
        type: 'lead.created',
        at: at + index,
        actor: { id: 'router', kind: 'automation' },
      }),
    )
    expect(look([...many, ...imported])).toEqual(one('warning mass-update: 60 of 260'))
    expect(look([...many, ...imported.slice(0, 19)]).join()).not.toContain('mass-update')
  })

  test('outside the opening hours, and by a zone that is wrong', () => {
    const late = spoilt((event) => ({ ...event, at: Number(event.at) + 7 * 3_600_000 }))
    const { findings } = readiness(sound(), late)
    expect(findings.find(({ code }) => code === 'outside-hours')).toMatchObject({ severity: 'warning' })
    const shift = findings.find(({ code }) => code === 'shifted-times')
    expect(shift).toMatchObject({ severity: 'warning' })
    expect(Number(Reflect.get(shift?.facts ?? {}, 'hours'))).toBeLessThan(-5)
  })
})

describe('what became of the clocks', () => {
  test('a stop before the start, and never again', () => {
    const early = spoilt((event) =>
      event.type === 'call.made' && Number(event.lead.slice(1)) < 20 ? { ...event, at: Number(event.at) - 5_400_000 } : event,
    )
    const { findings } = readiness(sound(), early)
    const stop = findings.find(({ code }) => code === 'stop-before-start')
    expect(stop).toMatchObject({ severity: 'warning', path: ['clauses', 'answer', 'stop'], clause: 'answer' })
    // A third of them was lost, which cancels the clock.
    expect(stop?.evidence?.hits).toBe(13)
  })

  test('clocks that never stop, and pauses that never end', () => {
    const quiet = lives(200, (index) => ({ isUnanswered: index % 4 === 0, states: index % 4 === 0 ? [] : ['won'] }))
    expect(look(quiet).join()).toMatch(/warning left-open: \d+ of 200/)
    const asleep = lives(300, () => ({ isUnanswered: false })).filter(({ type }) => type !== 'lead.woken')
    const lines = look(asleep.filter(({ type, lead }) => type !== 'call.made' || Number(lead.slice(1)) % 10 !== 0))
    expect(lines.join()).toMatch(/left-paused: \d+ of 300/)
  })

  test('targets that nobody keeps, and those that everybody does in no time', () => {
    const tight = sound({ clauses: { answer: { ...answer, within: 'PT1M' } } })
    expect(look(many, tight).join()).toContain('warning target-out-of-reach: 0 of 200')
    const wide = sound({ clauses: { answer: { ...answer, within: 'PT40H' } } })
    expect(look(many, wide).join()).toContain('info target-too-easy: 200 of 200')
  })

  test('a due instant that no fact names', () => {
    const document = sound({ clauses: { answer: { ...answer, within: { dueFrom: { fact: 'lead', path: '$.respondBy' } } } } })
    expect(
      look(
        lives(200, () => ({ isUnanswered: true, states: [] })),
        document,
      ).join(),
    ).toMatch(/warning no-due-instant: \d+ of 200/)
  })
})

describe('what is known of the leads', () => {
  test('a fact by which conditions decide, and that leads do not have', () => {
    const when = { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }] }
    const document = sound({ clauses: { answer: { ...answer, within: [{ when, target: 'PT1H' }, { target: 'PT4H' }] } } })
    const scored = (every: number) => lives(200, (index) => ({ data: index % every === 0 ? {} : { score: 50 } }))
    expect(look(scored(4), document)).toEqual(['warning fact-missing: 50 of 200'])
    expect(look(scored(40), document)).toEqual(['info fact-missing: 5 of 200'])
    expect(look(scored(101), document)).toEqual(['info fact-missing: 2 of 200'])
    expect(look(scored(199), document)).toEqual(['info fact-missing: 2 of 200'])
  })

  test('two ways not to know', () => {
    const origin = lives(200, (index) => ({ data: { origin: index % 10 === 0 ? 'unknown' : index % 10 === 1 ? '' : 'web' } }))
    const [finding] = readiness(sound(), origin).findings
    expect(finding).toMatchObject({
      code: 'two-ways-not-to-know',
      facts: { fact: 'origin', words: ['unknown'], empty: 20 },
      evidence: { hits: 40 },
    })
    expect(look(lives(200, (index) => ({ data: { origin: index % 10 === 0 ? 'unknown' : 'web' } })))).toEqual([])
  })
})

test('what a finding says is asked for in German', () => {
  const { findings } = readiness(sound(), life(1), { language: 'de' })
  expect(findings).toEqual([])
  const german = readiness(
    sound(),
    spoilt((event) => (event.type === 'lead.moved' ? [] : event)),
    { language: 'de' },
  ).findings
  expect(german.find(({ code }) => code === 'moves-not-recorded')?.message).toBe(
    'keiner von 200 Leads hat je den Status gewechselt: die Ereignisse enthalten kein lead.moved',
  )
})

test('an asOf before the end leaves the rest out', () => {
  const asOf = workday(5)
  const early = many.filter(({ at }) => Number(at) <= asOf)
  const { looked } = readiness(sound(), many, { asOf })
  expect(looked).toMatchObject({ events: early.length, asOf: new Date(asOf).toISOString() })
})
