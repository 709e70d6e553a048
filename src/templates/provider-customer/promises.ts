/** What a provider and its customer promise each other, and what follows when it is not kept. */
import type { ClauseDocument } from '../../agreement/document.ts'
import { byPerson, type Part, type Say } from '../parts.ts'

export function clauses(say: Say): Part<'clauses'> {
  return { ...critical(say), ...provider(say), ...customer(say) }
}

/** A critical case counts around the clock, all others on the hours of the desk: two clocks, and so two promises. */
function critical(say: Say): Part<'clauses'> {
  return {
    emergency: {
      kind: 'timed',
      title: say('Critical cases, day and night', 'Kritische Vorgänge, Tag und Nacht'),
      owedBy: 'provider',
      owedTo: 'customer',
      clock: 'always',
      start: { on: 'lead.created', when: { condition: 'critical' } },
      stop: { on: ['call.connected', 'message.sent'], when: byPerson },
      requires: { condition: 'critical' },
      within: 'PT30M',
      reminders: [{ share: 0.5, deliver: 'anyTime', to: 'ben' }],
      escalation: [{ action: 'notify', to: 'ben' }],
    },
  }
}

function provider(say: Say): Part<'clauses'> {
  return {
    reaction: {
      kind: 'timed',
      title: say('The provider reacts', 'Der Anbieter reagiert'),
      owedBy: 'provider',
      owedTo: 'customer',
      clock: 'desk',
      start: { on: 'lead.created', when: { not: { condition: 'critical' } } },
      stop: { on: ['call.connected', 'message.sent'], when: byPerson },
      cancel: { enters: 'rejected' },
      within: [
        { name: say('important', 'wichtig'), when: { condition: 'important' }, target: 'PT2H' },
        { name: say('all others', 'alle anderen'), target: { businessDays: 1 } },
      ],
      reminders: [{ share: 0.75 }],
      escalation: [
        { action: 'notify', to: 'ben' },
        { after: 'PT4H', action: 'reassign' },
      ],
    },
    repair: repair(say),
    kept: {
      kind: 'compliance',
      title: say('95% of repairs in time', '95 % der Behebungen rechtzeitig'),
      owedBy: 'provider',
      owedTo: 'customer',
      clause: 'repair',
      per: 'quarter',
      atLeast: 0.95,
      minimumSample: 10,
    },
    again: {
      kind: 'ratio',
      title: say('It stays repaired', 'Es bleibt behoben'),
      owedBy: 'provider',
      owedTo: 'customer',
      of: { enters: 'accepted' },
      that: { leaves: 'accepted' },
      maturity: 'P14D',
      per: 'quarter',
      atMost: 0.1,
      minimumSample: 10,
    },
  }
}

function customer(say: Say): Part<'clauses'> {
  return {
    answer: {
      kind: 'timed',
      title: say('The customer answers questions', 'Der Kunde beantwortet Fragen'),
      owedBy: 'customer',
      owedTo: 'provider',
      clock: 'customer',
      start: { enters: 'asking' },
      stop: { leaves: 'asking' },
      within: { businessDays: 2 },
      reminders: [{ before: 'PT4H', to: 'clara' }],
      escalation: [{ action: 'notify', to: 'clara' }],
    },
    check: {
      kind: 'timed',
      title: say('The customer looks whether it works', 'Der Kunde prüft, ob es geht'),
      owedBy: 'customer',
      owedTo: 'provider',
      clock: 'customer',
      start: { enters: 'delivered' },
      stop: { leaves: 'delivered' },
      within: { businessDays: 5 },
      reminders: [{ before: 'PT8H', to: 'clara' }],
    },
  }
}

export function enforcement(say: Say): Part<'enforcement'> {
  return {
    ladders: {
      credit: {
        title: say('Service credit', 'Gutschrift'),
        owedBy: 'provider',
        for: 'party',
        clauses: ['kept', 'emergency'],
        per: 'quarter',
        forgiveAfter: 4,
        steps: [
          {
            name: say('Report', 'Bericht'),
            words: say('The provider says in writing what went wrong.', 'Der Anbieter sagt schriftlich, was schiefging.'),
            action: 'notice',
            to: 'clara',
          },
          {
            name: say('Credit', 'Gutschrift'),
            action: 'moveBudget',
            from: 'provider',
            to: 'customer',
            amountMinor: 250_000,
            currency: 'EUR',
          },
        ],
      },
      patience: {
        title: say('Questions without an answer', 'Fragen ohne Antwort'),
        owedBy: 'customer',
        for: 'party',
        clauses: ['answer', 'check'],
        per: 'quarter',
        strike: { fact: 'breaches', operator: 'greaterThanInclusive', value: 5 },
        steps: [{ name: say('Talk', 'Gespräch'), action: 'coaching', to: 'clara' }],
      },
    },
  }
}

function repair(say: Say): ClauseDocument {
  return {
    kind: 'timed',
    title: say('The provider repairs', 'Der Anbieter behebt'),
    owedBy: 'provider',
    owedTo: 'customer',
    clock: 'desk',
    start: { enters: 'working' },
    stop: { enters: 'delivered' },
    pause: { enters: 'asking' },
    resume: { leaves: 'asking' },
    cancel: { enters: 'rejected' },
    reopenWindow: 'P14D',
    within: [
      { name: say('critical', 'kritisch'), when: { condition: 'critical' }, target: 'PT8H' },
      { name: say('important', 'wichtig'), when: { condition: 'important' }, target: 'PT16H' },
      { name: say('all others', 'alle anderen'), target: { businessDays: 10 } },
    ],
    reminders: [{ share: 0.5 }, { share: 0.8, to: 'ben' }],
    escalation: [{ action: 'notify', to: 'ben' }],
  }
}
