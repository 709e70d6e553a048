/** A slow, plain reading of ladders and levels: for each period everything is looked through again. Shares no code with the library. */
import type { ConsequenceLadderDocument, LevelDocument, Obligation, PeriodLength } from '../../src/index.ts'

const day = 86_400_000
const begins = Date.UTC(2026, 0, 1)

/** A period of 2026 in UTC. */
export interface Span {
  readonly name: string
  readonly from: number
  readonly to: number
}

/** All periods from the beginning of 2026 to the one that holds an instant. */
export function spansOf(per: PeriodLength, asOf: number): Span[] {
  const all: Span[] = []
  const text = (number: number) => String(number).padStart(2, '0')
  if (per === 'month')
    for (let m = 0; m < 12; m++)
      all.push({ name: `2026-${text(m + 1)}`, from: Date.UTC(2026, m, 1), to: Date.UTC(2026, m + 1, 1) })
  if (per === 'quarter')
    for (let q = 0; q < 4; q++)
      all.push({ name: `2026-Q${q + 1}`, from: Date.UTC(2026, q * 3, 1), to: Date.UTC(2026, q * 3 + 3, 1) })
  // The first of January 2026 is a Thursday, so that its week is the first of the year and begins on 29 December.
  if (per === 'week')
    for (let w = 0; w < 52; w++)
      all.push({ name: `2026-W${text(w + 1)}`, from: begins - 3 * day + w * 7 * day, to: begins + 4 * day + w * 7 * day })
  return all.filter(({ from, to }) => to > begins && from <= asOf)
}

export interface Counted {
  readonly decided: number
  readonly kept: number
  readonly breaches: number
  readonly pending: number
  readonly worstLateMs: number
}

/** An obligation and the instant at which its clock started. */
type Started = Obligation & { readonly at: number }

function started(obligations: readonly Obligation[]): Started[] {
  return obligations.map((one) => ({ ...one, at: Date.parse(one.startedAt) }))
}

/** Four hours are the target of every clock. */
function countIn(obligations: readonly Started[], who: (one: Obligation) => boolean, { from, to }: Span): Counted {
  const own = obligations.filter((one) => one.at >= from && one.at < to && who(one))
  const breached = own.filter((one) => one.status !== 'waived' && one.breachedAt !== null)
  const kept = own.filter((one) => one.status === 'met').length
  return {
    kept,
    breaches: breached.length,
    decided: kept + breached.length,
    pending: own.filter((one) => one.status === 'open' || one.status === 'paused').length,
    worstLateMs: Math.max(0, ...breached.map((one) => one.usedMs - 4 * 3_600_000)),
  }
}

const waits: Readonly<Record<string, number>> = { PT0S: 0, P5D: 5, P60D: 60 }

/** Returns `period name verdict standing step`, in any order. */
export function ladderOracle(ladder: ConsequenceLadderDocument, obligations: readonly Obligation[], asOf: number): string[] {
  const { for: kind, per, grace = 0, minimumSample = 0, forgiveAfter = Number.POSITIVE_INFINITY } = ladder
  const waitMs = (waits[ladder.judgeAfter ?? ''] ?? 14) * day
  const names = kind === 'party' ? ['sales'] : [...new Set(obligations.flatMap((one) => one[kind] ?? []))]
  const spans = spansOf(per, asOf)
  const all = started(obligations)
  return names.flatMap((name) => {
    let history: ('strike' | 'clean')[] = []
    let isFinal = true
    return spans.map((span, place) => {
      const facts = countIn(all, (one) => one[kind] === name, span)
      const verdict =
        place < grace
          ? 'grace'
          : facts.decided < Math.max(1, minimumSample)
            ? 'idle'
            : isStrike(ladder, facts)
              ? 'strike'
              : 'clean'
      if (verdict === 'strike' || verdict === 'clean') history.push(verdict)
      const lastClean = history.length - 1 - history.lastIndexOf('strike')
      if (verdict === 'clean' && lastClean >= forgiveAfter) history = history.map(() => 'clean')
      const isOver = asOf >= span.to
      isFinal = isFinal && isOver && (facts.pending === 0 || asOf >= span.to + waitMs)
      const standing = isFinal ? 'final' : isOver ? 'pending' : 'running'
      return `${span.name} ${name} ${verdict} ${standing} ${verdict === 'strike' ? stepOf(ladder, facts, history) : null}`
    })
  })
}

function isStrike({ strike }: ConsequenceLadderDocument, { breaches, kept, decided }: Counted): boolean {
  if (!strike) return breaches > 0
  return 'fact' in strike && strike.fact === 'keptShare' ? kept / decided < 0.7 : breaches >= 2
}

function stepOf(
  { steps }: ConsequenceLadderDocument,
  { breaches, worstLateMs }: Counted,
  history: readonly string[],
): string | null {
  const strikes = history.filter((one) => one === 'strike').length
  const row = history.length - 1 - history.lastIndexOf('clean')
  const second = JSON.stringify(steps[1]?.when ?? '')
  const holds = second.includes('consecutive')
    ? row >= 2
    : second.includes('worstLateMs')
      ? strikes >= 3 || worstLateMs >= 8e6
      : second.includes('breaches')
        ? breaches >= 3
        : strikes >= 2
  return strikes >= 3 ? 'pool' : holds ? 'coach' : strikes >= 1 ? 'talk' : null
}

/** Returns `period name verdict standing points` of a level over the clocks of everybody. */
export function levelOracle(
  level: LevelDocument,
  { per, judgeAfter }: { readonly per: PeriodLength; readonly judgeAfter: string },
  obligations: readonly Obligation[],
  asOf: number,
): string[] {
  const { for: kind, atLeast = 0, met, exceeded, minimumSample = 0 } = level
  const names = kind === 'party' ? ['sales'] : [...new Set(obligations.flatMap((one) => one[kind] ?? []))]
  const verdictOf = (kept: number, decided: number) =>
    kept / decided < atLeast ? 'missed' : exceeded && kept / decided >= exceeded.atLeast ? 'exceeded' : 'met'
  const all = started(obligations)
  return spansOf(per, asOf).flatMap((span) =>
    names.map((name) => {
      const { kept, decided, pending } = countIn(all, (one) => one[kind] === name, span)
      const isLate = asOf >= span.to + (waits[judgeAfter] ?? 14) * day
      // Every way in which what is pending may come out.
      const ways = Array.from(
        { length: isLate ? 1 : pending + 1 },
        (_, won) => [kept + won, decided + (isLate ? 0 : pending)] as const,
      )
      const small = Math.max(1, minimumSample)
      const verdict = decided === 0 ? 'idle' : decided < small ? 'insufficient' : verdictOf(kept, decided)
      const isDecided =
        isLate ||
        pending === 0 ||
        (decided >= small ? new Set(ways.map(([a, b]) => verdictOf(a, b))).size === 1 : decided > 0 && decided + pending < small)
      const standing = asOf < span.to ? 'running' : isDecided ? 'final' : 'pending'
      const points = verdict === 'exceeded' ? exceeded?.points : verdict === 'met' ? met : 0
      return `${span.name} ${name} ${verdict} ${standing} ${points}`
    }),
  )
}
