/** Partners and channel: two companies that sell together, and leads that change hands between them. */
import type { AgreementDocument } from '../../agreement/document.ts'
import type { HolidayDocument } from '../../clock/calendar-document.ts'
import { germanHolidays, lead, type Part, type Say, weekdays } from '../parts.ts'
import { clauses, enforcement } from './promises.ts'

export function partnerChannel(say: Say): AgreementDocument {
  return {
    agreement: 'partner-channel',
    version: '1.0',
    title: say('Leads between Feinmess and Alpentechnik', 'Leads zwischen Feinmess und Alpentechnik'),
    purpose: say(
      'The vendor hands over leads that it cannot serve on the spot, the partner works them and says how they went, and nobody sells around the other.',
      'Der Hersteller übergibt Leads, die er vor Ort nicht bedienen kann, der Partner bearbeitet sie und berichtet darüber, und keiner verkauft am anderen vorbei.',
    ),
    effective: { from: '2027-01-01', to: '2028-01-01' },
    timeZone: 'Europe/Vienna',
    parties: parties(say),
    definitions: definitions(say),
    conditions: {
      largeDeal: lead('amount', 'greaterThanInclusive', 50_000),
      inTerritory: lead('country', 'in', ['AT', 'CH', 'SI']),
    },
    calendars: calendars(say),
    lifecycle: lifecycle(say),
    exceptions: exceptions(say),
    clauses: clauses(say),
    enforcement: enforcement(say),
    incentives: incentives(say),
    review: {
      next: '2027-04-07',
      every: 'quarter',
      remind: 'P21D',
      with: ['ingrid', 'tomas'],
      agenda: [
        say('Leads given, leads closed, leads returned', 'Übergebene, abgeschlossene und zurückgegebene Leads'),
        say('Conflicts over the same customer', 'Konflikte um denselben Kunden'),
      ],
    },
  }
}

function austrianHolidays(say: Say): readonly HolidayDocument[] {
  return [
    { name: say('New Year’s Day', 'Neujahr'), date: '01-01' },
    { name: say('Epiphany', 'Heilige Drei Könige'), date: '01-06' },
    { name: say('Easter Monday', 'Ostermontag'), easter: 1 },
    { name: say('Labour Day', 'Staatsfeiertag'), date: '05-01' },
    { name: say('Ascension Day', 'Christi Himmelfahrt'), easter: 39 },
    { name: say('Whit Monday', 'Pfingstmontag'), easter: 50 },
    { name: say('Corpus Christi', 'Fronleichnam'), easter: 60 },
    { name: say('Assumption Day', 'Mariä Himmelfahrt'), date: '08-15' },
    { name: say('National Day', 'Nationalfeiertag'), date: '10-26' },
    { name: say('All Saints’ Day', 'Allerheiligen'), date: '11-01' },
    { name: say('Immaculate Conception', 'Mariä Empfängnis'), date: '12-08' },
    { name: say('Christmas Day', 'Christtag'), date: '12-25' },
    { name: say('St Stephen’s Day', 'Stefanitag'), date: '12-26' },
  ]
}

function parties(say: Say): Part<'parties'> {
  return {
    vendor: {
      name: 'Feinmess',
      teams: { channel: { name: say('Channel team', 'Partnervertrieb') } },
      members: { tomas: { name: 'Tomas Berg', team: 'channel', role: say('channel manager', 'Partnerbetreuung') } },
      signatories: [{ name: 'Tomas Berg', title: say('Channel Manager', 'Leiter Partnervertrieb') }],
    },
    partner: {
      name: 'Alpentechnik',
      teams: { field: { name: say('Field sales', 'Außendienst') } },
      members: {
        ingrid: { name: 'Ingrid Haas', team: 'field', role: say('managing director', 'Geschäftsführung') },
        luka: { name: 'Luka Zupan', team: 'field', role: say('field rep', 'Außendienst') },
        eva: { name: 'Eva Gruber', team: 'field', role: say('field rep', 'Außendienst') },
      },
      signatories: [{ name: 'Ingrid Haas', title: say('Managing Director', 'Geschäftsführerin') }],
    },
  }
}

