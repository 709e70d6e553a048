/**
 * Runs the conformance cases and the demo on the built package in Node, Bun, Deno and a browser, and holds their answers to
 * be equal: `npm run build && npx tsx test/hosts/run.ts`. Another folder of the package may be named. A host that is missing
 * is passed over with a line; under `CI=true` it is a failure.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root } from '../repository.ts'
import { gzipBytesOf, writePrograms } from './bundle.ts'
import { findHosts } from './hosts.ts'
import type { HostReport } from './report.ts'
import { judge, type Verdict } from './verdict.ts'
import { readZone } from './zone-reading.ts'

/** The zones under which each host runs, with their offsets in January and July. */
const hostZones = new Map([
  ['UTC', [0, 0]],
  ['America/New_York', [300, 240]],
])
const mostShown = 5

const builtPackage = { folder: resolve(process.argv[2] ?? root) }
if (!existsSync(join(builtPackage.folder, 'dist/clock.js'))) {
  throw new Error(`${builtPackage.folder} has no dist/; run npm run build first`)
}
const folder = mkdtempSync(join(tmpdir(), 'lead-sla-hosts-'))
const rows: string[][] = []
let failures = 0
let excused = 0
let reference: HostReport | undefined

try {
  for (const entry of ['lead-sla/clock', 'lead-sla']) {
    console.log(`${entry} in a page: ${((await gzipBytesOf(entry, builtPackage)) / 1_000).toFixed(1)} kB after gzip`)
  }
  const programs = await writePrograms(folder, builtPackage)
  for (const host of findHosts()) {
    if (host.version === null) passOver(host.name)
    else await runOn(host.name, host.version, (timeZone) => host.run(programs, timeZone))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
printTable([['host', 'TZ', 'tzdata', 'cases', 'failures', 'other tzdata', 'digest', 'demo', 'after()'], ...rows])
const but = excused === 0 ? '' : `, but for ${excused} that follow from other zone data`
console.log(failures === 0 ? `every host gives the same answers${but}` : `${failures} failures${but}`)
process.exitCode = failures === 0 ? 0 : 1

function passOver(name: string): void {
  const isFailure = process.env.CI === 'true'
  if (isFailure) failures++
  console.log(`${isFailure ? 'FAIL' : 'skip'} ${name} is not on this machine`)
}

/** Runs the program under all zones at once, and judges in their order. */
async function runOn(name: string, version: string, run: (timeZone: string) => Promise<string>): Promise<void> {
  const timeZones = [...hostZones.keys()]
  const runs = await Promise.allSettled(timeZones.map(async (timeZone) => JSON.parse(await run(timeZone)) as HostReport))
  for (const [index, ran] of runs.entries()) {
    const timeZone = timeZones[index] ?? ''
    const title = `${name} ${version} under TZ=${timeZone}`
    if (ran.status === 'fulfilled') judgeOne(title, [`${name} ${version}`, timeZone], ran.value)
    else {
      failures++
      console.log(`FAIL ${title}\n${ran.reason instanceof Error ? ran.reason.message : String(ran.reason)}`)
      rows.push([`${name} ${version}`, timeZone, '', '0', '1', '', 'none', 'none', ''])
    }
  }
}

function judgeOne(title: string, [host, timeZone]: readonly [string, string], report: HostReport): void {
  reference ??= report
  const verdict = judge(report, reference, hostZones.get(timeZone) ?? [], readZone)
  failures += verdict.problems.length
  excused += verdict.otherZoneData.length
  printVerdict(title, verdict)
  rows.push(rowOf(host, timeZone, report, verdict))
}

function printVerdict(title: string, { problems, otherZoneData }: Verdict): void {
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${title}`)
  printList('', problems)
  printList('other zone data: ', otherZoneData)
}

function printList(label: string, lines: readonly string[]): void {
  for (const line of lines.slice(0, mostShown)) console.log(`     ${label}${line}`)
  if (lines.length > mostShown) console.log(`     ${label}and ${lines.length - mostShown} more`)
}

function rowOf(host: string, timeZone: string, report: HostReport, { problems, otherZoneData }: Verdict): string[] {
  const { clock, agreements, demo, tzdata, afterNs } = report
  const figures = [clock.cases + agreements.cases, problems.length, otherZoneData.length].map(String)
  const digests = [clock.digest.slice(0, 8) + agreements.digest.slice(0, 8), demo.digest.slice(0, 16)]
  return [host, timeZone, tzdata ?? '?', ...figures, ...digests, `${afterNs} ns`]
}

function printTable(table: readonly (readonly string[])[]): void {
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
