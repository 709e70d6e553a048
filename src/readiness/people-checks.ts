/** Who wrote the events, and when: nobody, people that the agreement does not know, machines, and nobody for days. */
import type { Agreement } from '../agreement/agreement.ts'
import { printPlainDate } from '../time/plain-date.ts'
import { CaseCount, type Cases, type Draft, draft } from './draft.ts'
import { minimumSample, sortedByKey, weigh } from './history-checks.ts'
import type { Observer, PersonSeen } from './observer.ts'
import { Opening } from './opening.ts'

/** Returns what is odd about the people behind the events. */
export function peopleChecks(agreement: Agreement, seen: Observer): Draft[] {
  const opening = new Opening(agreement)
  return [
    ...actorChecks(seen),
    ...memberChecks(agreement, seen),
    ...machineChecks(seen, opening),
    ...gapChecks(seen, opening),
    ...hourChecks(seen, opening),
  ]
}

/** A type that never names anybody is what customers and systems do; one that sometimes does has lost somebody. */
function actorChecks({ types }: Observer): Draft[] {
  const mixed = sortedByKey(types).filter(([, { withActor, withoutActor }]) => withActor > 0 && withoutActor.hits > 0)
  if (mixed.length === 0) return []
  const hits = mixed.reduce((sum, [, { withoutActor }]) => sum + withoutActor.hits, 0)
  const sample = mixed.reduce((sum, [, { all }]) => sum + all.length, 0)
  const examples = mixed.flatMap(([, { withoutActor }]) => withoutActor.of(0).examples)
  examples.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1))
  const cases = { hits, sample, examples: examples.slice(0, 5) }
  const facts = { types: mixed.map(([type]) => type) }
  return [draft('events-without-actor', facts, { severity: weigh(hits, sample), path: [], cases })]
}

function memberChecks({ members }: Agreement, seen: Observer): Draft[] {
  if (members.size === 0) return []
  const active = new Map<string, CaseCount>()
  for (const [person, { asked }] of peopleOf(seen)) if (asked.hits > 0) active.set(person, asked)
  const found: Draft[] = []
  const strangers = sortedByKey(new Map([...active, ...seen.owners])).filter(
    ([person]) => !members.has(person) && !seen.automations.has(person),
  )
  if (strangers.length > 0) {
    const hits = strangers.reduce(
      (sum, [person]) => sum + (active.get(person)?.hits ?? 0) + (seen.owners.get(person)?.hits ?? 0),
      0,
    )
    const sample = sumOf(active) + sumOf(seen.owners)
    const examples = strangers.flatMap(([, count]) => count.of(0).examples).slice(0, 5)
    const facts = { people: strangers.map(([person]) => person) }
    found.push(
      draft('person-unknown', facts, { severity: weigh(hits, sample), path: ['parties'], cases: { hits, sample, examples } }),
    )
  }
  const unseen = [...members.keys()].filter((person) => !seen.people.has(person) && !seen.owners.has(person))
  if (unseen.length > 0 && seen.leads >= minimumSample && seen.people.size > 0) {
    const cases = { hits: unseen.length, sample: members.size, examples: [] }
    found.push(draft('member-unseen', { people: unseen }, { severity: 'info', path: ['parties'], cases }))
  }
  return found
}

function sumOf(counts: ReadonlyMap<string, CaseCount>): number {
  return [...counts.values()].reduce((sum, { hits }) => sum + hits, 0)
}

/** People sleep: six hours of the day are empty, or nearly so. A machine that customers wake writes at every hour. */
const quietHours = 6
const leastOfMachine = 0.01
const leastEvents = 200

function machineChecks(seen: Observer, { zone }: Opening): Draft[] {
  return peopleOf(seen).flatMap(([person, { instants, asked }]): Draft[] => {
    if (instants.length < leastEvents || asked.hits === 0) return []
    const hours = new Array<number>(24).fill(0)
    for (const at of instants.sorted()) {
      const hour = ((Math.floor(zone.localAt(at) / 3_600_000) % 24) + 24) % 24
      hours[hour] = (hours[hour] ?? 0) + 1
    }
    const stretch = (from: number) => Array.from({ length: quietHours }, (_, index) => hours[(from + index) % 24] ?? 0)
    const quiet = Math.min(...hours.map((_, from) => stretch(from).reduce((sum, count) => sum + count, 0)))
    const quietShare = quiet / instants.length
    if (quietShare < leastOfMachine || hours.includes(0)) return []
    const cases = { hits: quiet, sample: instants.length, examples: asked.of(0).examples }
    return [draft('acts-like-machine', { person, quietShare }, { severity: 'warning', path: [], cases })]
  })
}

function peopleOf({ people, automations }: Observer): [string, PersonSeen][] {
  return sortedByKey(people).filter(([person]) => !automations.has(person))
}

/** On fewer events a day an empty one may be chance. */
const usualOfDay = 5
const longestLists = 10
/** Two weeks are a holiday, and worth knowing; a person who wrote on fewer days has no habits yet. */
const personGapDays = 10
const habitDays = 20

