/** What is earned by keeping promises: points, badges, awards, prizes and boards, each in a sentence. */
import type { AwardDocument, IncentivesDocument, MoneyDocument } from '../../agreement/incentives-document.ts'
import { anythingInRows } from '../anything-in-words.ts'
import { conditionInWords } from '../condition-in-words.ts'
import type { Pen } from '../pen.ts'
import { type Block, paragraph, type Section, section, terms } from '../text/block.ts'
import { type Phrase, phrase, spaced, strong, written } from '../text/phrase.ts'
import { dateInWords, forceInWords } from './front.ts'

/** Returns the section, or `null` where nothing is agreed. */
export function incentivesPart(pen: Pen): Section | null {
  const { incentives } = pen.agreement.document
  if (!incentives) return null
  const {
    per = 'month',
    levels,
    conformity,
    streaks,
    badges,
    awards,
    prizes,
    spifs,
    boards,
    capacity,
    unnamed,
    ...rest
  } = incentives
  const { incentive: words } = pen.words.judging
  const blocks: Block[] = [
    paragraph(words.earnedPer(per)),
    ...group(words.levels, levels, (each) => levelInWords(each, pen)),
    ...group(words.conformity, conformity, ({ points, due, per: each }) => {
      const earned = pointsInWords(points, pen)
      return due !== undefined ? words.due(dateInWords(due, pen), earned) : words.eachPeriod(each ?? per, earned)
    }),
    ...group(words.streaks, streaks, ({ level, every, points }) => {
      return words.streak(pen.quoted(levels?.[level]?.title ?? level), pen.figures.number(every), pointsInWords(points, pen))
    }),
    ...group(words.badges, badges, (badge) => {
      const said = words.badge(badge.for, pen.party(badge.owedBy), conditionInWords(badge.when, pen))
      return spaced(said, sampleOf(badge, pen), badge.once === true ? words.once : '')
    }),
    ...group(words.awards, awards, (award) => awardInWords(award, pen)),
    ...group(words.prizes, prizes, (prize) => {
      const said = words.prize(prize.for, prize.per, pointsInWords(prize.points, pen), moneyInWords(prize.worth, pen))
      return spaced(said, contestInWords(prize, pen))
    }),
    ...group(words.spifs, spifs, ({ for: of, clause, each, from, to, budget }) => {
      const said = words.spif(of, pen.clause(clause), moneyInWords(each, pen), forceInWords({ from, to }, pen))
      return spaced(said, words.budget(moneyInWords(budget, pen)))
    }),
    ...group(words.boards, boards, (board) => {
      const counting = board.clauses ? words.counting(pen.clauses(board.clauses)) : ''
      return spaced(
        words.board(board.for, board.per, board.by),
        counting,
        board.perCapacity ? words.perCapacity : '',
        sampleOf(board, pen),
      )
    }),
    ...(unnamed === 'everybody' ? [paragraph(words.nobodyNamed)] : []),
    ...(Array.isArray(unnamed)
      ? terms([[words.unnamed, pen.figures.list(unnamed.map((name: string) => pen.person(name)))]])
      : []),
    ...(capacity ? [paragraph(strong(words.capacity)), ...capacityRows(capacity, pen)] : []),
    ...anythingInRows(rest, pen),
  ]
  return section('incentives', pen.words.heading.incentives, blocks)
}

function group<Item extends { readonly title?: string }>(
  title: Phrase,
  items: { readonly [name: string]: Item } | undefined,
  say: (item: Item) => Phrase,
): Block[] {
  const rows = Object.entries(items ?? {}).map(([name, item]): [Phrase, Phrase] => [written(item.title ?? name), say(item)])
  return rows.length === 0 ? [] : [paragraph(strong(title)), ...terms(rows)]
}

function levelInWords(
  { for: of, clause, atLeast, met, exceeded, minimumSample }: NonNullable<IncentivesDocument['levels']>[string],
  pen: Pen,
): Phrase {
  const { incentive: words } = pen.words.judging
  const share = atLeast === undefined ? null : pen.figures.share(atLeast)
  return spaced(
    words.level(of, pen.clause(clause), share, pointsInWords(met, pen)),
    exceeded ? words.exceeded(pen.figures.share(exceeded.atLeast), pointsInWords(exceeded.points, pen)) : '',
    sampleOf(minimumSample === undefined ? {} : { minimumSample }, pen),
  )
}

function awardInWords(award: AwardDocument, pen: Pen): Phrase {
  const { incentive: words } = pen.words.judging
  const { points, amountMinor, currency } = award.bonus
  const bonus = [
    ...(points === undefined ? [] : [pointsInWords(points, pen)]),
    ...(amountMinor === undefined || currency === undefined ? [] : [pen.figures.money(amountMinor, currency)]),
  ]
  return spaced(
    words.award(award.for, award.per, pen.figures.list(bonus)),
    award.ties === 'split' ? words.split : '',
    award.minimumPoints === undefined ? '' : words.leastPoints(pointsInWords(award.minimumPoints, pen)),
    contestInWords(award, pen),
  )
}

function contestInWords({ role, budget }: { readonly role?: string; readonly budget?: MoneyDocument }, pen: Pen): Phrase {
  const { incentive: words } = pen.words.judging
  return spaced(role === undefined ? '' : words.role(pen.quoted(role)), budget ? words.budget(moneyInWords(budget, pen)) : '')
}

function sampleOf({ minimumSample }: { readonly minimumSample?: number }, pen: Pen): Phrase {
  return minimumSample ? pen.words.promise.minimumSample(pen.figures.number(minimumSample), minimumSample) : ''
}

function pointsInWords(points: number, pen: Pen): Phrase {
  return pen.words.judging.incentive.points(pen.figures.number(points), points)
}

function moneyInWords({ amountMinor, currency }: MoneyDocument, pen: Pen): Phrase {
  return pen.figures.money(amountMinor, currency)
}

function capacityRows({ people = {}, teams = {} }: NonNullable<IncentivesDocument['capacity']>, pen: Pen): Block[] {
  const share = (value: number) => phrase`${pen.figures.share(value)}`
  return terms([
    ...Object.entries(people).map(([id, value]): [Phrase, Phrase] => [pen.person(id), share(value)]),
    ...Object.entries(teams).map(([id, value]): [Phrase, Phrase] => [pen.team(id), share(value)]),
  ])
}
