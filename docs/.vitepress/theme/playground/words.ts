/** What the playground says: a typed table for each language, so that a sentence that is missing does not compile. */
import type { EffectKind, Status } from '../../../../src/index.ts'
import type { LinkCode } from './fragment.ts'

export interface Words {
  /** For `Intl`. */
  readonly locale: string
  readonly playground: string
  readonly example: string
  readonly exampleFailed: string
  readonly ownText: string
  readonly language: string
  readonly share: string
  readonly shared: string
  readonly shareFailed: string
  readonly tooLongToShare: string
  readonly agreement: string
  readonly events: string
  readonly texts: string
  readonly results: string
  readonly agreementEditor: string
  readonly eventEditor: string
  readonly ownEvents: string
  readonly make: string
  readonly makeHint: string
  readonly leads: string
  readonly weeks: string
  readonly seed: string
  readonly eventHint: string
  readonly tooLongPaste: (most: string) => string
  readonly asOf: string
  readonly asOfHint: string
  readonly badInstant: string
  readonly earlier: string
  readonly later: string
  readonly nextEvent: string
  readonly nextDue: string
  readonly nothingDue: string
  readonly dueFor: (what: string, lead: string) => string
  readonly effects: Readonly<Record<EffectKind, string>>
  readonly clocks: string
  readonly lead: string
  readonly report: string
  readonly leadColumn: string
  readonly clause: string
  readonly owner: string
  readonly status: string
  readonly due: string
  readonly used: string
  readonly find: string
  readonly everyClause: string
  readonly everyStatus: string
  readonly nobody: string
  readonly noClocks: string
  readonly noMatch: string
  readonly shownOf: (shown: string, all: string) => string
  readonly statuses: Readonly<Record<Status, string>>
  readonly summary: (counts: { readonly all: string; readonly open: string; readonly breached: string }) => string
  readonly speed: (events: string, ms: string) => string
  readonly measuring: string
  readonly pickLead: string
  readonly back: string
  readonly noTimeline: string
  readonly why: string
  readonly reportTitle: string
  readonly noReport: string
  readonly preparing: string
  readonly mistakes: (count: number, more: number) => string
  readonly line: (line: number) => string
  readonly stale: string
  readonly goneKey: string
  readonly links: Readonly<Record<LinkCode, string>>
  readonly required: string
}
