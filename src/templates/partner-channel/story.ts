/** Why the numbers of the partner agreement are what they are, and a quarter of sixteen leads under it. */
import { type Comment, type Line, type Say, type Script, type Source, tell } from '../parts.ts'
import { partnerChannel } from './agreement.ts'

function commentary(say: Say): Comment[] {
  return [
    {
      about: 'approval',
      text: say(
        'A partner that waits for an answer shows the deal to somebody else. One business day for large deals, two for all others.',
        'Ein Partner, der auf Antwort wartet, zeigt das Geschäft einem anderen. Ein Geschäftstag für große Geschäfte, zwei für alle anderen.',
      ),
    },
    {
      about: 'firstContact',
      text: say(
        'A business day of the partner, not of the vendor: on 6 January and 26 October Austria is closed, and the lead is not late.',
        'Ein Geschäftstag des Partners, nicht des Herstellers: Am 6. Januar und am 26. Oktober ist in Österreich geschlossen, und der Lead ist nicht verspätet.',
      ),
    },
    {
      about: 'report',
      text: say(
        'Fourteen days on the wall, because everybody keeps such a rhythm by the calendar on the wall. Each report opens the next cycle.',
        'Vierzehn Kalendertage, weil alle einen solchen Rhythmus nach dem Wandkalender halten. Jeder Bericht eröffnet den nächsten Umlauf.',
      ),
    },
    {
      about: 'leadsGiven',
      text: say(
        '30 a quarter are ten a month: as many as two people in the field can visit. Leads that the partner returns for an agreed reason within five business days are deducted.',
        '30 im Quartal sind zehn im Monat: so viele, wie zwei Menschen im Außendienst besuchen können. Leads, die der Partner aus einem vereinbarten Grund binnen fünf Geschäftstagen zurückgibt, werden abgezogen.',
      ),
    },
    {
      about: 'closed',
      text: say(
        '150,000 euros a quarter is what six closed deals of 25,000 bring, one in five of 30 leads.',
        '150.000 Euro im Quartal bringen sechs Abschlüsse zu 25.000, also jeder fünfte von 30 Leads.',
      ),
    },
    {
      about: 'closingRate',
      text: say(
        'It rests in a quarter in which the vendor gave too few leads: whoever gets nothing cannot close anything.',
        'Sie ruht in einem Quartal, in dem der Hersteller zu wenige Leads übergeben hat: Wer nichts bekommt, kann nichts abschließen.',
      ),
    },
  ]
}

const day = 1440
const given: Script = [
  [0, 'lead.created', {}, 'tomas'],
  [10, 'lead.moved', { to: 'given' }, 'tomas'],
  [15, 'lead.assigned'],
]
const registered: Script = [
  [0, 'lead.created', {}, 'luka'],
  [5, 'lead.assigned'],
  [10, 'lead.moved', { to: 'registered' }],
]
const scripts: Record<string, Script> = {
  // Called after two hours, reported on after twelve days, closed at 30,000 euros eight days later.
  closed: [
    ...given,
    [120, 'call.connected'],
    [130, 'lead.moved', { to: 'working' }],
    [12 * day, 'report.sent'],
    [20 * day, 'opportunity.updated', { opportunity: 'new', stage: 'won', amountMinor: 3_000_000, currency: 'EUR' }],
    [20 * day + 5, 'lead.moved', { to: 'closed' }],
  ],
  // Called in time, and not a word for three weeks.
  quiet: [
    ...given,
    [120, 'call.connected'],
    [130, 'lead.moved', { to: 'working' }],
    [21 * day, 'report.sent'],
    [22 * day, 'lead.moved', { to: 'lost' }],
  ],
  // Called after four days.
  late: [
    ...given,
    [4 * day, 'call.connected'],
    [4 * day + 30, 'lead.moved', { to: 'working' }],
    [10 * day, 'lead.moved', { to: 'lost' }],
  ],
  // Returned on the same day, because the customer needs nothing.
  returned: [...given, [200, 'lead.moved', { to: 'returned', reason: 'no need' }]],
  // Registered by the partner, approved the next morning, lost in the end.
  approved: [...registered, [day, 'lead.moved', { to: 'working' }, 'tomas'], [12 * day, 'lead.moved', { to: 'lost' }]],
  // Registered, and the vendor needs six days to refuse.
  refused: [...registered, [6 * day, 'lead.moved', { to: 'refused', reason: 'in talks' }, 'tomas']],
}

const small = { country: 'AT', amount: 20_000 }
const large = { country: 'CH', amount: 80_000 }
const lines: readonly Line[] = [
  ['P-01', 'closed', '2027-01-11T09:00', 'luka', large],
  ['P-02', 'closed', '2027-01-12T09:00', 'eva', small],
  ['P-03', 'closed', '2027-01-13T09:00', 'luka', small],
  ['P-04', 'closed', '2027-01-18T09:00', 'eva', large],
  ['P-05', 'quiet', '2027-01-11T10:00', 'luka', small],
  ['P-06', 'quiet', '2027-01-12T10:00', 'eva', small],
  ['P-07', 'quiet', '2027-01-19T09:00', 'luka', small],
  ['P-08', 'late', '2027-01-18T10:00', 'eva', small],
  ['P-09', 'late', '2027-01-25T09:00', 'luka', large],
  ['P-10', 'returned', '2027-01-20T09:00', 'eva', small],
  ['P-11', 'returned', '2027-01-21T09:00', 'luka', small],
  ['P-12', 'returned', '2027-01-26T09:00', 'eva', small],
  ['P-13', 'approved', '2027-01-12T11:00', 'luka', large],
  ['P-14', 'approved', '2027-01-13T11:00', 'luka', small],
  ['P-15', 'refused', '2027-01-18T11:00', 'luka', large],
  ['P-16', 'refused', '2027-01-20T11:00', 'luka', small],
]

export const source: Source = {
  title: (say) => say('Partner and channel leads', 'Leads im Partnervertrieb'),
  summary: (say) =>
    say(
      'For two companies that sell together: leads given and returned, deals registered and approved, reports in a rhythm, and sales by the quarter.',
      'Für zwei Unternehmen, die gemeinsam verkaufen: übergebene und zurückgegebene Leads, angemeldete und genehmigte Geschäfte, Berichte im Rhythmus und Verkäufe im Quartal.',
    ),
  agreement: partnerChannel,
  commentary,
  events: tell(lines, { offset: '+01:00', scripts, teams: { luka: 'field', eva: 'field' } }),
  asOf: '2027-04-01T00:00:00+02:00',
}
