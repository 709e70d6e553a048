/**
 * The program that every host runs: the conformance cases through `lead-sla/clock` and `lead-sla`, and the demo's quarter
 * through `evaluate`. It prints one line of JSON, a `HostReport`. `bundle.ts` puts the texts of the files in place of
 * `node:fs`, so that the same program runs where there are no files.
 */
import { readFileSync } from 'node:fs'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type AgreementDocument, defineAgreement, evaluate, type LeadEvent } from 'lead-sla'
import { businessClock } from 'lead-sla/clock'
import * as clockCases from '../conformance/clock-cases.ts'
import * as slaCases from '../conformance/sla-cases.ts'
import type { CaseFailure, CaseReport, DemoReport, HostReport } from './report.ts'
import { readAround, readZone } from './zone-reading.ts'

interface Case {
  readonly id: string
  readonly calendar: { readonly timeZone: string }
}

function runCases<One extends Case>(
  cases: readonly One[],
  answer: (one: One) => unknown,
  expect: (one: One) => unknown,
): CaseReport {
  const answers: string[] = []
  const failures: CaseFailure[] = []
  for (const one of cases) {
    const expected = JSON.stringify(expect(one))
    const got = answerOf(() => answer(one))
    answers.push(got)
    if (got === expected) continue
    const { calendar, ...asked } = one
    failures.push({ id: one.id, expected, got, reading: readAround(calendar.timeZone, asked) })
  }
  return { cases: cases.length, failures, digest: digest(answers) }
}

/** A mistake that is thrown is an answer too, so that one case does not take the rest with it. */
function answerOf(ask: () => unknown): string {
  try {
    return JSON.stringify(ask()) ?? 'undefined'
  } catch (error) {
    return String(error)
  }
}

function runDemo(): DemoReport {
  const agreement = JSON.parse(textOf('agreement.json')) as AgreementDocument
  const lines = textOf('events.ndjson').split('\n')
  const events = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LeadEvent)
  const evaluation = evaluate(defineAgreement(agreement), events, { asOf: '2026-10-01T00:00:00Z' })
  const zones = new Set(Array.from(JSON.stringify(agreement).matchAll(/"timeZone":"([^"]+)"/g), ([, zone = '']) => zone))
  const quarter = { from: Date.UTC(2026, 6, 1), to: Date.UTC(2026, 9, 1) }
  return {
    obligations: evaluation.obligations.length,
    digest: digest(evaluation),
    readings: [...zones].map((zone) => readZone({ zone, ...quarter })),
  }
}

function textOf(name: string): string {
  return readFileSync(new URL(`../../examples/demo/${name}`, import.meta.url), 'utf8')
}

function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(value))))
}

/** The time of one `after` of four hours, on a calendar that is laid down already, after a round that warms the host up. */
function timeAfter(): number {
  const hours = ['09:00-17:00']
  const clock = businessClock({ timeZone: 'Europe/Berlin', week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } })
  const calls = 300_000
  let sum = 0
  const round = () => {
    const startedAt = performance.now()
    for (let call = 0; call < calls; call++) sum += clock.after(Date.UTC(2026, 0, 1) + call * 100_000, 14_400_000)
    return performance.now() - startedAt
  }
  round()
  const ms = round()
  return sum > 0 ? Math.round((ms * 1e7) / calls) / 10 : Number.NaN
}

const hostOffset = (month: number) => new Date(Date.UTC(2026, month, 15)).getTimezoneOffset()
const report: HostReport = {
  hostOffsets: [hostOffset(0), hostOffset(6)],
  tzdata: globalThis.process?.versions?.tz ?? null,
  clock: runCases(clockCases.clockCases, (one) => clockCases.answer(businessClock(one.calendar), one), clockCases.expectation),
  agreements: runCases(slaCases.slaCases, slaCases.answer, slaCases.expectation),
  demo: runDemo(),
  afterNs: timeAfter(),
}
console.log(JSON.stringify(report))
