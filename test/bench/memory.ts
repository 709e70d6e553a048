/** What the clock keeps in memory for a calendar year, and what a call leaves behind. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type BusinessClock, businessClock } from '../../src/clock.ts'
import { berlin, berlinOfItsOwn, randomInstants, yearFromMs } from './berlin.ts'
import type { BenchRow } from './row.ts'
import { dayMs, hourMs, loopOf } from './stopwatch.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const calendars = 100
const years = 10

/** Returns the bytes of a calendar year, in units of 10 kB. */
export function benchMemory(): BenchRow[] {
  const halves = ['09:00-12:30', '13:30-18:00']
  const one = bytesOfYear(berlin.week)
  const two = bytesOfYear({ mon: halves, tue: halves, wed: halves, thu: halves, fri: halves })
  const notes = ({ arrays, all }: Bytes) =>
    `${kB(arrays)} of arrays, ${kB(all)} with objects: ${calendars} calendars × ${years} years`
  return [
    { name: 'clock: memory of a year, Mon–Fri 9–17 / 10 kB', ratio: one.arrays / 10_000, atMost: 1, notes: notes(one) },
    { name: 'clock: memory of a year, two windows a day / 10 kB', ratio: two.arrays / 10_000, notes: notes(two) },
  ]
}

interface Bytes {
  readonly arrays: number
  readonly all: number
}

function bytesOfYear(week: typeof berlin.week): Bytes {
  // Kept until the end, because the library keeps only so many clocks.
  const kept: BusinessClock[] = []
  const make = (number: number) => {
    const clock = businessClock({ ...berlinOfItsOwn(100 + number), week })
    clock.between(yearFromMs, yearFromMs + (years * 365 - 5) * dayMs)
    kept.push(clock)
  }
  make(0)
  const before = used()
  for (let number = 1; number <= calendars; number++) make(number)
  const after = used()
  const count = calendars * years
  if (kept.length !== calendars + 1) throw new Error('a clock was lost')
  return {
    arrays: (after.arrayBuffers - before.arrayBuffers) / count,
    all: (after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / count,
  }
}

/** Returns what the process keeps, after everything else was collected. */
export function bytesInUse(): number {
  const { heapUsed, arrayBuffers } = used()
  return heapUsed + arrayBuffers
}

function used(): NodeJS.MemoryUsage {
  // The first one only hands array buffers over to be swept.
  collect()
  collect()
  return process.memoryUsage()
}

/** So few calls that all they leave behind fits many times into the young space, and few samples see a collection. */
const callsPerSample = 10_000
const samples = 1_000

/** Returns the bytes that a call with numbers leaves behind, over ten million calls of each. */
export function benchAllocation(): BenchRow[] {
  const clock = businessClock(berlin)
  clock.between(yearFromMs, yearFromMs + 3 * 365 * dayMs)
  const instants = randomInstants(callsPerSample, yearFromMs, 300 * dayMs)
  const expressions = {
    isOpen: 'Number(clock.isOpen(ms))',
    after: `clock.after(ms, ${4 * hourMs})`,
    between: `clock.between(ms, ms + ${3 * dayMs})`,
  }
  return Object.entries(expressions).map(([name, expression]) => {
    const bytes = bytesOfCall(loopOf({ clock }, expression, instants))
    return {
      name: `clock: bytes left behind by ${name}`,
      ratio: bytes,
      atMost: 0.1,
      notes: `${(callsPerSample * samples) / 1e6} million calls with numbers`,
    }
  })
}

/** What a call leaves behind again and again: the median, which no collection moves, nor the work of a compiler beside us. */
function bytesOfCall(loop: (count: number) => number): number {
  for (let warm = 0; warm < 100; warm++) loop(callsPerSample)
  return Math.max(0, medianGrowth(() => loop(callsPerSample)) - medianGrowth(() => loop(0))) / callsPerSample
}

/** Returns by how many bytes the heap grows while something runs. */
function medianGrowth(run: () => number): number {
  collect()
  let sum = 0
  const bytes = Float64Array.from({ length: samples }, () => {
    const before = process.memoryUsage().heapUsed
    sum += run()
    return process.memoryUsage().heapUsed - before
  })
  if (!Number.isFinite(sum)) throw new Error('a measured call answered no number')
  return bytes.sort()[samples >> 1] as number
}

const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`
