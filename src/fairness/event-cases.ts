/** The patterns that the events show: touches of a few seconds, states that go back and forth, pauses just before due. */
import type { AnyAgreement } from '../agreement/versions.ts'
import { isRecord } from '../content.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { Obligation } from '../evaluation/obligation.ts'
import { explain } from '../explanation/explain.ts'
import { printRead, readInstant } from '../time/instant.ts'
import type { Case, Limits } from './case.ts'
import type { ToldEvent, ToldLead } from './told-events.ts'

/** What the events of an evaluation are looked up in. */
export interface Told {
  readonly agreement: AnyAgreement
  readonly evaluation: Evaluation
  readonly leads: ReadonlyMap<string, ToldLead>
  readonly limits: Limits
  /** The state in which leads begin; `null` without a lifecycle. */
  readonly initial: string | null
}

/** Returns the pauses of clocks with an amount of time, each with how much of it was left as it began. */
export function pauseCases({ agreement, evaluation, leads, limits }: Told, clocks: readonly Obligation[]): Case[] {
  const { asOf, knownAt } = evaluation
  return clocks.flatMap((clock): Case[] => {
    const { key, clause, lead, owner, targetMs, pausedMs } = clock
    const told = leads.get(lead)
    if (targetMs === null || pausedMs === 0 || !told) return []
    const { spans, turns } = explain(agreement, told.sources, { asOf, key, ...(knownAt === null ? {} : { knownAt }) })
    return turns.flatMap(({ at, what, event }): Case[] => {
      const by = told.events.find(({ id }) => id === event)
      const person = personOf(by) ?? owner
      if (what !== 'paused' || person === null || by?.at !== readInstant(at)) return []
      const usedMs = spans
        .filter((span) => span.counts && span.from < at)
        .reduce((sum, { from, to }) => sum + lengthOf(from, to < at ? to : at), 0)
      const leftMs = targetMs - usedMs
      return [
        {
          ...{ pattern: 'pauses-before-due', clause, person, isHit: leftMs >= 0 && leftMs < targetMs * limits.leftShare },
          evidence: { lead, obligation: key, event, at, what: `paused with ${leftMs} ms of ${targetMs} ms left` },
        },
      ]
    })
  })
}

/** Returns the touches that stopped a clock and have a length. */
export function touchCases({ leads, limits }: Told, clocks: readonly Obligation[]): Case[] {
  const { touch } = limits
  if (!touch) return []
  return clocks.flatMap(({ key, clause, lead, stoppedAt, stoppedBy, owner }): Case[] => {
    if (stoppedAt === null) return []
    const at = readInstant(stoppedAt)
    const touches = (leads.get(lead)?.events ?? []).filter((event) => event.at === at && (event.actor?.id ?? null) === stoppedBy)
    return touches.flatMap((event): Case[] => {
      const length = numberAt(event, touch.keys)
      const person = stoppedBy ?? owner
      if (length === null || person === null) return []
      const evidence = { lead, obligation: key, event: event.id, at: stoppedAt, what: `a touch of ${length}` }
      return [{ pattern: 'short-touches', clause, person, isHit: length < touch.shortest, evidence }]
    })
  })
}

/** Returns the moves that people made, and whether one took back the same person's move of just before. */
export function moveCases({ leads, limits, initial }: Told): Case[] {
  return [...leads].flatMap(([lead, { events }]): Case[] => {
    const moves = events.filter(({ type, data }) => type === 'lead.moved' && typeof data?.to === 'string')
    return moves.flatMap((move, index): Case[] => {
      const person = personOf(move)
      if (person === null) return []
      const before = moves[index - 1]
      const left = index === 1 ? initial : moves[index - 2]?.data?.to
      const isBack = before !== undefined && left === move.data?.to && before.data?.to !== move.data?.to
      const isHit = isBack && personOf(before) === person && move.at - before.at <= limits.flipMs
      const what = isHit ? `back to ${String(move.data?.to)} ${move.at - before.at} ms after leaving it` : 'moved'
      return [
        {
          ...{ pattern: 'status-flipping', clause: null, person, isHit },
          evidence: { lead, obligation: null, event: move.id, at: printRead(move.at), what },
        },
      ]
    })
  })
}

/** An automation plays no games. */
function personOf(event: ToldEvent | undefined): string | null {
  return event?.actor && event.actor.kind !== 'automation' ? event.actor.id : null
}

function lengthOf(from: string, to: string): number {
  return readInstant(to) - readInstant(from)
}

function numberAt(event: ToldEvent, keys: readonly string[]): number | null {
  let value: unknown = event
  for (const key of keys) value = isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
