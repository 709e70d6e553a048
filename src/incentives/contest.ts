/** Awards for the highest total, and prizes for everybody who reaches one, as long as the budget lasts. */
import type { Award, Contest, Prize } from '../agreement/incentives.ts'
import type { MoneyDocument } from '../agreement/incentives-document.ts'
import type { Conduct } from '../conduct/conduct.ts'
import { printRead, readInstant } from '../time/instant.ts'
import type { Earned } from './earned.ts'
import { compare, type EntryStanding, type IncentiveEntry, type Undecided } from './entry.ts'
import type { Season } from './season.ts'

/** Whose points count, and what is to be paid for. */
interface Scene {
  readonly conduct: Conduct
  readonly season: Season
  readonly points: Earned
}

/** A period of a contest, with the totals of all who take part. */
interface Round {
  readonly period: string
  readonly at: string
  readonly standing: EntryStanding
  /** The highest first, of equals by name. */
  readonly totals: readonly Total[]
}

interface Total {
  readonly name: string
  readonly points: number
}

/** Returns the awards of a season: who has the highest total of a period, with the bonus for the win. */
export function awardsOf(scene: Scene): Earned {
  const found = scene.season.incentives.awards.map((award) => {
    let left = award.budget?.amountMinor ?? 0
    return roundsOf(scene, award).map(({ totals, ...round }): Earned => {
      const best = totals[0]?.points ?? 0
      const winners = best < award.minimumPoints ? [] : totals.filter(({ points }) => points === best)
      const paid = share(award, winners.length, left)
      left -= paid * winners.length
      const short = award.bonus && paid < wanted(award, winners.length) ? ', and the budget is used up' : ''
      const tie = winners.length > 1 ? `, with ${winners.length - 1} other${winners.length > 2 ? 's' : ''}` : ''
      const bonus = { points: award.bonusPoints, amountMinor: paid, currency: award.bonus?.currency ?? null }
      return entriesOf('award', award, round, winners, () => ({
        ...bonus,
        because: `the highest total of ${round.period}: ${best} points${tie}${short}`,
      }))
    })
  })
  return both(found.flat())
}

/** Returns the prizes of a season. The highest totals come first; those who are equal get all of it or, where it does not reach, none. */
export function prizesOf(scene: Scene): Earned {
  const found = scene.season.incentives.prizes.map((prize) => {
    let left = prize.budget?.amountMinor ?? 0
    return roundsOf(scene, prize).map(({ totals, ...round }): Earned => {
      const paid = new Map<string, number>()
      const reached = totals.filter(({ points }) => points >= prize.points)
      for (const level of new Set(reached.map(({ points }) => points))) {
        const equals = reached.filter(({ points }) => points === level)
        const isFunded = left >= prize.worth.amountMinor * equals.length
        if (isFunded) left -= prize.worth.amountMinor * equals.length
        for (const { name } of equals) paid.set(name, isFunded ? prize.worth.amountMinor : 0)
      }
      return entriesOf('prize', prize, round, reached, ({ name, points }) => {
        const amountMinor = paid.get(name) ?? 0
        const short = amountMinor === 0 ? ', and the budget is used up' : ''
        return { points: 0, amountMinor, currency: prize.worth.currency, because: `${points} points of ${prize.points}${short}` }
      })
    })
  })
  return both(found.flat())
}

/** What each of the winners is paid: the whole bonus or an equal part of it, and nothing where the budget does not reach for all. */
function share(award: Award, winners: number, left: number): number {
  const each = wanted(award, winners)
  return each * winners <= left ? each : 0
}

/** Of a shared bonus what cannot be divided stays in the budget. */
function wanted({ bonus, ties }: Award, winners: number): number {
  if (!bonus || winners === 0) return 0
  return ties === 'split' ? Math.floor(bonus.amountMinor / winners) : bonus.amountMinor
}

/** The periods of a contest; one is final when nothing in it is undecided, and nothing before it that draws on the same budget. */
function roundsOf({ conduct, season, points }: Scene, { for: kind, per, role }: Contest): Round[] {
  const periods = conduct.periods(per)
  const isInRole = (name: string) => role === null || conduct.members.get(name)?.role === role
  const own = points.entries.filter((entry) => entry.for === kind && entry.points > 0 && isInRole(entry.name))
  let isFinal = true
  return season.numbers(per).map((number) => {
    const [from, to] = [periods.from(number), conduct.closing(periods.from(number + 1))]
    const isIn = ({ at }: Undecided | IncentiveEntry) => readInstant(at) >= from && readInstant(at) < to
    const totals = new Map<string, number>()
    for (const entry of own.filter(isIn)) totals.set(entry.name, (totals.get(entry.name) ?? 0) + entry.points)
    const isOver = conduct.asOf >= to
    isFinal &&= isOver && !points.undecided.some((one) => one.for === kind && isIn(one))
    return {
      period: periods.name(number),
      at: printRead(to - 1),
      standing: isFinal ? 'final' : isOver ? 'pending' : 'running',
      totals: [...totals]
        .map(([name, sum]) => ({ name, points: sum }))
        .sort((a, b) => b.points - a.points || compare(a.name, b.name)),
    }
  })
}

type Won = Pick<IncentiveEntry, 'points' | 'amountMinor' | 'because'> & { readonly currency: MoneyDocument['currency'] | null }

function entriesOf(
  kind: 'award' | 'prize',
  { name: rule, for: subject }: Award | Prize,
  { period, at, standing }: Omit<Round, 'totals'>,
  winners: readonly Total[],
  wonBy: (winner: Total) => Won,
): Earned {
  const group = `${kind}/${rule}/${period}`
  const entries = winners.map((winner): IncentiveEntry => {
    const { name } = winner
    return { key: `${group}/${name}`, group, kind, rule, for: subject, name, period, at, standing, ...wonBy(winner) }
  })
  return { entries, undecided: standing === 'final' ? [] : [{ group, for: subject, at }] }
}

function both(parts: readonly Earned[]): Earned {
  return { entries: parts.flatMap(({ entries }) => entries), undecided: parts.flatMap(({ undecided }) => undecided) }
}
