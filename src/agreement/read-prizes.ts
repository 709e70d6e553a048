/** Reads what pays: awards, prizes and SPIFs. Nobody should win what nobody has set aside. */
import { isRecord } from '../content.ts'
import type { IssuePath } from '../errors.ts'
import { msOfDay, parsePlainDate } from '../time/plain-date.ts'
import type { SubjectKind } from './conduct-facts.ts'
import type { Award, Contest, Prize, Spif } from './incentives.ts'
import type { MoneyDocument } from './incentives-document.ts'
import { checkCurrency } from './rates.ts'
import { hasClocks, type Judged, numberOf, readPer, textOf } from './read-judging.ts'
import type { Scope } from './scope.ts'

type Untitled<Rule> = Omit<Rule, 'name' | 'title'>

/** Returns the checked award, or `undefined` when the scope has been told of a mistake. */
export function readAward(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  judged: Judged,
): Untitled<Award> | undefined {
  const { bonus } = document
  if (!isRecord(bonus)) return undefined
  const hasMoney = bonus.amountMinor !== undefined || bonus.currency !== undefined
  if (!hasMoney && bonus.points === undefined) scope.add('missing-key', [...path, 'bonus'], 'points or an amount for each win')
  for (const key of hasMoney ? ['amountMinor', 'currency'] : []) {
    if (bonus[key] === undefined) scope.add('missing-key', [...path, 'bonus', key], 'an amount in minor units with its currency')
  }
  const money = hasMoney ? moneyOf(bonus, [...path, 'bonus'], scope) : null
  return {
    ...contestOf(document, money, path, scope),
    per: readPer(document.per, path, scope, judged),
    bonusPoints: numberOf(bonus.points, 0),
    bonus: money,
    ties: document.ties === 'split' ? 'split' : 'each',
    minimumPoints: numberOf(document.minimumPoints, 1),
  }
}

/** Returns the checked prize, or `undefined` when the shape has told of a mistake. */
export function readPrize(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  judged: Judged,
): Untitled<Prize> | undefined {
  const worth = moneyOf(document.worth, [...path, 'worth'], scope)
  const per = readPer(document.per, path, scope, judged)
  const contest = contestOf(document, worth, path, scope)
  return worth ? { ...contest, per, points: numberOf(document.points, 1), worth } : undefined
}

/** Returns the checked SPIF, or `undefined` when the scope has been told of a mistake. */
export function readSpif(
  document: Record<string, unknown>,
  path: IssuePath,
  scope: Scope,
  { clauses, zone }: Judged,
): Untitled<Spif> | undefined {
  const { clause } = document
  const withClocks = [...clauses].filter(([, { kind }]) => hasClocks(kind)).map(([name]) => name)
  if (typeof clause === 'string' && !withClocks.includes(clause))
    scope.add('unknown-clause', [...path, 'clause'], 'a clause with clocks, each of which is paid for', clause, withClocks)
  const from = scope.take(parsePlainDate(document.from, [...path, 'from']))
  const to = scope.take(parsePlainDate(document.to, [...path, 'to']))
  if (from !== undefined && to !== undefined && to <= from)
    scope.add('invalid-effective-range', [...path, 'to'], `a date after ${String(document.from)}`, document.to)
  const each = moneyOf(document.each, [...path, 'each'], scope)
  const budget = budgetOf(document, each, path, scope)
  if (from === undefined || to === undefined || !zone || !each || !budget || typeof clause !== 'string') return undefined
  const [first, end] = [zone.instantOfLocal(from * msOfDay), zone.instantOfLocal(to * msOfDay)]
  return { for: document.for === 'team' ? 'team' : 'owner', clause, from: first, to: end, each, budget }
}

function contestOf(
  document: Record<string, unknown>,
  money: MoneyDocument | null,
  path: IssuePath,
  scope: Scope,
): Omit<Untitled<Contest>, 'per'> {
  return {
    for: document.for as SubjectKind,
    role: textOf(document.role),
    budget: budgetOf(document, money, path, scope),
  }
}

/** What pays money must say out of what, and in the same currency: rates change, and a prize does not. */
function budgetOf(
  { budget }: Record<string, unknown>,
  money: MoneyDocument | null,
  path: IssuePath,
  scope: Scope,
): MoneyDocument | null {
  const found = moneyOf(budget, [...path, 'budget'], scope)
  if (money && budget === undefined) scope.add('missing-key', [...path, 'budget'], 'a budget out of which it is paid')
  if (money && found && money.currency !== found.currency) {
    const expected = `${money.currency}, the currency of what is paid`
    scope.add('unknown-value', [...path, 'budget', 'currency'], expected, found.currency, [money.currency])
  }
  return found
}

/** Returns the money, or `null` where the shape has told of a mistake. */
function moneyOf(value: unknown, path: IssuePath, scope: Scope): MoneyDocument | null {
  if (!isRecord(value) || typeof value.amountMinor !== 'number' || typeof value.currency !== 'string') return null
  checkCurrency(value.currency, [...path, 'currency'], scope)
  return { amountMinor: value.amountMinor, currency: value.currency }
}
