/** One run of `watch`: lines come in, time passes, and effects go out as they become due. */
import { NdjsonReader, type NdjsonReading } from '../../adapters/ndjson.ts'
import type { Effect } from '../../effects/effect.ts'
import { plainText } from '../../plain-text.ts'
import { readInstant } from '../../time/instant.ts'
import type { Session } from '../output.ts'
import { sentenceAt } from '../place.ts'
import type { EffectLines, WatchCount } from './effect-lines.ts'
import type { Followed } from './followed-file.ts'
import type { HostTime } from './host-time.ts'
import type { Source } from './sources.ts'
import type { Refusal, WatchedLeads } from './watched-leads.ts'

export interface Setting {
  readonly name: string
  readonly source: Source
  readonly leads: WatchedLeads
  readonly lines: EffectLines
  readonly count: WatchCount
  readonly time: HostTime
  /** Event time drives it, and not the host's. */
  readonly isReplay: boolean
  /** Effects of before are not printed. **Units** epoch milliseconds. */
  readonly since: number
  readonly session: Session
  /** Keeps the state, as often as is good for it; `isLast` once at the end. */
  keep(place: { readonly offset: number; readonly line: number }, isLast: boolean): Promise<void>
}

export class Watching {
  readonly #setting: Setting
  #reader = new NdjsonReader()
  /** The bytes and lines before the reader: those of an earlier run. */
  #line: number
  #offset: number
  /** While there is more to read, time waits: what stands there may have prevented what would become due. */
  #isCaughtUp: boolean
  /** Behind the last end of a line. */
  #whole: { offset: number; line: number }

  constructor(setting: Setting, from: { readonly offset: number; readonly line: number }) {
    this.#setting = setting
    this.#line = from.line
    this.#offset = from.offset
    this.#whole = { ...from }
    this.#isCaughtUp = !setting.source.isFollowed
  }

  /** Goes on until the source ends, or it is called off. */
  async run(signal: AbortSignal): Promise<void> {
    const { source, isReplay, keep } = this.#setting
    let coming: Promise<Followed> | undefined
    try {
      for (;;) {
        coming ??= source.next(signal)
        const found = isReplay ? await coming : await this.#orWake(coming, signal)
        if (found === 'wake') {
          await this.#passTo(this.#setting.time.now())
          continue
        }
        coming = undefined
        if (found.kind === 'end') break
        await this.#take(found)
        await keep(this.#whole, false)
      }
      if (!signal.aborted) await this.#readings(this.#reader.end())
      if (!isReplay && this.#isCaughtUp) await this.#passTo(this.#setting.time.now())
      await keep(this.#whole, true)
    } finally {
      await source.close()
    }
  }

  /** Waits for what comes first: something to read, or the time at which an effect is due. */
  async #orWake(coming: Promise<Followed>, signal: AbortSignal): Promise<Followed | 'wake'> {
    const { leads, time } = this.#setting
    const { nextWake } = leads
    if (nextWake === null || !this.#isCaughtUp) return coming
    const calledOff = new AbortController()
    const end = () => calledOff.abort()
    signal.addEventListener('abort', end, { once: true })
    try {
      const waited = async (): Promise<Followed | 'wake'> => {
        await time.sleep(nextWake - time.now(), calledOff.signal)
        return signal.aborted ? coming : 'wake'
      }
      return await Promise.race([coming, waited()])
    } finally {
      signal.removeEventListener('abort', end)
      end()
    }
  }

  async #take(found: Exclude<Followed, { kind: 'end' }>): Promise<void> {
    const { name, time, isReplay, session, source } = this.#setting
    this.#isCaughtUp = found.kind === 'caughtUp' || !source.isFollowed
    if (found.kind === 'again') {
      this.#reader = new NdjsonReader()
      this.#line = this.#offset = 0
      this.#whole = { offset: 0, line: 0 }
      const what = found.why === 'cut' ? 'it has been cut' : 'another file has taken its name'
      await session.err.write(`${plainText(name)}: ${what}, and is read from its beginning\n`)
      return
    }
    if (found.kind === 'bytes') {
      const { bytes } = found
      await this.#readings(this.#reader.push(bytes))
      const last = bytes.lastIndexOf(10)
      if (last >= 0) this.#whole = { offset: this.#offset + last + 1, line: this.#whole.line + linesIn(bytes) }
      this.#offset += bytes.length
    }
    if (!isReplay && this.#isCaughtUp) await this.#passTo(time.now())
  }

  async #readings(readings: readonly NdjsonReading[]): Promise<void> {
    const { leads, count, time, isReplay } = this.#setting
    for (const reading of readings) {
      const line = this.#line + reading.line
      if ('issue' in reading) await this.#refuse({ line, ...reading.issue }, 'unread')
      else {
        const { effects, refusals } = leads.take({ event: reading.value, line }, isReplay ? Number.POSITIVE_INFINITY : time.now())
        count.events += refusals.length === 0 ? 1 : 0
        await this.#tell(effects)
        // Of two that contradict each other both are turned away, for one reason.
        const reasons = new Map(refusals.map((refusal) => [refusal.message, refusal]))
        for (const refusal of reasons.values()) await this.#refuse(refusal, 'refused')
      }
    }
  }

  async #passTo(now: number): Promise<void> {
    await this.#tell(this.#setting.leads.passTo(now))
  }

  async #tell(effects: readonly Effect[]): Promise<void> {
    const { since, count, lines, session } = this.#setting
    let text = ''
    for (const effect of effects) {
      if (readInstant(effect.at) < since) count.untold++
      else {
        count.add(effect)
        text += lines.line(effect)
      }
    }
    await session.out.write(text)
  }

  async #refuse(refusal: Refusal, label: string): Promise<void> {
    const { name, count, session } = this.#setting
    count.unread++
    await session.err.write(`${plainText(sentenceAt({ file: name, line: refusal.line }, refusal, label))}\n`)
  }
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}
