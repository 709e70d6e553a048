/** Why the numbers of the inbound agreement are what they are, and two weeks of January under it. */
import { type Comment, type Line, type Say, type Script, type Source, tell } from '../parts.ts'
import { b2bInbound } from './agreement.ts'

function commentary(say: Say): Comment[] {
  return [
    {
      about: 'firstResponse',
      text: say(
        'Hot leads get 30 minutes because they are comparing vendors while you read this; all others get half a working day, which a rep can keep beside other work. Calibrate both on your own answers before you sign.',
        'Heiße Leads bekommen 30 Minuten, weil sie gerade Anbieter vergleichen; alle anderen einen halben Arbeitstag, den man neben anderer Arbeit einhalten kann. Eichen Sie beides an Ihren eigenen Antwortzeiten, bevor Sie unterschreiben.',
      ),
    },
    {
      about: 'handOver',
      text: say(
        'The hour before a lead has an owner is marketing’s, so that nobody in sales answers for the router.',
        'Die Stunde, bis ein Lead eine zuständige Person hat, gehört dem Marketing; so haftet im Vertrieb niemand für die Verteilung.',
      ),
    },
    {
      about: 'followUp',
      text: say(
        'Six attempts over ten business days and two channels: most people who answer at all do so by then.',
        'Sechs Versuche in zehn Geschäftstagen über zwei Kanäle: Wer überhaupt antwortet, hat es bis dahin meist getan.',
      ),
    },
    {
      about: 'qualifiedLeads',
      text: say(
        '120 a month is two reps with three new leads a business day each. Work it out from your revenue goal with revenuePlan, and put your own number here.',
        '120 im Monat sind zwei Menschen mit je drei neuen Leads am Geschäftstag. Rechnen Sie es mit revenuePlan aus Ihrem Umsatzziel aus und setzen Sie Ihre Zahl ein.',
      ),
    },
    {
      about: 'quality',
      text: say(
        'A rejected lead is deducted, and more than 15 % of them relieve sales of its conversion rate: neither side can win by counting.',
        'Ein abgelehnter Lead wird abgezogen, und mehr als 15 % davon entlasten den Vertrieb von seiner Quote: Keine Seite gewinnt durch Zählen.',
      ),
    },
    {
      about: 'inTime',
      text: say(
        'Nine in ten, not all of them: people are ill, and an agreement that nobody can keep is kept by nobody. Fewer than 20 answers a month are not judged.',
        'Neun von zehn, nicht alle: Menschen werden krank, und an eine Vereinbarung, die niemand halten kann, hält sich niemand. Weniger als 20 Antworten im Monat werden nicht beurteilt.',
      ),
    },
  ]
}

const begin: Script = [
  [0, 'lead.created'],
  [5, 'lead.moved', { to: 'mql' }, 'nora'],
]
const scripts: Record<string, Script> = {
  // An answer after 20 minutes, accepted, and a project after four days.
  won: [
    ...begin,
    [10, 'lead.assigned'],
    [30, 'call.connected'],
    [60, 'lead.moved', { to: 'working' }],
    [5760, 'lead.moved', { to: 'qualified' }],
  ],
  // An answer after two hours: in time for everybody but a hot lead.
  slow: [...begin, [10, 'lead.assigned'], [130, 'email.sent'], [180, 'lead.moved', { to: 'working' }]],
  // No lead of the desk has an owner for two hours.
  stuck: [...begin, [125, 'lead.assigned'], [140, 'call.connected'], [150, 'lead.moved', { to: 'working' }]],
  // Spam: rejected before anybody answers.
  spam: [...begin, [10, 'lead.assigned'], [25, 'lead.moved', { to: 'disqualified', reason: 'spam' }]],
  // Nobody ever answers.
  silence: [...begin, [10, 'lead.assigned']],
  // Put off until the customer is back, and answered then.
  snoozed: [
    ...begin,
    [10, 'lead.assigned'],
    [20, 'lead.snoozed'],
    [260, 'lead.woken'],
    [270, 'call.connected'],
    [280, 'lead.moved', { to: 'nurture' }],
  ],
}

const hot = { score: 85, source: 'pricing' }
const warm = { score: 60, source: 'webinar' }
const lines: readonly Line[] = [
  ['L-01', 'won', '2027-01-04T09:00', 'jonas', hot],
  ['L-02', 'won', '2027-01-04T10:00', 'lena', hot],
  ['L-03', 'won', '2027-01-05T09:30', 'jonas', warm],
  ['L-04', 'won', '2027-01-05T11:00', 'lena', warm],
  ['L-05', 'slow', '2027-01-04T11:00', 'jonas', hot],
  ['L-06', 'slow', '2027-01-05T10:00', 'lena', hot],
  ['L-07', 'slow', '2027-01-05T12:00', 'jonas', warm],
  ['L-08', 'slow', '2027-01-06T09:00', 'lena', warm],
  ['L-09', 'slow', '2027-01-06T10:00', 'jonas', warm],
  ['L-10', 'slow', '2027-01-06T11:00', 'lena', warm],
  ['L-11', 'slow', '2027-01-07T09:00', 'jonas', warm],
  ['L-12', 'slow', '2027-01-07T10:00', 'lena', warm],
  ['L-13', 'stuck', '2027-01-07T11:00', 'jonas', warm],
  ['L-14', 'stuck', '2027-01-07T12:00', 'lena', hot],
  ['L-15', 'spam', '2027-01-08T09:00', 'jonas', warm],
  ['L-16', 'spam', '2027-01-08T09:30', 'lena', warm],
  ['L-17', 'spam', '2027-01-08T10:00', 'jonas', warm],
  ['L-18', 'silence', '2027-01-11T09:00', 'lena', warm],
  ['L-19', 'silence', '2027-01-11T10:00', 'jonas', hot],
  ['L-20', 'snoozed', '2027-01-12T09:00', 'lena', warm],
  ['L-21', 'snoozed', '2027-01-12T10:00', 'jonas', warm],
  ['L-22', 'won', '2027-01-12T11:00', 'lena', hot],
]

export const source: Source = {
  title: (say) => say('B2B inbound with hot leads', 'B2B-Eingang mit heißen Leads'),
  summary: (say) =>
    say(
      'For companies whose buyers come by themselves: a fast answer for hot leads, a fair one for all others, and a quota that deducts rejects.',
      'Für Unternehmen, deren Käufer von selbst kommen: eine schnelle Antwort für heiße Leads, eine ordentliche für alle anderen, und eine Quote, von der Abgelehntes abgezogen wird.',
    ),
  agreement: b2bInbound,
  commentary,
  events: tell(lines, { offset: '+01:00', scripts, teams: { jonas: 'inbound', lena: 'inbound' } }),
  asOf: '2027-02-01T00:00:00+01:00',
}
