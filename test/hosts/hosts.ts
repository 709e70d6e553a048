/** The hosts on which the package must give the same answers, where each is found, and how it runs the program. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { root } from '../repository.ts'
import type { Programs } from './bundle.ts'

export interface Host {
  readonly name: string
  /** The version, or `null` when the host is not on this machine. */
  readonly version: string | null
  /** Runs the program under a `TZ` and returns the line that it prints. */
  run(programs: Programs, timeZone: string): Promise<string>
}

const longestMs = 30_000

/** Returns all hosts, those that are missing as well. */
export function findHosts(): Host[] {
  const bun = bunPath()
  const deno = join(root, 'node_modules/.bin/deno')
  const chromiumPath = '/usr/bin/chromium'
  return [
    { name: 'Node, ES module', version: process.version, run: ({ esm }, timeZone) => printed(process.execPath, [esm], timeZone) },
    { name: 'Node, CommonJS', version: process.version, run: ({ cjs }, timeZone) => printed(process.execPath, [cjs], timeZone) },
    { name: 'Bun', version: versionOf(bun), run: ({ esm }, timeZone) => printed(bun, ['run', esm], timeZone) },
    { name: 'Deno', version: versionOf(deno), run: ({ esm }, timeZone) => printed(deno, [...denoArguments, esm], timeZone) },
    {
      name: 'Chromium',
      version: versionOf(chromiumPath),
      run: ({ page }, timeZone) => printedByPage(chromiumPath, page, timeZone),
    },
  ]
}

/** Deno may read the modules and nothing more: no network, no environment, no question to the one who runs it. */
const denoArguments = ['run', '--quiet', '--no-prompt', '--no-remote', '--no-lock', '--node-modules-dir=manual', '--cached-only']

/**
 * The package of the platform holds Bun itself; its install script moves it into `bun`. Where install scripts are not allowed,
 * the one in `bun` is a placeholder that fails, and where they are, the one of the platform is gone.
 */
function bunPath(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const architecture = process.arch === 'arm64' ? 'aarch64' : process.arch
  const unmoved = join(root, `node_modules/@oven/bun-${platform}-${architecture}/bin/bun`)
  return existsSync(unmoved) ? unmoved : join(root, 'node_modules/bun/bin/bun.exe')
}

function versionOf(command: string): string | null {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' })
  return status === 0 ? (/\d+(\.\d+)+/.exec(stdout)?.[0] ?? null) : null
}

/** No host looks for its next version or reports on this one. */
function environment(timeZone: string): NodeJS.ProcessEnv {
  return { ...process.env, TZ: timeZone, DO_NOT_TRACK: '1', DENO_NO_UPDATE_CHECK: '1' }
}

function printed(command: string, args: readonly string[], timeZone: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: environment(timeZone), timeout: longestMs })
    let out = ''
    let complaint = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(`${command} ended with ${code}\n${complaint}`))))
  })
}

const chromiumArguments = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

async function printedByPage(executablePath: string, path: string, timeZone: string): Promise<string> {
  const env = environment(timeZone)
  const browser = await chromium.launch({ executablePath, args: chromiumArguments, env, headless: true, timeout: longestMs })
  try {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    const said = new Promise<string>((resolve) => {
      page.on('console', (message) => (message.type() === 'log' ? resolve(message.text()) : complaints.push(message.text())))
    })
    // The script is part of the page, so what it says has been said when the page is loaded.
    await page.goto(pathToFileURL(path).href, { timeout: longestMs })
    const silent = page
      .waitForTimeout(5_000)
      .then(() => Promise.reject(new Error(`the page said nothing\n${complaints.join('\n')}`)))
    return await Promise.race([said, silent])
  } finally {
    await browser.close()
  }
}
