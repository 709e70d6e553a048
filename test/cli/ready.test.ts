import { afterAll, describe, expect, test } from 'vitest'
import { lives, sound } from '../unit/readiness/sound.ts'
import { ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())
scene.write('sound.json', JSON.stringify(sound(), null, 2))
scene.write('lives.ndjson', ndjson(lives(60)))
const { answer } = sound().clauses
scene.write(
  'bad.json',
  JSON.stringify(sound({ clauses: { answer: { ...answer, stop: { enters: 'working' } } as never } }), null, 2),
)

describe('check --ready', () => {
  test('says in one line that an agreement is ready', async () => {
    expect(await scene.call('check @sound.json --ready')).toEqual({
      status: 0,
      out: 'sound 1: ready, 0 errors, 0 warnings, 0 notes; 19 things to keep in mind (simple)\n',
      err: '',
    })
  })

  test('says what is wrong, where and what to do, in the language asked for, and ends with 1', async () => {
    const english = await scene.call('check @bad.json --ready')
    expect([english.status, english.err]).toEqual([1, 'bad.json: 1 error\n'])
    expect(english.out).toMatch(
      /^bad\.json:\d+: error: clauses\.answer\.stop: what starts “answer” stops it as well.* \[met-at-start\]\n {2}→ Stop it on what is to be done/,
    )
    const german = await scene.call('check @bad.json --ready --lang de')
    expect(german.status).toBe(1)
    expect(german.out).toMatch(/^bad\.json:\d+: Fehler: clauses\.answer\.stop: was „answer“ beginnt, erledigt es auch/)
    expect(german.out).toContain('sound 1: nicht bereit, 1 Fehler, 0 Warnungen, 0 Hinweise; ')
  })

  test('looks at past events, which imply it', async () => {
    const { status, out } = await scene.call('check @sound.json @lives.ndjson')
    expect([status, out.split('\n').at(-2)]).toEqual([0, '312 events of 60 leads, as of 2026-01-16T15:17:01.059Z'])
    const early = await scene.call('check @sound.json @lives.ndjson --as-of 2026-01-06T00:00:00Z --lang de')
    expect(early.out).toMatch(/\d+ Ereignisse von 6 Leads, Stand 2026-01-06T00:00:00.000Z\n$/)
  })

  test('says which lines are no events', async () => {
    const { status, err } = await scene.call('check @sound.json -', { stdin: `${ndjson(lives(2))}{"id":\n` })
    expect(status).toBe(0)
    expect(err).toMatch(/^<standard input>:\d+(:\d+)?: refused: .*\[invalid-json\]\n$/)
  })

  test('as data', async () => {
    const { status, out } = await scene.call('check @bad.json --ready --format json')
    expect(status).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      isReady: false,
      findings: [{ code: 'met-at-start', severity: 'error' }],
      looked: null,
    })
  })

  test('refuses an instant that is none, and a language that it does not know', async () => {
    const { status, err } = await scene.call('check @sound.json --ready --as-of yesterday')
    expect([status, err]).toEqual([2, expect.stringMatching(/^--as-of: .*\[invalid-instant\]\n$/)])
    expect((await scene.call('check @sound.json --ready --lang fr')).status).toBe(2)
  })
})
