/** Says the parts of sentences in one language and one zone: instants, amounts, events and names, none of them too long. */
import type { Zone } from '../clock/zone.ts'
import { readInstant } from '../time/instant.ts'
import type { RuleName } from './explanation.ts'
import type { ExplanationWords } from './explanation-words.ts'
import type { ToldEvent } from './turn.ts'
import { amountOfTime, dateInWords, listInWords, shortDateInWords, wallTime } from './wall-time.ts'

/** Names come from events, and an event may hold a million characters. */
const mostCharacters = 120

interface Owner {
  readonly owner: string | null
  readonly team: string | null
}

export class Teller {
  constructor(
    readonly words: ExplanationWords,
    private readonly zone: Zone,
  ) {}

  /** **Units** epoch milliseconds. */
  instant(at: number): string {
    return wallTime(this.zone, at, this.words)
  }

  instantOrNone(at: number): string | null {
    return at === at ? this.instant(at) : null
  }

  /** Returns an instant that was printed in UTC. */
  printed(at: string): string {
    return this.instant(readInstant(at))
  }

  amount(ms: number): string {
    return amountOfTime(ms, this.words)
  }

  date(date: string): string {
    return dateInWords(date, this.words)
  }

  shortDate(date: string): string {
    return shortDateInWords(date, this.words)
  }

  list(texts: readonly string[]): string {
    return listInWords(texts, this.words)
  }

  event({ id, type, actor, reason }: ToldEvent): string {
    return this.words.event(this.name(id), this.name(type), this.nameOrNone(actor), this.nameOrNone(reason))
  }

  eventOrNothing(event: ToldEvent | null): string {
    return event ? this.event(event) : ''
  }

  owner({ owner, team }: Owner): string {
    return this.words.owner(this.nameOrNone(owner), this.nameOrNone(team))
  }

  ownerOrNone(owner: Owner): string | null {
    return owner.owner === null && owner.team === null ? null : this.owner(owner)
  }

  /** Returns a text with the rules that it stands on. */
  ruled(text: string, ...rules: readonly RuleName[]): string {
    return `${text} [${rules.join(', ')}]`
  }

  /** Returns a text from outside as one line of bounded length. */
  name(text: string): string {
    const line = text.slice(0, 2 * mostCharacters).replace(/\s+/g, ' ')
    if (line.length <= mostCharacters && text.length <= 2 * mostCharacters) return line
    // Half of a character that takes two is none.
    return `${line.slice(0, mostCharacters - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
  }

  private nameOrNone(text: string | null): string | null {
    return text === null ? null : this.name(text)
  }
}
