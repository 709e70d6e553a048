import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { main } from '../../src/cli/command.ts'
import { Output } from '../../src/cli/output.ts'
import { isProgressWanted, Progress } from '../../src/cli/progress.ts'
import { Tape } from '../../src/cli/tape.ts'
import { root } from '../repository.ts'
import { asOf, events } from './agreement.ts'
import { ndjson, Scene, Sink } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

/** Fails every write with an error of the system. */
class Broken extends Writable {
  readonly isTTY = false
  readonly columns = undefined
  constructor(readonly code: string) {
    super()
  }

  override _write(_: Buffer, __: BufferEncoding, done: (error: Error) => void): void {
    done(Object.assign(new Error('write failed'), { code: this.code }))
  }
}

describe('a stream that nobody reads any more', () => {
  const line = ['evaluate', scene.path('agreement.json'), scene.path('events.ndjson'), '--as-of', asOf, '--format', 'csv']
  const call = (stdout: Writable & { isTTY: boolean; columns: undefined }, stderr = new Sink()) =>
    main(line, { stdin: new PassThrough(), stdout, stderr, env: {} }).then((status) => [status, stderr.text])

  test('ends the command quietly', async () => expect(await call(new Broken('EPIPE'))).toEqual([0, '']))
  test('is an error where the disk is full', async () => {
    expect(await call(new Broken('ENOSPC'))).toEqual([2, 'standard output: it cannot be written to (ENOSPC)\n'])
  })
  test('keeps the status when it is the one for messages', async () => {
    const status = await main(['check', 'nowhere.json'], {
      stdin: new PassThrough(),
      stdout: new Sink(),
      stderr: new Broken('EPIPE'),
      env: {},
    })
    expect(status).toBe(2)
  })
})

test('a full stream is waited for', async () => {
  const stream = Object.assign(new PassThrough({ highWaterMark: 1 }), { isTTY: false, columns: undefined })
  const writing = new Output(stream, 'standard output').write('ten bytes.')
  expect(await Promise.race([writing.then(() => 'written'), new Promise((resolve) => setTimeout(resolve, 20, 'waiting'))])).toBe(
    'waiting',
  )
  stream.resume()
  await writing
})

describe('the progress bar', () => {
  test('comes after a second, and goes when the work is done', async () => {
    let now = 0
    const sink = new Sink(true, 80)
    const progress = new Progress(sink, { isWanted: true, totalBytes: 4_000_000, now: () => now })
    await progress.advance(1_000_000)
    now = 999
    await progress.advance(500_000)
    expect(sink.text).toBe('')
    now = 1000
    await progress.advance(500_000)
    expect(sink.text).toMatch(/reading \[#{10}\.{10}] 2\.0 of 4\.0 MB, 2\.0 MB\/s, \d s left/)
    progress.fill()
    expect(sink.text).toMatch(/reading \[#{20}] 4\.0 of 4\.0 MB, evaluating/)
    progress.stop()
    expect(sink.text).toContain('\u001b[')
  })

  test('is for a person at a terminal only', () => {
    const [terminal, pipe] = [new Output(new Sink(true), ''), new Output(new Sink(false), '')]
    expect(isProgressWanted(terminal, {}, true)).toBe(true)
    expect(isProgressWanted(pipe, {}, true)).toBe(false)
    expect(isProgressWanted(terminal, { CI: 'true' }, true)).toBe(false)
    expect(isProgressWanted(terminal, {}, false)).toBe(false)
  })
})

describe('the tape', () => {
  test('finds events by identity, and equal words one after the other', () => {
    const tape = new Tape()
    const [one, twin] = [{ id: '1' }, { id: '1' }]
    tape.begin('a.ndjson')
    tape.note(one, 1)
    tape.note('word', 2)
    tape.note(twin, 3)
    tape.begin('b.json', (number, path) => 10 * number + path.length)
    tape.note('word', 0)
    const placeOf = tape.placesOf([one, 'word', twin, 'word'])
    expect(placeOf(twin, ['at'])).toEqual({ file: 'a.ndjson', line: 3 })
    expect(placeOf(one, ['at'])).toEqual({ file: 'a.ndjson', line: 1 })
    expect(placeOf(one, ['lead'])).toEqual({ file: 'a.ndjson', line: 1 })
    expect([placeOf('word', []), placeOf('word', ['at'])]).toEqual([
      { file: 'a.ndjson', line: 2 },
      { file: 'b.json', line: 1 },
    ])
    expect(placeOf({ id: '1' }, [])).toBeUndefined()
  })
})

describe('the process', { timeout: 60_000 }, () => {
  const loader = join(root, 'node_modules/tsx/dist/loader.mjs')
  const command = `'${process.execPath}' --import '${loader}' '${join(root, 'src/cli/main.ts')}'`
  const shell = (script: string, input = '') => {
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script.replaceAll('lead-sla', command)], {
      ...{ cwd: scene.folder, input, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
    })
    return { status, out: stdout, err: stderr }
  }

  test('ends with the status of the command', () => {
    const { status, out, err } = shell('lead-sla check agreement.json; echo $?; lead-sla check nowhere.json; echo $?')
    expect(status).toBe(0)
    expect(out).toBe('acme 7: 2 timed clauses, 2 calendars, 1 warning\n0\n2\n')
    expect(err).toMatch(/nowhere\.json: there is no such file \[unreadable-file\]\n$/)
  })

  test('reads standard input, and is quiet when head has seen enough', () => {
    const many = ndjson(Array.from({ length: 5000 }, (_, index) => ({ ...events[0], id: `${index}`, lead: `L${index}` })))
    const { out, err } = shell(
      `lead-sla evaluate agreement.json - --as-of ${asOf} --format ndjson 2>errors.txt | head -n 1; echo "\${PIPESTATUS[0]}"; cat errors.txt`,
      many,
    )
    expect(err).toBe('')
    expect(out).toMatch(/^\{"key":"autoReply\/L0\/1".*\}\n0\n$/)
  })
})
