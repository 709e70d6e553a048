/** Prints what the documents come to on this machine: a program of its own, because `TZ` and `LANG` must be set before start. */

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineAgreement } from '../../../src/index.ts'
import { type Language, negotiationView, renderAgreement, roleGuide, type WritingFormat } from '../../../src/writing.ts'
import { wholeAgreement } from './whole-agreement.ts'

const demo = defineAgreement(JSON.parse(readFileSync('examples/demo/agreement.json', 'utf8')))
const whole = defineAgreement(wholeAgreement)
const texts = (['en', 'de'] as Language[]).flatMap((language) =>
  (['md', 'html'] as WritingFormat[]).flatMap((format) => [
    renderAgreement(demo, { language, format }),
    renderAgreement(whole, { language, format, previous: [demo] }),
    roleGuide(whole, { language, format, role: 'SDR' }),
    negotiationView(whole, { language, format }),
  ]),
)
const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
console.log(JSON.stringify({ timeZone, locale, digest: createHash('sha256').update(JSON.stringify(texts)).digest('hex') }))
