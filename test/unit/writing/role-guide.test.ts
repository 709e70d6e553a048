import { describe, expect, test } from 'vitest'
import { defineAgreement, evaluate, LeadSlaError } from '../../../src/index.ts'
import { evidenceOf, negotiationView, type RoleGuideOptions, roleGuide } from '../../../src/writing.ts'
import { wholeAgreement } from './whole-agreement.ts'

const whole = defineAgreement(wholeAgreement)
const guide = (role: string, more: Partial<RoleGuideOptions> = {}) =>
  roleGuide(whole, { language: 'en', format: 'md', role, ...more })
const section = (text: string, title: string) => text.split(/\n## \d+\. /).find((part) => part.startsWith(title)) ?? ''

describe('[W2] a guide', () => {
  test.each([
    ['SDR', 'Guide for SDR (Vertrieb)'],
    ['sdr', 'Guide for SDR (Vertrieb)'],
    ['Vertrieb sdr', 'Guide for SDR (Vertrieb)'],
    ['sales SDR', 'Guide for SDR (Vertrieb)'],
    ['Abschluss', 'Guide for Abschluss'],
    ['demand', 'Guide for Nachfrage'],
    ['marketing', 'Guide for Marketing'],
    ['karl', 'Guide for Karl Brandt'],
    ['ADA ÖLMEZ', 'Guide for Ada Ölmez'],
  ])('is found by the name %s', (name, title) => expect(guide(name).split('\n')[0]).toBe(`# ${title}`))

  test('leaves out the promises that the team rules out', () => {
    expect(section(guide('SDR'), 'What you owe')).toMatch(/Der Vertrieb antwortet[\s\S]*Nachfassen/)
    expect(section(guide('SDR'), 'What you owe')).not.toContain('Angebot')
    expect(section(guide('Account executive'), 'What you owe')).not.toContain('Der Vertrieb antwortet')
  })

  test('leaves out the promises that the facts of the leads rule out', () => {
    const clause = (region: string) =>
      ({
        ...{
          kind: 'timed',
          owedBy: 'sales',
          clock: 'always',
          start: { on: 'lead.created' },
          stop: { on: 'call.made' },
          within: 'PT1H',
        },
        ...{
          title: `For ${region}`,
          requires: { not: { any: [{ fact: 'lead', path: '$.region', operator: 'notEqual', value: region }] } },
        },
      }) as const
    const agreement = defineAgreement({
      ...wholeAgreement,
      enforcement: undefined,
      incentives: undefined,
      exceptions: [],
      clauses: { emea: clause('emea'), amer: clause('amer') },
    } as never)
    const text = roleGuide(agreement, { language: 'en', format: 'md', role: 'sales', leads: { region: 'emea' } })
    expect([text.includes('For emea'), text.includes('For amer')]).toEqual([true, false])
    expect(roleGuide(agreement, { language: 'en', format: 'md', role: 'sales' })).toContain('For amer')
  })

  test('speaks to those who owe, and of the people of those who manage', () => {
    expect(guide('SDR')).toContain('see to it that within the time set out below')
    expect(guide('Sales manager')).toContain('## 2. What your people owe')
    expect(section(guide('Sales manager'), 'What reaches you')).toContain('8 hours after it was due, Karl Brandt is told.')
    expect(guide('SDR')).not.toContain('What reaches you')
    expect(guide('SDR', { language: 'de' })).toContain('sorgen Sie dafür')
  })

  test('says what happens before and after, what may be moved, paused and rejected, and why', () => {
    const text = guide('SDR')
    expect(text).toContain(
      '- **Before it is due**: When 50% of the time is used up, the owner of the lead is reminded, in opening hours.',
    )
    expect(text).toContain('- **When it is late**: As soon as it is late, the manager is told.')
    const may = section(text, 'What you may do')
    expect(may).toContain('| working | won, nurture or lost |')
    expect(may).not.toContain('| nurture | mql |')
    expect(may).toContain('the time stands still when a lead is put off, and goes on when the lead is taken up again.')
    expect(may).toContain('moving it to “lost” or “nurture”.')
    expect(may).toContain('Reasons that the agreement knows: spam, duplicate or no budget.')
    expect(section(guide('Marketing manager'), 'What you may do')).toContain(
      'The agreement knows no status with which you could reject a lead.',
    )
  })

  test('for nobody is refused with the names that there are', () => {
    for (const role of ['boss', '', '__proto__']) {
      let refusal: unknown
      try {
        guide(role)
      } catch (error) {
        refusal = error
      }
      expect((refusal as LeadSlaError).issues[0]).toMatchObject({
        code: 'unknown-value',
        path: ['role'],
        known: expect.arrayContaining(['SDR', 'ae']),
      })
    }
  })

  test('for a role that two parties know asks which', () => {
    const parties = {
      marketing: { name: 'Marketing', members: { a: { name: 'A', role: 'manager' } } },
      sales: { name: 'Sales', members: { b: { name: 'B', role: 'manager' } } },
    }
    const agreement = defineAgreement({ agreement: 'a', version: '1', timeZone: 'UTC', parties, clauses: {} })
    const options = { language: 'en', format: 'md' } as const
    expect(() => roleGuide(agreement, { ...options, role: 'manager' })).toThrow(LeadSlaError)
    expect(roleGuide(agreement, { ...options, role: 'sales manager' })).toContain('- **People**: B')
  })
})

describe('the view for a negotiation', () => {
  const reply = {
    kind: 'timed',
    owedBy: 'sales',
    clock: 'always',
    start: { on: 'lead.created' },
    stop: { on: 'call.made' },
    within: 'PT1H',
  } as const
  const agreement = defineAgreement({
    ...{
      agreement: 'a',
      version: '1',
      timeZone: 'UTC',
      effective: { from: '2026-04-01' },
      parties: { sales: { name: 'Sales' } },
    },
    clauses: { reply, calls: { kind: 'volume', owedBy: 'sales', count: { on: 'call.made' }, per: 'month', target: 3 } },
  })
  const events = [1, 2, 3].flatMap((number) => [
    { id: `a${number}`, lead: `L${number}`, type: 'lead.created', at: '2026-04-07T08:00:00Z' },
    { id: `b${number}`, lead: `L${number}`, type: 'call.made', at: Date.parse('2026-04-07T07:30:00Z') + number * 3_600_000 },
  ])
  const evaluation = evaluate(agreement, events, { asOf: '2026-05-10T00:00:00Z' })

  test('takes its data from an evaluation, without the period that is not over', () => {
    expect(evidenceOf(evaluation)).toEqual([
      { clause: 'reply', decided: 3, kept: 1, medianUsedMs: 5_400_000 },
      { clause: 'calls', periods: [{ period: '2026-04', actual: 3, target: 3 }] },
    ])
  })

  test('shows the data behind each target, and says where there is none', () => {
    const text = negotiationView(agreement, { language: 'en', format: 'md', evidence: evidenceOf(evaluation) })
    for (const line of [
      '- 33.3% of 3 decided cases were kept.',
      '- The 95% interval runs from 6.1% to 79.2%.',
      '- That is a small sample.',
      '- Half of the cases were done within 1 hour 30 minutes.',
      '- 2026-04: 3, with a target of 3.',
      '> - What follows when a promise is not kept?',
      '- Agreed on: ______________________ · Changed to: ______________________',
    ]) {
      expect(text).toContain(`${line}\n`)
    }
    expect(negotiationView(agreement, { language: 'de', format: 'md' })).toContain(
      'Zu dieser Zusage wurden keine Daten angegeben.',
    )
  })

  test('shows quantiles, money, shares of nothing, proposals and notes', () => {
    const text = negotiationView(whole, {
      ...{ language: 'en', format: 'md' },
      evidence: [
        { clause: 'firstResponse', quantiles: [{ share: 0.9, ms: 11_425_999 }], proposal: '<b>5 h</b>', notes: ['n = 7'] },
        { clause: 'pipeline', periods: [{ period: '2026-Q1', actual: 98_765_432, target: 100_000_000 }] },
        { clause: 'conversion', periods: [{ period: '2026-Q1', actual: null, target: 0.2 }] },
        { clause: 'nothing', decided: 5, kept: 5 },
      ],
    })
    expect(text).toContain('- 90% of the cases were done within 3 hours 10 minutes.\n- Proposal: &lt;b&gt;5 h&lt;/b&gt;\n- n = 7')
    expect(text).toContain('- 2026-Q1: €987,654.32, with a target of €1,000,000.')
    expect(text).toContain('- 2026-Q1: nothing to count yet, with a target of 20%.')
  })
})
