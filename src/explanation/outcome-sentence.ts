/** The sentence that argues the outcome: why the clock was due when it was, how it ended, and what that makes of it. */
import type { OpenDay } from '../clock/business-clock.ts'
import type { RuleName } from './explanation.ts'
import type { RestartBecause } from './explanation-words.ts'
import type { Reckoned } from './reckoning.ts'
import type { Story } from './story.ts'
import type { Teller } from './teller.ts'

/** Of a longer sum the rest is one figure. */
const mostDays = 5

interface Said {
  readonly text: string
  readonly rule: RuleName
}

/** Returns the sentence, with the rules that it stands on. */
export function outcomeSentence(story: Story, teller: Teller): string {
  const due = story.reckoned ? dueSaid(story, story.reckoned, teller) : notDueSaid(story, teller)
  const ending = endingSaid(story, teller)
  const text = teller.words.argument(due.text, ending.text, outcomes(story, teller).join(', '))
  return teller.ruled(text, ...new Set([due.rule, ending.rule]))
}

function dueSaid({ clock }: Story, { dueAt, rule, days, isMoved, isRolled }: Reckoned, teller: Teller): Said {
  const { words } = teller
  const { target } = clock.goal
  const due = teller.instant(dueAt)
  const start = teller.instant(clock.startedAt)
  const rolled = isRolled ? words.due.rolled : ''
  switch (target.kind) {
    case 'duration': {
      const amount = teller.amount(target.ms)
      const sum = days && days.length > 1 ? sumInWords(days, teller) : null
      const isBusiness = clock.measure.calendar !== 'always'
      return { text: `${words.due.duration(due, { amount, isBusiness, start, isMoved, days: sum })}${rolled}`, rule }
    }
    case 'businessDays': {
      const isNamed = days !== null && days.length <= mostDays
      const named = isNamed ? teller.list(days.map(({ date }) => teller.shortDate(date))) : null
      return { text: `${words.due.businessDays(due, { count: target.days, start, days: named, isMoved })}${rolled}`, rule }
    }
    case 'endOfBusinessDay':
      return { text: `${words.due.endOfBusinessDay(due, { count: target.days, isMoved })}${rolled}`, rule }
    case 'dueFrom': {
      const fact = teller.name([target.fact, ...target.keys].join('.'))
      const isAtStart = clock.rawDueAt === clock.startedAt
      return { text: `${isAtStart ? words.due.atStart(due, fact) : words.due.dueFrom(due, fact)}${rolled}`, rule }
    }
  }
}

function sumInWords(days: readonly OpenDay[], teller: Teller): string {
  const { due } = teller.words
  const isLong = days.length > mostDays
  const named = days
    .slice(0, isLong ? mostDays - 1 : mostDays)
    .map(({ date, openMs }) => due.onDay(teller.amount(openMs), teller.shortDate(date)))
  if (!isLong) return teller.list(named)
  const rest = days.slice(mostDays - 1)
  const restMs = rest.reduce((sum, { openMs }) => sum + openMs, 0)
  return teller.list([...named, due.onMoreDays(teller.amount(restMs), rest.length)])
}

function notDueSaid({ clock, obligation }: Story, teller: Teller): Said {
  const { due } = teller.words
  const { target } = clock.goal
  if (obligation.status === 'paused') {
    const ifResumed = clock.isPaused && obligation.dueIfResumedAt !== null ? teller.printed(obligation.dueIfResumedAt) : null
    return { text: ifResumed === null ? due.paused : due.ifResumed(ifResumed), rule: 'C3' }
  }
  if (clock.isPaused) return { text: due.closedWhilePaused, rule: 'C3' }
  if (target.kind === 'dueFrom') return { text: due.noFact(teller.name([target.fact, ...target.keys].join('.'))), rule: 'T3' }
  return { text: due.noTimeLeft, rule: 'T9' }
}

function endingSaid({ clock, obligation, asOf, turns }: Story, teller: Teller): Said {
  const { ending } = teller.words
  const turn = turns.findLast(
    ({ what }) =>
      what === 'stopped' ||
      what === 'cancelled' ||
      what === 'excused' ||
      what === 'merged' ||
      what === 'reset' ||
      what === 'restarted',
  )
  const isWaived = obligation.status === 'waived'
  if (!clock.closing || !turn?.event) {
    const rule = isWaived ? 'C16' : obligation.status === 'paused' ? 'C3' : 'C4'
    return { text: ending.stillOpen(teller.instant(asOf)), rule }
  }
  const [at, event] = [teller.instant(clock.closing.at), teller.event(turn.event)]
  const { because, rule } = turn
  if (turn.what === 'stopped') return { text: ending.stopped(at, event), rule: isWaived ? 'C16' : rule }
  if (turn.what === 'excused') return { text: ending.excused(at, event), rule }
  if (turn.what === 'merged') return { text: ending.merged(at, event), rule }
  if (turn.what === 'cancelled') {
    return { text: ending.cancelled(at, event, because === 'requires' ? because : 'trigger'), rule }
  }
  return { text: ending.superseded(at, event, restartOf(because)), rule }
}

function restartOf(because: string): RestartBecause {
  return because === 'goal' || because === 'owner' ? because : 'reset'
}

function outcomes({ clock, obligation, asOf }: Story, teller: Teller): string[] {
  const { outcome } = teller.words
  const { status, usedMs } = obligation
  const late = () => teller.amount((clock.closing?.at ?? asOf) - clock.breachedAt)
  const used = outcome.used(teller.amount(usedMs))
  if (status === 'met') return [outcome.kept, used]
  if (status === 'open') return [outcome.inTime, used]
  if (status === 'waived') return [outcome.waived(late()), used]
  return clock.isBreached ? [outcome.late(late()), used] : [used]
}
