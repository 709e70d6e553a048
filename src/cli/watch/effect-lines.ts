/** What is printed of an effect, and at the end of all of them. */
import type { Agreement } from '../../agreement/agreement.ts'
import { type Zone, zoneOf } from '../../clock/zone.ts'
import type { Effect, EffectKind } from '../../effects/effect.ts'
import { wallTime } from '../../explanation/wall-time.ts'
import { plainText } from '../../plain-text.ts'
import { readInstant } from '../../time/instant.ts'
import { counted } from '../figures.ts'
import { json } from '../machine.ts'
import { Names } from '../names.ts'
import type { Paint, Tone } from '../paint.ts'

export type EffectFormat = 'text' | 'ndjson'

const tones: Partial<Record<EffectKind, Tone>> = { breach: 'bad', escalation: 'bad', closed: 'quiet', retraction: 'strong' }

/** Prints effects as lines. */
export class EffectLines {
  readonly #zone: Zone
  readonly #names: Names
  readonly #format: EffectFormat
  readonly #paint: Paint

  constructor(agreement: Agreement, format: EffectFormat, paint: Paint) {
    this.#zone = zoneOf(agreement.document.timeZone)
    this.#names = new Names(agreement)
    this.#format = format
    this.#paint = paint
  }

  line(effect: Effect): string {
    if (this.#format === 'ndjson') return `${json(effect)}\n`
    const { kind, at, lead, clause, retracts } = effect
    const parts = [wallTime(this.#zone, readInstant(at)), kind.padEnd(10), clause, lead, ...this.#details(effect)]
    const text = retracts === undefined ? parts.join('  ') : [...parts, retracts].join('  ')
    return `${this.#paint(tones[kind], plainText(text))}\n`
  }

  #details({ kind, data = {} }: Effect): string[] {
    const { owner, step, action, to, status } = data
    const person = typeof owner === 'string' ? [this.#names.person(owner)] : []
    if (kind === 'reminder') return [...person, `${step} to ${to}`]
    if (kind === 'escalation') return [...person, `${step}: ${action}${to === undefined ? '' : ` ${to}`}`]
    return kind === 'closed' ? [...person, String(status)] : person
  }
}

/** Counts what went by, for the words at the end. */
export class WatchCount {
  readonly #effects = new Map<EffectKind, number>()
  events = 0
  unread = 0
  untold = 0

  add({ kind }: Effect): void {
    this.#effects.set(kind, (this.#effects.get(kind) ?? 0) + 1)
  }

  summary(leads: number): string {
    const kinds = [...this.#effects].map(([kind, number]) => `${number} ${kind}`)
    return [
      `watched ${counted(this.events, 'event')} of ${counted(leads, 'lead')}: ${kinds.length === 0 ? 'no effect' : kinds.join(', ')}`,
      ...(this.untold === 0 ? [] : [`${counted(this.untold, 'effect')} from before it began; --since INSTANT prints them`]),
      ...(this.unread === 0 ? [] : [`${counted(this.unread, 'line')} could not be counted`]),
    ]
      .map((line) => `${line}\n`)
      .join('')
  }
}
