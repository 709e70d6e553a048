import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

interface Report {
  readonly hostZone: string
  readonly hostOffsets: readonly number[]
  readonly failures: readonly string[]
  readonly digest: string
}

const program = fileURLToPath(new URL('../../conformance/host-zone.ts', import.meta.url))

async function reportUnder(hostZone: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: hostZone },
  })
  return JSON.parse(stdout) as Report
}

describe('the zone of the machine', () => {
  it('changes no answer', { timeout: 120_000 }, async () => {
    const hostZones = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe']
    const reports = await Promise.all(hostZones.map(reportUnder))
    // Proves that TZ took effect: four zones, four pairs of offsets.
    expect(reports.map((report) => report.hostZone)).toEqual(hostZones)
    expect(reports.map((report) => report.hostOffsets)).toEqual([
      [0, 0],
      [300, 240],
      [-840, -840],
      [-660, -630],
    ])
    expect(reports.map((report) => report.failures)).toEqual([[], [], [], []])
    expect(new Set(reports.map((report) => report.digest)).size).toBe(1)
  })
})
