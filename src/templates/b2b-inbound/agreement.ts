/** B2B inbound with hot leads: people who ask by themselves, and a sales team that must be faster than the next vendor. */
import type { AgreementDocument } from '../../agreement/document.ts'
import { germanHolidays, lead, type Part, type Say, weekdays } from '../parts.ts'
import { counted, enforcement, timed } from './promises.ts'

export function b2bInbound(say: Say): AgreementDocument {
  return {
    agreement: 'b2b-inbound',
    version: '1.0',
    title: say('Inbound leads between Marketing and Sales', 'Eingehende Leads zwischen Marketing und Vertrieb'),
    purpose: say(
      'Nobody who asks us something waits for an answer, and neither side has to guess what the other owes.',
      'Niemand, der uns etwas fragt, wartet auf eine Antwort, und keine Seite muss raten, was die andere schuldet.',
    ),
    effective: { from: '2027-01-01', to: '2028-01-01' },
    timeZone: 'Europe/Berlin',
    parties: parties(say),
    definitions: definitions(say),
    conditions: {
      hot: { any: [lead('score', 'greaterThanInclusive', 80), lead('source', 'equal', 'demo-request')] },
      qualifiedByMarketing: { any: [lead('score', 'greaterThanInclusive', 50), lead('source', 'equal', 'demo-request')] },
    },
    calendars: calendars(say),
    lifecycle: lifecycle(say),
    exceptions: exceptions(say),
    clauses: { ...timed(say), ...counted(say) },
    enforcement: enforcement(say),
    incentives: incentives(say),
    review: {
      next: '2027-04-06',
      every: 'quarter',
      remind: 'P14D',
      with: ['nora', 'katrin'],
      agenda: [
        say('Which targets were missed, and why', 'Welche Ziele verfehlt wurden, und warum'),
        say('Whether the score still tells who buys', 'Ob der Score noch zeigt, wer kauft'),
      ],
    },
  }
}

function parties(say: Say): Part<'parties'> {
  return {
    marketing: {
      name: 'Marketing',
      members: { nora: { name: 'Nora Albrecht', role: say('head of marketing', 'Marketingleitung') } },
      signatories: [{ name: 'Nora Albrecht', title: say('Head of Marketing', 'Leiterin Marketing') }],
    },
    sales: {
      name: say('Sales', 'Vertrieb'),
      teams: { inbound: { name: say('Inbound desk', 'Team Eingang') } },
      members: {
        katrin: { name: 'Katrin Seidel', team: 'inbound', role: say('sales manager', 'Vertriebsleitung') },
        jonas: { name: 'Jonas Brandt', team: 'inbound', role: 'SDR' },
        lena: { name: 'Lena Hoffmann', team: 'inbound', role: 'SDR' },
      },
      signatories: [{ name: 'Katrin Seidel', title: say('Sales Manager', 'Leiterin Vertrieb') }],
    },
  }
}

function definitions(say: Say): Part<'definitions'> {
  return {
    [say('lead', 'Lead')]: say(
      'A person at a company who told us a way to reach them and may be contacted.',
      'Eine Person in einem Unternehmen, die uns einen Weg genannt hat, sie zu erreichen, und die wir ansprechen dürfen.',
    ),
    [say('marketing qualified lead', 'Marketing-qualifizierter Lead')]: {
      words: say(
        'A lead with a score of 50 or more, or one who asked for a demo.',
        'Ein Lead mit einem Score ab 50, oder einer, der um eine Demo gebeten hat.',
      ),
      when: { condition: 'qualifiedByMarketing' },
    },
    [say('hot lead', 'heißer Lead')]: {
      words: say(
        'A lead with a score of 80 or more, or one who asked for a demo.',
        'Ein Lead mit einem Score ab 80, oder einer, der um eine Demo gebeten hat.',
      ),
      when: { condition: 'hot' },
    },
    [say('answer', 'Antwort')]: say(
      'A call that was answered, a personal email or a booked meeting, by a person. An automatic mail is no answer.',
      'Ein geführtes Telefonat, eine persönliche E-Mail oder ein vereinbarter Termin, und zwar durch einen Menschen. Eine automatische Mail ist keine Antwort.',
    ),
  }
}

function lifecycle(say: Say): Part<'lifecycle'> {
  return {
    initial: 'new',
    states: {
      new: {
        definition: say('Known to marketing, not yet qualified.', 'Dem Marketing bekannt, noch nicht qualifiziert.'),
        to: ['mql', 'nurture', 'disqualified'],
      },
      mql: {
        definition: say(
          'Qualified by marketing and handed over to sales.',
          'Vom Marketing qualifiziert und dem Vertrieb übergeben.',
        ),
        to: ['working', 'nurture', 'disqualified'],
        entry: { condition: 'qualifiedByMarketing' },
        by: ['marketing'],
      },
      working: {
        definition: say(
          'Accepted by sales, who find out whether there is a project.',
          'Vom Vertrieb angenommen, der klärt, ob es ein Projekt gibt.',
        ),
        to: ['qualified', 'nurture', 'disqualified'],
        by: ['sales'],
      },
      qualified: {
        definition: say('A project, a budget and a date.', 'Ein Projekt, ein Budget und ein Termin.'),
        disposition: true,
        by: ['sales'],
      },
      nurture: {
        definition: say(
          'The right company at the wrong moment; marketing keeps in touch.',
          'Das richtige Unternehmen zum falschen Zeitpunkt; das Marketing hält Kontakt.',
        ),
        to: ['mql', 'disqualified'],
        disposition: true,
      },
      disqualified: {
        definition: say(
          'Not a customer: spam, student, competitor, duplicate, no fit.',
          'Kein Kunde: Spam, Studium, Wettbewerb, Dublette, passt nicht.',
        ),
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
      week: { ...weekdays('09:00-17:30'), fri: ['09:00-16:00'] },
      holidays: germanHolidays(say),
      overrides: { '12-24': ['09:00-13:00'], '12-31': ['09:00-13:00'] },
    },
  }
}

function exceptions(say: Say): Part<'exceptions'> {
  return [
    {
      name: say('Trade fair', 'Messe'),
      from: '2027-04-12',
      to: '2027-04-17',
      reason: say('All of sales is at the stand.', 'Der ganze Vertrieb steht am Messestand.'),
      approvedBy: 'Nora Albrecht',
      clauses: ['firstResponse', 'acceptance'],
    },
  ]
}

function incentives(say: Say): Part<'incentives'> {
  return {
    levels: {
      prompt: {
        title: say('Prompt', 'Prompt'),
        clause: 'firstResponse',
        for: 'owner',
        atLeast: 0.9,
        met: 10,
        exceeded: { atLeast: 0.97, points: 15 },
        minimumSample: 10,
      },
    },
    awards: {
      quarter: {
        title: say('Rep of the quarter', 'Mensch des Quartals'),
        for: 'owner',
        per: 'quarter',
        bonus: { amountMinor: 50_000, currency: 'EUR' },
        budget: { amountMinor: 200_000, currency: 'EUR' },
      },
    },
  }
}
