/** Makes a call that may not return in a process of its own, and stops that process. */
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Row } from './tables.ts'

/** A call that returns does so within milliseconds; this is hundreds of times as long. */
const patienceMs = 1500
const program = fileURLToPath(new URL('./one-call.ts', import.meta.url))

export type Outcome = 'does not return' | 'returns' | 'was not asked'

/** Returns whether their call of a row comes back. The time runs from when the call is made, not from when the process starts. */
export function outcomeOf({
  peer,
  hours,
  machine,
  theirs,
}: Pick<Row, 'peer' | 'hours' | 'machine' | 'theirs'>): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, peer, hours, theirs.call], {
    env: { ...process.env, TZ: machine },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return new Promise((resolve) => {
    let printed = ''
    let isOver = false
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (printed === '') {
        setTimeout(() => {
          isOver = true
          child.kill('SIGKILL')
        }, patienceMs).unref()
      }
      printed += text
    })
    child.on('close', () => {
      if (!printed.startsWith('asked')) resolve('was not asked')
      else resolve(isOver && !printed.includes('answered') ? 'does not return' : 'returns')
    })
  })
}
