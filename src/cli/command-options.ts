/** The options that several commands have, and how their help is written. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { nearest } from '../errors.ts'
import { inputFormats } from './event-file.ts'

/** What `evaluate`, `explain` and their kin read. */
export function addInputs(command: Command): Command {
  return command
    .argument('<agreement>', 'the JSON document')
    .argument('<events...>', 'NDJSON, JSON or CSV files, also gzipped; - reads standard input')
    .option('--as-of <instant>', 'events after it are ignored, what is open is judged at it; always needed')
    .option('--known-at <instant>', 'ignore what was recorded after it')
    .addOption(listOption('--mapping <file>', 'how rows become events: one for all files, or one for each (none for no mapping)'))
    .addOption(new Option('--input-format <format>', 'the format of the events, whatever their names').choices(inputFormats))
    .option('--no-progress', 'show no progress bar')
}

/** What the options that may be repeated are when they are left out. */
export const noLists = { mapping: [], clause: [], status: [], owner: [] }

/** Returns an option that may be repeated. */
export function listOption(flags: string, description: string, read: (text: string) => string = (text) => text): Option {
  return new Option(flags, description).argParser((text, before: readonly string[] = []) => [...before, read(text)])
}

/** Returns the examples that stand below the help of a command. */
export function examples(...commands: readonly string[]): string {
  return `\nExamples:\n${commands.map((command) => `  ${command}`).join('\n')}`
}

/** Returns ` Did you mean json?` where one of the names is meant beyond doubt: it begins so, or differs by a slip or two. */
export function didYouMean(text: string, names: Iterable<string>): string {
  const all = [...names]
  const wanted = text.toLowerCase()
  const begun = wanted.length > 1 ? all.filter((name) => name.toLowerCase().startsWith(wanted)) : []
  const [first] = begun.length === 1 ? begun : nearest(text, all).filter((name) => isSlip(wanted, name.toLowerCase()))
  return first === undefined ? '' : ` Did you mean ${first}?`
}

/** A slip in short words, two in longer ones. */
function isSlip(text: string, name: string): boolean {
  const most = Math.max(1, Math.floor(Math.min(text.length, name.length) / 3))
  return Math.abs(text.length - name.length) <= Math.min(2, most) && slips(text, name) <= Math.min(2, most)
}

/** How many letters are to be changed, put in, left out or swapped with their neighbour. */
function slips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)]
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const change = (rows[row - 1]?.[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const swap = isSwap ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : change
      current.push(Math.min(change, swap, (rows[row - 1]?.[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    rows.push(current)
  }
  return rows[a.length]?.[b.length] ?? 0
}

/** Lets every option that takes one of a few words, of a command and those below it, say which one may have been meant. */
export function suggestChoices(command: Command): void {
  for (const option of command.options) {
    const { argChoices: names, parseArg: parse } = option
    if (!names) continue
    option.argParser((text, before) => {
      if (!names.includes(text))
        throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.${didYouMean(text, names)}`)
      return parse ? parse(text, before) : text
    })
  }
  for (const below of command.commands) suggestChoices(below)
}
