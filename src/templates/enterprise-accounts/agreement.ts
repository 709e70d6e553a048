/** Enterprise, account by account: few companies that both sides chose, several people at each, and deals that take a year. */
import type { AgreementDocument } from '../../agreement/document.ts'
import { germanHolidays, lead, type Part, type Say, weekdays } from '../parts.ts'
import { clauses, enforcement } from './promises.ts'

export function enterpriseAccounts(say: Say): AgreementDocument {
  return {
    agreement: 'enterprise-accounts',
    version: '1.0',
    title: say('Target accounts between Marketing and Sales', 'Zielkunden zwischen Marketing und Vertrieb'),
    purpose: say(
      'We work the same list of accounts: marketing opens doors that sales walks through, and nobody opens a door for nothing.',
      'Wir arbeiten an derselben Kundenliste: Das Marketing öffnet Türen, durch die der Vertrieb geht, und keine Tür wird umsonst geöffnet.',
    ),
    effective: { from: '2027-01-01', to: '2028-01-01' },
    timeZone: 'Europe/Berlin',
    parties: parties(say),
    definitions: definitions(say),
    conditions: {
      tierOne: lead('tier', 'equal', 1),
      engagedGroup: { all: [lead('people', 'greaterThanInclusive', 3), lead('score', 'greaterThanInclusive', 60)] },
    },
    calendars: calendars(say),
    lifecycle: lifecycle(say),
    touches: { marketing: { on: ['form.submitted', 'event.attended'] }, sales: { on: ['call.connected', 'meeting.held'] } },
    exceptions: exceptions(say),
    clauses: clauses(say),
    enforcement: enforcement(say),
    incentives: incentives(say),
    review: {
      next: '2027-04-08',
      every: 'quarter',
      remind: 'P14D',
      with: ['helene', 'viktor'],
      agenda: [
        say('Which accounts join the list and which leave it', 'Welche Kunden auf die Liste kommen und welche sie verlassen'),
        say('Pipeline by who opened the door', 'Pipeline nach dem, der die Tür geöffnet hat'),
      ],
    },
  }
}

function parties(say: Say): Part<'parties'> {
  return {
    marketing: {
      name: 'Marketing',
      members: {
        helene: { name: 'Helene Roth', role: say('head of account-based marketing', 'Leitung Account-based Marketing') },
        milan: { name: 'Milan Kos', role: say('account marketer', 'Account-Marketing') },
      },
      signatories: [{ name: 'Helene Roth', title: say('Head of Account-Based Marketing', 'Leiterin Account-based Marketing') }],
    },
    sales: {
      name: say('Sales', 'Vertrieb'),
      teams: { enterprise: { name: say('Enterprise team', 'Team Großkunden') } },
      members: {
        viktor: { name: 'Viktor Lang', team: 'enterprise', role: say('director enterprise', 'Leitung Großkunden') },
        aylin: { name: 'Aylin Demir', team: 'enterprise', role: 'account executive' },
        oskar: { name: 'Oskar Wendt', team: 'enterprise', role: 'account executive' },
      },
      signatories: [{ name: 'Viktor Lang', title: say('Director Enterprise', 'Direktor Großkunden') }],
    },
  }
}

function definitions(say: Say): Part<'definitions'> {
  return {
    [say('target account', 'Zielkunde')]: say(
      'A company on the list that both sides agree on each quarter: 60 of them, 15 of tier one. Every lead here is an account.',
      'Ein Unternehmen auf der Liste, die beide Seiten jedes Quartal festlegen: 60, davon 15 der ersten Stufe. Jeder Lead ist hier ein Kunde.',
    ),
    [say('tier-one account', 'Kunde der ersten Stufe')]: {
      words: say('One of the 15 accounts that get a plan of their own.', 'Einer der 15 Kunden, die einen eigenen Plan bekommen.'),
      when: { condition: 'tierOne' },
    },
    [say('engaged account', 'aktiver Kunde')]: {
      words: say(
        'At least three people of the account are known, and the account has a score of 60 or more.',
        'Mindestens drei Menschen beim Kunden sind bekannt, und der Kunde hat einen Score ab 60.',
      ),
      when: { condition: 'engagedGroup' },
    },
    [say('account brief', 'Kundendossier')]: say(
      'One page: who decides, what they read, what changed at the company, and what to offer first.',
      'Eine Seite: wer entscheidet, was gelesen wird, was sich im Unternehmen geändert hat und was zuerst anzubieten ist.',
    ),
  }
}

function lifecycle(say: Say): Part<'lifecycle'> {
  return {
    initial: 'target',
    states: {
      target: {
        definition: say('On the list; nobody has answered yet.', 'Auf der Liste; noch hat niemand geantwortet.'),
        to: ['engaged', 'parked'],
      },
      engaged: {
        definition: say(
          'Several people show interest; sales may call.',
          'Mehrere Menschen zeigen Interesse; der Vertrieb darf anrufen.',
        ),
        to: ['meeting', 'parked'],
        entry: { condition: 'engagedGroup' },
        by: ['marketing'],
      },
      meeting: {
        definition: say(
          'A meeting with a decision maker was held.',
          'Ein Termin mit einer entscheidenden Person hat stattgefunden.',
        ),
        to: ['opportunity', 'parked'],
        by: ['sales'],
      },
      opportunity: {
        definition: say('A project with a sum and a date.', 'Ein Projekt mit Summe und Termin.'),
        disposition: true,
        by: ['sales'],
      },
      parked: {
        definition: say('Off the list for this quarter, with a reason.', 'In diesem Quartal von der Liste, mit Begründung.'),
        to: ['target'],
        disposition: true,
      },
    },
  }
}

function calendars(say: Say): Part<'calendars'> {
  return {
    office: {
      title: say('Office', 'Büro'),
      timeZone: 'Europe/Berlin',
      week: weekdays('09:00-12:30', '13:30-18:00'),
      holidays: germanHolidays(say),
      closures: { '12-27/12-31': ['00:00-24:00'] },
    },
  }
}

function exceptions(say: Say): Part<'exceptions'> {
  return [
    {
      name: say('Kick-off', 'Jahresauftakt'),
      from: '2027-01-20',
      to: '2027-01-22',
      reason: say('Both teams are at the kick-off.', 'Beide Teams sind beim Jahresauftakt.'),
      approvedBy: 'Helene Roth',
      clauses: ['outreach', 'brief'],
    },
  ]
}

function incentives(say: Say): Part<'incentives'> {
  return {
    per: 'quarter',
    levels: {
      doors: {
        title: say('Doors opened', 'Geöffnete Türen'),
        clause: 'engagedAccounts',
        for: 'party',
        met: 20,
        exceeded: { atLeast: 1.25, points: 30 },
      },
      prompt: { title: say('Prompt', 'Prompt'), clause: 'outreach', for: 'owner', atLeast: 0.9, met: 10, minimumSample: 5 },
    },
    prizes: {
      evening: {
        title: say('An evening for both teams', 'Ein Abend für beide Teams'),
        for: 'party',
        per: 'year',
        points: 60,
        worth: { amountMinor: 200_000, currency: 'EUR' },
        budget: { amountMinor: 400_000, currency: 'EUR' },
      },
    },
  }
}
