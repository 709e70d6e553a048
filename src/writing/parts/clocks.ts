/** The clocks of an agreement's calendars, by name. */
import type { Agreement } from '../../agreement/agreement.ts'
import { readClocks } from '../../agreement/read-calendars.ts'
import { Scope } from '../../agreement/scope.ts'
import type { BusinessClock } from '../../clock/business-clock.ts'

const read = new WeakMap<Agreement, ReadonlyMap<string, BusinessClock>>()

/** Returns the clock of each calendar that the document names, and of `always`; those of one agreement are made once. */
export function clocksOf(agreement: Agreement): ReadonlyMap<string, BusinessClock> {
  const clocks = read.get(agreement) ?? clocksIn(agreement)
  read.set(agreement, clocks)
  return clocks
}

function clocksIn({ document }: Agreement): ReadonlyMap<string, BusinessClock> {
  const scope = new Scope({ calendars: null, states: null, parties: null, clauses: null, conditions: {} })
  return readClocks(new Map(Object.entries(document.calendars ?? {})), scope, document.timeZone)
}
