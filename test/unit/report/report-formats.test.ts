import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AgreementDocument, type LeadEvent, LeadSlaError } from '../../../src/index.ts'
import {
  type Report,
  type ReportOptions,
  type ReportTable,
  report,
  reportCsv,
  reportMarkdown,
  reportOpenMetrics,
} from '../../../src/report.ts'
import { hostileText } from '../../arbitraries/hostile-text.ts'
import { readOpenMetrics } from '../../oracle/open-metrics-oracle.ts'
import { clock, documentOf, evaluated, worked } from '../conduct/one-team.ts'

const document = documentOf({
  title: 'Inbound',
  lifecycle: { initial: 'new', states: { new: { to: ['won'] }, won: { disposition: true } } },
  clauses: {
    leads: {
      kind: 'volume',
      owedBy: 'marketing',
      count: { on: 'lead.assigned' },
      per: 'month',
      target: 30,
      title: 'Leads a month',
    },
    pipeline: {
      kind: 'amount',
      owedBy: 'marketing',
      sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
      currency: 'EUR',
      per: 'quarter',
      target: 123_456_700,
    },
    inTime: { kind: 'compliance', owedBy: 'sales', clause: 'reply', per: 'month', atLeast: 0.95 },
  },
  enforcement: {
    ladders: { replies: { owedBy: 'sales', for: 'owner', per: 'month', steps: [{ name: 'talk', action: 'notice' }] } },
  },
  incentives: {
    levels: { replies: { clause: 'reply', for: 'owner', atLeast: 0.75, met: 10 } },
    boards: { month: { for: 'owner', per: 'month', by: 'kept' } },
  },
})
const events: LeadEvent[] = [
  ...worked('anna', '2026-01', { kept: 24, late: 1 }),
  ...worked('ben', '2026-01', { kept: 10, late: 12, open: 4 }),
  ...worked('dora', '2026-01', { open: 3, snoozed: 1, dropped: 1 }),
  ...clock('N', null, '2026-01-31', 'open'),
  { id: 'odd', lead: 'L', type: 'lead.moved', at: '2026-01-05T00:00:00Z', data: { to: 'nowhere' } },
]

function made(
  options: Partial<ReportOptions> = {},
  list: readonly LeadEvent[] = events,
  agreement: AgreementDocument = document,
  asOf = '2026-02-01',
): Report {
  return report(evaluated(agreement, list, asOf), { agreement, events: list, ...options })
}
const tables: readonly ReportTable[] = [
  'clauses',
  'teams',
  'people',
  'trend',
  'distribution',
  'arrivals',
  'ageing',
  'delay',
  'queue',
  'funnel',
  'promises',
  'consequences',
  'earned',
  'boards',
  'quality',
]

/** A report in which every name is the same text. */
function named(text: string): Report {
  const agreement: AgreementDocument = {
    ...document,
    title: text,
    parties: {
      marketing: { name: text },
      sales: { name: text, members: { [`${text}p`]: { name: text, team: text, role: text } }, teams: { [text]: { name: text } } },
    },
    clauses: { reply: { ...documentOf().clauses.reply, title: text } as AgreementDocument['clauses'][string] },
  }
  const list = [
    { id: text, lead: text, type: 'lead.assigned', at: '2026-01-10T08:00:00Z', data: { owner: `${text}p`, team: text } },
    {
      id: `${text}2`,
      lead: `${text}2`,
      type: 'lead.assigned',
      at: '2026-01-31T22:00:00Z',
      data: { owner: `${text}q`, team: text },
    },
  ]
  return made({}, list, agreement)
}

