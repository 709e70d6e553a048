/** `lead-sla backtest`: what another agreement would have made of past events. */
import { type Command, Option } from 'commander'
import { type Backtest, beginBacktest } from '../insight/backtest/backtest.ts'
import type { Difference, Flip } from '../insight/backtest/flip.ts'
import type { Language } from '../language.ts'
import { plainText } from '../plain-text.ts'
import { readAgreement } from './document-file.ts'
import { instantsOf } from './evaluation-run.ts'
import { checkStandardInput, type EventOptions, eventFiles, readEvents } from './event-options.ts'
import { addPastEvents } from './insight-arguments.ts'
import { type InsightWords, insightWords, numberIn, shareIn } from './insight-words.ts'
import { json } from './machine.ts'
import { Names } from './names.ts'
import type { Session } from './output.ts'
import { paintFor } from './paint.ts'
import { sentenceAt } from './place.ts'
import { type Column, type Screen, table } from './table.ts'

interface BacktestCommandOptions extends EventOptions {
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly asWritten?: boolean
  readonly format: 'table' | 'json'
  readonly lang: Language
  readonly all?: boolean
}

/** A list as short as this is printed whole. */
const mostFlips = 20
const mostUnread = 3

/** Adds the command to the program. */
export function addBacktest(program: Command, session: Session): void {
  const command = program
    .command('backtest')
    .description('what another agreement would have made of past events')
    .argument('<old>', 'the JSON document of the agreement that there was')
    .argument('<new>', 'the JSON document of the agreement that there might be')
  addPastEvents(command)
    .option('--as-written', 'the new agreement binds from its own date, and not as the old one did')
    .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json']).default('table'))
    .addOption(new Option('--lang <language>', 'the language of the tables').choices(Object.keys(insightWords)).default('en'))
    .option('--all', 'list every clock that comes out otherwise')
    .action((old, changed, events, options) => backtestCommand([old, changed], events, options, session))
    .addHelpText(
      'after',
      `\nExamples:\n${[
        'lead-sla backtest agreement.json agreement-2027.json events.ndjson --as-of 2026-10-01T00:00:00Z',
        'lead-sla backtest agreement.json agreement-2027.json events.ndjson --as-of 2026-10-01T00:00:00Z --lang de --all',
      ]
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
}

async function backtestCommand(
  agreementPaths: readonly [string, string],
  eventPaths: readonly string[],
  options: BacktestCommandOptions,
  session: Session,
): Promise<void> {
  checkStandardInput([...agreementPaths, ...eventPaths, ...options.mapping])
  const instants = instantsOf(options)
  const before = await readAgreement(agreementPaths[0], session.io)
  const after = await readAgreement(agreementPaths[1], session.io)
  const running = beginBacktest(before.agreement, after.agreement, {
    ...instants,
    effective: options.asWritten ? 'asWritten' : 'asBefore',
  })
  const files = await eventFiles(eventPaths, options, session)
  const { unread, result } = await readEvents(files, options.progress, session, running)
  const words = insightWords[options.lang]
  if (options.format === 'json') await session.out.write(`${json(result)}\n`)
  else await writeTables(result, new Names(after.agreement), words, options.all === true, session)
  const complaints = unread.slice(0, mostUnread).map(({ found, place }) => `${plainText(sentenceAt(place, found, 'refused'))}\n`)
  const refused = Math.max(result.refused.before, result.refused.after) + unread.length
  if (refused > 0) await session.err.write(`${complaints.join('')}${words.backtest.refused(numberIn(words, refused))}\n`)
}

async function writeTables(
  found: Backtest,
  names: Names,
  words: InsightWords,
  isWhole: boolean,
  { io, out }: Session,
): Promise<void> {
  const { backtest: said } = words
  const screen = { width: out.width, paint: paintFor(io.stdout, io.env) }
  const { flips, clocks } = found
  const total = numberIn(words, clocks.same + flips.length)
  if (flips.length === 0) await out.write(`${screen.paint('strong', said.same(total))}\n`)
  else {
    const count = (effect: Flip['effect']) => numberIn(words, flips.filter((flip) => flip.effect === effect).length)
    await out.write(`${screen.paint('strong', said.head(numberIn(words, flips.length), total))}\n`)
    await out.write(`${said.effects(count('better'), count('worse'), count('other'))}\n`)
    const nameOf = {
      clauses: plain,
      parties: names.party.bind(names),
      teams: names.team.bind(names),
      owners: names.person.bind(names),
    }
    for (const group of ['clauses', 'parties', 'teams', 'owners'] as const) {
      const named = (name: string | null) => (name === null ? words.none : nameOf[group](name))
      if (found[group].length > 0)
        await out.write(`\n${table(groupColumns(said.groups[group], named, words), found[group], screen)}`)
    }
    const listed = isWhole ? flips : flips.slice(0, mostFlips)
    await out.write(`\n${table(flipColumns(names, words), listed, screen)}`)
    if (listed.length < flips.length) await out.write(`${said.more(numberIn(words, flips.length - listed.length))}\n`)
  }
  await out.write(periodsOf(found, words, screen))
}

function plain(name: string): string {
  return name
}

function groupColumns(title: string, named: (name: string | null) => string, words: InsightWords): Column<Difference>[] {
  const { columns } = words.backtest
  const right = 'right'
  return [
    { title, least: 18, text: ({ name }) => named(name) },
    { title: columns.flips, align: right, text: ({ flips }) => numberIn(words, flips) },
    { title: columns.before, align: right, text: ({ before }) => shareIn(words, before.share) },
    { title: columns.after, align: right, text: ({ after }) => shareIn(words, after.share) },
    { title: columns.clocks, align: right, dropped: 1, text: ({ after }) => numberIn(words, after.clocks) },
  ]
}

function flipColumns(names: Names, words: InsightWords): Column<Flip>[] {
  const { list, gone } = words.backtest
  const ownerOf = ({ from, to }: Flip): string => {
    const owner = (to ?? from)?.owner ?? null
    return owner === null ? words.none : names.person(owner)
  }
  return [
    { title: list.key, least: 24, text: ({ key }) => key },
    { title: list.owner, least: 12, dropped: 1, text: ownerOf },
    { title: list.before, text: ({ from }) => from?.status ?? gone },
    {
      title: list.after,
      text: ({ to }) => to?.status ?? gone,
      tone: ({ effect }) => (effect === 'worse' ? 'bad' : undefined),
    },
  ]
}

function periodsOf({ periods }: Backtest, words: InsightWords, screen: Screen): string {
  if (periods.length === 0) return ''
  const { list, periods: title, gone } = words.backtest
  type Period = Backtest['periods'][number]
  const columns: Column<Period>[] = [
    { title, least: 24, text: ({ key }) => key },
    { title: list.before, text: ({ from }) => from?.status ?? gone },
    { title: list.after, text: ({ to }) => to?.status ?? gone },
  ]
  return `\n${table(columns, periods, screen)}`
}
