import { expect, test } from 'vitest'
import document from '../../../examples/demo/agreement.json' with { type: 'json' }
import type { AgreementDocument } from '../../../src/index.ts'
import { readiness } from '../../../src/index.ts'
import { readDemoEvents } from './demo-events.ts'

const agreement = document as AgreementDocument

test('the demo is ready, and no false alarm is raised about its quarter', () => {
  expect(readiness(agreement).findings.map(({ severity, code }) => [severity, code])).toEqual([['info', 'no-end-date']])
  const { isReady, findings, looked } = readiness(agreement, readDemoEvents(), { asOf: '2026-10-01T00:00:00Z' })
  expect([isReady, looked?.events]).toEqual([true, 18_138])
  expect(findings.filter(({ severity }) => severity !== 'info').map(({ message }) => message)).toEqual([])
  // What was planted is found.
  const hits = (code: string) => findings.filter((each) => each.code === code).map(({ evidence }) => evidence?.hits)
  expect([hits('event-repeated'), hits('event-corrected'), hits('events-refused')]).toEqual([[9], [3], [4, 3, 2, 1]])
  expect([hits('move-outside-lifecycle'), hits('definition-not-kept'), hits('acts-like-machine')]).toEqual([[9], [16], []])
})
