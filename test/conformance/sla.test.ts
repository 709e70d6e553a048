import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { answer, expectation, slaCases } from './sla-cases.ts'

describe.each([...new Set(slaCases.map(({ kind }) => kind))])('%s', (kind) => {
  const cases = slaCases.filter((one) => one.kind === kind)
  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    expect(answer(one), one.source).toEqual(expectation(one))
  })
})

describe('the conformance cases of whole clocks', () => {
  it('are all there, none left out', () => {
    expect(slaCases.length).toBe(144)
    expect(new Set(slaCases.map(({ id }) => id)).size).toBe(slaCases.length)
  })
})

interface Report {
  readonly hostZone: string
  readonly hostOffsets: readonly number[]
  readonly failures: readonly string[]
  readonly digest: string
}

const program = fileURLToPath(new URL('./sla-host-zone.ts', import.meta.url))

async function reportUnder(hostZone: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: hostZone },
  })
  return JSON.parse(stdout) as Report
}

describe('the zone of the machine', () => {
  it('changes no evaluation and no explanation', { timeout: 120_000 }, async () => {
    const hostZones = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe']
    const reports = await Promise.all(hostZones.map(reportUnder))
    // Proves that TZ took effect: four zones, four pairs of offsets.
    expect(reports.map((report) => report.hostZone)).toEqual(hostZones)
    expect(new Set(reports.map((report) => String(report.hostOffsets))).size).toBe(hostZones.length)
    expect(reports.map((report) => report.failures)).toEqual([[], [], [], []])
    expect(new Set(reports.map((report) => report.digest)).size).toBe(1)
  })
})
