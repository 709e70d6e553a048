/** What a vendor and its partner promise each other, and what follows when it is not kept. */
import type { ClauseDocument } from '../../agreement/document.ts'
import { byPerson, event, type Part, type Say } from '../parts.ts'

export function clauses(say: Say): Part<'clauses'> {
  return { ...vendor(say), ...partner(say) }
}

function vendor(say: Say): Part<'clauses'> {
  return {
    approval: {
      kind: 'timed',
      title: say('A registered deal is approved or refused', 'Ein angemeldetes Geschäft wird genehmigt oder abgelehnt'),
      owedBy: 'vendor',
      owedTo: 'partner',
      clock: 'vendor',
      start: { enters: 'registered' },
      stop: { leaves: 'registered' },
      within: [
        { name: say('large deals', 'große Geschäfte'), when: { condition: 'largeDeal' }, target: { businessDays: 1 } },
        { name: say('all others', 'alle anderen'), target: { businessDays: 2 } },
      ],
      reminders: [{ before: 'PT4H', to: 'tomas' }],
    },
    leadsGiven: {
      kind: 'volume',
      title: say('The vendor gives leads', 'Der Hersteller übergibt Leads'),
      owedBy: 'vendor',
      owedTo: 'partner',
      count: { enters: 'given' },
      per: 'quarter',
      clock: 'vendor',
      target: 30,
      deduct: {
        rejected: { enters: 'returned' },
        codes: ['outside territory', 'no need', 'duplicate'],
        acceptWindow: { businessDays: 5 },
      },
    },
  }
}

function partner(say: Say): Part<'clauses'> {
  return {
    firstContact: firstContact(say),
    accept: {
      kind: 'timed',
      title: say('The partner accepts or returns', 'Der Partner nimmt an oder gibt zurück'),
      owedBy: 'partner',
      owedTo: 'vendor',
      clock: 'partner',
      start: { enters: 'given' },
      stop: { leaves: 'given' },
      within: { businessDays: 5 },
    },
    report: {
      kind: 'timed',
      title: say('The partner reports every two weeks', 'Der Partner berichtet alle zwei Wochen'),
      words: say(
        'Every report opens the next two weeks, until the deal is closed, lost or returned.',
        'Jeder Bericht eröffnet die nächsten zwei Wochen, bis das Geschäft abgeschlossen, verloren oder zurückgegeben ist.',
      ),
      owedBy: 'partner',
      owedTo: 'vendor',
      clock: 'always',
      start: { on: ['lead.moved', 'report.sent'], when: { fact: 'state', operator: 'equal', value: 'working' } },
      stop: { on: 'report.sent' },
      cancel: { disposed: true },
      within: 'P14D',
      reminders: [{ before: 'P2D', on: 'wall', deliver: 'digest' }],
    },
    closed: {
      kind: 'amount',
      title: say('The partner sells', 'Der Partner verkauft'),
      owedBy: 'partner',
      owedTo: 'vendor',
      sum: { on: 'opportunity.updated', path: '$.data.amountMinor', when: event('data.stage', 'equal', 'won') },
      currency: 'EUR',
      per: 'quarter',
      clock: 'partner',
      target: 15_000_000,
    },
    closingRate: {
      kind: 'ratio',
      title: say('One lead in five is closed', 'Jeder fünfte Lead führt zum Abschluss'),
      owedBy: 'partner',
      owedTo: 'vendor',
      of: { enters: 'given' },
      that: { enters: 'closed' },
      maturity: 'P90D',
      per: 'quarter',
      atLeast: 0.2,
      minimumSample: 10,
      suspendedWhile: 'leadsGiven',
    },
  }
}

export function enforcement(say: Say): Part<'enforcement'> {
  return {
    ladders: {
      silence: {
        title: say('Leads that nobody calls', 'Leads, die niemand anruft'),
        owedBy: 'partner',
        for: 'party',
        clauses: ['firstContact', 'report'],
        per: 'quarter',
        strike: { fact: 'breaches', operator: 'greaterThanInclusive', value: 3 },
        forgiveAfter: 2,
        steps: [
          { name: say('Talk', 'Gespräch'), action: 'coaching', to: 'ingrid' },
          { name: say('Return', 'Rückgabe'), action: 'returnLeads', to: 'vendor' },
        ],
      },
      drought: {
        title: say('Too few leads', 'Zu wenige Leads'),
        owedBy: 'vendor',
        for: 'party',
        clauses: ['leadsGiven'],
        per: 'quarter',
        steps: [
          { name: say('Notice', 'Hinweis'), action: 'notice', to: 'tomas' },
          {
            name: say('Fund', 'Zuschuss'),
            action: 'moveBudget',
            from: 'vendor',
            to: 'partner',
            amountMinor: 300_000,
            currency: 'EUR',
          },
        ],
      },
    },
  }
}

function firstContact(say: Say): ClauseDocument {
  return {
    kind: 'timed',
    title: say('The partner calls', 'Der Partner ruft an'),
    owedBy: 'partner',
    owedTo: 'vendor',
    clock: 'partner',
    start: { enters: 'given' },
    stop: { on: ['call.connected', 'email.sent', 'meeting.booked'], when: byPerson },
    cancel: { enters: 'returned' },
    within: { businessDays: 1 },
    reminders: [{ before: 'PT2H' }],
    escalation: [
      { action: 'notify', to: 'ingrid' },
      { after: 'PT16H', action: 'pool', to: 'vendor' },
    ],
  }
}
