/**
 * Lesson 12: the next version.
 *
 * An agreement starts from a template and is refined every quarter. A change is a small patch: it is applied, the difference is said in
 * words to those who are bound by it, and what nobody has to consent to is told apart from what somebody has. On the day on which the
 * version begins, clocks that run stay with the old one.
 */
import { type AgreementDocument, applyPatch, defineAgreement, diff, evaluate, type PatchOperation, reviewsDue } from 'lead-sla'
import { template } from 'lead-sla/templates'
import { renderChanges } from 'lead-sla/writing'

const { agreement: first, events, asOf } = template('b2b-inbound')

/** What the review of the first quarter has decided. */
const decided: readonly PatchOperation[] = [
  { op: 'replace', path: '/version', value: '2.0' },
  { op: 'replace', path: '/effective/from', value: '2027-04-19' },
  // Hot leads are answered faster, and everybody else gets a little more time.
  { op: 'replace', path: '/clauses/firstResponse/within/0/target', value: 'PT20M' },
  { op: 'replace', path: '/clauses/firstResponse/within/1/target', value: 'PT5H' },
  { op: 'replace', path: '/clauses/firstResponse/reminders/0', value: { share: 0.7 } },
  // The fair will be over.
  { op: 'remove', path: '/exceptions/0' },
  { op: 'add', path: '/review/held', value: ['2027-04-06'] },
]

export function main(): string {
  const second = applyPatch(first, decided) as AgreementDocument
  const { changes, breaking } = diff(first, second)
  const bound = new Set(
    changes.flatMap(({ bearings }) => bearings.flatMap(({ party, effect }) => (effect === 'easier' ? [] : [party]))),
  )
  const versions = [{ ...first, effective: { from: '2027-01-01' } }, second].map((each) => defineAgreement(each))
  const { obligations } = evaluate(versions, events, { asOf })
  const due = (at: string) =>
    [first, second]
      .map(
        (each) =>
          reviewsDue(each, at)
            .map(({ on, status }) => `${on} ${status}`)
            .join() || 'none',
      )
      .join('; then: ')
  return [
    renderChanges(first, second, { language: 'en', format: 'text' }).trimEnd(),
    '',
    `Has to consent: ${breaking ? [...bound].map((party) => first.parties[party ?? '']?.name).join(', ') : 'nobody'}`,
    `Judged by version 1.0 in January: ${obligations.filter(({ version }) => version === '1.0').length} of ${obligations.length} clocks`,
    `Reviews due on 7 April: ${due('2027-04-07T08:00:00+02:00')}`,
    '',
    ...renderChanges(first, second, { language: 'de', format: 'text' }).split('\n').slice(0, 7),
  ].join('\n')
}
