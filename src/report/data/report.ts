/**
 * The report as data. The clocks pass by once and every section takes what it needs, so that a report over a year costs little
 * more than looking at each clock; what is shown of them is chosen on the way.
 */
import { consequencesOf } from '../../consequences/consequences.ts'
import type { Evaluation } from '../../evaluation/evaluation.ts'
import { standingsOf } from '../../incentives/standings.ts'
import { printRead, readInstant } from '../../time/instant.ts'
import { type Hours, leadArrivals, OpenHours } from './arrivals.ts'
import { boardSections } from './boards.ts'
import type { ClauseTally } from './clause-tally.ts'
import { ClockColumns } from './clock-columns.ts'
import { clockRow } from './clock-row.ts'
import type { ClockRow } from './figures-shape.ts'
import { consequenceList, earnedList, type NamesOf } from './follow-ups.ts'
import { funnelOf } from './funnel.ts'
import { type Gathered, gather } from './gather.ts'
import { journeysOf } from './journeys.ts'
import { CountTally } from './line-tally.ts'
import { promiseRows } from './promises.ts'
import { type ReportOptions, readOptions } from './report-options.ts'
import type { PartySection, Report, ReportHeader } from './report-shape.ts'
import { Roster } from './roster.ts'
import { periodsOf, Scene, type Span } from './scene.ts'

/**
 * Returns the report of an evaluation: plain JSON, the same for the same evaluation and options.
 *
 * **Edges** figures of the past are of the clocks that started in the period, what is open is open at `asOf`. A share of
 * nothing is `null`. Lists are cut at `rows`, and say how many they leave out. People who are not to be named have a number
 * instead of a name, and neither consequences nor earnings are shown of them, but counted as withheld.
 * **Errors** throws `LeadSlaError` for a bad agreement, an evaluation of another one (`mixed-agreements`), and for bad options, all of
 * them at once: `missing-key`, `wrong-type`, `out-of-range`.
 *
 * @example
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [
 *   { id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' },
 *   { id: '2', lead: 'L1', type: 'call.made', at: '2026-04-07T08:40:00Z' },
 *   { id: '3', lead: 'L2', type: 'lead.created', at: '2026-04-30T23:30:00Z' },
 * ]
 * const evaluation = evaluate(agreement, events, { asOf: '2026-05-01T00:00:00Z' })
 * const { header, clauses, queue } = report(evaluation, { agreement, events })
 * header.period //=> '2026-04'
 * clauses.map(({ clause, line }) => [clause, line.kept, line.decided, line.open]) //=> [['reply', 1, 1, 1]]
 * queue.due.rows.map(({ key, dueAt }) => [key, dueAt]) //=> [['reply/L2/1', '2026-05-01T00:30:00.000Z']]
 */
export function report(evaluation: Evaluation, options: ReportOptions): Report {
  const { settings, conduct } = readOptions(evaluation, options)
  const span = spanOf(conduct, options.period)
  const columns = new ClockColumns(conduct, periodsOf(conduct, span.per))
  const scene = new Scene(conduct, settings, span, new Roster(conduct, settings.unnamed), columns)
  const found = gather(scene)
  const open = new OpenHours(scene)
  const clauses = found.clauses.map((tally) => tally.section(open))
  const knownAt = evaluation.knownAt === null ? Number.POSITIVE_INFINITY : readInstant(evaluation.knownAt)
  const journeys = settings.events && journeysOf(conduct.versions, settings.events, conduct.asOf, knownAt)
  const standings = standingsOf(conduct, settings.deeds)
  const follows = consequencesOf(conduct)
  const queue = found.queue.section()
  const parties = Object.entries(conduct.versions.at(-1)?.agreement.document.parties ?? {})
  const quality = found.quality.section(journeys?.events ?? null)
  return {
    header: headerOf(scene, found),
    parties: parties.map(([party, { name }]): PartySection => {
      const own = found.clauses.filter((tally) => tally.clause.party === party)
      const totals = new CountTally()
      for (const { line } of own) totals.addAll(line)
      return {
        ...{ party, name, clauses: own.map(({ clause }) => clause.clause), totals: totals.counts() },
        promises: promiseRows(scene, party),
        consequences: consequenceList(scene, party, follows),
        earned: earnedList(scene, namesOf(scene, party, own), standings.entries),
      }
    }),
    clauses,
    queue,
    arrivals:
      journeys &&
      leadArrivals(
        scene,
        journeys.leads.map(({ arrivedAt }) => arrivedAt),
        busiestHours(found.clauses),
        open,
      ),
    funnel: journeys && funnelOf(scene, journeys.leads),
    boards: boardSections(scene, standings),
    quality,
    clocks: namedClocks(scene),
  }
}

const weekMs = 7 * 86_400_000

/** By default the month of a week before `asOf`: in its first week a month says little, and the one before is complete. */
function spanOf(conduct: Scene['conduct'], period: string | undefined): Span {
  const place =
    period === undefined
      ? { per: 'month' as const, number: periodsOf(conduct, 'month').numberAt(conduct.asOf - weekMs) }
      : conduct.placeOf(period)
  const periods = periodsOf(conduct, place.per)
  const { number } = place
  return { ...place, name: periods.name(number), from: periods.from(number), to: periods.from(number + 1) }
}

function headerOf({ conduct, settings, span }: Scene, { queue, inPeriod }: Gathered): ReportHeader {
  const { versions, evaluation, obligations, zone } = conduct
  const latest = versions.at(-1)?.agreement
  return {
    agreement: latest?.id ?? '',
    version: latest?.version ?? '',
    title: latest?.document.title ?? null,
    versions: evaluation.agreements.map(({ version, hash }) => ({ version, hash })),
    asOf: evaluation.asOf,
    knownAt: evaluation.knownAt,
    timeZone: zone.name,
    period: span.name,
    from: printRead(span.from),
    to: printRead(span.to),
    isOver: conduct.asOf >= conduct.closing(span.to),
    riskShare: settings.riskShare,
    minimumSample: settings.minimumSample,
    clocks: { all: obligations.length, inPeriod, open: queue.open },
  }
}

/** Who belongs to a party: by the agreement, and by the clocks that they had in the period. */
function namesOf({ conduct }: Scene, party: string, own: readonly ClauseTally[]): NamesOf {
  const listed = [...conduct.members].filter(([, member]) => member.party === party)
  return {
    party: new Set([party]),
    team: new Set([...listed.flatMap(([, { team }]) => team ?? []), ...own.flatMap(({ teams }) => [...teams.ids])]),
    owner: new Set([...listed.map(([person]) => person), ...own.flatMap(({ people }) => [...people.ids])]),
  }
}

/** Leads are seen by the hours of the clause that has most clocks in the period, if there is one that does not run all day. */
function busiestHours(tallies: readonly ClauseTally[]): Hours | null {
  const clocked = tallies.filter(({ clause }) => clause.clock !== null)
  const timed = clocked.filter(({ clause }) => clause.calendar !== 'always')
  const candidates = timed.length > 0 ? timed : clocked
  let busiest: ClauseTally | undefined
  for (const tally of candidates) if (!busiest || tally.line.clocks > busiest.line.clocks) busiest = tally
  return busiest?.hours ?? null
}

/** Everything that some figure names, each once. */
function namedClocks(scene: Scene): ClockRow[] {
  const rows = [...scene.named].map((position) => clockRow(scene, position))
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1))
}
