/**
 * An effect is what an app should do next: remind somebody, tell of a breach, climb the ladder. It follows from the
 * agreement, the events and an instant alone, so that running twice gives the same keys. [F2]
 */
export type EffectKind = 'reminder' | 'due' | 'breach' | 'escalation' | 'closed' | 'retraction'

export interface Effect {
  /** The same in every run; an effect that no longer holds is taken back by a retraction of its key. */
  readonly key: string
  readonly kind: EffectKind
  /** When it is to happen, RFC 3339 in UTC; of a retraction, the instant at which it became known. */
  readonly at: string
  readonly lead: string
  readonly clause: string
  /** The key of the effect that is taken back. */
  readonly retracts?: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** An effect with its instant as a number, before it is given out. */
export interface Drafted {
  readonly key: string
  readonly kind: EffectKind
  readonly at: number
  readonly lead: string
  readonly clause: string
  readonly data: Readonly<Record<string, unknown>>
}
