/** A clause by itself: what becomes of its clocks depends on no other clause but those that it waits for. */
import { type Agreement, parseAgreement } from '../../agreement/agreement.ts'

const alone = new WeakMap<Agreement, Map<string, Agreement>>()

/**
 * Returns the agreement with the one clause and those before it, so that an example costs the same in a large agreement as in
 * a small one. Whatever is found with it is held against the whole agreement afterwards.
 */
export function aloneWith(agreement: Agreement, id: string): Agreement {
  const known = alone.get(agreement) ?? new Map<string, Agreement>()
  alone.set(agreement, known)
  const found = known.get(id) ?? cutDown(agreement, id)
  known.set(id, found)
  return found
}

function cutDown(agreement: Agreement, id: string): Agreement {
  const { document } = agreement
  const needed = new Set<string>()
  for (let name: string | null = id; name !== null && !needed.has(name); name = agreement.clauses.get(name)?.after ?? null) {
    needed.add(name)
  }
  const clauses = Object.fromEntries(Object.entries(document.clauses).filter(([name]) => needed.has(name)))
  // What excuses or judges speaks of other clauses, and changes no deadline.
  const { exceptions: _exceptions, enforcement: _enforcement, incentives: _incentives, ...rest } = document
  const parsed = parseAgreement({ ...rest, clauses })
  return parsed.ok ? parsed.value : agreement
}
