/** A report for a monitoring system. Nothing of it is about single leads or people: series that come and go by name cost dear. */
import { readInstant } from '../../time/instant.ts'
import type { ClauseSection } from '../data/clause-shape.ts'
import { outcomes } from '../data/clock-columns.ts'
import type { Report } from '../data/report-shape.ts'
import { type Family, familyText, type Labels, type Sample } from './metric-family.ts'

/**
 * Returns the figures as OpenMetrics text, which Prometheus reads as well.
 *
 * **Units** seconds and ratios, as OpenMetrics wants them.
 * **Edges** what is `null` in the report, such as a share of nothing, has no sample. There are at most as many teams a clause as
 * the report has `rows`; the others are one sample with `part="rest"`. Owners and leads are no labels.
 * **Source** OpenMetrics 1.0.0.
 *
 * @example
 * import { report } from 'lead-sla/report'
 * const agreement = defineAgreement({
 *   agreement: 'acme', version: '1', effective: { from: '2026-04-01' }, timeZone: 'UTC', parties: { sales: { name: 'Sales' } },
 *   clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'lead.created' }, stop: { on: 'call.made' }, within: 'PT1H' } },
 * })
 * const events = [{ id: '1', lead: 'L1', type: 'lead.created', at: '2026-04-07T08:00:00Z' }]
 * const evaluation = evaluate(agreement, events, { asOf: '2026-04-08T00:00:00Z' })
 * const text = reportOpenMetrics(report(evaluation, { agreement }))
 * text.split('\n').filter((line) => line.startsWith('lead_sla_queue_clocks'))[0]
 * //=> 'lead_sla_queue_clocks{agreement="acme",list="overdue"} 1'
 */
export function reportOpenMetrics(report: Report): string {
  const scene: Scene = { report, base: { agreement: report.header.agreement } }
  const families = [
    ...headFamilies(scene),
    ...clauseFamilies(scene),
    ...openFamilies(scene),
    ...teamFamilies(scene),
    ...promiseFamilies(scene),
    ...qualityFamilies(scene),
  ]
  return `${families.map(familyText).join('')}# EOF\n`
}

interface Scene {
  readonly report: Report
  readonly base: Labels
}

function headFamilies({ report: { header }, base }: Scene): Family[] {
  const { version, period, timeZone, asOf } = header
  return [
    {
      name: 'lead_sla_report',
      type: 'info',
      help: 'What the report is about.',
      samples: [{ labels: { ...base, version, period, time_zone: timeZone }, value: 1 }],
    },
    {
      name: 'lead_sla_as_of_timestamp_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: 'The instant at which open clocks were judged, since the Unix epoch.',
      samples: [{ labels: base, value: readInstant(asOf) / 1000 }],
    },
  ]
}

/** Returns the labels of a clause. */
function labelsOf(base: Labels, { party, clause }: ClauseSection): Labels {
  return { ...base, party, clause }
}

/** Returns a sample unless there is no figure. */
function sample(labels: Labels, value: number | null | undefined, scale = 1): Sample[] {
  return value === null || value === undefined ? [] : [{ labels, value: value / scale }]
}

function clauseFamilies({ report: { clauses }, base }: Scene): Family[] {
  const of = (samplesOf: (section: ClauseSection, labels: Labels) => readonly Sample[]) =>
    clauses.flatMap((section) => samplesOf(section, labelsOf(base, section)))
  const ratio = (name: string, help: string, figure: (section: ClauseSection) => number | null | undefined): Family => ({
    ...{ name, type: 'gauge', unit: 'ratio', help },
    samples: of((section, labels) => sample(labels, figure(section))),
  })
  return [
    {
      name: 'lead_sla_clocks',
      type: 'gauge',
      help: 'Clocks that started in the period, by what became of them.',
      samples: of(({ line }, labels) => outcomes.map((outcome) => ({ labels: { ...labels, outcome }, value: line[outcome] }))),
    },
    ratio('lead_sla_kept_ratio', 'Share of the decided clocks that were kept.', ({ line }) => line.share),
    ratio('lead_sla_kept_low_ratio', 'Lower end of the 95 % interval of the share.', ({ line }) => line.interval?.[0]),
    ratio('lead_sla_kept_high_ratio', 'Upper end of the 95 % interval of the share.', ({ line }) => line.interval?.[1]),
    {
      name: 'lead_sla_used_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: 'Business time within which the share of the clocks is stopped.',
      samples: of(({ distribution }, labels) =>
        distribution.quantiles.flatMap(({ share, usedMs }) => sample({ ...labels, share: String(share) }, usedMs, 1000)),
      ),
    },
    {
      name: 'lead_sla_delay_seconds',
      type: 'gauge',
      unit: 'seconds',
      help: 'Business time of the clocks of the period, by whose it was.',
      samples: of(({ delay: { systemMs, humanMs, pausedMs } }, labels) =>
        Object.entries({ system: systemMs, human: humanMs, paused: pausedMs }).flatMap(([whose, ms]) =>
          sample({ ...labels, whose }, ms, 1000),
        ),
      ),
    },
  ]
}

