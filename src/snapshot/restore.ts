/** Reads what `snapshot` wrote: all of it is checked at once, and each state is made when it is asked for. */
import { type AnyAgreement, versionsOf } from '../agreement/versions.ts'
import { nameInState } from '../effects/lead-state.ts'
import { type Issue, issue, type Parsed } from '../errors.ts'
import { cutOff, damaged, type Head, headSize, notASnapshot, type Part, readHead, readPart, sizeOf } from './part.ts'
import { Restored, type RestoredStates } from './restored-states.ts'

export interface RestoreOptions {
  /** The agreement that the states must be of, in these versions or in some of the first of them. */
  readonly agreement?: AnyAgreement
}

/**
 * Returns the states of a snapshot: of its bytes in one piece, or in pieces that are cut anywhere.
 *
 * **Edges** the bytes are looked at again whenever a state is read, so they must not change. A snapshot that was forged so that
 * its checksum fits shows when a state is read, which then throws `damaged-snapshot`.
 * **Errors** `not-a-snapshot`; `newer-snapshot` for a format of a later version of the library; `cut-off-snapshot`; `damaged-snapshot`
 * for any other change of any byte, and for parts that are missing or out of order; `other-agreement`. Throws for a bad agreement.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const bytes = snapshot([init(agreement, 'L1')])
 * const restored = restore([bytes.subarray(0, 60), bytes.subarray(60)], { agreement })
 * restored.ok ? [...restored.value].map(({ lead }) => lead) : restored.issues //=> ['L1']
 * const cut = restore(bytes.subarray(0, 60))
 * cut.ok ? [] : cut.issues.map(({ code }) => code) //=> ['cut-off-snapshot']
 */
export function restore(bytes: Uint8Array | Iterable<Uint8Array>, { agreement }: RestoreOptions = {}): Parsed<RestoredStates> {
  const name = agreement === undefined ? null : nameInState(versionsOf(agreement))
  const parts = partsOf(bytes)
  if (!Array.isArray(parts)) return { ok: false, issues: [parts] }
  const found = name === null ? null : foreign(parts, name)
  return found ? { ok: false, issues: [found] } : { ok: true, value: new Restored(parts) }
}

/** A state goes on under an agreement that has got more versions, so the beginning of its name will do. */
function foreign(parts: readonly Part[], name: string): Issue | null {
  for (const { vocabulary } of parts) {
    const other = vocabulary.agreements.find((one) => name !== one && !name.startsWith(`${one}.`))
    if (other !== undefined) return issue('other-agreement', [], { expected: `states of the agreement ${name}`, got: other })
  }
  return null
}

function partsOf(given: Uint8Array | Iterable<Uint8Array>): Part[] | Issue {
  const gathering = new Gathering()
  const chunks = given instanceof Uint8Array ? [given] : given
  if (!isIterable(chunks)) return notASnapshot(given)
  for (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) return notASnapshot(chunk)
    const found = gathering.push(chunk)
    if (found) return found
  }
  return gathering.end()
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

/** Puts parts together from chunks. What a head says of their size is waited for, and no room is made for it before. */
class Gathering {
  private readonly parts: Part[] = []
  private chunks: Uint8Array[] = []
  private bytes = 0
  private head: Head | null = null
  private isEnded = false

  push(chunk: Uint8Array): Issue | null {
    if (chunk.length === 0) return null
    this.chunks.push(chunk)
    this.bytes += chunk.length
    for (;;) {
      if (this.isEnded) return this.bytes > 0 ? damaged('nothing behind the last part') : null
      if (this.bytes < (this.head ? sizeOf(this.head) : headSize)) return null
      const found = this.head ? this.takePart(this.head) : this.takeHead()
      if (found) return found
    }
  }

  end(): Part[] | Issue {
    if (this.isEnded) return this.parts
    const begun = readHead(this.joined(), this.parts.length)
    return 'code' in begun ? begun : cutOff()
  }

  private takeHead(): Issue | null {
    const head = readHead(this.joined(), this.parts.length)
    if ('code' in head) return head
    this.head = head
    return null
  }

  private takePart(head: Head): Issue | null {
    const all = this.joined()
    const size = sizeOf(head)
    const part = readPart(all.subarray(0, size), head)
    if ('code' in part) return part
    this.parts.push(part)
    this.head = null
    this.isEnded = head.isLast
    const rest = all.subarray(size)
    this.chunks = rest.length === 0 ? [] : [rest]
    this.bytes = rest.length
    return null
  }

  /** A part that came in one chunk stays where it is. */
  private joined(): Uint8Array {
    const [only] = this.chunks
    if (only && this.chunks.length === 1) return only
    const whole = new Uint8Array(this.bytes)
    let at = 0
    for (const chunk of this.chunks) {
      whole.set(chunk, at)
      at += chunk.length
    }
    this.chunks = [whole]
    return whole
  }
}
