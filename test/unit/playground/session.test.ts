/** What the page holds: the last good result stays, a link brings all of it back, and the words are there in both languages. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { demoTitles, type Example } from '../../../docs/.vitepress/theme/playground/examples.ts'
import { wordsOf } from '../../../docs/.vitepress/theme/playground/languages.ts'
import { createSession, type Session } from '../../../docs/.vitepress/theme/playground/session.ts'
import { sharedState } from '../../../docs/.vitepress/theme/playground/shared-state.ts'
import { wallTime } from '../../../docs/.vitepress/theme/playground/wall-time.ts'
import { templateNames } from '../../../src/templates.ts'
import { readText, root } from '../../repository.ts'

/** The demo, as the page would fetch it. */
async function loadDemo(): Promise<Example> {
  const events = gunzipSync(readFileSync(join(root, 'examples/demo/events.ndjson.gz'))).toString()
  const lines = `${events.split('\n', 5_000).join('\n')}\n`
  return {
    name: 'demo',
    ...demoTitles.en,
    agreement: readText('examples/demo/agreement.json'),
    events: lines,
    asOf: '2026-08-01T00:00:00Z',
  }
}

/** A session in which frames and pauses are over when `settle` says so. */
function session(): { readonly session: Session; settle(): Promise<void> } {
  let waiting: (() => void)[] = []
  const wait = (then: () => void): (() => void) => {
    waiting.push(then)
    return () => {
      waiting = waiting.filter((other) => other !== then)
    }
  }
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 12; round++) {
      const due = waiting
      waiting = []
      for (const then of due) then()
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  }
  return { session: createSession({ frame: wait, pause: (_, then) => wait(then) }, loadDemo), settle }
}

async function opened(): Promise<ReturnType<typeof session>> {
  const made = session()
  await made.session.openExample('b2b-inbound')
  await made.settle()
  return made
}

describe('an example', () => {
  test.each(templateNames)('%s is shown without a mistake', async (name) => {
    const { session: page, settle } = session()
    await page.openExample(name)
    await settle()
    expect(page.shown.value?.counts.all).toBeGreaterThan(10)
    expect(page.shown.value?.counts.open).toBeGreaterThan(0)
    expect([page.isStale.value, page.eventMistakes.value]).toEqual([false, []])
    expect(page.asOf.value).toBeGreaterThan(page.scale.value.from)
    expect(page.asOf.value).toBeLessThan(page.scale.value.to)
  })

  test('that is loaded late does not take the place of a later one', async () => {
    const { session: page, settle } = session()
    const late = page.openExample('demo')
    await page.openExample('product-led')
    await late
    await settle()
    expect([page.example.value, page.agreement.value?.id]).toEqual(['product-led', 'product-led'])
  })

  test('of the demo is shown as it is in every language, its refused events at their lines', async () => {
    const { session: page, settle } = session()
    await page.openExample('demo')
    await settle()
    const text = page.agreementText.value
    page.speak('de')
    expect([page.agreementText.value, page.isStale.value]).toEqual([text, false])
    expect(page.events.value.length).toBeGreaterThan(4_990)
    expect(page.shown.value?.counts.open).toBeGreaterThan(10)
    expect(page.eventMistakes.value.length).toBeGreaterThan(0)
    const lines = page.eventText.value.split('\n')
    for (const { line, path } of page.eventMistakes.value) expect(lines[line - 1]).toContain(`"${path.split('.').at(-1)}"`)
  })

  test('speaks the language of the page, and what somebody wrote stays as it is', async () => {
    const { session: page, settle } = await opened()
    page.speak('de')
    expect(page.agreementText.value).toContain('Vertrieb')
    const own = page.agreementText.value.replace('Vertrieb', 'Verkauf')
    page.editAgreement(own)
    await settle()
    page.speak('en')
    expect(page.agreementText.value).toBe(own)
  })
})

describe('a mistake', () => {
  test('in the agreement keeps the last good result, until it is mended', async () => {
    const { session: page, settle } = await opened()
    const good = page.agreementText.value
    const before = page.shown.value
    page.editAgreement(good.replace('"PT4H"', '"four hours"'))
    await settle()
    expect(page.read.value.mistakes.map(({ code }) => code)).toEqual(['invalid-duration'])
    expect([page.isStale.value, page.shown.value]).toEqual([true, before])
    page.editAgreement(good.replace('"PT4H"', '"PT1M"'))
    await settle()
    expect(page.isStale.value).toBe(false)
    expect(page.shown.value?.counts.breached).toBeGreaterThan(before?.counts.breached ?? Number.NaN)
  })

  test('in all events keeps the last good ones; in some of them the others count', async () => {
    const { session: page, settle } = await opened()
    const before = page.shown.value
    const good = page.eventText.value
    page.editEvents('nonsense')
    await settle()
    expect([page.isStale.value, page.shown.value]).toEqual([true, before])
    page.editEvents(`nonsense\n${good}`)
    await settle()
    page.editEvents(`{nonsense\n${good}{"id":"x","lead":"x","type":"x","at":"2027-01-05T09:00:00"}\n`)
    await settle()
    expect(page.isStale.value).toBe(false)
    const lines = page.eventMistakes.value.map(({ code, line }) => [code, line])
    expect(lines).toEqual([
      ['invalid-json', 1],
      ['missing-offset', good.split('\n').length + 1],
    ])
    expect(page.shown.value?.counts).toEqual(before?.counts)
  })

  test('of an instant beyond what calendars know is told, and the last good result stays', async () => {
    const { session: page, settle } = await opened()
    const before = page.shown.value
    page.setAsOf(9e15)
    await settle()
    expect([page.isStale.value, page.shown.value]).toEqual([true, before])
    expect(page.failure.value.map(({ code }) => code)).toEqual(['invalid-instant'])
    page.setAsOf(Number.NaN)
    page.setAsOf(Date.parse('2027-01-12T00:00:00Z'))
    await settle()
    expect(page.isStale.value).toBe(false)
  })
})

