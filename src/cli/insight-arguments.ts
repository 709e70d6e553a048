/** What the commands that learn from past events read. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { inputFormats } from './event-file.ts'

/** Adds the events and the options that say how they are read. */
export function addPastEvents(command: Command): Command {
  return command
    .argument('<events...>', 'NDJSON, JSON or CSV files, also gzipped; - reads standard input')
    .option('--as-of <instant>', 'events after it are ignored, what is open is judged at it; always needed')
    .option('--known-at <instant>', 'ignore what was recorded after it')
    .addOption(repeated('--mapping <file>', 'how rows become events: one for all files, or one for each (none for no mapping)'))
    .addOption(new Option('--input-format <format>', 'the format of the events, whatever their names').choices(inputFormats))
    .option('--no-progress', 'show no progress bar')
}

/** Returns an option that may be given several times. */
export function repeated(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text, before: readonly string[] = []) => [...before, text]).default([], 'none')
}

/** Takes `0.9` and `90%`. */
export function shareOf(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim())
  const share = match ? Number(match[1]) / (match[2] === '%' ? 100 : 1) : Number.NaN
  if (share >= 0.01 && share <= 0.999) return share
  throw new InvalidArgumentError('Write a share from 0.01 to 0.999, or 1% to 99.9%.')
}
