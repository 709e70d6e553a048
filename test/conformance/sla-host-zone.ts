/**
 * Prints what evaluations come to under the zone of this machine: a program of its own, because `TZ` must be set before start.
 * `TZ=Pacific/Kiritimati node --import tsx test/conformance/sla-host-zone.ts`
 */

import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { defineAgreement, evaluate, explain } from '../../src/index.ts'
import { story } from '../arbitraries/history.ts'
import { answer, expectation, slaCases } from './sla-cases.ts'

const stories = fc.sample(story({ versions: true }), { numRuns: 120, seed: 20_260_407 })
const evaluations = stories.map(({ document, events, asOf }) => {
  const agreement = defineAgreement(document)
  const evaluation = evaluate(agreement, events, { asOf })
  const [first] = evaluation.obligations
  return [evaluation, first ? explain(agreement, events, { asOf, key: first.key }) : null]
})

console.log(
  JSON.stringify({
    hostZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    hostOffsets: [new Date(2026, 0, 1).getTimezoneOffset(), new Date(2026, 6, 1).getTimezoneOffset()],
    failures: slaCases.filter((one) => !isDeepStrictEqual(answer(one), expectation(one))).map(({ id }) => id),
    digest: createHash('sha256').update(JSON.stringify(evaluations)).digest('hex'),
  }),
)
