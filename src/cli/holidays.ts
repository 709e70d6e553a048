/** `lead-sla holidays`: the agreement with the dates of its regions, so that everybody who evaluates it has the same ones. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { examples } from './command-options.ts'
import { readDocument, sentencesOf } from './document-file.ts'
import { Failure } from './failure.ts'
import type { Session } from './output.ts'

interface HolidaysOptions {
  /** Such as `2026-2030`. */
  readonly years?: readonly [first: number, last: number]
  readonly renew: boolean
}

/**
 * **Errors** throws a `Failure`: 1 for a region that is none, 2 for a file that cannot be read and where the package with
 * the data is not installed.
 */
async function holidaysCommand(path: string, { years, renew }: HolidaysOptions, { io, out }: Session): Promise<void> {
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

/** Adds the command to the program. */
export function addHolidays(program: Command, session: Session): void {
  program
    .command('holidays')
    .description('the agreement with the dates of the regions that it names, for good')
    .argument('<agreement>', 'the JSON document; - reads standard input')
    .addOption(new Option('--years <first-last>', 'for which years, such as 2026-2030').argParser(yearsOf))
    .option('--renew', 'look up again what has its dates already', false)
    .action((path, options) => holidaysCommand(path, options, session))
    .addHelpText('after', examples('lead-sla holidays agreement.json --years 2026-2030 > agreement-2030.json'))
}

function yearsOf(text: string): [number, number] {
  const match = /^(\d{4})-(\d{4})$/.exec(text)
  if (!match) throw new InvalidArgumentError('Write two years, such as 2026-2030.')
  return [Number(match[1]), Number(match[2])]
}
