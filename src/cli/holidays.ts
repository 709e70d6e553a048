/** `lead-sla holidays`: the agreement with the dates of its regions, so that everybody who evaluates it has the same ones. */
import { readDocument, sentencesOf } from './document-file.ts'
import { Failure } from './failure.ts'
import type { Session } from './output.ts'

export interface HolidaysOptions {
  /** Such as `2026-2030`. */
  readonly years?: readonly [first: number, last: number]
  readonly renew: boolean
}

/**
 * **Errors** throws a `Failure`: 1 for a region that is none, 2 for a file that cannot be read and where the package with
 * the data is not installed.
 */
export async function holidaysCommand(path: string, { years, renew }: HolidaysOptions, { io, out }: Session): Promise<void> {
  const file = await readDocument(path, io)
  const parseWithHolidays = await holidaySource()
  const parsed = parseWithHolidays(file.document, { renew, ...(years ? { years } : {}) })
  if (!parsed.ok) throw new Failure(1, ...sentencesOf(file, parsed.issues))
  await out.write(`${JSON.stringify(parsed.value, null, 2)}\n`)
}

/** The data is large and few need it, so it is a package of its own, loaded only here. */
async function holidaySource() {
  try {
    return (await import('../adapters/holiday-lists.ts')).parseWithHolidays
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Failure(2, 'the holidays of regions come from the package date-holidays; install it beside lead-sla')
  }
}
