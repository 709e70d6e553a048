/** The head of the picture: what was promised, how it ended, and the figures that both sides argue about. */
import { statsOf } from '../stats.ts'
import type { Timeline } from '../timeline-shape.ts'
import { fitted, textWidth, wrapped } from './glyph-width.ts'
import { type Ground, type Part, smallText } from './ground.ts'
import { element, isolated, num, textAt } from './svg.ts'

const titleSize = 17
const valueSize = 14

/** Returns the head. */
export function headOf(ground: Ground): Part {
  const { timeline, telling, left, right, isNarrow } = ground
  const { words } = telling
  const badge = words.status[timeline.status]
  const badgeWidth = textWidth(badge, 13, true) + 34
  const room = right - left - (isNarrow ? 0 : badgeWidth + 16)
  const titles = wrapped(telling.name(timeline.title, 160).split(' '), ' ', {
    width: room,
    size: titleSize,
    isBold: true,
    most: 2,
  })
  const parts = [
    `${words.lead} ${isolated(telling.name(timeline.lead))}`,
    ...(timeline.cycle > 1 ? [`${words.cycle} ${timeline.cycle}`] : []),
    `${words.owedBy} ${isolated(telling.name(timeline.party))}`,
    ...(timeline.owner === null ? [] : [isolated(telling.name(timeline.owner))]),
  ]
  const lines = wrapped(parts, ' · ', { width: room, size: 12.5, most: 2 })
  const linesTop = 17 + titles.length * 22
  const below = linesTop + (lines.length - 1) * 17
  const badgeAt = isNarrow ? { x: left, y: below + 9 } : { x: right - badgeWidth, y: 4 }
  const top = below + (isNarrow ? 46 : 19)
  const stats = figuresOf(ground, top)
  const bar = barOf(ground, top + stats.height)
  const svg = [
    ...titles.map((line, index) => textAt(left, 20 + index * 22, line, { class: 'title' })),
    ...lines.map((line, index) => textAt(left, linesTop + index * 17, line, { class: 'usual quiet' })),
    badgeOf(timeline.status, badge, { ...badgeAt, width: badgeWidth }),
    stats.svg,
    bar.svg,
  ]
  return { svg: svg.join(''), height: top + stats.height + bar.height }
}

const good = 'M-4 0L-1 3.5L4.5-3.5'
const bad = 'M-3.5-3.5L3.5 3.5M3.5-3.5L-3.5 3.5'
const signs: { readonly [Each in Timeline['status']]: string } = {
  ...{ met: good, metLate: bad, openBreached: 'M0-5V1.5M0 4.2v.8', open: 'M0-4V0L3 2', paused: 'M-2-4V4M2-4V4' },
  ...{ cancelled: 'M-4 0H4', waived: 'M-4 0Q-2-3 0 0T4 0', superseded: 'M-4 0H3M0-3.5L3.5 0L0 3.5' },
}

/** Words and a sign, so that no colour is needed. */
function badgeOf(status: Timeline['status'], text: string, { x, y, width }: { x: number; y: number; width: number }): string {
  return (
    element('rect', { class: `badge ${status}`, x, y, width, height: 26, rx: 13 }) +
    element('path', { class: 'badge-sign', d: signs[status], transform: `translate(${num(x + 16)} ${num(y + 13)})` }) +
    textAt(x + 26, y + 17.5, text, { class: 'badge-text' })
  )
}

/** The figures stand beside each other as far as there is room, and go on below. */
function figuresOf(ground: Ground, top: number): Part {
  const { left, right } = ground
  const svg: string[] = []
  let [x, y] = [left, top]
  for (const { label, value } of statsOf(ground.timeline, ground.telling)) {
    const text = fitted(value, right - left, valueSize, true)
    const width = Math.max(textWidth(label, smallText), textWidth(text, valueSize, true))
    if (x > left && x + width > right) [x, y] = [left, y + 38]
    svg.push(textAt(x, y + 10, label, { class: 'small quiet' }), textAt(x, y + 27, text, { class: 'value' }))
    x += width + 22
  }
  return { svg: svg.join(''), height: y - top + 38 }
}

/** The used time against its target, as one bar; an overrun goes on behind the line of the target. */
function barOf({ timeline, left, right, prefix }: Ground, y: number): Part {
  const limit = timeline.targetMs ?? timeline.usedAtDueMs
  if (limit === null || limit <= 0) return { svg: '', height: 0 }
  const most = Math.max(limit, timeline.usedMs)
  const xOf = (ms: number) => left + (ms / most) * (right - left)
  const [used, end] = [xOf(Math.min(timeline.usedMs, limit)), xOf(timeline.usedMs)]
  const over = { x: used, y, width: end - used, height: 8 }
  const svg = [
    element('rect', { class: 'bar', x: left, y, width: right - left, height: 8, rx: 2 }),
    element('rect', { class: 'bar-used', x: left, y, width: used - left, height: 8, rx: 2 }),
    timeline.usedMs > limit
      ? element('rect', { class: 'over', ...over }) + element('rect', { ...over, fill: `url(#${prefix}-over)` })
      : '',
    element('path', { class: 'bar-limit', d: `M${num(xOf(limit))} ${num(y - 3)}v14` }),
  ]
  return { svg: svg.join(''), height: 18 }
}
