/** The money of an `amount` clause, looked up opportunity by opportunity. [P5] Shares no code with `src`. */

import type { AgreementDocument, ClauseDocument, LeadEvent } from '../../src/index.ts'
import { type Facts, memberOf } from './lead-moments.ts'
import { type Firing, firingsOf, type Life } from './lives.ts'
import { inForceOf, midnight } from './period-calendar.ts'

type AmountClause = Extract<ClauseDocument, { kind: 'amount' }>
type FoundFor = (who: Facts) => Record<'sample' | 'hits' | 'pending' | 'excluded', number>

/** The first instant of the period, and of the next. */
type Span = readonly [from: number, to: number]

/** Each opportunity with the first event that brought it, and then the last amount of it that could be counted. */
export function addMoney(document: AgreementDocument, clause: AmountClause, life: Life, period: Span, foundFor: FoundFor): void {
  const [begins, ends] = inForceOf(document)
  const isInForce = ({ at }: Firing) => at >= begins && at < ends
  const summed = firingsOf(document, life, clause.sum)
  const nameOf = ({ moment }: Firing) => {
    const name = moment.event.data?.opportunity
    return typeof name === 'string' && name !== '' ? name : null
  }
  const firsts = summed.filter((one, index) => {
    const earlier = summed.slice(0, index).filter(isInForce)
    return isInForce(one) && (nameOf(one) === null || !earlier.some((other) => nameOf(other) === nameOf(one)))
  })
  for (const first of firsts) {
    if (first.at < period[0] || first.at >= period[1]) continue
    const later = life.events.slice(first.place + 1).filter((event) => {
      const isOfIt = nameOf(first) !== null && event.data?.opportunity === nameOf(first)
      return isOfIt && (event.type === 'opportunity.updated' || summed.some(({ moment }) => moment.event === event))
    })
    const events = [first.moment.event, ...later]
    const from = Math.max(period[0], begins)
    const amount = events.map((event) => amountOf(document, clause, event, from)).findLast((one) => one !== null) ?? null
    const found = foundFor(first.moment.facts)
    if (!isCredited(document, clause, life, first, events)) found.excluded += 1
    else if (amount === null) found.pending += 1
    else {
      found.sample += 1
      found.hits += amount
    }
  }
}

function amountOf(
  document: AgreementDocument,
  { sum: { path }, currency }: AmountClause,
  event: LeadEvent,
  from: number,
): number | null {
  const got = path.split('.').slice(1).reduce<unknown>(memberOf, event)
  if (!Number.isSafeInteger(got)) return null
  const of = event.data?.currency ?? currency
  if (of === currency) return got as number
  return converted(document, got as number, String(of), currency, from)
}

const decimals: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 }

/** By long division, on a scale on which everything is a whole number. */
function converted(
  { rates, ...document }: AgreementDocument,
  amount: number,
  of: string,
  into: string,
  from: number,
): number | null {
  const table = rates?.tables.findLast((one) => one.from === undefined || midnight(document, one.from) <= from)
  const rateOf = (code: string) => (code === rates?.into ? '1' : table?.rates[code])
  const [a, b] = [rateOf(of), rateOf(into)]
  if (!table || a === undefined || b === undefined) return null
  const scale = 10 ** 6
  const dividend = BigInt(amount) * BigInt(Math.round(Number(a) * scale)) * 10n ** BigInt(decimals[into] ?? 2)
  const divisor = BigInt(Math.round(Number(b) * scale)) * 10n ** BigInt(decimals[of] ?? 2)
  const sign = dividend < 0n ? -1 : 1
  const absolute = dividend < 0n ? -dividend : dividend
  let whole = absolute / divisor
  const rest = absolute - whole * divisor
  const isHalf = rest * 2n === divisor
  if (rest * 2n > divisor || (isHalf && (rates?.rounding === 'halfAwayFromZero' || whole % 2n === 1n))) whole += 1n
  const result = sign * Number(whole)
  return Number.isSafeInteger(result) ? result : null
}

function isCredited(
  document: AgreementDocument,
  clause: AmountClause,
  life: Life,
  first: Firing,
  events: readonly LeadEvent[],
): boolean {
  const { credit } = clause
  if (!credit) return true
  const party = credit.party ?? clause.owedBy
  if (credit.by === 'declared') {
    const declared = events.map(({ data }) => declaredBy(document, data)).filter((one) => one !== null)
    const source = declared.findLast(({ sourcedBy }) => sourcedBy !== undefined)?.sourcedBy
    if (credit.as === 'sourced') return source === party
    const influence = declared.findLast(({ influencedBy }) => influencedBy !== undefined)?.influencedBy
    return source !== party && influence?.includes(party) === true
  }
  const touches = Object.entries(document.touches ?? {}).flatMap(([name, trigger], rank) =>
    firingsOf(document, life, trigger).map(({ place }) => ({ name, place, rank })),
  )
  const before = touches.filter(({ place }) => place <= first.place).sort((a, b) => a.place - b.place || a.rank - b.rank)
  if (credit.as === 'sourced') return before[0]?.name === party
  return before[0]?.name !== party && before.some(({ name }) => name === party)
}

interface Declared {
  readonly sourcedBy?: string
  readonly influencedBy?: readonly string[]
}

/** What an event declares; `null` where it names somebody whom nobody knows. */
function declaredBy(document: AgreementDocument, data: LeadEvent['data']): Declared | null {
  const partyOf = (name: unknown) => {
    const parties = Object.entries(document.parties)
    const own = parties.find(([party]) => party === name)
    const ofMember = parties.find(([, { members }]) => members && Object.keys(members).includes(name as string))
    const ofTeam = parties.find(([, { teams }]) => teams && Object.keys(teams).includes(name as string))
    return (own ?? ofMember ?? ofTeam)?.[0]
  }
  const { sourcedBy = null, influencedBy = null } = data ?? {}
  const source = sourcedBy === null ? null : partyOf(sourcedBy)
  const influences = influencedBy === null ? null : (Array.isArray(influencedBy) ? influencedBy : [influencedBy]).map(partyOf)
  if (source === undefined || influences?.includes(undefined)) return null
  return {
    ...(source === null ? {} : { sourcedBy: source }),
    ...(influences === null ? {} : { influencedBy: influences.map(String) }),
  }
}
