/**
 * Puts the states of many leads down as bytes, so that an app that keeps a million of them in memory can go on after a restart.
 * Nothing here knows what a state looks like: what a later version of the library puts into one is written like the rest.
 */
import { isRecord } from '../content.ts'
import { type LeadState, wrongState } from '../effects/lead-state.ts'
import { type IssuePath, issue, LeadSlaError } from '../errors.ts'
import { headSize, seal } from './part.ts'
import { isPlain, NoJson, ValueWriter } from './value-writer.ts'

/** A part has so many states, or so many bytes and one more state. */
const statesOfPart = 4096
const bytesOfPart = 8 * 1024 * 1024

/**
 * Returns the states of many leads as bytes, in the order in which they come.
 *
 * **Edges** whatever a state holds is written, whether this version of the library knows it or not; no states are a snapshot too.
 * **Errors** throws `invalid-state`, with the position of the state in the path, for what is no state or no plain JSON.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const bytes = snapshot(['L1', 'L2'].map((lead) => init(agreement, lead)))
 * const restored = restore(bytes)
 * restored.ok ? restored.value.get('L2')?.lead : restored.issues //=> 'L2'
 */
export function snapshot(states: Iterable<LeadState>): Uint8Array {
  const parts = [...snapshotParts(states)]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * Yields the same bytes part by part, each made when it is asked for, so that no buffer holds them all.
 *
 * **Edges** the states are taken from what gives them as the parts are asked for. **Errors** as `snapshot`.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const states = Array.from({ length: 10_000 }, (_, index) => init(agreement, `L-${index}`))
 * const parts = [...snapshotParts(states)]
 * const restored = restore(parts)
 * restored.ok ? [parts.length, restored.value.size] : restored.issues //=> [3, 10000]
 */
export function* snapshotParts(states: Iterable<LeadState>): Generator<Uint8Array, void, undefined> {
  let part = new PartWriter(0)
  let position = 0
  for (const state of states) {
    // A part is closed when another state comes, so that the last one is known to be the last.
    if (part.isFull) {
      yield part.end(false)
      part = new PartWriter(part.number + 1)
    }
    part.add(state, position++)
  }
  yield part.end(true)
}

class PartWriter {
  private readonly writer = new ValueWriter()
  private readonly lengths: number[] = []
  private readonly agreements = new Set<string>()

  constructor(readonly number: number) {
    this.writer.skip(headSize)
  }

  get isFull(): boolean {
    return this.lengths.length === statesOfPart * 2 || this.writer.at >= bytesOfPart
  }

  add(state: LeadState, position: number): void {
    const { writer } = this
    const { at, textLength } = writer
    try {
      this.agreements.add(agreementOf(state))
      writer.begin()
      writer.value(state)
    } catch (error) {
      throw refusal(error, state, position)
    }
    this.lengths.push(writer.at - at, writer.textLength - textLength)
  }

  end(isLast: boolean): Uint8Array {
    const { writer, lengths, number } = this
    let from = headSize
    const section = (): number => {
      const length = writer.at - from
      from = writer.at
      return length
    }
    const values = section()
    const isWide = writer.putTexts()
    const text = section()
    for (const length of lengths) writer.varint(length)
    const sections = { values, text, lengths: section() }
    const { words, shapes } = writer
    writer.putBytes(new TextEncoder().encode(JSON.stringify({ agreements: [...this.agreements], words, shapes })))
    const head = { number, isLast, states: lengths.length / 2, ...sections, vocabulary: section(), isWide }
    return seal(writer.bytes.slice(0, writer.at), head)
  }
}

/** Only what tells a state from something else: `step` and the others look into it when it is used, as into any state. */
function agreementOf(state: unknown): string {
  if (!isRecord(state)) throw wrongState('a state that init or step gave', state)
  const { v, lead, agreement } = state
  if (typeof v !== 'number') throw wrongState('the version of the state', v, ['v'])
  if (typeof lead !== 'string') throw wrongState('the id of the lead', lead, ['lead'])
  if (typeof agreement !== 'string') throw wrongState('the name of the agreement', agreement, ['agreement'])
  return agreement
}

function refusal(error: unknown, state: unknown, position: number): unknown {
  if (error instanceof LeadSlaError)
    return new LeadSlaError(error.issues.map((found) => ({ ...found, path: [position, ...found.path] })))
  // Only a value that contains itself is nested without end.
  if (!(error instanceof NoJson || error instanceof RangeError)) return error
  const path: IssuePath = [position, ...pathOfNoJson(state)]
  return new LeadSlaError([issue('invalid-state', path, { expected: 'a state that is plain JSON' })])
}

/** Returns where in a value the first thing stands that is no JSON, as far as it is not nested too deep to tell. */
function pathOfNoJson(value: unknown): IssuePath {
  try {
    return search(value) ?? []
  } catch {
    return []
  }
}

function search(value: unknown): IssuePath | null {
  if (typeof value === 'number') return Number.isFinite(value) ? null : []
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null
  if (typeof value !== 'object' || !(Array.isArray(value) || isPlain(value))) return []
  const members: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  for (const [key, member] of members) {
    const path = member === undefined && !Array.isArray(value) ? null : search(member)
    if (path) return [key, ...path]
  }
  return null
}
