/** A finding before it is said in a language: what is known of it, and how the words are asked for. */
import type { IssuePath } from '../errors.ts'
import { printRead } from '../time/instant.ts'
import type { ReadinessCode, ReadinessFacts } from './facts.ts'
import type { ReadinessWords, Said } from './readiness-words.ts'

/**
 * How much a finding weighs. With an `error` the agreement cannot work as it is written, or what happened cannot be judged by it; a
 * `warning` is hardly meant and leads to quarrels; an `info` is worth knowing and may be as it should be.
 */
export type Severity = 'error' | 'warning' | 'info'
export const severities: readonly Severity[] = ['error', 'warning', 'info']

/** Where to look: an event, a clock's lead, or an instant. */
export interface Example {
  readonly lead: string | null
  /** The id of an event. */
  readonly event: string | null
  /** RFC 3339 in UTC. */
  readonly at: string | null
}

/** Of how many cases how many are as the finding says. */
export interface Cases {
  readonly hits: number
  readonly sample: number
  /** The first of them, by time. */
  readonly examples: readonly Example[]
}

export interface Draft {
  readonly code: ReadinessCode
  readonly severity: Severity
  readonly path: IssuePath
  readonly facts: ReadinessFacts[ReadinessCode]
  /** `null` for a finding that follows from the document alone. */
  readonly cases: Cases | null
  say(words: ReadinessWords): Said
}

export interface Placing {
  readonly severity: Severity
  readonly path: IssuePath
  readonly cases?: Cases
}

/** Returns a draft. Its words are found here, where the code and its facts are known to belong together. */
export function draft<Code extends ReadinessCode>(
  code: Code,
  facts: ReadinessFacts[Code],
  { severity, path, cases }: Placing,
): Draft {
  return {
    code,
    severity,
    path,
    facts,
    cases: cases ?? null,
    say: (words) => {
      const { message, remedy } = words[code]
      return { message: message(facts, cases ?? { hits: 0, sample: 0 }), remedy }
    },
  }
}

const mostExamples = 5

/** Counts cases and keeps the first few by time, whatever the order in which they come. */
export class CaseCount {
  hits = 0
  private readonly first: { readonly lead: string; readonly event: string | null; readonly at: number }[] = []

  add(lead: string, event: string | null, at: number): void {
    this.hits += 1
    const { first } = this
    const last = first[mostExamples - 1]
    if (last && !isBefore({ lead, event, at }, last)) return
    first.push({ lead, event, at })
    first.sort((a, b) => (isBefore(a, b) ? -1 : 1))
    if (first.length > mostExamples) first.pop()
  }

  of(sample: number): Cases {
    const examples = this.first.map(({ lead, event, at }) => ({
      lead: lead === '' ? null : lead,
      event,
      at: Number.isFinite(at) ? printRead(at) : null,
    }))
    return { hits: this.hits, sample, examples }
  }
}

type Place = { readonly lead: string; readonly event: string | null; readonly at: number }

function isBefore(a: Place, b: Place): boolean {
  if (a.at !== b.at) return a.at < b.at
  if (a.lead !== b.lead) return a.lead < b.lead
  return (a.event ?? '') < (b.event ?? '')
}

/** Returns the count under a key, a new one where there is none yet. */
export function countOf<Key>(counts: Map<Key, CaseCount>, key: Key): CaseCount {
  const known = counts.get(key)
  if (known) return known
  const made = new CaseCount()
  counts.set(key, made)
  return made
}
