import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { evaluate, type Obligation } from '../../src/index.ts'
import { printTimeline, renderTimeline, type Timeline, timeline } from '../../src/report.ts'
import { agreementOf } from '../arbitraries/agreement.ts'
import { type Story, story } from '../arbitraries/history.ts'
import { columnsOf } from '../oracle/terminal-width.ts'
import { collisions } from '../unit/timeline/one-timeline.ts'
import { law } from './law.ts'

/** Asks for the picture of a few clocks of a story. */
function eachPictured(
  { document, events, asOf }: Story,
  most: number,
  check: (picture: Timeline, obligation: Obligation) => void,
): void {
  const agreement = agreementOf(document)
  for (const obligation of evaluate(agreement, events, { asOf }).obligations.slice(0, most))
    check(timeline(agreement, events, { asOf, key: obligation.key }), obligation)
}

/** Checks that pieces follow each other from one instant to another. */
function expectTiled(pieces: readonly { readonly from: string; readonly to: string }[], from: string, to: string): void {
  expect(pieces.map((piece) => piece.from)).toEqual(from === to ? [] : [from, ...pieces.slice(0, -1).map((piece) => piece.to)])
  if (from !== to) expect(pieces.at(-1)?.to).toBe(to)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
const drawnStory = story({ versions: true })
const ansi = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g')

describe('[W3] the picture of a clock', () => {
  law('tiles the life of the clock with spans of which the counting ones sum to the used time', drawnStory, (told) => {
    eachPictured(told, 4, (picture, { startedAt, closedAt, usedMs, pausedMs, status, targetMs }) => {
      const until = closedAt ?? new Date(told.asOf).toISOString()
      expect([picture.from, picture.until, picture.status]).toEqual([startedAt, until, status])
      expect([picture.usedMs, picture.pausedMs, picture.targetMs]).toEqual([usedMs, pausedMs, targetMs])
      expectTiled(picture.spans, startedAt, until)
      expect(sum(picture.spans.filter(({ counts }) => counts).map(({ ms }) => ms))).toBe(usedMs)
      expect(JSON.parse(JSON.stringify(picture))).toStrictEqual(picture)
    })
  })

  law('goes on until the clock is due, with the time that it has left', drawnStory, (told) => {
    eachPictured(told, 4, ({ ahead, until, to, dueAt, usedMs, usedAtDueMs, targetMs, from, isDueIfResumed }, obligation) => {
      if (ahead.length > 0) expectTiled(ahead, until, to)
      expect(to >= until && (dueAt === null || (from <= dueAt && dueAt <= to))).toBe(true)
      const known = obligation.breachedAt ?? obligation.dueAt
      if (dueAt !== null && !isDueIfResumed) expect(dueAt).toBe(known)
      if (isDueIfResumed) expect(dueAt).toBe(obligation.dueIfResumedAt)
      if (usedAtDueMs === null) return
      if (dueAt !== null && dueAt > until)
        expect(usedAtDueMs).toBe(usedMs + sum(ahead.filter(({ why }) => why === 'open').map(({ ms }) => ms)))
      if (targetMs !== null && !isDueIfResumed) expect(usedAtDueMs).toBe(targetMs)
    })
  })

  law('has its marks in order, each with what had counted by then, and its owners one after the other', drawnStory, (told) => {
    eachPictured(told, 4, ({ marks, owners, from, to, until, usedMs }, { closedAt }) => {
      const places = marks.map(({ at }) => at)
      expect(places).toEqual([...places].sort())
      for (const [index, { at, usedMs: used, isAhead }] of marks.entries()) {
        expect(from <= at && at <= to && isAhead === at > until).toBe(true)
        expect(used).toBeGreaterThanOrEqual(marks[index - 1]?.usedMs ?? 0)
        if (!isAhead) expect(used).toBeLessThanOrEqual(usedMs)
      }
      expect(marks.filter(({ what }) => what === 'started').length).toBe(1)
      expect(marks.filter(({ what }) => what === 'now').length).toBe(closedAt === null ? 1 : 0)
      expectTiled(owners, from, until)
      expect(sum(owners.map((owner) => owner.usedMs))).toBe(from === until ? 0 : usedMs)
    })
  })

  law('has a scale that tiles it, and folds only time that does not count', drawnStory, (told) => {
    eachPictured(told, 4, ({ scale, from, to, spans, ahead }) => {
      expectTiled(scale, from, to)
      expect(sum(scale.map(({ share }) => share))).toBeCloseTo(1, 9)
      const open = [...spans.filter(({ counts }) => counts), ...ahead.filter(({ why }) => why === 'open')]
      for (const stretch of scale) {
        expect(stretch.share).toBeGreaterThan(0)
        if (stretch.isFolded) expect(open.some((span) => span.from < stretch.to && stretch.from < span.to)).toBe(false)
      }
    })
  })

  law(
    'is drawn the same each time, with no text on another or outside, in every width',
    fc.tuple(drawnStory, fc.integer({ min: 280, max: 1600 }), fc.constantFrom('en' as const, 'de' as const)),
    ([told, width, language]) => {
      eachPictured(told, 1, (picture) => {
        const svg = renderTimeline(picture, { language, width })
        expect(svg).toBe(renderTimeline(picture, { language, width }))
        expect(collisions(svg, width)).toEqual([])
        expect(svg).not.toMatch(/NaN|undefined|null|Infinity|\[object/)
        expectElements(svg)
      })
    },
  )

  law(
    'is never wider than the terminal, and says the same with colours',
    fc.tuple(drawnStory, fc.integer({ min: 20, max: 300 }), fc.boolean(), fc.constantFrom('en' as const, 'de' as const)),
    ([told, width, ascii, language]) => {
      eachPictured(told, 1, (picture) => {
        const plain = printTimeline(picture, { language, width, ascii, color: false })
        for (const line of plain.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(width)
        expect(plain).toMatch(/\n$/)
        expect(plain).not.toMatch(/NaN|undefined|null|Infinity|\[object/)
        const coloured = printTimeline(picture, { language, width, ascii, color: true })
        const trimmed = coloured.replaceAll(ansi, '').replace(/ +$/gm, '')
        expect(trimmed).toBe(plain)
      })
    },
  )
})

/** Every element that is opened is closed, in its order. */
function expectElements(svg: string): void {
  const open: string[] = []
  for (const [, end, name = '', single] of svg.matchAll(/<(\/?)([\w-]+)[^<>]*?(\/?)>/g)) {
    if (end === '/') expect(open.pop()).toBe(name)
    else if (single !== '/') open.push(name)
  }
  expect(open).toEqual([])
}
