/** An agreement with every part and every kind of clause that the contract names. */

export const fullDocument = {
  agreement: 'acme-inbound',
  version: '2026.1',
  effective: { from: '2026-01-01' },
  timeZone: 'Europe/Berlin',
  parties: { marketing: { name: 'Marketing' }, sales: { name: 'Sales' } },
  calendars: { berlin: { timeZone: 'Europe/Berlin', week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'] } } },
  lifecycle: {
    initial: 'new',
    states: {
      new: { definition: 'Known to marketing.', to: ['mql', 'disqualified'] },
      mql: { to: ['qualified'] },
      qualified: { disposition: true },
      disqualified: { disposition: true },
    },
  },
  clauses: {
    firstResponse: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { on: ['call.connected', 'email.replied'] },
      pause: { on: 'lead.snoozed' },
      resume: { on: 'lead.woken' },
      cancel: { enters: 'disqualified' },
      within: [
        { when: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 }] }, target: 'PT1H' },
        { target: 'PT4H' },
      ],
    },
    disposition: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'berlin',
      start: { enters: 'mql' },
      stop: { disposed: true },
      within: { businessDays: 2 },
    },
    answer24: {
      kind: 'timed',
      owedBy: 'sales',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: {
        on: 'call.connected',
        when: { all: [{ fact: 'event', path: '$.data.seconds', operator: 'greaterThan', value: 30 }] },
      },
      within: 'PT24H',
    },
    attempts: {
      kind: 'cadence',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      attempt: { on: ['call.made', 'email.sent'] },
      count: 6,
      within: { businessDays: 10 },
      spacing: 'PT4H',
      channels: 2,
      stop: { disposed: true },
    },
    mqls: { kind: 'volume', owedBy: 'marketing', count: { enters: 'mql' }, per: 'month', target: 500 },
    pipeline: {
      kind: 'amount',
      owedBy: 'marketing',
      sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
      currency: 'EUR',
      per: 'quarter',
      target: 100_000_000,
    },
    conversion: {
      kind: 'ratio',
      owedBy: 'sales',
      of: { enters: 'mql' },
      that: { on: 'opportunity.created' },
      maturity: 'P60D',
      per: 'month',
      atLeast: 0.2,
      minimumSample: 30,
    },
    inTime: { kind: 'compliance', owedBy: 'sales', clause: 'firstResponse', per: 'month', atLeast: 0.95 },
  },
} as const

/** A path into the document, and what is to stand there. */
export type Change = readonly [path: readonly (string | number)[], value: unknown]

/** Returns the full document with other values at some paths; `undefined` takes the key away. */
export function changed(...changes: readonly Change[]): unknown {
  const document = structuredClone(fullDocument) as unknown as Record<string | number, unknown>
  for (const [path, value] of changes) {
    let holder = document
    for (const key of path.slice(0, -1)) {
      holder[key] ??= {}
      holder = holder[key] as Record<string | number, unknown>
    }
    const last = path.at(-1) as string | number
    if (value === undefined) delete holder[last]
    else holder[last] = value
  }
  return document
}
