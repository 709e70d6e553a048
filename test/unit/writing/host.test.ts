import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from '../../repository.ts'

const hosts = [
  { TZ: 'America/New_York', LANG: 'de_DE.UTF-8' },
  { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' },
]

async function reportUnder(host: Record<string, string>): Promise<{ timeZone: string; locale: string; digest: string }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/unit/writing/host.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: host.LANG, ...host },
  })
  return JSON.parse(stdout)
}

test('the documents are the same whatever the zone and the language of the machine', { timeout: 120_000 }, async () => {
  const reports = []
  for (const host of hosts) reports.push(await reportUnder(host))
  // Proves that the settings took effect.
  expect(reports.map(({ timeZone }) => timeZone)).toEqual(hosts.map(({ TZ }) => TZ))
  expect(new Set(reports.map(({ locale }) => locale)).size).toBe(hosts.length)
  expect(new Set(reports.map(({ digest }) => digest)).size).toBe(1)
})
