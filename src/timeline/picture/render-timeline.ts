/** The picture of one clock as an SVG that stands by itself: no font, no script and nothing from elsewhere is needed to see it. */
import { issue, LeadSlaError } from '../../errors.ts'
import type { Language } from '../../language.ts'
import { summaryOf } from '../summary.ts'
import { Telling } from '../telling.ts'
import type { Timeline } from '../timeline-shape.ts'
import { axisOf } from './axis.ts'
import { scaleBreaksOf } from './bands.ts'
import { chartOf } from './chart.ts'
import { dotsOf, flagsOf } from './flags.ts'
import { wrapped } from './glyph-width.ts'
import { type Ground, groundOf, type Part, smallText } from './ground.ts'
import { headOf } from './head.ts'
import { notesOf, ownersOf } from './lanes.ts'
import { pictureStyle, type TimelineTheme } from './picture-style.ts'
import { element, escaped, num, textAt } from './svg.ts'

export interface RenderTimelineOptions {
  readonly language: Language
  /** `auto`, which follows the reader's setting, when left out. */
  readonly theme?: TimelineTheme
  /** **Units** pixels; 960 when left out. */
  readonly width?: number
}

const themes = ['auto', 'light', 'dark']
const usualWidth = 960
const [leastWidth, mostWidth] = [280, 4000]

/**
 * Returns the picture of one clock as SVG, the same bytes for the same input.
 *
 * **Units** `width` is in pixels, from 280 to 4000; the height follows from what there is to say.
 * **Edges** the number of its elements is bounded by the width, however long the clock and however many its events: what has no
 * room of its own is counted in `+12`. Names are escaped and cut.
 * **Errors** throws `unknown-value` for a language or theme that is not known, `out-of-range` for another width.
 *
 * @example
 * import { timeline } from 'lead-sla/report'
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-10T16:30:00+02:00' }]
 * const picture = timeline(agreement, events, { asOf: '2026-04-10T17:00:00+02:00', key: 'reply/L1/1' })
 * const svg = renderTimeline(picture, { language: 'de' })
 * const [, title] = /<title[^>]*>(.*?)</.exec(svg) ?? []
 * title //=> 'reply, Lead L1: offen'
 */
export function renderTimeline(
  timeline: Timeline,
  { language, theme = 'auto', width = usualWidth }: RenderTimelineOptions,
): string {
  checkOptions(theme, width)
  const telling = new Telling(timeline, language)
  const ground = groundOf(timeline, telling, width)
  const { svg, height } = stacked(partsOf(ground))
  const { title, description } = summaryOf(timeline, telling)
  const { prefix } = ground
  const attributes = {
    ...{ xmlns: 'http://www.w3.org/2000/svg', class: `lead-sla-timeline ${theme}`, role: 'img', lang: language },
    ...{ width: num(width), height: num(height), viewBox: `0 0 ${num(width)} ${num(height)}` },
    'aria-labelledby': `${prefix}-title ${prefix}-desc`,
  }
  const content = [
    element('title', { id: `${prefix}-title` }, escaped(title)),
    element('desc', { id: `${prefix}-desc` }, escaped(description)),
    `<style>${pictureStyle(theme)}</style>`,
    patterns(prefix),
    element('rect', { class: 'paper', width: num(width), height: num(height), rx: 8 }),
    svg,
  ]
  return `${element('svg', attributes, content.join('\n'))}\n`
}

function checkOptions(theme: string, width: number): void {
  if (!themes.includes(theme))
    throw new LeadSlaError([
      issue('unknown-value', ['theme'], { expected: 'one of the known values', got: theme, known: themes }),
    ])
  if (!(width >= leastWidth && width <= mostWidth))
    throw new LeadSlaError([
      issue('out-of-range', ['width'], { expected: `a width from ${leastWidth} to ${mostWidth}`, got: width }),
    ])
}

function partsOf(ground: Ground): Part[] {
  const chart = chartOf(ground)
  const { left, ...flags } = flagsOf(ground, chart.height)
  const space = (height: number): Part => ({ svg: '', height })
  const dots = dotsOf(ground, left)
  const owners = ownersOf(ground)
  const axis = axisOf(ground, chart.height)
  return [
    space(16),
    headOf(ground),
    space(8),
    { svg: flags.svg, height: 0 },
    space(flags.height),
    chart,
    axis,
    notesOf(ground),
    dots,
    owners,
    footOf(ground),
    space(10),
  ]
}

/** Parts stand on each other in the order in which they are drawn, but for the flags: their lines go over the chart. */
function stacked(parts: readonly Part[]): Part {
  let height = 0
  const under: string[] = []
  const over: string[] = []
  for (const [index, part] of parts.entries()) {
    const list = index === 3 ? over : under
    if (part.svg !== '') list.push(element('g', { transform: `translate(0 ${num(height)})` }, part.svg))
    height += part.height
  }
  return { svg: [...under, ...over].join('\n'), height }
}

/** The zone, the calendar, and what the gaps mean. */
function footOf(ground: Ground): Part {
  const { timeline, telling, pieces, left, right } = ground
  const { words } = telling
  const parts = [
    words.timesIn(timeline.zone),
    timeline.calendar === null ? words.alwaysOpen : words.hoursOf(telling.name(timeline.calendar)),
    `${words.asOf} ${telling.instant(Date.parse(timeline.asOf))}`,
    ...(pieces.some(({ isFolded }) => isFolded) ? [words.folded] : []),
    ...(scaleBreaksOf(ground).length > 0 ? [words.scaleChanges] : []),
  ]
  const lines = wrapped(parts, ' · ', { width: right - left, size: smallText, most: parts.length })
  const svg = lines.map((line, index) => textAt(left, 20 + index * 15, line, { class: 'small quiet' }))
  return { svg: svg.join(''), height: 10 + lines.length * 15 }
}

function patterns(prefix: string): string {
  const pattern = (name: string, size: number, d: string, look: string) =>
    element(
      'pattern',
      { id: `${prefix}-${name}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      element('path', { class: look, d }),
    )
  return element(
    'defs',
    {},
    pattern('closed', 6, 'M-1 1L1-1M0 6L6 0M5 7L7 5', 'hatch') +
      pattern('paused', 8, 'M0 8L8 0M-2 2L2-2M6 10L10 6', 'stripe') +
      pattern('over', 6, 'M-1 5L1 7M0 0L6 6M5-1L7 1', 'over-hatch'),
  )
}
