/** Small business at high volume: thousands of leads a month, minutes that decide, and a team that works in shifts, weekends too. */
import type { AgreementDocument } from '../../agreement/document.ts'
import { americanHolidays, lead, type Part, type Say } from '../parts.ts'
import { clauses, enforcement } from './promises.ts'

export function smbHighVolume(say: Say): AgreementDocument {
  return {
    agreement: 'smb-high-volume',
    version: '1.0',
    title: say(
      'Small-business leads between Growth and Inside Sales',
      'Leads kleiner Unternehmen zwischen Growth und Innendienst',
    ),
    purpose: say(
      'A small company buys from whoever answers first. We answer first, and we do not call anybody twice for nothing.',
      'Ein kleines Unternehmen kauft bei dem, der zuerst antwortet. Wir antworten zuerst, und wir rufen niemanden zweimal umsonst an.',
    ),
    effective: { from: '2027-01-01', to: '2028-01-01' },
    timeZone: 'America/Chicago',
    parties: parties(say),
    definitions: definitions(say),
    conditions: {
      hot: { any: [lead('source', 'equal', 'call-me'), lead('score', 'greaterThanInclusive', 70)] },
      reachable: lead('phoneValid', 'equal', true),
    },
    calendars: calendars(say),
    lifecycle: lifecycle(say),
    exceptions: exceptions(say),
    clauses: clauses(say),
    enforcement: enforcement(say),
    incentives: incentives(say),
    review: {
      next: '2027-02-01',
      every: 'month',
      remind: 'P7D',
      with: ['renee', 'marcus'],
      agenda: [
        say('Minutes to the first call, by hour of the day', 'Minuten bis zum ersten Anruf, nach Tageszeit'),
        say('Which sources bring numbers that do not work', 'Welche Quellen Nummern bringen, die nicht stimmen'),
      ],
    },
  }
}

function parties(say: Say): Part<'parties'> {
  return {
    growth: {
      name: 'Growth',
      members: { renee: { name: 'Renee Walker', role: say('head of growth', 'Leitung Growth') } },
      signatories: [{ name: 'Renee Walker', title: say('Head of Growth', 'Leiterin Growth') }],
    },
    sales: {
      name: say('Inside Sales', 'Innendienst'),
      teams: { early: { name: say('Early shift', 'Frühschicht') }, late: { name: say('Late shift', 'Spätschicht') } },
      members: {
        marcus: { name: 'Marcus Bell', team: 'early', role: say('floor manager', 'Schichtleitung') },
        ana: { name: 'Ana Castillo', team: 'early', role: 'rep' },
        troy: { name: 'Troy Nguyen', team: 'early', role: 'rep' },
        kim: { name: 'Kim Novak', team: 'late', role: 'rep' },
      },
      signatories: [{ name: 'Marcus Bell', title: say('Floor Manager', 'Schichtleiter') }],
    },
  }
}

function definitions(say: Say): Part<'definitions'> {
  return {
    [say('lead', 'Lead')]: say(
      'A company with fewer than 50 people and somebody there who left a phone number.',
      'Ein Unternehmen mit weniger als 50 Menschen, von denen einer eine Telefonnummer hinterlassen hat.',
    ),
    [say('hot lead', 'heißer Lead')]: {
      words: say(
        'Somebody who asked to be called, or a lead with a score of 70 or more.',
        'Jemand, der um einen Anruf gebeten hat, oder ein Lead mit einem Score ab 70.',
      ),
      when: { condition: 'hot' },
    },
    [say('reachable lead', 'erreichbarer Lead')]: {
      words: say('A lead whose phone number was checked and works.', 'Ein Lead, dessen Telefonnummer geprüft ist und stimmt.'),
      when: { condition: 'reachable' },
    },
    [say('conversation', 'Gespräch')]: say(
      'A call in which the lead said more than hello.',
      'Ein Anruf, in dem der Lead mehr als „Hallo“ gesagt hat.',
    ),
  }
}

function lifecycle(say: Say): Part<'lifecycle'> {
  return {
    initial: 'queued',
    states: {
      queued: {
        definition: say('Waiting for the next free rep.', 'Wartet auf den nächsten freien Menschen.'),
        to: ['called', 'invalid'],
      },
      called: {
        definition: say('Called at least once.', 'Mindestens einmal angerufen.'),
        to: ['talked', 'recycled', 'invalid'],
        by: ['sales'],
      },
      talked: { definition: say('There was a conversation.', 'Es gab ein Gespräch.'), to: ['won', 'recycled'], by: ['sales'] },
      won: { definition: say('A customer.', 'Ein Kunde.'), disposition: true, by: ['sales'] },
      recycled: {
        definition: say('Not now; growth writes again.', 'Nicht jetzt; Growth schreibt wieder.'),
        to: ['queued'],
        disposition: true,
      },
      invalid: {
        definition: say('Wrong number, duplicate or no company.', 'Falsche Nummer, Dublette oder kein Unternehmen.'),
        disposition: true,
      },
    },
  }
}

function calendars(say: Say): Part<'calendars'> {
  return {
    shifts: {
      title: say('Shifts', 'Schichtbetrieb'),
      timeZone: 'America/Chicago',
      week: {
        ...{ mon: ['07:00-20:00'], tue: ['07:00-20:00'], wed: ['07:00-20:00'], thu: ['07:00-20:00'], fri: ['07:00-20:00'] },
        sat: ['09:00-17:00'],
        sun: ['12:00-17:00'],
      },
      holidays: americanHolidays(say),
      overrides: { '12-24': ['07:00-13:00'], '12-31': ['07:00-15:00'] },
    },
  }
}

function exceptions(say: Say): Part<'exceptions'> {
  return [
    {
      name: say('Dialler upgrade', 'Umstellung der Telefonanlage'),
      from: '2027-02-14',
      to: '2027-02-15',
      reason: say('The dialler is replaced on a Sunday.', 'Die Telefonanlage wird an einem Sonntag ersetzt.'),
      approvedBy: 'Renee Walker',
      clauses: ['speedToLead'],
    },
  ]
}

function incentives(say: Say): Part<'incentives'> {
  return {
    per: 'week',
    levels: {
      quick: {
        title: say('Quick week', 'Schnelle Woche'),
        clause: 'speedToLead',
        for: 'team',
        atLeast: 0.85,
        met: 5,
        exceeded: { atLeast: 0.95, points: 8 },
        minimumSample: 10,
      },
    },
    streaks: { month: { title: say('Four quick weeks', 'Vier schnelle Wochen'), level: 'quick', every: 4, points: 20 } },
    boards: { shifts: { title: say('Shifts', 'Schichten'), for: 'team', per: 'week', by: 'keptShare', minimumSample: 10 } },
  }
}
