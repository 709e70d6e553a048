/** What an event changes about the lead itself, before any clause is asked. */
import type { Agreement } from '../agreement/agreement.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { LeadRecord } from './lead-record.ts'
import type { TypePlan } from './plan.ts'

/** The state that an event left and the one it entered. A move to the state where the lead stands already is none. */
export interface Move {
  readonly left: string | null
  readonly entered: string | null
}

const still: Move = { left: null, entered: null }

/**
 * Folds the event into the lead's facts and state. A lead begins with its first event: in the state of the move when that
 * event is one, else in the initial state.
 */
export function applyToLead(agreement: Agreement, effect: TypePlan['effect'], record: LeadRecord, event: FoldedEvent): Move {
  const { facts } = record
  const isFirst = !record.hasBegun
  record.hasBegun = true
  facts.event = event.fact
  switch (effect) {
    case 'facts':
      // Spreading defines keys instead of setting them, so that `__proto__` in an event means nothing but itself.
      if (event.data !== null) facts.lead = isFirst ? event.data : { ...facts.lead, ...event.data }
      break
    case 'assign': {
      const owner = event.data?.owner
      facts.owner = typeof owner === 'string' ? owner : null
      const team = event.data?.team ?? (facts.owner === null ? null : agreement.members.get(facts.owner)?.team)
      facts.team = typeof team === 'string' ? team : null
      record.hand = { at: event.at, owner: facts.owner, team: facts.team }
      break
    }
    case 'merge':
      if (isOther(event.data?.into, record.lead)) record.isMerged = true
      break
    case 'move':
      return moveTo(record, event.data?.to as string)
  }
  return isFirst && agreement.lifecycle ? moveTo(record, agreement.lifecycle.initial) : still
}

/** A lead that was merged into nothing, or into itself, is there still. */
function isOther(into: unknown, lead: string): boolean {
  return typeof into === 'string' && into !== '' && into !== lead
}

function moveTo(record: LeadRecord, state: string): Move {
  const left = record.facts.state
  if (left === state) return still
  record.facts.state = state
  return { left, entered: state }
}
