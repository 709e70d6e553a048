/**
 * Runs the tests that hold src/time and src/clock, one file after the other, the quick ones first; before all, those that are
 * about the file with the mutant.
 */

import { runRegistered } from './vitest.ts'

const files: readonly (readonly [name: string, load: () => Promise<unknown>])[] = [
  ['unit/time/plain-date', () => import('../unit/time/plain-date.test.ts')],
  ['unit/time/duration', () => import('../unit/time/duration.test.ts')],
  ['unit/time/instant', () => import('../unit/time/instant.test.ts')],
  ['unit/time/span', () => import('../unit/time/span.test.ts')],
  ['unit/clock/refusal-words', () => import('../unit/clock/refusal-words.test.ts')],
  ['unit/clock/laid-down', () => import('../unit/clock/laid-down.test.ts')],
  ['unit/clock/zone', () => import('../unit/clock/zone.test.ts')],
  ['unit/clock/dated', () => import('../unit/clock/dated.test.ts')],
  ['unit/clock/timeline', () => import('../unit/clock/timeline.test.ts')],
  ['conformance/clock', () => import('../conformance/clock.test.ts')],
  ['unit/clock/hours', () => import('../unit/clock/hours.test.ts')],
  ['unit/clock/openings', () => import('../unit/clock/openings.test.ts')],
  ['unit/clock/transition-dates', () => import('../unit/clock/transition-dates.test.ts')],
  ['unit/clock/dates-that-differ', () => import('../unit/clock/dates-that-differ.test.ts')],
  ['unit/clock/holiday-rules', () => import('../unit/clock/holiday-rules.test.ts')],
  ['unit/clock/refused-calendars', () => import('../unit/clock/refused-calendars.test.ts')],
  ['unit/clock/combined', () => import('../unit/clock/combined.test.ts')],
  ['property/open-rows', () => import('../property/open-rows.test.ts')],
  ['property/column-runs', () => import('../property/column-runs.test.ts')],
  ['property/clock-columns', () => import('../property/clock-columns.test.ts')],
  ['property/clock-openings', () => import('../property/clock-openings.test.ts')],
  ['property/clock', () => import('../property/clock.test.ts')],
  ['unit/clock/transitions', () => import('../unit/clock/transitions.test.ts')],
  ['unit/clock/horizon', () => import('../unit/clock/horizon.test.ts')],
  ['unit/clock/refused-questions', () => import('../unit/clock/refused-questions.test.ts')],
  ['property/clock-horizon', () => import('../property/clock-horizon.test.ts')],
  ['unit/clock/team-calendar', () => import('../unit/clock/team-calendar.test.ts')],
  ['property/team-calendar', () => import('../property/team-calendar.test.ts')],
  ['property/clock-calendars', () => import('../property/clock-calendars.test.ts')],
  ['unit/clock/refused-exceptions', () => import('../unit/clock/refused-exceptions.test.ts')],
]

/** By mutated file, the tests to ask first where the quick ones would not see it. */
const about: Readonly<Record<string, string>> = {
  'clock/batch': 'property/column-runs',
  'clock/combination': 'unit/clock/combined',
  'clock/team-calendar': 'unit/clock/team-calendar',
  'clock/parse-calendar': 'unit/clock/refused-calendars',
  'clock/holiday-rule': 'unit/clock/holiday-rules',
  'clock/holidays': 'unit/clock/dates-that-differ',
  'clock/dated': 'unit/clock/dates-that-differ',
}

/** What the bundle knows: the file with the mutant, whether a test file visits the mutant, and whom to tell what was visited. */
declare const mutatedFile: string
declare function visitsMutant(test: string): boolean
declare function ended(part: string): void

// What runs when the sources are loaded is part of every test.
await import('../../src/clock.ts')
await import('../../src/calendars.ts')
ended('load')

const first = about[mutatedFile]

for (const [name, load] of [...files].sort(([a], [b]) => Number(b === first) - Number(a === first))) {
  if (!visitsMutant(name)) continue
  await load()
  await runRegistered(name)
  ended(name)
}
