import { afterAll, describe, expect, test } from 'vitest'
import type { AgreementDocument, ClauseDocument, Scorecard } from '../../src/index.ts'
import { asOf, events, agreement as plain } from './agreement.ts'
import { ndjson, Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

const tries: ClauseDocument = {
  kind: 'cadence',
  title: 'Sales tries twice',
  owedBy: 'sales',
  clock: 'berlin',
  start: { on: 'lead.assigned' },
  attempt: { on: 'call.connected' },
  count: 2,
  within: { businessDays: 2 },
}
const agreement: AgreementDocument = {
  ...plain,
  clauses: { ...plain.clauses, tries },
  incentives: {
    per: 'month',
    levels: { volume: { clause: 'leads', for: 'party', met: 5 } },
    conformity: { training: { due: '2026-04-20', points: 3 } },
  },
  enforcement: {
    ladders: {
      answers: {
        ...{ owedBy: 'sales', for: 'owner', per: 'month' },
        strike: { fact: 'breaches', operator: 'greaterThan', value: 0 },
        steps: [{ name: 'talk', action: 'coaching', to: 'sales manager' }],
      },
    },
  },
}
scene.write('card.json', JSON.stringify(agreement))
const lead = (id: string, type: string) => ({ id, lead: id, type, at: '2026-04-13T10:00:00+02:00' })
scene.write('more.ndjson', ndjson([...events, lead('E', 'lead.created'), lead('F', 'lead.created')]))
const call = (rest: string, columns?: number) =>
  scene.call(`scorecard @card.json @more.ndjson --as-of ${asOf} ${rest}`, columns === undefined ? {} : { columns })

describe('lead-sla scorecard', () => {
  test('sets both parties side by side: owed, done, what it means and what follows', async () => {
    const { status, out, err } = await call('--period 2026-04', 100)
    expect([status, err]).toEqual([
      0,
      'card.json:1: warning: calendars.spare: no clause counts on the calendar spare [unused-calendar]\n',
    ])
    expect(out).toMatchInlineSnapshot(`
      "Acme: inbound leads
      Scorecard of 2026-04: Wed 1 Apr 2026 to Thu 30 Apr 2026
      As of Tue 14 Apr 2026 15:00, the period is not over, Europe/Berlin

      Marketing owes:
                                                          at this
      promise over a period  period   done  owed  by now     pace  n  status
      leads                  2026-04     3     5       2      7.8  3  on track

                                   pend-    at             median    with
      clocks     owed  done  late    ing  risk    kept  n    used  nobody
      autoReply     3     1     2      0     0  33.3%*  3      1m  58h01m

      *: n is below 20, a small sample.

      What it means:
      - leads: 3 of 5, on track
      - autoReply: 1 of 3 kept; 2 breached, 2 of them still open; too few to judge a share by

      Sales owes:
                                       pend-    at             median    with
      clocks         owed  done  late    ing  risk    kept  n    used  nobody
      firstResponse     4     1     2      1     0  33.3%*  3   2h40m      0s
      tries             4     0     0      4     0      –   0       –      0s

                                                    pend-    at             median    with
      team         clocks         owed  done  late    ing  risk    kept  n    used  nobody  stands out
      Berlin desk  firstResponse     4     1     2      1     0  33.3%*  3   2h40m      0s
      Berlin desk  tries             4     0     0      4     0      –   0       –      0s

                                                      pend-    at             median    with
      person         clocks         owed  done  late    ing  risk    kept  n    used  nobody  stands out
      Emre Yıldız    firstResponse     2     0     1      1     0   0.0%*  1       –      0s
      Lena Hoffmann  firstResponse     2     1     1      0     0  50.0%*  2   2h40m      0s
      Emre Yıldız    tries             2     0     0      2     0      –   0       –      0s
      Lena Hoffmann  tries             2     0     0      2     0      –   0       –      0s

      *: n is below 20, a small sample.

      What it means:
      - firstResponse: 1 of 3 kept; 2 breached, 1 of them still open; 1 pending; too few to judge a share
        by
      - tries: 0 of 0 kept; 4 pending; too few to judge a share by
      - answers: talk for emre, at strike 1, if the period ended now
      - answers: talk for lena, at strike 1, if the period ended now

      What follows:
      ladder   step  for            strike  standing
      answers  talk  Emre Yıldız         1  if it ended now
      answers  talk  Lena Hoffmann       1  if it ended now
      "
    `)
  })

  test('says it in German', async () => {
    const { out } = await call('--period 2026-04 --lang de', 100)
    expect(out).toContain('Stand Di., 14. Apr. 2026, 15:00 Uhr, der Zeitraum läuft noch, Europe/Berlin')
    expect(out).toContain('Marketing schuldet:')
    expect(out).toContain('leads: 3 von 5')
    expect(out).toContain('firstResponse: 1 von 3 gehalten; 2 gebrochen, davon 1 noch offen')
  })

  test('names nobody who is not to be named, by id or by name', async () => {
    const { out } = await call('--period 2026-04 --unnamed emre --unnamed lena')
    expect(out).not.toContain('Lena')
    expect(out).not.toContain('Emre')
    expect(out).toContain('(not named)')
  })

  test('is the scorecard as data', async () => {
    const { status, out } = await call('--period 2026-Q2 --format json')
    const card = JSON.parse(out) as Scorecard
    expect(status).toBe(0)
    expect([card.period, card.isOver, card.parties.map(({ party }) => party)]).toEqual(['2026-Q2', false, ['marketing', 'sales']])
    expect(card.parties[0]?.promises.map(({ key }) => key)).toEqual(['leads/2026-04'])
  })

  test('counts what people have done for process conformity', async () => {
    scene.write('deeds.json', JSON.stringify([{ person: 'lena', duty: 'training', at: '2026-04-10T10:00:00Z' }]))
    const { status, out } = await call('--period 2026-04 --deeds @deeds.json', 100)
    expect(status).toBe(0)
    expect(out).toContain('What was earned:')
    expect(out).toMatch(/\nLena Hoffmann +duty training +3 /)
  })

  test.each([
    ['{}', 'deeds.json:1: expected an array of deeds, got an empty object [wrong-type]'],
    ['[\n{ "person": "lena", "duty": "sport", "at": "2026-04-10T10:00:00Z" }]', 'deeds.json:2: [0].duty: expected a duty'],
    ['[\n\n7]', 'deeds.json:3: [0]: expected a deed with person, duty and at, got 7 [wrong-type]'],
    ['[', 'deeds.json:1'],
  ])('refuses the deeds %j', async (text, sentence) => {
    scene.write('deeds.json', text)
    const { status, out, err } = await call('--period 2026-04 --deeds @deeds.json')
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
  })

  test.each([40, 60, 80, 200])('is never wider than %i columns', async (columns) => {
    for (const lang of ['en', 'de']) {
      const { out } = await call(`--period 2026-04 --lang ${lang}`, columns)
      expect(out.split('\n').filter((line) => [...line].length > columns)).toEqual([])
    }
  })

  test.each([
    ['--period 2026-13', '--period: expected the name of a period, such as 2026-04', 'out-of-range'],
    ['--period May', '--period: expected the name of a period, such as 2026-04', 'out-of-range'],
    ['', "required option '--period <period>' not specified", ''],
  ])('refuses %j', async (rest, sentence, code) => {
    const { status, out, err } = await call(rest)
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(sentence)
    expect(err).toContain(code)
    expect(err).not.toMatch(/ at .*:\d+:\d+/)
  })
})

describe('lead-sla evaluate', () => {
  const evaluated = (rest = '') => scene.call(`evaluate @card.json @more.ndjson --as-of ${asOf}${rest}`, { columns: 120 })

  test('shows what was promised over periods below the clocks', async () => {
    const { status, out } = await evaluated()
    expect(status).toBe(0)
    const rows = out.split('\n').filter((line) => line.startsWith('leads '))
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatch(/^leads +2026-04 +Marketing +3 +5 .*(behind|on track)/)
    expect(out.indexOf('firstResponse')).toBeLessThan(out.indexOf('promise over a period'))
  })

  test('counts cadences beside timed clauses', async () => {
    const { out } = await evaluated()
    expect(out).toMatch(/\ntries +Sales tries twice/)
  })

  test('may be asked for a cadence, and for a promise over a period alone', async () => {
    const cadence = await evaluated(' --clause tries')
    expect(cadence.status).toBe(0)
    expect(cadence.out).toContain('tries/A/1')
    expect(cadence.out).not.toContain('promise over a period')
    const volume = await evaluated(' --clause leads')
    expect(volume.status).toBe(0)
    expect(volume.out).toContain('promise over a period')
    expect(volume.out).not.toContain('No clock fits')
  })

  test('knows of no clause that there is not', async () => {
    const { status, err } = await evaluated(' --clause trys')
    expect(status).toBe(2)
    expect(err).toContain('--clause: card.json has no clause "trys"; known: ')
    expect(err).toContain('tries')
  })

  test('shows nobody by name what a party promised', async () => {
    const { out } = await evaluated(' --owner lena')
    expect(out).not.toContain('promise over a period')
  })
})
