/** What the library throws, for tests that expect it to. */

import { expect } from 'vitest'
import { LeadSlaError } from '../../../src/clock.ts'

/** Returns the error that the call throws; fails when it throws none or another kind. */
export function refusal(call: () => unknown): LeadSlaError {
  try {
    call()
  } catch (error) {
    expect(error).toBeInstanceOf(LeadSlaError)
    if (error instanceof LeadSlaError) return error
  }
  throw new Error('nothing was refused')
}
