/** A provider and its customer, as in support: priorities around the clock, answers that both sides owe, and credits. */
import type { AgreementDocument } from '../../agreement/document.ts'
import { germanHolidays, lead, type Part, type Say, weekdays } from '../parts.ts'
import { clauses, enforcement } from './promises.ts'

export function providerCustomer(say: Say): AgreementDocument {
  return {
    agreement: 'provider-customer',
    version: '1.0',
    title: say('Service by Nordlicht for Hafenkontor', 'Leistungen von Nordlicht für Hafenkontor'),
    purpose: say(
      'What is broken is looked at by its priority, and nobody waits for the other without knowing it.',
      'Was nicht funktioniert, wird nach seiner Dringlichkeit angesehen, und niemand wartet auf den anderen, ohne es zu wissen.',
    ),
    effective: { from: '2027-01-01', to: '2028-01-01' },
    timeZone: 'Europe/Berlin',
    parties: parties(say),
    definitions: definitions(say),
    conditions: {
      critical: lead('priority', 'equal', 1),
      important: lead('priority', 'equal', 2),
    },
    calendars: calendars(say),
    lifecycle: lifecycle(say),
    exceptions: exceptions(say),
    clauses: clauses(say),
    enforcement: enforcement(say),
    incentives: incentives(say),
    review: {
      next: '2027-04-15',
      every: 'quarter',
      remind: 'P14D',
      with: ['clara', 'ben'],
      agenda: [
        say('What broke more than once', 'Was mehr als einmal ausfiel'),
        say('How long either side waited for the other', 'Wie lange jede Seite auf die andere gewartet hat'),
      ],
    },
  }
}

function parties(say: Say): Part<'parties'> {
  return {
    provider: {
      name: 'Nordlicht',
      teams: { service: { name: say('Service desk', 'Servicestelle') } },
      members: {
        ben: { name: 'Ben Acker', team: 'service', role: say('service manager', 'Leitung Service') },
        rosa: { name: 'Rosa Klein', team: 'service', role: say('engineer', 'Technik') },
        ivo: { name: 'Ivo Petrov', team: 'service', role: say('engineer', 'Technik') },
      },
      signatories: [{ name: 'Ben Acker', title: say('Service Manager', 'Leiter Service') }],
    },
    customer: {
      name: 'Hafenkontor',
      members: { clara: { name: 'Clara Neumann', role: say('head of operations', 'Leitung Betrieb') } },
      signatories: [{ name: 'Clara Neumann', title: say('Head of Operations', 'Leiterin Betrieb') }],
    },
  }
}

function definitions(say: Say): Part<'definitions'> {
  return {
    [say('provider', 'Anbieter')]: say('Nordlicht, who runs the service.', 'Nordlicht, das den Dienst betreibt.'),
    [say('customer', 'Kunde')]: say('Hafenkontor, who works with it.', 'Hafenkontor, das damit arbeitet.'),
    [say('case', 'Vorgang')]: say(
      'Something that does not work as agreed, reported once. Every lead here is a case.',
      'Etwas, das nicht wie vereinbart funktioniert, einmal gemeldet. Jeder Lead ist hier ein Vorgang.',
    ),
    [say('critical case', 'kritischer Vorgang')]: {
      words: say('Nobody can work.', 'Niemand kann arbeiten.'),
      when: { condition: 'critical' },
    },
    [say('important case', 'wichtiger Vorgang')]: {
      words: say('Some cannot work, or everybody works around it.', 'Einige können nicht arbeiten, oder alle behelfen sich.'),
      when: { condition: 'important' },
    },
    [say('reaction', 'Reaktion')]: say(
      'A person has read the case and says what happens next. An automatic receipt is no reaction.',
      'Ein Mensch hat den Vorgang gelesen und sagt, wie es weitergeht. Eine automatische Bestätigung ist keine Reaktion.',
    ),
    [say('repair', 'Behebung')]: say(
      'It works again, or there is a way around it that the customer accepts.',
      'Es funktioniert wieder, oder es gibt einen Umweg, den der Kunde annimmt.',
    ),
  }
}

function lifecycle(say: Say): Part<'lifecycle'> {
  return {
    initial: 'reported',
    states: {
      reported: {
        definition: say('Reported; nobody has read it yet.', 'Gemeldet; noch hat es niemand gelesen.'),
        to: ['working', 'rejected'],
      },
      working: {
        definition: say('The provider works on it.', 'Der Anbieter arbeitet daran.'),
        to: ['asking', 'delivered', 'rejected'],
      },
      asking: {
        definition: say(
          'The provider has asked, and waits for the customer.',
          'Der Anbieter hat gefragt und wartet auf den Kunden.',
        ),
        to: ['working', 'rejected'],
      },
      delivered: {
        definition: say(
          'The provider says that it works; the customer looks.',
          'Der Anbieter sagt, dass es geht; der Kunde prüft.',
        ),
        to: ['accepted', 'working'],
      },
      accepted: {
        definition: say('The customer says that it works.', 'Der Kunde sagt, dass es geht.'),
        to: ['working'],
        disposition: true,
        by: ['customer'],
      },
      rejected: {
        definition: say('No case under this agreement.', 'Kein Vorgang nach dieser Vereinbarung.'),
        disposition: true,
        by: ['provider'],
      },
    },
  }
}

function calendars(say: Say): Part<'calendars'> {
  return {
    desk: {
      title: say('Service desk', 'Servicestelle'),
      timeZone: 'Europe/Berlin',
      week: weekdays('08:00-18:00'),
      holidays: germanHolidays(say),
    },
    customer: {
      title: say('Customer office', 'Büro des Kunden'),
      timeZone: 'Europe/Berlin',
      week: weekdays('09:00-17:00'),
      holidays: germanHolidays(say),
      closures: { '12-24/12-31': ['00:00-24:00'] },
    },
  }
}

function exceptions(say: Say): Part<'exceptions'> {
  return [
    {
      name: say('Move of the data centre', 'Umzug des Rechenzentrums'),
      from: '2027-05-29',
      to: '2027-05-31',
      reason: say(
        'Announced in advance; the service is down for a weekend.',
        'Angekündigt; der Dienst steht ein Wochenende lang still.',
      ),
      approvedBy: 'Clara Neumann',
      clauses: ['reaction', 'repair'],
    },
  ]
}

function incentives(say: Say): Part<'incentives'> {
  return {
    per: 'quarter',
    levels: {
      dependable: { title: say('Dependable', 'Verlässlich'), clause: 'kept', for: 'party', met: 10 },
    },
    conformity: {
      report: { title: say('The monthly report is there', 'Der Monatsbericht liegt vor'), points: 2, per: 'month' },
    },
  }
}
