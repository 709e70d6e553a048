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

const root = fileURLToPath(new URL('../../..', import.meta.url))
const hostZones = ['UTC', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe']

/** Returns what a program of test/ prints on a machine in the zone; a program that fails rejects, with its output. */
async function printedUnder(hostZone: string, program: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: hostZone },
  })
  return stdout
}

async function reportUnder(hostZone: string): Promise<Report> {
  return JSON.parse(await printedUnder(hostZone, 'test/conformance/host-zone.ts')) as Report
}

describe('the zone of the machine', () => {
  it('changes no answer', { timeout: 120_000 }, async () => {
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

  it('leaves the clock as the oracle has it, in every zone that the runtime knows', { timeout: 600_000 }, async () => {
    for (const [index, hostZone] of hostZones.entries()) {
      const lines = (await printedUnder(hostZone, 'test/long/clock.ts', 'each', String(20_260_407 + index))).trim().split('\n')
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(/^\d{5,} queries, seed \d+, \d+ a second, 0 disagreements \{\}, 0 beyond the oracle$/)
    }
  })
})
