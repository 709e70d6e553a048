import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgreementDocument, defineAgreement, evaluate } from '../../src/index.ts'
import { clean } from '../../src/markup.ts'
import { stateDiagram } from '../../src/writing/text/state-diagram.ts'
import {
  deadlineExamples,
  type Language,
  negotiationView,
  renderAgreement,
  roleGuide,
  type WritingFormat,
} from '../../src/writing.ts'
import { agreement, agreementOf, mondays } from '../arbitraries/agreement.ts'
import { agreementOfNames, hostileText } from '../arbitraries/hostile-text.ts'
import { periodStory } from '../arbitraries/period-story.ts'
import { drawingOf, signsOfMarkdown, tagsOf, textOfHtml } from '../oracle/markup-oracle.ts'

/** A document costs as much as a thousand answers of the clock, so fewer are drawn. */
const numRuns = Math.ceil(Number(process.env.LEAD_SLA_RUNS ?? 1_000) / 20)
let seed = Number(process.env.LEAD_SLA_SEED ?? 20_260_407)

function law<Drawn>(title: string, drawn: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  it(title, { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(drawn, (value) => check(value)),
      { numRuns, seed: seed++ },
    )
  })
}

const languages: readonly Language[] = ['en', 'de']
const formats: readonly WritingFormat[] = ['md', 'html']
const drawn = fc.oneof(
  fc.constantFrom(...mondays).chain(agreement),
  periodStory().map(({ document }) => document),
)

/** Returns how a date and a time are written, by the zone data of the runtime and not by the library's. */
function shown(at: string, timeZone: string, language: Language): string {
  const part = (locale: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(at))
  const time = part('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const [day, year] = [part('en-GB', { day: 'numeric' }), part('en-GB', { year: 'numeric' })]
  if (language === 'en')
    return `on ${part('en-GB', { weekday: 'long' })} ${day} ${part('en-GB', { month: 'long' })} ${year} at ${time}`
  return `am ${part('de-DE', { weekday: 'long' })}, dem ${day}. ${part('de-DE', { month: 'long' })} ${year}, um ${time} Uhr`
}

/** `counted`: the calendar that the evaluation names where it was chosen, or the zone of the lead. [C10] */
function zoneOf({ calendars = {}, clauses, timeZone }: AgreementDocument, id: string, counted?: string): string {
  const clause = clauses[id]
  const own = clause?.kind === 'timed' || clause?.kind === 'cadence' ? clause.clock : 'always'
  if (counted !== undefined && counted !== 'always' && !Object.hasOwn(calendars, counted)) return counted
  const calendar = calendars[counted ?? own]
  return calendar && 'week' in calendar ? calendar.timeZone : timeZone
}

describe('[W1] the deadline examples', () => {
  law('are what the evaluation gives for the same events, and stand so in the document', drawn, (document) => {
    const checked = agreementOf(document)
    const texts = languages.map((language) => renderAgreement(checked, { language, format: 'md' }))
    for (const { key, events, startedAt, dueAt, clause } of deadlineExamples(checked)) {
      let counted: string | undefined
      for (const asOf of [startedAt, dueAt]) {
        const { obligations, refused } = evaluate(document, events.toReversed(), { asOf })
        expect(refused).toEqual([])
        const found = obligations.find((each) => each.key === key)
        expect(found).toMatchObject({ clause, startedAt, dueAt, breachedAt: null })
        counted = found?.calendar
      }
      const zone = zoneOf(document, clause, counted)
      for (const [index, language] of languages.entries()) {
        expect(texts[index]).toContain(shown(startedAt, zone, language))
        expect(texts[index]).toContain(shown(dueAt, zone, language))
      }
    }
  })

  law('give reasons whose hours make up what was promised', drawn, (document) => {
    const text = renderAgreement(agreementOf(document), { language: 'en', format: 'md' })
    const promised = new Set(targetsOf(document))
    for (const [, counted = ''] of text.matchAll(/because ([^;\n]*?) count[;.]/g)) {
      const amounts = counted.replace(/\([^)]*\)/g, '').matchAll(/(\d[\d,.]*) (hour|minute|second)s?\b/g)
      let sum = 0
      for (const [, number = '', unit] of amounts)
        sum += Number(number.replaceAll(',', '')) * (unit === 'hour' ? 60 : unit === 'minute' ? 1 : 1 / 60)
      expect(promised).toContain(Math.round(sum * 1000) / 1000)
    }
  })
})

/** The targets that are amounts of time. **Units** minutes. */
function targetsOf({ clauses }: AgreementDocument): number[] {
  return Object.values(clauses).flatMap((clause) => {
    if (clause.kind !== 'timed' && clause.kind !== 'cadence') return []
    const goals = Array.isArray(clause.within) ? clause.within : [{ target: clause.within }]
    return goals.flatMap(({ target }: { target: unknown }) => {
      const match = typeof target === 'string' ? /^P(?:T(\d+)([HM])|(\d+)D)$/.exec(target) : null
      return match ? [Number(match[1]) * (match[2] === 'H' ? 60 : 1)] : []
    })
  })
}

