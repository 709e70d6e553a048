import { describe, expect, test } from 'vitest'
import { type AgreementDocument, parseAgreement, type ReviewDocument, reviewsDue } from '../../../src/index.ts'

const agreement = (review: ReviewDocument | undefined, to?: string): AgreementDocument => ({
  ...{ agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', parties: { sales: { name: 'Sales' } } },
  ...(to === undefined ? {} : { effective: { to } }),
  ...(review ? { review } : {}),
  clauses: { reply: { kind: 'timed', owedBy: 'sales', clock: 'always', start: { on: 'a' }, stop: { on: 'b' }, within: 'PT1H' } },
})
const due = (review: ReviewDocument | undefined, asOf: string, to?: string) =>
  reviewsDue(agreement(review, to), asOf).map(({ on, status }) => `${on} ${status}`)

describe('reviews that are due', () => {
  const quarterly: ReviewDocument = { next: '2026-01-31', every: 'quarter', remind: 'P14D' }

  test('none without a review, and none before it is told', () => {
    expect(due(undefined, '2030-01-01T00:00:00Z')).toEqual([])
    expect(due(quarterly, '2026-01-16T22:59:59Z')).toEqual([])
  })

  test('soon, due and overdue by the dates of the agreement’s zone', () => {
    expect(due(quarterly, '2026-01-16T23:00:00Z')).toEqual(['2026-01-31 soon'])
    expect(due(quarterly, '2026-01-30T23:00:00Z')).toEqual(['2026-01-31 due'])
    expect(due(quarterly, '2026-01-31T23:00:00Z')).toEqual(['2026-01-31 overdue'])
  })

  test('every quarter, on the last day of a month that is shorter', () => {
    expect(due(quarterly, '2026-08-01T12:00:00Z')).toEqual(['2026-01-31 overdue', '2026-04-30 overdue', '2026-07-31 overdue'])
    expect(due({ next: '2026-01-05', every: 'week' }, '2026-01-19T12:00:00Z')).toEqual([
      '2026-01-05 overdue',
      '2026-01-12 overdue',
      '2026-01-19 due',
    ])
    expect(due({ next: '2024-02-29', every: 'year' }, '2025-03-01T12:00:00Z')).toEqual([
      '2024-02-29 overdue',
      '2025-02-28 overdue',
    ])
  })

  test('a review that was held settles all that had been told by then', () => {
    expect(due({ ...quarterly, held: ['2026-01-20'] }, '2026-02-10T12:00:00Z')).toEqual([])
    expect(due({ ...quarterly, held: ['2026-01-10'] }, '2026-02-10T12:00:00Z')).toEqual(['2026-01-31 overdue'])
    expect(due({ ...quarterly, held: ['2026-04-29'] }, '2026-05-10T12:00:00Z')).toEqual([])
  })

  test('once, where no period is named; never after the end of the agreement', () => {
    expect(due({ next: '2026-01-31' }, '2027-01-01T12:00:00Z')).toEqual(['2026-01-31 overdue'])
    expect(due(quarterly, '2026-08-01T12:00:00Z', '2026-04-30')).toEqual(['2026-01-31 overdue'])
  })

  test('who takes part and what is looked at come with it', () => {
    const [review] = reviewsDue(agreement({ ...quarterly, with: ['mia'], agenda: ['Targets'] }), '2026-01-31T12:00:00Z')
    expect(review).toEqual({ on: '2026-01-31', status: 'due', with: ['mia'], agenda: ['Targets'] })
  })

  test('a review that is wrong is refused with its place', () => {
    const wrong = { next: '2026-02-30', every: 'decade', remind: '-P1D', held: ['yesterday'], agenda: [''] }
    const parsed = parseAgreement({ ...agreement(undefined), review: wrong })
    const issues = parsed.ok ? [] : parsed.issues.map(({ path, code }) => `${path.join('.')} ${code}`)
    expect(issues.sort()).toEqual(
      [
        'review.agenda.0 out-of-range',
        'review.every unknown-value',
        'review.held.0 invalid-date',
        'review.next invalid-date',
        'review.remind out-of-range',
      ].sort(),
    )
  })
})
