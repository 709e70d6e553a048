/**
 * A ledger is what was decided and written down. It is only ever added to: what turns out wrong is reversed by an entry of its
 * own, so that everybody can see what was known when. Every entry has a key that follows from what it is about, so that a
 * store that takes each id once takes nothing twice, whoever settles and how often. [F2], [F4]
 */
import { canonicalText, isRecord } from '../content.ts'
import { type Issue, issue, LeadSlaError } from '../errors.ts'

/** What is to stand. */
export interface Wanted {
  readonly key: string
  /** What is decided at once with it. */
  readonly group: string
}

/** What was written down. */
export interface Recorded extends Wanted {
  /** The key; `key#2` for the second time that it is written; and of a reversal the id that it reverses with `/reversal`. */
  readonly id: string
  /** The instant that it is about, RFC 3339 in UTC. */
  readonly at: string
  /** The id of the entry that this one takes back; `null` for an entry. */
  readonly reverses: string | null
  /** The `asOf` of the evaluation by which it was written. */
  readonly settledAt: string
}

/** What is known now. */
export interface Facts<Want extends Wanted> {
  /** RFC 3339 in UTC. */
  readonly asOf: string
  readonly final: readonly Want[]
  /** The groups of which nothing is known for sure: what stands there, stays. */
  readonly undecided: ReadonlySet<string>
}

/** How entries are written, taken back, and told from what is wanted. */
export interface Book<Want extends Wanted, Record extends Recorded> {
  readonly isSame: (recorded: Record, wanted: Want) => boolean
  readonly write: (wanted: Want, id: string) => Record
  readonly reverse: (recorded: Record, id: string) => Record
}

/**
 * Returns what has to be added to a ledger so that it says what is known now: reversals first, in the order of the ledger,
 * then entries.
 *
 * **Edges** an entry that stands in the ledger twice counts once; what is about an instant after `asOf`, or about something
 * that is undecided, is left alone. Settling again adds nothing.
 * **Errors** throws `LeadSlaError` with `invalid-state` for entries that are none, or contradict each other.
 */
export function settleLedger<Want extends Wanted, Record extends Recorded>(
  ledger: readonly Record[],
  { asOf, final, undecided }: Facts<Want>,
  { isSame, write, reverse }: Book<Want, Record>,
): Record[] {
  const entries = readLedger(ledger)
  const reversed = new Set(entries.map(({ reverses }) => reverses))
  const times = new Map<string, number>()
  for (const { key, reverses } of entries) if (reverses === null) times.set(key, (times.get(key) ?? 0) + 1)
  const wanted = new Map(final.map((one) => [one.key, one]))
  const kept = new Set<string>()
  const reversals = entries.flatMap((entry): Record[] => {
    if (entry.reverses !== null || reversed.has(entry.id)) return []
    const want = wanted.get(entry.key)
    const isOpen = undecided.has(entry.group) || entry.at > asOf
    if (want ? isSame(entry, want) : isOpen) {
      kept.add(entry.key)
      return []
    }
    return [reverse(entry, `${entry.id}/reversal`)]
  })
  const added = [...wanted.values()].flatMap((want): Record[] => {
    if (kept.has(want.key)) return []
    const before = times.get(want.key) ?? 0
    return [write(want, before === 0 ? want.key : `${want.key}#${before + 1}`)]
  })
  return [...reversals, ...added]
}

/** Returns the entries of a ledger, each once. **Errors** throws every mistake at once. */
export function readLedger<Record extends Recorded>(ledger: readonly Record[]): Record[] {
  const issues: Issue[] = []
  const byId = new Map<string, Record>()
  for (const [index, entry] of [...ledger].entries()) {
    const texts = isRecord(entry) ? [entry.id, entry.key, entry.group, entry.at] : [undefined]
    const isEntry = texts.every((text) => typeof text === 'string')
    const known = isEntry ? byId.get(entry.id) : undefined
    if (!isEntry) issues.push(issue('invalid-state', ['ledger', index], { expected: 'an entry of a ledger', got: entry }))
    else if (known && canonicalText(known) !== canonicalText(entry)) {
      const expected = `the entry ${JSON.stringify(entry.id)} as it was written before`
      issues.push(issue('invalid-state', ['ledger', index], { expected, got: entry }))
    } else byId.set(entry.id, entry)
  }
  if (issues.length > 0) throw new LeadSlaError(issues)
  return [...byId.values()]
}