/** Returns the agreement again and again, each time without one of the keys with which a clause limits, counts or excuses. */
function withOneKeyLess(document: AgreementDocument): AgreementDocument[] {
  const without = (record: object, key: string) => Object.fromEntries(Object.entries(record).filter(([name]) => name !== key))
  return Object.entries(document.clauses).flatMap(([id, clause]) => {
    if (clause.kind !== 'timed') return []
    const { excuse = {}, counts = {} } = clause
    const lesser = [
      ...['clockFollows', 'maxPause', 'maxPauses', 'excuse', 'counts']
        .filter((key) => key in clause)
        .map((key) => without(clause, key)),
      ...['codes', 'acceptWindow'].filter((key) => key in excuse).map((key) => ({ ...clause, excuse: without(excuse, key) })),
      ...['channels', 'direction', 'atLeast']
        .filter((key) => key in counts)
        .map((key) => ({ ...clause, counts: without(counts, key) })),
    ]
    return lesser.map((each) => ({ ...document, clauses: { ...document.clauses, [id]: each as typeof clause } }))
  })
}

describe('[W1] [W2] a document', () => {
  const holes = /undefined|\bnull\b|NaN|Invalid|\[object| {2}\S| ,|\(\)|“”|„“/

  law('is whole in every language and format: no holes, and well-formed pages', drawn, (document) => {
    const checked = agreementOf(document)
    for (const language of languages) {
      for (const format of formats) {
        const options = { language, format }
        const texts = [
          renderAgreement(checked, options),
          roleGuide(checked, { ...options, role: 'sales' }),
          negotiationView(checked, options),
        ]
        for (const text of texts) {
          if (format === 'html') tagsOf(text)
          const shown = format === 'html' ? textOfHtml(text) : text.replace(/^ +/gm, '')
          const found = holes.exec(shown.replace(/\b[0-9a-f]{64}\b/, ''))
          expect(found && shown.slice(Math.max(0, found.index - 80), found.index + 80)).toBe(null)
        }
      }
    }
  })

  const one = fc.tuple(drawn, fc.nat(), fc.constantFrom(...languages))

  law(
    'of another agreement is another one: no key about the clock of a promise is left unsaid',
    one,
    ([document, at, language]) => {
      const lesser = withOneKeyLess(document)
      const less = lesser[at % lesser.length]
      if (!less) return
      const [text, other] = [document, less].map((each) => renderAgreement(agreementOf(each), { language, format: 'md' }))
      const hash = /\b[0-9a-f]{64}\b/
      expect(text?.replace(hash, '')).not.toBe(other?.replace(hash, ''))
    },
  )

  law(
    'has the same markup whatever the names in it are, and shows the names',
    fc.array(hostileText, { minLength: 1, maxLength: 6 }),
    (texts) => {
      const places: string[] = []
      const named = (other: (index: number) => string) => {
        places.length = 0
        return defineAgreement(
          agreementOfNames((place) => {
            if (!places.includes(place)) places.push(place)
            return other(places.indexOf(place))
          }),
        )
      }
      const hostile = named((index) => `${texts[index % texts.length]}q${index}`)
      const benign = named((index) => `name q${index}`)
      for (const language of languages) {
        const html = [hostile, benign].map((each) => renderAgreement(each, { language, format: 'html' }))
        expect(tagsOf(html[0] ?? '')).toEqual(tagsOf(html[1] ?? ''))
        const markdown = [hostile, benign].map((each) => renderAgreement(each, { language, format: 'md' }))
        expect(signsOfMarkdown(markdown[0] ?? '')).toEqual(signsOfMarkdown(markdown[1] ?? ''))
        const title = `${texts[places.indexOf('title') % texts.length]}q${places.indexOf('title')}`
        expect(textOfHtml(html[0] ?? '')).toContain(clean(title))
      }
    },
  )
})

describe('the drawing of a lifecycle', () => {
  const machine = fc.integer({ min: 1, max: 12 }).chain((count) => {
    const names = Array.from({ length: count }, (_, index) => `state ${index}`)
    const state = fc.record({ to: fc.subarray([...names, 'nowhere']), disposition: fc.boolean() })
    return fc.record({
      initial: fc.constantFrom(...names),
      states: fc.tuple(...names.map((name) => state.map((drawnState) => ({ name, ...drawnState })))),
    })
  })

  law('has an arrow for every move, none through a box, and all inside the picture', machine, (drawnMachine) => {
    const { boxes, arrows, width, height } = drawingOf(stateDiagram(drawnMachine, 'label', (text) => text))
    const { states, initial } = drawnMachine
    const moves = states.flatMap(({ name, to }) =>
      to.filter((next) => next !== name && states.some((each) => each.name === next)),
    )
    expect(boxes).toHaveLength(states.length)
    expect(arrows).toHaveLength(moves.length + (initial === states[0]?.name ? 1 : 0))
    for (const points of arrows) {
      for (const [index, [x, y]] of points.entries()) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(width)
        expect(y).toBeLessThanOrEqual(height)
        const [nextX, nextY] = points[index + 1] ?? [x, y]
        for (const { left, top, right, bottom } of boxes) {
          const isInside =
            Math.max(x, nextX) > left && Math.min(x, nextX) < right && Math.max(y, nextY) > top && Math.min(y, nextY) < bottom
          expect(isInside).toBe(false)
        }
      }
    }
    const ends = arrows.map((points) => JSON.stringify(points.at(-1)))
    // Two arrows may end in one point only where they come from two states on two lanes, never from one state.
    expect(new Set(arrows.map((points) => JSON.stringify(points))).size).toBe(arrows.length)
    expect(ends.length).toBe(arrows.length)
  })
})
