/** What is odd about a move that happened all the same: the lifecycle does not allow it, or the definition does not hold. */
import type { Agreement } from '../agreement/agreement.ts'
import type { IssuePath } from '../errors.ts'
import type { FoldedEvent } from '../events/event.ts'
import type { FindingCode } from '../finding.ts'
import type { Move } from './apply.ts'
import type { LeadRecord } from './lead-record.ts'

/** Returns the findings of a move that has just been applied. */
export function moveFindings(
  { lifecycle, members }: Agreement,
  record: LeadRecord,
  event: FoldedEvent,
  { left, entered }: Move,
): [FindingCode, IssuePath, string][] {
  const state = entered === null ? undefined : lifecycle?.states.get(entered)
  if (!state) return []
  const path: IssuePath = ['data', 'to']
  const found: [FindingCode, IssuePath, string][] = []
  if (left !== null && lifecycle?.states.get(left)?.to.has(state.name) === false) {
    found.push(['move-not-allowed', path, `the lifecycle allows no move from ${left} to ${state.name}`])
  }
  if (state.entry && !state.entry.test(record.facts)) {
    found.push(['entry-rule-not-met', path, `the lead entered ${state.name} without what its definition asks for`])
  }
  const party = event.actor ? members.get(event.actor.id)?.party : undefined
  if (party !== undefined && state.by && !state.by.has(party)) {
    found.push([
      'move-by-another-party',
      path,
      `a member of ${party} moved the lead to ${state.name}, which is for ${[...state.by].join(' or ')}`,
    ])
  }
  return found
}
