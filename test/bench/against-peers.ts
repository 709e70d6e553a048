/** What adding and measuring cost beside the peers, in the zone of the calendar, which is the only one that some of them know. */
import { type BusinessClock, businessClock } from '../../src/clock.ts'
import { berlin, minutesOfYear, timeZone, yearFromMs } from './berlin.ts'
import type { Answers } from './day-loops.ts'
import { type Peer, peers } from './peers.ts'
import type { BenchRow } from './row.ts'
import { costs, dayMs, hourMs, loopOf, time } from './stopwatch.ts'

interface Question {
  readonly name: string
  readonly method: keyof Answers
  readonly expression: string
  readonly atLeast?: number
  /** How many answers are compared before anything is measured. */
  readonly compared: number
}

const questions: readonly Question[] = [
  { name: 'add 4 h', method: 'after', expression: `clock.after(ms, ${4 * hourMs})`, atLeast: 1_000, compared: 50 },
  { name: 'add 2000 h', method: 'after', expression: `clock.after(ms, ${2_000 * hourMs})`, atLeast: 100_000, compared: 5 },
  { name: 'between, 1 day', method: 'between', expression: `clock.between(ms, ms + ${dayMs})`, atLeast: 1_000, compared: 50 },
  {
    name: 'between, 1 year',
    method: 'between',
    expression: `clock.between(ms, ms + ${365 * dayMs})`,
    atLeast: 100_000,
    compared: 5,
  },
  { name: 'isOpen', method: 'isOpen', expression: 'Number(clock.isOpen(ms))', compared: 50 },
]

/** Returns a row for each question, held against the fastest peer, and one without a bound for each peer that answers it. */
export function benchAgainstPeers(): BenchRow[] {
  return inZone(timeZone, () => {
    const ours = businessClock(berlin)
    ours.between(yearFromMs, yearFromMs + 3 * 366 * dayMs)
    const all = peers()
    const measured = questions.map((question) => measure(question, ours, all))
    return [...measured.map(({ row }) => row), ...measured.flatMap(({ rows }) => rows)]
  })
}

/** The fastest peer counts as it is, however many of its answers are right. */
function measure(question: Question, ours: BusinessClock, all: readonly Peer[]): { row: BenchRow; rows: BenchRow[] } {
  const { name, method, expression, atLeast, compared } = question
  const asked = all.filter((peer) => peer[method] !== undefined)
  const agreed = asked.map((peer) => agreedOf(question, ours, peer))
  const loops = [ours, ...asked].map((clock) => loopOf({ clock }, expression, minutesOfYear))
  const [oursNs = 0, ...peersNs] = costs(...loops)
  const found = asked
    .map((peer, index) => ({ peer, agreed: agreed[index], ns: peersNs[index] ?? 0 }))
    .sort((one, other) => one.ns - other.ns)
  const [fastest] = found
  if (!fastest) throw new Error(`no peer answers ${name}`)
  const rows = found.map(({ peer, agreed, ns }) => ({
    name: `clock: ${name}, ${peer.name} / ours`,
    ratio: ns / oursNs,
    notes: `${time(ns)}; ${agreed} of ${compared} answers are ours`,
  }))
  const row = {
    name: `clock: ${name}, fastest peer / ours`,
    ratio: fastest.ns / oursNs,
    ...(atLeast === undefined ? {} : { atLeast }),
    notes: `${time(oursNs)} to ${time(fastest.ns)}, ${fastest.peer.name}`,
  }
  return { row, rows }
}

/** Returns how many of the first instants a peer answers as the clock does. */
function agreedOf({ expression, compared }: Question, ours: BusinessClock, peer: Peer): number {
  let count = 0
  for (const at of minutesOfYear.subarray(0, compared)) {
    const instants = Float64Array.of(at)
    if (loopOf({ clock: peer }, expression, instants)(1) === loopOf({ clock: ours }, expression, instants)(1)) count++
  }
  return count
}

/** Runs a function while the machine stands in a zone. */
function inZone<Result>(zone: string, run: () => Result): Result {
  const before = process.env.TZ
  process.env.TZ = zone
  try {
    return run()
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
}