describe('time', () => {
  test('goes from event to event, and to what is due next', async () => {
    const { session: page, settle } = await opened()
    page.setAsOf(page.scale.value.from)
    await settle()
    expect(page.shown.value?.counts.all).toBe(0)
    page.toNextEvent()
    await settle()
    const first = page.asOf.value
    page.toNextEvent()
    await settle()
    expect(page.asOf.value).toBeGreaterThan(first)
    for (let count = 0; count < 5; count++) page.toNextEvent()
    const next = page.findNextMoment()
    expect(next?.at).toBeGreaterThan(page.asOf.value)
  })

  test('moved many times within a frame costs one evaluation', async () => {
    const { session: page, settle } = await opened()
    const seen = new Set([page.shown.value])
    for (let step = 0; step < 50; step++) {
      page.setAsOf(page.scale.value.from + step * 3_600_000)
      seen.add(page.shown.value)
    }
    expect(seen.size).toBe(1)
    await settle()
    expect(page.shown.value?.evaluation.asOf).toBe(new Date(page.asOf.value).toISOString())
  })
})

describe('a link', () => {
  const prepare: Record<string, (page: Session, settle: () => Promise<void>) => Promise<void>> = {
    'an example': async (page) => page.speak('de'),
    'the demo': async (page) => page.openExample('demo'),
    'made events': async (page) => page.makeEvents({ seed: 5, leads: 40, weeks: 3 }),
    'an edited agreement': async (page) => page.editAgreement(page.agreementText.value.replace('PT4H', 'PT3H')),
    'made events, and then an edited agreement': async (page) => {
      await page.makeEvents({ seed: 5, leads: 20, weeks: 3 })
      page.editAgreement(page.agreementText.value.replace('PT4H', 'PT3H'))
    },
    'edited events': async (page) =>
      page.editEvents(`${page.eventText.value}\n{"id":"x","lead":"ä","type":"x","at":"2027-01-05T00:00:00Z"}`),
    'texts with mistakes': async (page) => {
      page.editAgreement('{ "agreement": ')
      page.editEvents('nonsense')
    },
  }
  test.each(Object.keys(prepare))('brings back %s', async (name) => {
    const { session: page, settle } = await opened()
    await prepare[name]?.(page, settle)
    await settle()
    page.setAsOf(Date.parse('2027-01-15T09:30:00Z'))
    page.selected.value = 'firstResponse/L-05/1'
    page.view.value = 'report'
    await settle()
    const sent = sharedState(JSON.parse(JSON.stringify(page.state())))
    const other = session()
    if (sent) await other.session.openState(sent)
    await other.settle()
    const look = ({ agreementText, eventText, asOf, view, selected, language }: Session) =>
      [agreementText, eventText, asOf, view, selected, language].map(({ value }) => value)
    expect(look(other.session)).toEqual(look(page))
    expect(other.session.state()).toEqual(page.state())
    if (!page.isStale.value) expect(other.session.shown.value?.evaluation).toEqual(page.shown.value?.evaluation)
  })
})

test('both languages say something everywhere, and not the same', () => {
  const [english, german] = [wordsOf('en'), wordsOf('de')]
  const texts = (words: object): string[] =>
    Object.values(words).flatMap((value): string[] =>
      typeof value === 'string' ? [value] : typeof value === 'function' ? [] : texts(value),
    )
  expect(texts(english).length).toBe(texts(german).length)
  expect([...texts(english), ...texts(german)].filter((text) => text.trim() === '')).toEqual([])
  const same = texts(english).filter((text, index) => text === texts(german)[index])
  // Words that German has taken over.
  expect(new Set(same)).toEqual(new Set(['Leads', 'Lead', 'Status']))
})

test('instants are written in the zone of the agreement, and an unknown zone is UTC', () => {
  const at = '2027-01-12T14:30:00Z'
  expect(wallTime('en-GB', 'Europe/Berlin').instant(at)).toMatch(/12 Jan 2027.*15:30$/)
  expect(wallTime('de-DE', 'Europe/Berlin').short(at)).toMatch(/12\. Jan.*15:30/)
  expect(wallTime('en-GB', 'Nowhere/Else').instant(at)).toMatch(/14:30$/)
})