function gapChecks(seen: Observer, opening: Opening): Draft[] {
  const perDay = new Map<number, number>()
  const byPerson = peopleOf(seen).map(([person, { instants }]) => {
    const days = new Set<number>()
    for (const at of instants.sorted()) {
      const day = opening.dayOf(at)
      days.add(day)
      perDay.set(day, (perDay.get(day) ?? 0) + 1)
    }
    return { person, days }
  })
  const workdays = workdaysOf(perDay.keys(), opening)
  const counts = workdays.map((day) => perDay.get(day) ?? 0).sort((a, b) => a - b)
  const usual = counts[Math.floor(counts.length / 2)] ?? 0
  const gapsOfPeople = byPerson.flatMap(({ person, days }) => {
    if (days.size < habitDays) return []
    const own = workdays.slice(indexOf(workdays, days, 'first'), indexOf(workdays, days, 'last') + 1)
    const [longest] = runsOf(own, days).sort(longerFirst)
    return longest && longest.days >= personGapDays ? [{ person, ...longest }] : []
  })
  const found: Draft[] = []
  if (gapsOfPeople.length > 0) {
    const gaps = gapsOfPeople
      .sort(longerFirst)
      .map((gap) => ({ ...gap, from: printPlainDate(gap.from), to: printPlainDate(gap.to) }))
    found.push(draft('person-gap', { gaps }, { severity: 'info', path: [], cases: dayCases(gaps.length, byPerson.length) }))
  }
  if (usual < usualOfDay) return found
  const gaps = runsOf(workdays, perDay).sort(longerFirst)
  const total = gaps.reduce((sum, { days }) => sum + days, 0)
  for (const { from, to, days } of gaps.slice(0, longestLists)) {
    const facts = { from: printPlainDate(from), to: printPlainDate(to), days, usual }
    found.push(
      draft('gap', facts, { severity: days >= 3 ? 'warning' : 'info', path: [], cases: dayCases(total, workdays.length) }),
    )
  }
  return found
}

function dayCases(hits: number, sample: number): Cases {
  return { hits, sample, examples: [] }
}

function workdaysOf(days: Iterable<number>, opening: Opening): number[] {
  const sorted = [...days].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  const found: number[] = []
  // One wrong year among the dates is no reason to count a thousand years of days.
  if (first === undefined || last === undefined || last - first > 20_000) return found
  for (let day = first; day <= last; day++) if (opening.isWorkday(day)) found.push(day)
  return found
}

function indexOf(workdays: readonly number[], days: ReadonlySet<number>, end: 'first' | 'last'): number {
  return end === 'first' ? workdays.findIndex((day) => days.has(day)) : workdays.findLastIndex((day) => days.has(day))
}

interface Run {
  readonly from: number
  readonly to: number
  readonly days: number
}

function longerFirst(a: Run, b: Run): number {
  return b.days - a.days || a.from - b.from
}

/** Returns the stretches of workdays on which nothing happened. */
function runsOf(workdays: readonly number[], active: { has(day: number): boolean }): Run[] {
  const runs: Run[] = []
  let first: number | null = null
  let length = 0
  for (const [index, day] of [...workdays, Number.NaN].entries()) {
    if (day === day && !active.has(day)) {
      first ??= day
      length += 1
    } else if (first !== null) {
      runs.push({ from: first, to: workdays[index - 1] as number, days: length })
      first = null
      length = 0
    }
  }
  return runs
}

/** Every so many instants are looked at, so that a million of them cost no more than these. */
const mostLooked = 20_000

function hourChecks(seen: Observer, opening: Opening): Draft[] {
  const all = peopleOf(seen)
    .flatMap(([, { instants }]) => [...instants.sorted()])
    .sort((a, b) => a - b)
  if (!opening.isKnown || all.length < leastEvents) return []
  const step = Math.ceil(all.length / mostLooked)
  const looked = all.filter((_, index) => index % step === 0)
  const shareAt = (hours: number) => looked.filter((at) => opening.isOpen(at + hours * 3_600_000)).length / looked.length
  const inside = shareAt(0)
  const share = 1 - inside
  if (share < 0.1) return []
  const hits = looked.filter((at) => !opening.isOpen(at))
  const examples = new CaseCount()
  for (const at of hits.slice(0, 5)) examples.add('', null, at)
  const cases = {
    hits: hits.length,
    sample: looked.length,
    examples: examples.of(0).examples.map(({ at }) => ({ lead: null, event: null, at })),
  }
  const found = [draft('outside-hours', { share }, { severity: share >= 0.25 ? 'warning' : 'info', path: ['calendars'], cases })]
  const shifts = Array.from({ length: 24 }, (_, index) => (index < 12 ? index - 12 : index - 11))
  const [best] = shifts
    .map((hours) => ({ hours, share: shareAt(hours) }))
    .sort((a, b) => b.share - a.share || Math.abs(a.hours) - Math.abs(b.hours))
  if (best && best.share >= 0.9 && best.share - inside >= 0.15) {
    const facts = { hours: best.hours, share: inside, shiftedShare: best.share }
    found.push(draft('shifted-times', facts, { severity: 'warning', path: ['timeZone'], cases }))
  }
  return found
}
