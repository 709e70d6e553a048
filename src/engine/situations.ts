/** What a promise may have come to, by name: conditions for the rules of an app, and rules that say so themselves. */
import type { ConditionDocument } from '../conditions/condition.ts'

/** The names have a colon, which no name of an agreement's condition needs. */
export const situationNames = [
  'sla:dueSoon',
  'sla:atRisk',
  'sla:breached',
  'sla:paused',
  'sla:met',
  'sla:metLate',
  'sla:waived',
] as const

export type Situation = (typeof situationNames)[number]

/** From when on a promise is at risk, and from when on it is due soon. */
export interface Thresholds {
  /** A share of the target. */
  readonly atRisk: number
  /** **Units** business milliseconds before due. */
  readonly dueSoonMs: number
}

/** Returns the condition of each situation. A promise that is late is no longer at risk, and one that is closed not due. */
export function situationsOf({ atRisk, dueSoonMs }: Thresholds): Readonly<Record<Situation, ConditionDocument>> {
  const is = (status: string): ConditionDocument => ({
    // An app may have a fact `status` of its own in a run that is about no promise.
    all: [
      { fact: 'clause', operator: 'notEqual', value: null },
      { fact: 'status', operator: 'equal', value: status },
    ],
  })
  return {
    'sla:dueSoon': { all: [is('open'), { fact: 'remainingMs', operator: 'lessThanInclusive', value: dueSoonMs }] },
    'sla:atRisk': { all: [is('open'), { fact: 'usedShare', operator: 'greaterThanInclusive', value: atRisk }] },
    'sla:breached': is('openBreached'),
    'sla:paused': is('paused'),
    'sla:met': is('met'),
    'sla:metLate': is('metLate'),
    'sla:waived': is('waived'),
  }
}
