/** What is promised about target accounts, and what follows when it is not kept. */
import type { ClauseDocument } from '../../agreement/document.ts'
import { byPerson, type Part, type Say } from '../parts.ts'

export function clauses(say: Say): Part<'clauses'> {
  return { ...marketing(say), ...sales(say) }
}

function marketing(say: Say): Part<'clauses'> {
  return {
    brief: {
      kind: 'timed',
      title: say('A brief before the first call', 'Ein Dossier vor dem ersten Anruf'),
      owedBy: 'marketing',
      owedTo: 'sales',
      clock: 'office',
      start: { enters: 'engaged' },
      stop: { on: 'brief.delivered' },
      cancel: { enters: 'parked' },
      within: { businessDays: 2 },
      reminders: [{ before: 'PT4H', to: 'milan' }],
      escalation: [{ action: 'notify', to: 'helene' }],
    },
    engagedAccounts: {
      kind: 'volume',
      title: say('Doors are opened', 'Türen werden geöffnet'),
      owedBy: 'marketing',
      owedTo: 'sales',
      count: { enters: 'engaged' },
      per: 'quarter',
      target: 12,
      cooldown: 'P180D',
      carryOver: { surplus: true, cap: 4 },
    },
    sourcedPipeline: {
      kind: 'amount',
      title: say('Pipeline that marketing has sourced', 'Pipeline, die das Marketing angebahnt hat'),
      owedBy: 'marketing',
      owedTo: 'sales',
      sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
      currency: 'EUR',
      credit: { as: 'sourced', by: 'firstTouch' },
      per: 'quarter',
      target: 100_000_000,
    },
  }
}

function sales(say: Say): Part<'clauses'> {
  return {
    outreach: outreach(say),
    persistence: {
      kind: 'cadence',
      title: say('Eight attempts over three channels', 'Acht Versuche über drei Kanäle'),
      owedBy: 'sales',
      owedTo: 'marketing',
      clock: 'office',
      start: { enters: 'engaged' },
      attempt: { on: ['call.attempted', 'call.connected', 'email.sent', 'message.sent', 'letter.sent'] },
      stop: { enters: 'meeting' },
      cancel: { enters: 'parked' },
      count: 8,
      within: { businessDays: 20 },
      spacing: 'PT24H',
      channels: 3,
    },
    verdict: {
      kind: 'timed',
      title: say('Every account gets a verdict', 'Über jeden Kunden wird entschieden'),
      owedBy: 'sales',
      owedTo: 'marketing',
      clock: 'office',
      start: { enters: 'engaged' },
      stop: { disposed: true },
      within: { businessDays: 60 },
      reminders: [{ share: 0.75 }],
    },
    meetings: {
      kind: 'ratio',
      title: say('Open doors become meetings', 'Aus offenen Türen werden Termine'),
      owedBy: 'sales',
      owedTo: 'marketing',
      of: { enters: 'engaged' },
      that: { enters: 'meeting' },
      maturity: 'P30D',
      per: 'quarter',
      atLeast: 0.4,
      minimumSample: 8,
      suspendedWhile: 'brief',
    },
  }
}

export function enforcement(say: Say): Part<'enforcement'> {
  return {
    ladders: {
      doors: {
        title: say('Doors left open', 'Offen gelassene Türen'),
        owedBy: 'sales',
        for: 'owner',
        clauses: ['outreach'],
        per: 'quarter',
        strike: { fact: 'breaches', operator: 'greaterThanInclusive', value: 2 },
        forgiveAfter: 2,
        steps: [
          { name: say('Talk', 'Gespräch'), action: 'coaching', to: 'viktor' },
          { name: say('Return', 'Rückgabe'), action: 'returnLeads', to: 'pool' },
        ],
      },
      list: {
        title: say('Too few doors', 'Zu wenige Türen'),
        owedBy: 'marketing',
        for: 'party',
        clauses: ['engagedAccounts'],
        per: 'quarter',
        steps: [
          {
            name: say('Plan', 'Plan'),
            words: say('Marketing shows the plan for the next quarter.', 'Das Marketing zeigt den Plan für das nächste Quartal.'),
            action: 'notice',
            to: 'helene',
          },
          {
            name: say('Budget', 'Etat'),
            action: 'moveBudget',
            from: 'marketing',
            to: 'sales',
            amountMinor: 2_000_000,
            currency: 'EUR',
          },
        ],
      },
    },
  }
}

function outreach(say: Say): ClauseDocument {
  return {
    kind: 'timed',
    title: say('Sales calls while the door is open', 'Der Vertrieb ruft an, solange die Tür offen ist'),
    owedBy: 'sales',
    owedTo: 'marketing',
    clock: 'office',
    after: 'brief',
    start: { enters: 'engaged' },
    stop: { on: ['call.connected', 'email.sent', 'meeting.booked'], when: byPerson },
    cancel: { enters: 'parked' },
    within: [
      { name: say('tier one', 'erste Stufe'), when: { condition: 'tierOne' }, target: 'PT8H' },
      { name: say('all other accounts', 'alle anderen Kunden'), target: { businessDays: 2 } },
    ],
    reminders: [{ before: 'PT2H' }],
    escalation: [
      { action: 'notify', to: 'viktor' },
      { after: 'PT16H', action: 'reassign' },
    ],
  }
}
