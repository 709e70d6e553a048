/** The figures of the service as OpenMetrics, for a monitoring system to fetch. Labels are clauses, kinds and statuses, and never people. */
import type { Effect } from 'lead-sla'
import type { Acceptance, Desk } from './desk.ts'

export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8'

export type Metrics = ReturnType<typeof metrics>

export function metrics() {
  const effects = new Map<string, number>()
  let accepted = 0
  let refused = 0

  return {
    countEffect({ kind, clause }: Effect): void {
      const labels = labelsOf({ clause, kind })
      effects.set(labels, (effects.get(labels) ?? 0) + 1)
    },
    countEvents(acceptance: Acceptance): void {
      accepted += acceptance.events
      refused += acceptance.refused.length
    },
    print(desk: Desk): string {
      const open = new Map<string, number>()
      for (const { clause, status } of desk.open()) {
        const labels = labelsOf({ clause, status })
        open.set(labels, (open.get(labels) ?? 0) + 1)
      }
      const wake = desk.nextWake()
      const events = [['{result="accepted"}', accepted] as const, ['{result="refused"}', refused] as const]
      return [
        ...family('lead_sla_leads', 'gauge', 'Leads that are kept.', [['', desk.size()]]),
        ...family('lead_sla_open_clocks', 'gauge', 'Promises that wait for somebody.', open),
        ...family('lead_sla_events', 'counter', 'Events that came.', events),
        ...family('lead_sla_effects', 'counter', 'Effects that were told.', effects),
        ...family(
          'lead_sla_next_wake_seconds',
          'gauge',
          'When something becomes due next.',
          wake === null ? [] : [['', wake / 1000]],
        ),
        '# EOF\n',
      ].join('\n')
    },
  }
}

type Samples = Iterable<readonly [labels: string, value: number]>

function family(name: string, type: 'gauge' | 'counter', help: string, samples: Samples): string[] {
  const sample = type === 'counter' ? `${name}_total` : name
  const lines = [...samples].sort(([a], [b]) => (a < b ? -1 : 1)).map(([labels, value]) => `${sample}${labels} ${value}`)
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines]
}

function labelsOf(labels: Readonly<Record<string, string>>): string {
  const escaped = (text: string) => text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')
  return `{${Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')}}`
}
