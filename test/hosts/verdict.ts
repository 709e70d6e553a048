/** What a host's report comes to beside that of the reference: where its answers are wrong, and where only its zone data differ. */
import { isDeepStrictEqual } from 'node:util'
import type { CaseFailure, CaseReport, HostReport } from './report.ts'
import type { ZoneReading } from './zone-reading.ts'

export interface Verdict {
  readonly problems: readonly string[]
  /** Answers that differ because the host's zone data do. They are no failure of the library, and are said all the same. */
  readonly otherZoneData: readonly string[]
}

/** Reads a zone's offsets on the machine that judges. */
export type ReadHere = (reading: ZoneReading) => ZoneReading

const fewestCases = 1_000

/** Returns what is wrong with a report. `hostOffsets` are those of the `TZ` that was asked for. */
export function judge(report: HostReport, reference: HostReport, hostOffsets: readonly number[], readHere: ReadHere): Verdict {
  const differs = (reading: ZoneReading) => !isDeepStrictEqual(reading, readHere(reading))
  const problems: string[] = []
  const otherZoneData: string[] = []
  if (!isDeepStrictEqual(report.hostOffsets, hostOffsets)) {
    problems.push(`TZ was not heard: offsets ${report.hostOffsets.join(', ')} instead of ${hostOffsets.join(', ')}`)
  }
  if (report.clock.cases < fewestCases) problems.push(`only ${report.clock.cases} cases of the clock`)
  for (const name of ['clock', 'agreements'] as const) {
    const failures = report[name].failures
    for (const failure of failures) (differs(failure.reading) ? otherZoneData : problems).push(sentence(failure))
    problems.push(
      ...otherThan(
        name,
        report[name],
        reference[name],
        failures.some(({ reading }) => differs(reading)),
      ),
    )
  }
  if (report.demo.digest !== reference.demo.digest) {
    const zones = report.demo.readings.filter(differs).map(({ zone }) => zone)
    if (zones.length > 0) otherZoneData.push(`the demo, in ${zones.join(', ')}`)
    else problems.push(`the demo comes to ${report.demo.digest}, not to ${reference.demo.digest}`)
  }
  return { problems, otherZoneData }
}

/** Answers that are all as expected have the digest of the reference; zone data that differ excuse it, for the rest is compared one by one. */
function otherThan(name: string, report: CaseReport, reference: CaseReport, isExcused: boolean): string[] {
  const problems: string[] = []
  if (report.cases !== reference.cases) problems.push(`${name}: ${report.cases} cases instead of ${reference.cases}`)
  if (report.digest !== reference.digest && !isExcused)
    problems.push(`${name}: the digest is ${report.digest}, not ${reference.digest}`)
  return problems
}

function sentence({ id, expected, got, reading }: CaseFailure): string {
  return `${id} in ${reading.zone}: expected ${expected}, got ${got}`
}
