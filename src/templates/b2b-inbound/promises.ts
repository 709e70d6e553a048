/** What is promised about inbound leads, and what follows when it is not kept. */
import type { ClauseDocument } from '../../agreement/document.ts'
import { byPerson, type Part, type Say, toSomebody } from '../parts.ts'

export function timed(say: Say): Part<'clauses'> {
  return {
    handOver: {
      kind: 'timed',
      title: say(
        'Every qualified lead has an owner within the hour',
        'Jeder qualifizierte Lead hat binnen einer Stunde eine zuständige Person',
      ),
      owedBy: 'marketing',
      owedTo: 'sales',
      clock: 'office',
      start: { enters: 'mql' },
      stop: { on: 'lead.assigned', when: toSomebody },
      cancel: { leaves: 'mql' },
      within: 'PT1H',
      reminders: [{ share: 0.5, to: 'nora' }],
    },
    firstResponse: firstResponse(say),
    acceptance: {
      kind: 'timed',
      title: say(
        'Sales accepts or rejects by the end of the next business day',
        'Der Vertrieb nimmt bis zum Ende des nächsten Geschäftstags an oder lehnt ab',
      ),
      owedBy: 'sales',
      owedTo: 'marketing',
      clock: 'office',
      start: { enters: 'mql' },
      stop: { leaves: 'mql' },
      within: { endOfBusinessDay: 1 },
      reminders: [{ before: 'PT2H' }],
    },
    followUp: {
      kind: 'cadence',
      title: say('Nobody is given up after one call', 'Niemand wird nach einem Anruf aufgegeben'),
      owedBy: 'sales',
      owedTo: 'marketing',
      clock: 'office',
      start: { enters: 'working' },
      attempt: { on: ['call.attempted', 'call.connected', 'email.sent'] },
      stop: { disposed: true },
      count: 6,
      within: { businessDays: 10 },
      spacing: 'PT4H',
      channels: 2,
    },
  }
}

export function counted(say: Say): Part<'clauses'> {
  return {
    qualifiedLeads: {
      kind: 'volume',
      title: say('Marketing delivers', 'Das Marketing liefert'),
      owedBy: 'marketing',
      owedTo: 'sales',
      count: { enters: 'mql' },
      per: 'month',
      target: 120,
      cooldown: 'P90D',
      deduct: { rejected: { enters: 'disqualified' }, acceptWindow: { businessDays: 5 }, lockAfter: 'P7D' },
    },
    quality: {
      kind: 'ratio',
      title: say('Few leads are rejected', 'Wenige Leads werden abgelehnt'),
      owedBy: 'marketing',
      owedTo: 'sales',
      of: { enters: 'mql' },
      that: { enters: 'disqualified' },
      maturity: 'P14D',
      per: 'month',
      atMost: 0.15,
      minimumSample: 20,
    },
    conversion: {
      kind: 'ratio',
      title: say('Qualified leads become projects', 'Qualifizierte Leads werden Projekte'),
      owedBy: 'sales',
      owedTo: 'marketing',
      of: { enters: 'mql' },
      that: { enters: 'qualified' },
      maturity: 'P60D',
      per: 'month',
      atLeast: 0.2,
      minimumSample: 30,
      suspendedWhile: 'quality',
    },
    inTime: {
      kind: 'compliance',
      title: say('Nine in ten answers are in time', 'Neun von zehn Antworten kommen rechtzeitig'),
      owedBy: 'sales',
      owedTo: 'marketing',
      clause: 'firstResponse',
      per: 'month',
      atLeast: 0.9,
      minimumSample: 20,
    },
  }
}

export function enforcement(say: Say): Part<'enforcement'> {
  return {
    ladders: {
      answering: {
        title: say('Answering', 'Antworten'),
        owedBy: 'sales',
        for: 'team',
        clauses: ['firstResponse'],
        per: 'month',
        strike: { fact: 'keptShare', operator: 'lessThan', value: 0.9 },
        minimumSample: 20,
        grace: 1,
        forgiveAfter: 3,
        steps: [
          { name: say('Notice', 'Hinweis'), action: 'notice', to: 'katrin' },
          { name: say('Coaching', 'Gespräch'), action: 'coaching', to: 'katrin' },
          { name: say('Return', 'Rückgabe'), action: 'returnLeads', to: 'pool' },
        ],
      },
      delivering: {
        title: say('Delivering', 'Liefern'),
        owedBy: 'marketing',
        for: 'party',
        clauses: ['qualifiedLeads'],
        per: 'quarter',
        steps: [
          { name: say('Notice', 'Hinweis'), action: 'notice', to: 'nora' },
          {
            name: say('Budget', 'Budget'),
            action: 'moveBudget',
            from: 'marketing',
            to: 'sales',
            amountMinor: 1_000_000,
            currency: 'EUR',
          },
        ],
      },
    },
  }
}

function firstResponse(say: Say): ClauseDocument {
  return {
    kind: 'timed',
    title: say('Sales answers', 'Der Vertrieb antwortet'),
    words: say('Whoever asks hears from a person.', 'Wer fragt, hört von einem Menschen.'),
    owedBy: 'sales',
    owedTo: 'marketing',
    clock: 'office',
    start: { on: 'lead.assigned', when: toSomebody },
    stop: { on: ['call.connected', 'email.sent', 'meeting.booked'], when: byPerson },
    pause: { on: 'lead.snoozed' },
    resume: { on: 'lead.woken' },
    cancel: { enters: ['nurture', 'disqualified'] },
    runs: 'owner',
    within: [
      { name: say('hot', 'heiß'), when: { condition: 'hot' }, target: 'PT30M' },
      { name: say('everybody else', 'alle anderen'), target: 'PT4H' },
    ],
    reminders: [{ share: 0.5 }, { before: 'PT10M' }],
    escalation: [
      { action: 'notify', to: 'katrin' },
      { after: 'PT1H', action: 'reassign' },
      { after: 'PT4H', action: 'pool' },
    ],
  }
}