describe('Markdown', () => {
  test('is a short message', () => {
    expect(reportMarkdown(made({ minimumSample: 10 }), { language: 'en' })).toBe(
      [
        '**Inbound**: Jan 2026, as of Sun 1 Feb 2026, 00:00 (UTC)',
        '',
        '**Marketing**',
        '- Leads a month (Jan 2026): 57 of 30, met',
        '- pipeline (Q1 2026): €0 of €1,234,567, behind',
        '',
        '**Sales**',
        '- reply: 34 of 55 kept, 61.8% (48.6%–73.5%); 8 overdue and open',
        '- inTime (Jan 2026): 61.8% of 95%, missed',
        '',
        '**Now**: 8 overdue, 0 at risk, 0 due later, 1 paused',
        '- ben-2026-01-open-0, reply, due Sat 3 Jan, 12:00, Ben',
        '- dora-2026-01-open-0, reply, due Sat 3 Jan, 12:00, Dora',
        '- ben-2026-01-open-1, reply, due Sun 4 Jan, 12:00, Ben',
        '- dora-2026-01-open-1, reply, due Sun 4 Jan, 12:00, Dora',
        '- ben-2026-01-open-2, reply, due Mon 5 Jan, 12:00, Ben',
        '- and 3 more',
        '',
        '**Consequences**',
        '- replies: talk for Anna, due',
        '- replies: talk for Ben, due',
        '- replies: talk for Dora, if what is pending changes nothing',
        '',
        '**Data**: 1 event refused (unknown-state 1); 1 clock without an owner',
        '',
      ].join('\n'),
    )
  })

  test('gives no share of a small sample, and says what it cannot show', () => {
    const text = reportMarkdown(made({ minimumSample: 100, unnamed: ['anna'] }), { language: 'en' })
    expect(text).toContain('- reply: 34 of 55 kept, too few to judge a share by; 8 overdue and open')
    expect(text).toContain('- 1 about somebody who is not named')
    expect(text).not.toMatch(/\bAnna\b/)
  })

  test('speaks German', () => {
    const text = reportMarkdown(made({ minimumSample: 10 }), { language: 'de' })
    expect(text).toContain('- reply: 34 von 55 eingehalten')
    expect(text).toContain('**Jetzt**: 8 überfällig, 0 gefährdet, 0 später fällig, 1 angehalten')
    expect(text).not.toMatch(/\b(kept|overdue|behind|met|due|consequences)\b/i)
  })

  test('of nothing says so', () => {
    const text = reportMarkdown(made({}, [], documentOf()), { language: 'en' })
    expect(text).toContain('**Sales**\n- no clocks in the period, and no promise that is counted over it\n')
    expect(text.split('\n\n').length).toBe(4)
  })

  test('is refused in a language that there is not', () => {
    const wrong = { language: 'toString' } as unknown as { language: 'en' }
    expect(() => reportMarkdown(made(), wrong)).toThrow(LeadSlaError)
  })

  test('keeps names to themselves: no markup, no mention, no line of their own', () => {
    const check = fc.property(hostileText, (text) => {
      const lines = reportMarkdown(named(text), { language: 'en' }).split('\n')
      expect(lines.filter((line) => line !== '' && !/^(- |\*\*)/.test(line))).toEqual([])
      expect(lines.filter((line) => /^- [-+=]/.test(line))).toEqual([])
      // What is left without its escapes must hold nothing that Markdown reads.
      const bare = lines.map((line) =>
        line.replace(/^\*\*(.*?)\*\*(?=:|$)/, '$1').replace(/\\[!-/:-@[-`{-~]|&(?:\w+|#\d+);/g, ''),
      )
      expect(bare.join('\n')).not.toMatch(/[*[\]|~$#_!<>`]|@(?!\u200b)|https?:\/\//)
    })
    fc.assert(check, { numRuns: 100, seed: 7 })
  })
})

describe('CSV', () => {
  const read = (text: string) => parse(text, { columns: true, relax_column_count: false }) as Record<string, string>[]

  test('has every table, each row as long as its head', () => {
    const whole = made()
    const lengths = tables.map((table) => [table, read(reportCsv(whole, { table })).length])
    expect(Object.fromEntries(lengths)).toMatchObject({
      clauses: 1,
      teams: 4,
      people: 5,
      arrivals: 336,
      ageing: 6,
      queue: 9,
      promises: 3,
      consequences: 3,
      earned: 1,
      funnel: 6,
    })
  })

  test('has the figures of the report', () => {
    const whole = made()
    const line = whole.clauses[0]?.line
    expect(read(reportCsv(whole, { table: 'clauses' }))[0]).toMatchObject({
      clause: 'reply',
      kept: String(line?.kept),
      share: String(line?.share),
      low: String(line?.interval?.[0]),
      medianUsedMs: '3600000',
    })
    const people = read(reportCsv(made({ rows: 1 }), { table: 'people' }))
    expect(people.map(({ part, personId, clocks }) => [part, personId, clocks])).toEqual([
      ['person', 'ben', '26'],
      ['rest', '', '30'],
      ['nobody', '', '1'],
    ])
  })

  test('ends a list that was cut with how many more there are', () => {
    expect(read(reportCsv(made({ rows: 2 }), { table: 'queue' })).map(({ list, more, key }) => [list, more, key])).toEqual([
      ['overdue', '', 'reply/ben-2026-01-open-0/1'],
      ['overdue', '', 'reply/dora-2026-01-open-0/1'],
      ['overdue', '6', ''],
      ['paused', '', 'reply/dora-2026-01-snoozed-0/1'],
    ])
  })

  test.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', ' =1', '\uff1d1', '-', '="a,b"'])('defuses %j', (name) => {
    const text = reportCsv(named(name), { table: 'people' })
    expect(read(text).flatMap(({ personName }) => personName || [])).toEqual([`'${name}`])
  })

  test('leaves other text and numbers as they are', () => {
    const list = clock('a"b\nc,d', 'anna', '2026-01-31', 'open')
    expect(read(reportCsv(made({}, list), { table: 'queue' })).map(({ lead }) => lead)).toEqual(['a"b\nc,d'])
  })

  test('is refused for a table that there is not', () => {
    const wrong = { table: 'constructor' } as unknown as { table: 'people' }
    expect(() => reportCsv(made(), wrong)).toThrow(/expected a table of the report/)
  })
})

describe('OpenMetrics', () => {
  test('can be read strictly, and has the figures of the report', () => {
    const whole = made()
    const samples = readOpenMetrics(reportOpenMetrics(whole))
    const valueOf = (name: string, labels: Record<string, string>) =>
      samples
        .filter((one) => one.name === name && Object.entries(labels).every(([key, value]) => one.labels[key] === value))
        .map(({ value }) => value)
    const line = whole.clauses[0]?.line
    expect(valueOf('lead_sla_clocks', { clause: 'reply', outcome: 'kept' })).toEqual([line?.kept])
    expect(valueOf('lead_sla_clocks', { clause: 'reply' }).reduce((sum, value) => sum + value, 0)).toBe(line?.clocks)
    expect(valueOf('lead_sla_kept_ratio', { clause: 'reply' })).toEqual([line?.share])
    expect(valueOf('lead_sla_queue_clocks', { list: 'overdue' })).toEqual([whole.queue.overdue.total])
    expect(valueOf('lead_sla_as_of_timestamp_seconds', {})).toEqual([Date.UTC(2026, 1, 1) / 1000])
    expect(valueOf('lead_sla_promise_status', { clause: 'leads', lead_sla_promise_status: 'met' })).toEqual([1])
    expect(valueOf('lead_sla_promise_status', { clause: 'leads' })).toEqual([0, 0, 1, 0, 0, 0])
    expect(valueOf('lead_sla_refused_events', { code: 'unknown-state' })).toEqual([1])
    expect(valueOf('lead_sla_team_decided_clocks', {}).reduce((sum, value) => sum + value, 0)).toBe(line?.decided)
  })

  test('names neither leads nor people', () => {
    expect(reportOpenMetrics(made())).not.toMatch(/anna|ben|dora|2026-01-open/i)
  })

  test('has no sample of what is not known', () => {
    const samples = readOpenMetrics(reportOpenMetrics(made({}, [], documentOf())))
    expect(samples.some(({ name }) => name === 'lead_sla_kept_ratio')).toBe(false)
    expect(samples.filter(({ name }) => name === 'lead_sla_clocks').every(({ value }) => value === 0)).toBe(true)
  })

  test('has as many teams as the report, and the rest in one', () => {
    const list = Array.from({ length: 40 }, (_, index) => ({
      ...clock(`L${index}`, 'anna', '2026-01-10', 'open')[0],
      data: { owner: 'anna', team: `t${index}` },
    })) as LeadEvent[]
    const teams = readOpenMetrics(reportOpenMetrics(made({ rows: 5 }, list))).filter(
      ({ name }) => name === 'lead_sla_team_decided_clocks',
    )
    expect(teams.map(({ labels: { part = '' }, value }) => [part, value])).toEqual([
      ...Array(5).fill(['team', 1]),
      ['rest', 35],
      ['nobody', 0],
    ])
  })

  test('escapes every name', () => {
    const check = fc.property(fc.oneof(hostileText, fc.constantFrom('a\\', 'a"b', 'a\nb', '\\n', '\ud800x', '}{,=')), (text) => {
      const samples = readOpenMetrics(reportOpenMetrics(named(text)))
      expect(samples.find(({ labels }) => labels.part === 'team')?.labels.team).toBe(text.replace(/\p{Cs}/gu, '\ufffd'))
    })
    fc.assert(check, { numRuns: 100, seed: 7 })
  })

  test('a reader that is strict refuses what is wrong', () => {
    const good = reportOpenMetrics(made())
    const wrongs = [
      good.replace('# EOF\n', ''),
      good.replace('# TYPE lead_sla_clocks gauge\n', ''),
      good.replace('lead_sla_clocks{', 'lead_sla_clocks_total{'),
      good.replace('outcome="late"', 'outcome="kept"'),
      good.replace(/(lead_sla_kept_ratio\{.*\}) .*/, '$1 NaN%'),
      good.replace('clause="reply"', 'clause="re"ply"'),
      good.replace('# UNIT lead_sla_kept_ratio ratio', '# UNIT lead_sla_kept_ratio seconds'),
    ]
    for (const wrong of wrongs) {
      expect(wrong).not.toBe(good)
      expect(() => readOpenMetrics(wrong)).toThrow()
    }
  })
})
