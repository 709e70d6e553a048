/** What is promised about leads that come by the thousand, and what follows when it is not kept. */
import { byPerson, event, type Part, type Say } from '../parts.ts'

export function clauses(say: Say): Part<'clauses'> {
  return { ...growth(say), ...sales(say), ...shares(say) }
}

function growth(say: Say): Part<'clauses'> {
  return {
    confirmation: {
      kind: 'timed',
      title: say(
        'A confirmation within two minutes, day and night',
        'Eine Bestätigung innerhalb von zwei Minuten, Tag und Nacht',
      ),
      owedBy: 'growth',
      owedTo: 'sales',
      clock: 'always',
      start: { on: 'lead.created' },
      stop: { on: 'email.sent', when: event('data.template', 'equal', 'confirmation') },
      once: true,
      within: 'PT2M',
    },
    leads: {
      kind: 'volume',
      title: say('Growth fills the queue', 'Growth füllt die Warteschlange'),
      owedBy: 'growth',
      owedTo: 'sales',
      count: { on: 'lead.created', when: { condition: 'reachable' } },
      per: 'week',
      target: 900,
      deduct: { rejected: { enters: 'invalid' }, acceptWindow: 'PT26H' },
    },
    numbers: {
      kind: 'ratio',
      title: say('Numbers that work', 'Nummern, die stimmen'),
      owedBy: 'growth',
      owedTo: 'sales',
      of: { on: 'lead.created' },
      that: { enters: 'invalid' },
      maturity: 'P7D',
      per: 'week',
      atMost: 0.1,
      minimumSample: 20,
    },
  }
}

function sales(say: Say): Part<'clauses'> {
  return {
    speedToLead: {
      kind: 'timed',
      title: say('The first call', 'Der erste Anruf'),
      words: say(
        'The phone rings while the form is still on the screen.',
        'Das Telefon klingelt, solange das Formular noch auf dem Bildschirm ist.',
      ),
      owedBy: 'sales',
      owedTo: 'growth',
      clock: 'shifts',
      start: { on: 'lead.created' },
      stop: { on: ['call.attempted', 'call.connected'], when: byPerson },
      cancel: { enters: 'invalid' },
      attribution: 'ownerAtDue',
      within: [
        { name: say('hot', 'heiß'), when: { condition: 'hot' }, target: 'PT5M' },
        { name: say('all others', 'alle anderen'), target: 'PT30M' },
      ],
      reminders: [{ share: 0.6 }],
      escalation: [
        { after: 'PT5M', action: 'reassign' },
        { after: 'PT30M', action: 'notify', to: 'marcus' },
      ],
    },
    attempts: {
      kind: 'cadence',
      title: say('Five attempts in three days', 'Fünf Versuche in drei Tagen'),
      owedBy: 'sales',
      owedTo: 'growth',
      clock: 'shifts',
      start: { enters: 'called' },
      attempt: { on: ['call.attempted', 'text.sent', 'email.sent'] },
      stop: { enters: ['talked', 'won', 'recycled'] },
      cancel: { enters: 'invalid' },
      count: 5,
      within: { businessDays: 3 },
      spacing: 'PT2H',
      channels: 2,
    },
    disposition: {
      kind: 'timed',
      title: say('Nothing lies about for a week', 'Nichts bleibt eine Woche liegen'),
      owedBy: 'sales',
      owedTo: 'growth',
      clock: 'shifts',
      start: { enters: 'called' },
      stop: { disposed: true },
      within: { businessDays: 7 },
      reminders: [{ share: 0.8, deliver: 'digest' }],
    },
  }
}

function shares(say: Say): Part<'clauses'> {
  return {
    conversations: {
      kind: 'ratio',
      title: say('Calls become conversations', 'Aus Anrufen werden Gespräche'),
      owedBy: 'sales',
      owedTo: 'growth',
      of: { on: 'lead.created', when: { condition: 'reachable' } },
      that: { enters: 'talked' },
      maturity: 'P7D',
      per: 'week',
      atLeast: 0.5,
      minimumSample: 20,
      suspendedWhile: 'numbers',
    },
    quickEnough: {
      kind: 'compliance',
      title: say('85% of first calls in time', '85 % der ersten Anrufe rechtzeitig'),
      owedBy: 'sales',
      owedTo: 'growth',
      clause: 'speedToLead',
      per: 'week',
      atLeast: 0.85,
      minimumSample: 20,
    },
  }
}

export function enforcement(say: Say): Part<'enforcement'> {
  return {
    ladders: {
      speed: {
        title: say('Slow shifts', 'Langsame Schichten'),
        owedBy: 'sales',
        for: 'team',
        clauses: ['speedToLead'],
        per: 'week',
        strike: { fact: 'keptShare', operator: 'lessThan', value: 0.85 },
        minimumSample: 10,
        forgiveAfter: 4,
        judgeAfter: 'P2D',
        steps: [
          { name: say('Notice', 'Hinweis'), action: 'notice', to: 'marcus' },
          {
            name: say('Roster', 'Schichtplan'),
            words: say(
              'The roster follows the hours in which leads come.',
              'Der Schichtplan folgt den Stunden, in denen Leads kommen.',
            ),
            action: 'coaching',
            to: 'marcus',
          },
        ],
      },
      queue: {
        title: say('Empty queue', 'Leere Warteschlange'),
        owedBy: 'growth',
        for: 'party',
        clauses: ['leads', 'numbers'],
        per: 'week',
        steps: [{ name: say('Notice', 'Hinweis'), action: 'notice', to: 'renee' }],
      },
    },
  }
}
