import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { defineAgreement } from '../../../src/index.ts'
import { negotiationView, renderAgreement, roleGuide } from '../../../src/writing.ts'
import { tagsOf } from '../../oracle/markup-oracle.ts'
import { readText, root } from '../../repository.ts'
import { wholeAgreement } from './whole-agreement.ts'

/**
 * Documents that were read word by word. After a change of the words write them anew with LEAD_SLA_GOLDEN=1 and read what
 * changed.
 */
const demo = defineAgreement(JSON.parse(readText('examples/demo/agreement.json')))
const whole = defineAgreement(wholeAgreement)
const before = defineAgreement({
  ...wholeAgreement,
  version: '2026.1',
  effective: { from: '2026-01-01', to: '2026-04-01' },
  clauses: Object.fromEntries(Object.entries(wholeAgreement.clauses).filter(([id]) => id !== 'followUp')),
  conditions: { hot: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 90 }] } },
})

const documents: Record<string, () => string> = {
  'demo.en.md': () => renderAgreement(demo, { language: 'en', format: 'md' }),
  'demo.en.html': () => renderAgreement(demo, { language: 'en', format: 'html' }),
  'demo.de.md': () => renderAgreement(demo, { language: 'de', format: 'md' }),
  'demo.de.html': () => renderAgreement(demo, { language: 'de', format: 'html' }),
  'whole.en.md': () => renderAgreement(whole, { language: 'en', format: 'md', previous: [before] }),
  'whole.de.md': () => renderAgreement(whole, { language: 'de', format: 'md', previous: [before] }),
  'guide-sdr.en.md': () => roleGuide(whole, { language: 'en', format: 'md', role: 'SDR' }),
  'guide-account-executive.de.md': () => roleGuide(whole, { language: 'de', format: 'md', role: 'Account executive' }),
  'guide-sales-manager.de.md': () => roleGuide(whole, { language: 'de', format: 'md', role: 'Sales manager' }),
  'guide-marketing-manager.en.md': () => roleGuide(whole, { language: 'en', format: 'md', role: 'marketing manager' }),
  'negotiation.de.md': () => {
    const evidence = [
      {
        clause: 'firstResponse',
        decided: 214,
        kept: 178,
        medianUsedMs: 2_520_000,
        quantiles: [{ share: 0.9, ms: 11_400_000 }],
        proposal: 'PT5H für alle',
      },
      { clause: 'mqls', periods: [{ period: '2026-04', actual: 310, target: 300 }] },
    ]
    return negotiationView(whole, { language: 'de', format: 'md', evidence })
  },
}

const folder = join(root, 'test/unit/writing/golden')

describe('the documents that were read', () => {
  test.each(Object.entries(documents))('%s is as it was read', (name, write) => {
    const path = join(folder, name)
    const text = write()
    if (process.env.LEAD_SLA_GOLDEN) {
      mkdirSync(folder, { recursive: true })
      writeFileSync(path, text)
    }
    expect(existsSync(path), 'write it with LEAD_SLA_GOLDEN=1').toBe(true)
    expect(text).toBe(readText(`test/unit/writing/golden/${name}`))
    if (name.endsWith('.html')) tagsOf(text)
  })
})
