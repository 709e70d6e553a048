/** The ledger of what was paid out: frozen as soon as it is written, and corrected by reversals. [F4] */
import { type Recorded, readLedger, settleLedger } from '../conduct/ledger.ts'
import { compare, type EntryKind, type IncentiveEntry } from './entry.ts'
import type { Standings } from './standings.ts'

export interface LedgerEntry extends Recorded, Omit<IncentiveEntry, 'standing'> {
  /** Of a reversal less than nothing. */
  readonly points: number
  readonly amountMinor: number
}

/**
 * Returns what has to be added to the ledger so that it says what has been earned: entries for what is final and new, and
 * reversals for what is no longer true. To pay out is to settle, append what comes back, and pay its `balances`.
 *
 * **Edges** settling again adds nothing; the ids follow from the facts and the ledger alone, so that two workers who settle at
 * once write the same ids. What is undecided again after a late event stays until it is decided.
 * **Errors** throws `LeadSlaError` with `invalid-state` for entries that are none, or contradict each other.
 *
 * @example
 * const entry = (name: string, points: number): IncentiveEntry => ({
 *   key: `level/replies/2026-04/${name}`, group: `level/replies/2026-04/${name}`, kind: 'level', rule: 'replies', for: 'owner', name,
 *   period: '2026-04', at: '2026-04-30T23:59:59.999Z', standing: 'final', points, amountMinor: 0, currency: null, because: '',
 * })
 * const then = { asOf: '2026-05-01T00:00:00.000Z', entries: [entry('anna', 15)], undecided: [], outcomes: [] }
 * const now = { ...then, asOf: '2026-05-04T00:00:00.000Z', entries: [entry('anna', 10)] }
 * const paid = settle([], then)
 * const more = settle(paid, now)
 * more.map(({ id, points }) => [id, points])
 * //=> [['level/replies/2026-04/anna/reversal', -15], ['level/replies/2026-04/anna#2', 10]]
 * settle([...paid, ...more], now) //=> []
 */
export function settle(ledger: readonly LedgerEntry[], { asOf, entries, undecided }: Standings): LedgerEntry[] {
  const final = entries.filter(({ standing }) => standing === 'final')
  const facts = { asOf, final, undecided: new Set(undecided.map(({ group }) => group)) }
  return settleLedger(ledger, facts, {
    isSame: (recorded, wanted) =>
      recorded.points === wanted.points &&
      recorded.amountMinor === wanted.amountMinor &&
      recorded.currency === wanted.currency &&
      recorded.name === wanted.name,
    write: ({ standing: _, ...wanted }, id): LedgerEntry => ({ id, ...wanted, reverses: null, settledAt: asOf }),
    reverse: (recorded, id): LedgerEntry => ({
      ...recorded,
      id,
      points: 0 - recorded.points,
      amountMinor: 0 - recorded.amountMinor,
      reverses: recorded.id,
      settledAt: asOf,
      because: `no longer so: ${recorded.because}`,
    }),
  })
}

/** What somebody has in a ledger, or in a part of one. */
export interface Balance {
  readonly for: IncentiveEntry['for']
  readonly name: string
  readonly points: number
  /** By currency; minor units. */
  readonly money: readonly { readonly currency: string; readonly amountMinor: number }[]
  /** How many awards were won. */
  readonly wins: number
  /** The badges that are worn, each once. */
  readonly badges: readonly string[]
}

/**
 * Returns what everybody has in a ledger, by kind and name: of the whole ledger what was ever earned, of what one `settle`
 * added what is to be paid now. A sum of money may be less than nothing, where more was paid than was earned.
 *
 * @example
 * balances([]) //=> []
 */
export function balances(ledger: readonly LedgerEntry[]): Balance[] {
  const found = new Map<string, LedgerEntry[]>()
  for (const entry of readLedger(ledger)) {
    const key = `${entry.for}/${entry.name}`
    const own = found.get(key)
    if (own) own.push(entry)
    else found.set(key, [entry])
  }
  return [...found]
    .sort(([a], [b]) => compare(a, b))
    .flatMap(([, entries]): Balance[] => {
      const [first] = entries
      if (!first) return []
      const currencies = [...new Set(entries.flatMap(({ currency }) => currency ?? []))].sort()
      return [
        {
          for: first.for,
          name: first.name,
          points: total(entries, ({ points }) => points),
          money: currencies.map((currency) => ({
            currency,
            amountMinor: total(entries, (entry) => (entry.currency === currency ? entry.amountMinor : 0)),
          })),
          wins: netOf(entries, 'award').length,
          badges: [...new Set(netOf(entries, 'badge').map(({ rule }) => rule))].sort(),
        },
      ]
    })
}

function total(entries: readonly LedgerEntry[], of: (entry: LedgerEntry) => number): number {
  return entries.reduce((sum, entry) => sum + of(entry), 0)
}

/** The entries of a kind that were not taken back. */
function netOf(entries: readonly LedgerEntry[], kind: EntryKind): LedgerEntry[] {
  const reversed = new Set(entries.map(({ reverses }) => reverses))
  return entries.filter((entry) => entry.kind === kind && entry.reverses === null && !reversed.has(entry.id))
}
