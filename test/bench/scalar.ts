/** What one call costs: beside a binary search over the same edges, and over a long span beside a short one. */
import { businessClock } from '../../src/clock.ts'
import { berlin, berlinOfItsOwn, randomInstants, yearFromMs } from './berlin.ts'
import { binarySearch } from './binary-search.ts'
import type { BenchRow } from './row.ts'
import { costs, dayMs, hourMs, loopOf, time } from './stopwatch.ts'

/** So many that the processor cannot learn by heart which way each of them branches. */
const count = 65_536
const tenYearsMs = 3_652 * dayMs

/** Returns what a binary search costs beside `after` and `between`, over a year that is laid down and over ten. */
export function benchBinarySearch(): BenchRow[] {
  return [1, 10].flatMap((years) => {
    // A clock of its own, which has laid down no more than these years.
    const ours = businessClock(berlinOfItsOwn(years))
    const untilMs = Date.UTC(2026 + years, 0, 1) - hourMs
    const search = binarySearch(ours.spans(yearFromMs, untilMs - 1))
    const instants = randomInstants(count, yearFromMs, untilMs - yearFromMs - 30 * dayMs)
    const expressions = { after: `clock.after(ms, ${4 * hourMs})`, between: `clock.between(ms, ms + ${3 * dayMs})` }
    return Object.entries(expressions).map(([name, expression]) => {
      const loops = [loopOf({ clock: ours }, expression, instants), loopOf({ clock: search }, expression, instants)] as const
      if (loops[0](count) !== loops[1](count)) throw new Error(`${name} differs from the binary search`)
      const [oursNs, searchNs] = costs(...loops)
      return {
        name: `clock: ${name} in ${years} ${years === 1 ? 'year' : 'years'}, binary search / ours`,
        ratio: searchNs / oursNs,
        atLeast: 1.8,
        notes: `${time(oursNs)} to ${time(searchNs)}`,
      }
    })
  })
}

type Sample = readonly [expression: string, instants: Float64Array]

/** Returns how the cost grows from a span of a day to one of ten years. */
export function benchGrowth(): BenchRow[] {
  const clock = businessClock(berlin)
  clock.between(yearFromMs, yearFromMs + 2.5 * tenYearsMs)
  const year = randomInstants(count, yearFromMs, 300 * dayMs)
  const wednesday = randomInstants(count, Date.UTC(2026, 3, 8), dayMs)
  const tenYears = randomInstants(count, yearFromMs, tenYearsMs)
  const isOpen = 'Number(clock.isOpen(ms))'
  const pairs: readonly (readonly [name: string, short: Sample, long: Sample])[] = [
    ['isOpen', [isOpen, wednesday], [isOpen, tenYears]],
    ['after', [`clock.after(ms, ${8 * hourMs})`, year], [`clock.after(ms, ${20_000 * hourMs})`, year]],
    ['between', [`clock.between(ms, ms + ${dayMs})`, year], [`clock.between(ms, ms + ${tenYearsMs})`, year]],
  ]
  return pairs.map(([name, short, long]) => {
    const [shortNs, longNs] = costs(loopOf({ clock }, ...short), loopOf({ clock }, ...long))
    return {
      name: `clock: ${name}, 10 years / 1 day`,
      ratio: longNs / shortNs,
      atMost: 1.5,
      notes: `${time(longNs)} to ${time(shortNs)}`,
    }
  })
}
