/** Product-qualified leads: people who try the product first, and a sales team that helps when the use of it says so. */
import type { AgreementDocument } from '../../agreement/document.ts'
import { germanHolidays, lead, type Part, type Say, weekdays } from '../parts.ts'
import { clauses, enforcement } from './promises.ts'

export function productLed(say: Say): AgreementDocument {
  return {
    agreement: 'product-led',
    version: '1.0',
    title: say(
      'Product-qualified leads between Product Growth and Sales Assist',
      'Produktqualifizierte Leads zwischen Produktwachstum und Vertriebshilfe',
    ),
    purpose: say(
      'People try the product before they talk to anybody. We talk to them when their use of it says that it helps, and not before.',
      'Menschen probieren das Produkt aus, bevor sie mit jemandem sprechen. Wir sprechen sie an, wenn ihre Nutzung zeigt, dass es hilft, und nicht vorher.',
    ),
    effective: { from: '2027-01-01', to: '2028-01-01' },
    timeZone: 'Europe/Berlin',
    parties: parties(say),
    definitions: definitions(say),
    conditions: {
      productQualified: { all: [lead('seats', 'greaterThanInclusive', 5), lead('activeDays', 'greaterThanInclusive', 3)] },
      askedForHelp: lead('asked', 'equal', true),
      team: lead('seats', 'greaterThanInclusive', 20),
    },
    calendars: calendars(say),
    lifecycle: lifecycle(say),
    exceptions: exceptions(say),
    clauses: clauses(say),
    enforcement: enforcement(say),
    incentives: incentives(say),
    review: {
      next: '2027-03-01',
      every: 'month',
      remind: 'P7D',
      with: ['priya', 'daniel'],
      agenda: [
        say('Whether five seats still tell who buys', 'Ob fünf Plätze noch zeigen, wer kauft'),
        say('What people asked before they paid', 'Was die Menschen fragten, bevor sie zahlten'),
      ],
    },
  }
}

function parties(say: Say): Part<'parties'> {
  return {
    growth: {
      name: say('Product Growth', 'Produktwachstum'),
      members: { priya: { name: 'Priya Nair', role: say('head of growth', 'Leitung Wachstum') } },
      signatories: [{ name: 'Priya Nair', title: say('Head of Growth', 'Leiterin Wachstum') }],
    },
    sales: {
      name: say('Sales Assist', 'Vertriebshilfe'),
      teams: { assist: { name: say('Assist team', 'Team Hilfe') } },
      members: {
        daniel: { name: 'Daniel Krämer', team: 'assist', role: say('lead of sales assist', 'Leitung Vertriebshilfe') },
        sara: { name: 'Sara Lindqvist', team: 'assist', role: say('product specialist', 'Produktberatung') },
        yusuf: { name: 'Yusuf Aydin', team: 'assist', role: say('product specialist', 'Produktberatung') },
      },
      signatories: [{ name: 'Daniel Krämer', title: say('Lead of Sales Assist', 'Leiter Vertriebshilfe') }],
    },
  }
}

function definitions(say: Say): Part<'definitions'> {
  return {
    [say('lead', 'Lead')]: say(
      'A workspace with at least one person who has signed in.',
      'Ein Arbeitsbereich mit mindestens einem Menschen, der sich angemeldet hat.',
    ),
    [say('product-qualified lead', 'produktqualifizierter Lead')]: {
      words: say(
        'A workspace with five seats or more that was used on three days or more in its first two weeks.',
        'Ein Arbeitsbereich mit mindestens fünf Plätzen, der in den ersten zwei Wochen an mindestens drei Tagen genutzt wurde.',
      ),
      when: { condition: 'productQualified' },
    },
    [say('large team', 'großes Team')]: {
      words: say('A workspace with 20 seats or more.', 'Ein Arbeitsbereich mit mindestens 20 Plätzen.'),
      when: { condition: 'team' },
    },
    [say('request for help', 'Bitte um Hilfe')]: {
      words: say(
        'Somebody in the workspace has asked us to talk to them.',
        'Jemand im Arbeitsbereich hat uns um ein Gespräch gebeten.',
      ),
      when: { condition: 'askedForHelp' },
    },
    [say('help', 'Hilfe')]: say(
      'A personal message or a call about what they do with the product. A price list is no help.',
      'Eine persönliche Nachricht oder ein Anruf zu dem, was sie mit dem Produkt tun. Eine Preisliste ist keine Hilfe.',
    ),
  }
}

function lifecycle(say: Say): Part<'lifecycle'> {
  return {
    initial: 'trial',
    states: {
      trial: {
        definition: say(
          'Trying the product; nobody from sales writes.',
          'Probiert das Produkt aus; aus dem Vertrieb schreibt niemand.',
        ),
        to: ['pql', 'expired'],
      },
      pql: {
        definition: say('The use of the product says that talking helps.', 'Die Nutzung zeigt, dass ein Gespräch hilft.'),
        to: ['talking', 'paying', 'expired'],
        entry: { any: [{ condition: 'productQualified' }, { condition: 'askedForHelp' }] },
        by: ['growth'],
      },
      talking: {
        definition: say('In conversation with a specialist.', 'Im Gespräch mit der Beratung.'),
        to: ['paying', 'expired'],
        by: ['sales'],
      },
      paying: { definition: say('A paying customer.', 'Zahlende Kundschaft.'), disposition: true },
      expired: {
        definition: say('The trial has ended without a purchase.', 'Die Probezeit endete ohne Kauf.'),
        to: ['pql'],
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
      week: weekdays('08:30-17:30'),
      holidays: germanHolidays(say),
      overrides: { '12-24': ['08:30-12:30'], '12-31': ['08:30-12:30'] },
    },
  }
}

function exceptions(say: Say): Part<'exceptions'> {
  return [
    {
      name: say('Launch week', 'Woche der neuen Version'),
      from: '2027-03-08',
      to: '2027-03-13',
      reason: say('Sign-ups will be three times what they usually are.', 'Es wird dreimal so viele Anmeldungen geben wie sonst.'),
      approvedBy: 'Priya Nair',
      clauses: ['assist'],
    },
  ]
}

function incentives(say: Say): Part<'incentives'> {
  return {
    levels: {
      helpful: {
        title: say('Helpful', 'Hilfsbereit'),
        clause: 'assist',
        for: 'owner',
        atLeast: 0.9,
        met: 10,
        exceeded: { atLeast: 0.98, points: 15 },
        minimumSample: 8,
      },
    },
    badges: {
      clean: {
        title: say('Nobody waited', 'Niemand hat gewartet'),
        owedBy: 'sales',
        for: 'owner',
        when: { fact: 'breaches', operator: 'equal', value: 0 },
        minimumSample: 8,
      },
    },
  }
}