function definitions(say: Say): Part<'definitions'> {
  return {
    [say('vendor', 'Hersteller')]: say('Feinmess, who makes the instruments.', 'Feinmess, das die Geräte baut.'),
    [say('partner', 'Partner')]: say(
      'Alpentechnik, who sells and services them on the spot.',
      'Alpentechnik, das sie vor Ort verkauft und wartet.',
    ),
    [say('given lead', 'übergebener Lead')]: say(
      'A company in the territory that asked the vendor, was checked by the vendor, and was handed to the partner by name.',
      'Ein Unternehmen im Gebiet, das beim Hersteller angefragt hat, von ihm geprüft und dem Partner namentlich übergeben wurde.',
    ),
    [say('registered deal', 'angemeldetes Geschäft')]: say(
      'A deal that the partner found by itself and reported. Once the vendor has approved it, it belongs to the partner for 90 days.',
      'Ein Geschäft, das der Partner selbst gefunden und gemeldet hat. Hat der Hersteller es genehmigt, gehört es dem Partner für 90 Tage.',
    ),
    [say('large deal', 'großes Geschäft')]: {
      words: say('A deal of 50,000 euros or more.', 'Ein Geschäft ab 50.000 Euro.'),
      when: { condition: 'largeDeal' },
    },
    [say('territory', 'Gebiet')]: {
      words: say('Austria, Switzerland and Slovenia.', 'Österreich, die Schweiz und Slowenien.'),
      when: { condition: 'inTerritory' },
    },
  }
}

function lifecycle(say: Say): Part<'lifecycle'> {
  return {
    initial: 'open',
    states: {
      open: { definition: say('With the vendor.', 'Beim Hersteller.'), to: ['given', 'registered'] },
      given: {
        definition: say('Handed over to the partner.', 'Dem Partner übergeben.'),
        to: ['working', 'returned'],
        entry: { condition: 'inTerritory' },
        by: ['vendor'],
      },
      registered: {
        definition: say('Reported by the partner, not yet approved.', 'Vom Partner gemeldet, noch nicht genehmigt.'),
        to: ['working', 'refused'],
        by: ['partner'],
      },
      working: {
        definition: say('The partner is talking to the customer.', 'Der Partner spricht mit dem Kunden.'),
        to: ['closed', 'lost', 'returned'],
      },
      closed: { definition: say('The customer has bought.', 'Der Kunde hat gekauft.'), disposition: true, by: ['partner'] },
      lost: {
        definition: say('The customer has not bought.', 'Der Kunde hat nicht gekauft.'),
        disposition: true,
        by: ['partner'],
      },
      returned: {
        definition: say('Given back to the vendor with a reason.', 'Mit Begründung an den Hersteller zurückgegeben.'),
        disposition: true,
        by: ['partner'],
      },
      refused: {
        definition: say('The vendor already talks to the customer.', 'Der Hersteller spricht bereits mit dem Kunden.'),
        disposition: true,
        by: ['vendor'],
      },
    },
  }
}

function calendars(say: Say): Part<'calendars'> {
  return {
    vendor: {
      title: say('Vendor office', 'Büro des Herstellers'),
      timeZone: 'Europe/Berlin',
      week: weekdays('09:00-17:00'),
      holidays: germanHolidays(say),
    },
    partner: {
      title: say('Partner office', 'Büro des Partners'),
      timeZone: 'Europe/Vienna',
      week: { ...weekdays('08:00-12:00', '13:00-17:00'), fri: ['08:00-14:00'] },
      holidays: austrianHolidays(say),
      overrides: { '12-24': [], '12-31': ['08:00-12:00'] },
    },
  }
}

function exceptions(say: Say): Part<'exceptions'> {
  return [
    {
      name: say('Plant holidays', 'Betriebsferien'),
      from: '2027-08-09',
      to: '2027-08-21',
      reason: say('The partner is closed for two weeks.', 'Der Partner hat zwei Wochen geschlossen.'),
      approvedBy: 'Ingrid Haas',
      clauses: ['firstContact', 'report'],
    },
  ]
}

function incentives(say: Say): Part<'incentives'> {
  return {
    per: 'quarter',
    levels: {
      quick: {
        title: say('Quick partner', 'Schneller Partner'),
        clause: 'firstContact',
        for: 'party',
        atLeast: 0.9,
        met: 10,
        minimumSample: 5,
      },
      sales: { title: say('Sold together', 'Gemeinsam verkauft'), clause: 'closed', for: 'party', met: 20 },
    },
    awards: {
      margin: {
        title: say('Marketing fund', 'Werbekostenzuschuss'),
        for: 'party',
        per: 'year',
        bonus: { amountMinor: 500_000, currency: 'EUR' },
        minimumPoints: 60,
        budget: { amountMinor: 500_000, currency: 'EUR' },
      },
    },
  }
}
