/** Which facts the leads have in the end, and which of them say only that nobody knows. */

/** What people write where a form asks for something they do not know. */
const placeholders = new Set([
  'unknown',
  'n/a',
  'na',
  'none',
  'null',
  'undefined',
  '-',
  '?',
  'unbekannt',
  'keine angabe',
  'k. a.',
])

export interface FactSeen {
  /** Leads for which the fact says something. */
  known: number
  /** Leads for which it holds a placeholder, by what it says. */
  readonly placeholders: Map<string, number>
}

export class FactTally {
  leads = 0
  readonly facts = new Map<string, FactSeen>()

  add(facts: Readonly<Record<string, unknown>>): void {
    this.leads += 1
    for (const key of Object.keys(facts)) {
      const value = facts[key]
      if (value === undefined || value === null || value === '') continue
      let seen = this.facts.get(key)
      if (!seen) {
        seen = { known: 0, placeholders: new Map() }
        this.facts.set(key, seen)
      }
      const word = typeof value === 'string' && value.length < 20 ? value.trim().toLowerCase() : ''
      if (placeholders.has(word)) seen.placeholders.set(word, (seen.placeholders.get(word) ?? 0) + 1)
      else seen.known += 1
    }
  }
}
