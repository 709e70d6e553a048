/** What conditions read. One object per lead, changed in place from event to event. [E5] */
export interface Facts {
  /** Replaced, never changed: it may be the `data` of an event that somebody else holds. */
  lead: Readonly<Record<string, unknown>>
  event: object
  state: string | null
  owner: string | null
  team: string | null
  readonly [fact: string]: unknown
}