function openFamilies({ report: { clauses, queue }, base }: Scene): Family[] {
  const { overdue, atRisk, due, paused } = queue
  const lists = { overdue, at_risk: atRisk, due, paused }
  return [
    {
      name: 'lead_sla_queue_clocks',
      type: 'gauge',
      help: 'Clocks that are open now.',
      samples: Object.entries(lists).map(([list, { total }]) => ({ labels: { ...base, list }, value: total })),
    },
    {
      name: 'lead_sla_open_clocks',
      type: 'gauge',
      help: 'Clocks that are open now, by the share of their target that is used.',
      samples: clauses.flatMap((section) =>
        section.ageing.buckets.map(({ bucket, clocks }) => ({ labels: { ...labelsOf(base, section), bucket }, value: clocks })),
      ),
    },
  ]
}

function teamFamilies({ report: { clauses }, base }: Scene): Family[] {
  const family = (name: string, help: string, figure: 'decided' | 'kept'): Family => ({
    ...{ name, type: 'gauge', help },
    samples: clauses.flatMap((section) => {
      const labels = labelsOf(base, section)
      const { rows, rest, nobody } = section.teams
      return [
        ...rows.map((line) => ({ labels: { ...labels, part: 'team', team: line.team.id }, value: line[figure] })),
        { labels: { ...labels, part: 'rest', team: '' }, value: rest[figure] },
        { labels: { ...labels, part: 'nobody', team: '' }, value: nobody[figure] },
      ]
    }),
  })
  return [
    family('lead_sla_team_decided_clocks', 'Decided clocks of the period, by team.', 'decided'),
    family('lead_sla_team_kept_clocks', 'Kept clocks of the period, by team.', 'kept'),
  ]
}

const statuses = ['onTrack', 'behind', 'met', 'missed', 'insufficientData', 'suspended'] as const

function promiseFamilies({ report: { parties }, base }: Scene): Family[] {
  const rows = parties.flatMap(({ promises }) => promises)
  const labelled = rows.map((row) => {
    const { party, clause, kind, period, currency } = row
    return { row, labels: { ...base, party, clause, kind, period, currency: currency ?? '' } }
  })
  const help = 'of a promise that is counted over a period: a number, minor units of its currency, or a share.'
  return [
    {
      name: 'lead_sla_promise_actual',
      type: 'gauge',
      help: `What was done ${help}`,
      samples: labelled.flatMap(({ row, labels }) => sample(labels, row.actual)),
    },
    {
      name: 'lead_sla_promise_target',
      type: 'gauge',
      help: `The target ${help}`,
      samples: labelled.flatMap(({ row, labels }) => sample(labels, row.target)),
    },
    {
      name: 'lead_sla_promise_status',
      type: 'stateset',
      help: 'How a promise that is counted over a period stands.',
      samples: labelled.flatMap(({ row, labels }) =>
        statuses.map((status) => ({
          labels: { ...labels, lead_sla_promise_status: status },
          value: row.status === status ? 1 : 0,
        })),
      ),
    },
  ]
}

function qualityFamilies({ report: { quality }, base }: Scene): Family[] {
  const { refused, findings, unassigned } = quality
  const byCode = (list: readonly { readonly code: string; readonly count: number }[]) =>
    list.map(({ code, count }) => ({ labels: { ...base, code }, value: count }))
  return [
    { name: 'lead_sla_refused_events', type: 'gauge', help: 'Events that were not counted.', samples: byCode(refused.byCode) },
    {
      name: 'lead_sla_findings',
      type: 'gauge',
      help: 'Odd things about events that were counted all the same, and lints of the agreement.',
      samples: byCode(findings.byCode),
    },
    {
      name: 'lead_sla_unassigned_clocks',
      type: 'gauge',
      help: 'Clocks of the period for which nobody answers.',
      samples: [{ labels: base, value: unassigned.clocks }],
    },
  ]
}
