import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defineAgreement, evaluate, readiness } from '../../../src/index.ts'
import { type TemplateName, template, templateNames } from '../../../src/templates.ts'
import { type Language, renderAgreement } from '../../../src/writing.ts'
import { readText, root } from '../../repository.ts'
import { figures } from './figures.ts'

const languages: readonly Language[] = ['en', 'de']
const each = templateNames.flatMap((name) => languages.map((lang) => [name, lang] as const))

/** The names in a document: what is not said but called. */
function skeleton(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(skeleton)
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? 'text' : value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, skeleton(inner)]))
}

describe('the templates', () => {
  test.each(each)('%s in %s is valid, without a finding, and holds all parts', (name, lang) => {
    const { agreement, commentary, events } = template(name, { lang })
    const checked = defineAgreement(agreement)
    expect(checked.findings).toEqual([])
    expect(JSON.parse(JSON.stringify(agreement))).toEqual(agreement)
    for (const part of [
      'purpose',
      'effective',
      'definitions',
      'lifecycle',
      'calendars',
      'exceptions',
      'enforcement',
      'incentives',
      'review',
    ])
      expect(agreement).toHaveProperty(part)
    for (const { definition } of Object.values(agreement.lifecycle?.states ?? {})) expect(definition).toMatch(/\.$/)
    for (const party of Object.keys(agreement.parties))
      expect(Object.values(agreement.clauses).some(({ owedBy }) => owedBy === party)).toBe(true)
    for (const calendar of Object.values(agreement.calendars ?? {})) expect(calendar).toHaveProperty('holidays')
    const clauses = Object.values(agreement.clauses)
    expect(clauses.every(({ title }) => title !== undefined)).toBe(true)
    expect(clauses.some((clause) => clause.kind === 'timed' && clause.reminders && clause.escalation)).toBe(true)
    expect(commentary.length).toBeGreaterThanOrEqual(5)
    for (const { about, text } of commentary) {
      expect(Object.keys(agreement.clauses)).toContain(about)
      expect(text).toMatch(/\.$/)
    }
    expect(new Set(events.map(({ lead }) => lead)).size).toBeGreaterThanOrEqual(12)
  })

  test.each(each)('%s in %s is ready to be signed, and its stream shows nothing that stands in the way', (name, lang) => {
    const { agreement, events, asOf } = template(name, { lang })
    for (const found of [readiness(agreement), readiness(agreement, events, { asOf })]) {
      expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(found.isReady).toBe(true)
    }
  })

  test.each(templateNames)('%s is the same agreement in both languages', (name) => {
    const [english, german] = languages.map((lang) => template(name, { lang }))
    const { definitions: _en, ...inEnglish } = english?.agreement ?? {}
    const { definitions: _de, ...inGerman } = german?.agreement ?? {}
    expect(skeleton(inGerman)).toEqual(skeleton(inEnglish))
    expect(Object.keys(_de ?? {}).length).toBe(Object.keys(_en ?? {}).length)
    expect(german?.events).toEqual(english?.events)
    expect(german?.commentary.map(({ about }) => about)).toEqual(english?.commentary.map(({ about }) => about))
    expect([german?.title, german?.summary]).not.toContain(english?.title)
  })

  test.each(templateNames)('%s: its example comes out as one counts by hand', (name) => {
    const { agreement, events, asOf } = template(name)
    const { obligations, periods, refused, findings } = evaluate(agreement, events, { asOf })
    expect([refused, findings]).toEqual([[], []])
    const clocks: Record<string, Record<string, number>> = {}
    for (const { clause, status } of obligations) {
      const counts = clocks[clause] ?? {}
      counts[status] = (counts[status] ?? 0) + 1
      clocks[clause] = counts
    }
    const counted = periods
      .filter(({ sample }) => sample > 0)
      .map(
        ({ clause, actual, sample, status }) =>
          `${clause} ${actual === null ? '-' : Math.round(actual * 1000) / 1000} of ${sample}: ${status}`,
      )
    expect({ clocks, counted }).toEqual(figures[name])
  })

  test('each call gives a copy', () => {
    const [one, two] = [template('b2b-inbound'), template('b2b-inbound')]
    expect(one.events[0]).toEqual(two.events[0])
    expect(one.events[0]).not.toBe(two.events[0])
    expect(one.agreement).not.toBe(two.agreement)
  })

  test('what is not known is refused, the nearest one first', () => {
    expect(() => template('b2b-inbond' as TemplateName)).toThrow(/known: b2b-inbound/)
    expect(() => template('product-led', { lang: 'fr' as Language })).toThrow(/lang: .*known: de, en|lang: .*known: en, de/)
  })
})

/** Documents that were read. After a change of the words write them anew with LEAD_SLA_GOLDEN=1 and read what changed. */
describe('the templates in writing', () => {
  test.each(each)('%s in %s is as it was read', (name, lang) => {
    const folder = join(root, 'test/unit/templates/golden')
    const file = `${name}.${lang}.md`
    const text = renderAgreement(template(name, { lang }).agreement, { language: lang, format: 'md' })
    expect(text).not.toMatch(/undefined|NaN|\[object/)
    if (process.env.LEAD_SLA_GOLDEN) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, file), text)
    }
    expect(existsSync(join(folder, file)), 'write it with LEAD_SLA_GOLDEN=1').toBe(true)
    expect(text).toBe(readText(`test/unit/templates/golden/${file}`))
  })
})
