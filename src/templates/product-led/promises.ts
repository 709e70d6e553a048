/** What is promised about people who try the product, and what follows when it is not kept. */
import type { ClauseDocument } from '../../agreement/document.ts'
import { byPerson, type Part, type Say, toSomebody } from '../parts.ts'

export function clauses(say: Say): Part<'clauses'> {
  return { ...growth(say), ...sales(say) }
}

function growth(say: Say): Part<'clauses'> {
  return {
    signal: {
      kind: 'timed',
      title: say('The signal reaches somebody', 'Das Signal kommt an'),
      owedBy: 'growth',
      owedTo: 'sales',
      clock: 'office',
      start: { enters: 'pql' },
      stop: { on: 'lead.assigned', when: toSomebody },
      cancel: { leaves: 'pql' },
      within: 'PT30M',
      reminders: [{ share: 0.5, to: 'priya' }],
    },
    qualified: {
      kind: 'volume',
      title: say('Trials become product-qualified', 'Aus Proben werden produktqualifizierte Leads'),
      owedBy: 'growth',
      owedTo: 'sales',
      count: { enters: 'pql' },
      per: 'month',
      target: [{ target: 60 }, { from: '2027-07-01', target: 75 }],
      cooldown: 'P60D',
      weights: [{ name: say('large teams', 'große Teams'), when: { condition: 'team' }, worth: 3 }, { worth: 1 }],
    },
    leftAlone: {
      kind: 'ratio',
      title: say('Some need nobody', 'Manche brauchen niemanden'),
      owedBy: 'growth',
      owedTo: 'sales',
      of: { enters: 'pql' },
      that: { enters: 'paying', when: { fact: 'owner', operator: 'equal', value: null } },
      maturity: 'P45D',
      per: 'month',
      atLeast: 0.1,
      minimumSample: 20,
    },
  }
}

function sales(say: Say): Part<'clauses'> {
  return {
    assist: assist(say),
    gentle: {
      kind: 'cadence',
      title: say('Two more tries, and then quiet', 'Noch zwei Versuche, dann Ruhe'),
      owedBy: 'sales',
      owedTo: 'growth',
      clock: 'office',
      start: { enters: 'talking' },
      attempt: { on: ['message.sent', 'email.sent', 'call.connected'] },
      stop: { disposed: true },
      count: 2,
      within: { businessDays: 10 },
      spacing: 'PT48H',
    },
    conversion: {
      kind: 'ratio',
      title: say('One in four pays', 'Jeder vierte zahlt'),
      owedBy: 'sales',
      owedTo: 'growth',
      of: { enters: 'pql' },
      that: { enters: 'paying' },
      maturity: 'P45D',
      per: 'month',
      atLeast: 0.25,
      minimumSample: 20,
      suspendedWhile: 'signal',
    },
    helpInTime: {
      kind: 'compliance',
      title: say('Nine in ten get help in time', 'Neun von zehn bekommen rechtzeitig Hilfe'),
      owedBy: 'sales',
      owedTo: 'growth',
      clause: 'assist',
      per: 'month',
      atLeast: 0.9,
      minimumSample: 15,
    },
  }
}

export function enforcement(say: Say): Part<'enforcement'> {
  return {
    ladders: {
      help: {
        title: say('Help that came too late', 'Hilfe, die zu spät kam'),
        owedBy: 'sales',
        for: 'owner',
        clauses: ['assist'],
        per: 'month',
        strike: { fact: 'keptShare', operator: 'lessThan', value: 0.8 },
        minimumSample: 8,
        grace: 2,
        forgiveAfter: 3,
        steps: [
          { name: say('Talk', 'Gespräch'), action: 'coaching', to: 'daniel' },
          { name: say('Return', 'Rückgabe'), action: 'returnLeads', to: 'pool' },
        ],
      },
      signals: {
        title: say('Signals that got lost', 'Signale, die verloren gingen'),
        owedBy: 'growth',
        for: 'party',
        clauses: ['signal', 'qualified'],
        per: 'month',
        steps: [{ name: say('Talk', 'Gespräch'), action: 'coaching', to: 'priya' }],
      },
    },
  }
}

function assist(say: Say): ClauseDocument {
  return {
    kind: 'timed',
    title: say('Help while they are at it', 'Hilfe, solange sie dabei sind'),
    owedBy: 'sales',
    owedTo: 'growth',
    clock: 'office',
    start: { on: 'lead.assigned', when: toSomebody },
    stop: { on: ['message.sent', 'call.connected', 'email.sent'], when: byPerson },
    pause: { on: 'lead.snoozed' },
    resume: { on: 'lead.woken' },
    cancel: { enters: ['paying', 'expired'] },
    onChange: 'retarget',
    within: [
      { name: say('who asked for help', 'wer um Hilfe bat'), when: { condition: 'askedForHelp' }, target: 'PT1H' },
      { name: say('large teams', 'große Teams'), when: { condition: 'team' }, target: 'PT2H' },
      { name: say('all others', 'alle anderen'), target: 'PT6H' },
    ],
    reminders: [{ share: 0.75 }],
    escalation: [
      { action: 'notify', to: 'daniel' },
      { after: 'PT2H', action: 'reassign' },
    ],
  }
}
