/** Why the numbers of the agreement on accounts are what they are, and a quarter of twelve accounts under it. */
import { type Comment, type Line, type Say, type Script, type Source, tell } from '../parts.ts'
import { enterpriseAccounts } from './agreement.ts'

function commentary(say: Say): Comment[] {
  return [
    {
      about: 'brief',
      text: say(
        'Sales does not owe a call before it has the brief: outreach waits for it. Two business days are what one marketer needs beside other work.',
        'Der Vertrieb schuldet keinen Anruf, bevor er das Dossier hat: Die Ansprache wartet darauf. Zwei Geschäftstage braucht ein Mensch im Marketing neben anderer Arbeit.',
      ),
    },
    {
      about: 'outreach',
      text: say(
        'A working day for the 15 accounts of tier one and two for the others. Minutes do not matter here; a door that was open for a week is shut.',
        'Ein Arbeitstag für die 15 Kunden der ersten Stufe, zwei für die anderen. Auf Minuten kommt es hier nicht an; eine Tür, die eine Woche offen stand, ist zu.',
      ),
    },
    {
      about: 'persistence',
      text: say(
        'Eight attempts in four weeks, a day apart, over three channels: a decision maker is seldom reached by email alone.',
        'Acht Versuche in vier Wochen mit einem Tag Abstand über drei Kanäle: Wer entscheidet, ist selten nur per E-Mail zu erreichen.',
      ),
    },
    {
      about: 'engagedAccounts',
      text: say(
        '12 of 60 accounts a quarter is one in five. At most four too many are carried over, so that a good quarter does not excuse a bad one.',
        '12 von 60 Kunden im Quartal sind jeder fünfte. Höchstens vier zu viel werden übertragen, damit ein gutes Quartal kein schlechtes entschuldigt.',
      ),
    },
    {
      about: 'sourcedPipeline',
      text: say(
        'One million euros a quarter is five deals of 200,000. Who touched the account first has sourced it; the other side may have influenced it, and nothing counts twice.',
        'Eine Million Euro im Quartal sind fünf Geschäfte zu 200.000. Wer den Kunden zuerst erreicht hat, hat das Geschäft angebahnt; nichts zählt doppelt.',
      ),
    },
    {
      about: 'meetings',
      text: say(
        'Four in ten, judged from eight accounts on. Accounts whose brief came late drop out of the share.',
        'Vier von zehn, beurteilt ab acht Kunden. Kunden, deren Dossier zu spät kam, fallen aus dem Anteil heraus.',
      ),
    },
  ]
}

const day = 1440
const open: Script = [
  [0, 'lead.created'],
  [10, 'form.submitted', {}, 'customer'],
  [30, 'lead.moved', { to: 'engaged' }, 'milan'],
  [40, 'lead.assigned'],
]
const scripts: Record<string, Script> = {
  // The brief the next day, a call the day after it, a meeting in the second week, and a project of 250,000 euros.
  won: [
    ...open,
    [day, 'brief.delivered', {}, 'milan'],
    [2 * day, 'call.connected'],
    [9 * day, 'meeting.held'],
    [9 * day + 30, 'lead.moved', { to: 'meeting' }],
    [20 * day, 'opportunity.created', { opportunity: 'new', amountMinor: 25_000_000, currency: 'EUR' }],
    [20 * day + 5, 'lead.moved', { to: 'opportunity' }],
  ],
  // The same without a project.
  met: [...open, [day, 'brief.delivered', {}, 'milan'], [2 * day, 'email.sent'], [14 * day, 'lead.moved', { to: 'meeting' }]],
  // The brief comes after a week, and the call on the day of it.
  lateBrief: [...open, [7 * day, 'brief.delivered', {}, 'milan'], [7 * day + 60, 'call.connected']],
  // The brief is there and nobody calls for a week.
  lateCall: [...open, [day, 'brief.delivered', {}, 'milan'], [8 * day, 'call.connected']],
  // Taken off the list before anybody did anything.
  parked: [...open, [300, 'lead.moved', { to: 'parked', reason: 'bought elsewhere' }]],
}

const one = { tier: 1, people: 4, score: 70 }
const two = { tier: 2, people: 3, score: 65 }
const lines: readonly Line[] = [
  ['A-01', 'won', '2027-01-11T10:00', 'aylin', one],
  ['A-02', 'won', '2027-01-12T10:00', 'oskar', one],
  ['A-03', 'won', '2027-01-12T11:00', 'aylin', two],
  ['A-04', 'met', '2027-01-11T10:00', 'oskar', one],
  ['A-05', 'met', '2027-01-12T10:00', 'aylin', two],
  ['A-06', 'met', '2027-02-01T10:00', 'oskar', two],
  ['A-07', 'lateBrief', '2027-02-01T11:00', 'aylin', two],
  ['A-08', 'lateBrief', '2027-02-02T10:00', 'oskar', one],
  ['A-09', 'lateCall', '2027-02-02T11:00', 'aylin', one],
  ['A-10', 'lateCall', '2027-02-03T10:00', 'oskar', two],
  ['A-11', 'lateCall', '2027-02-08T10:00', 'aylin', two],
  ['A-12', 'parked', '2027-02-08T11:00', 'oskar', two],
]

export const source: Source = {
  title: (say) => say('Enterprise, account by account', 'Großkunden, Kunde für Kunde'),
  summary: (say) =>
    say(
      'For companies that sell to a list of accounts: doors opened, briefs before calls, persistence over channels, and pipeline by who sourced it.',
      'Für Unternehmen, die an eine Liste von Kunden verkaufen: geöffnete Türen, Dossiers vor Anrufen, Beharrlichkeit über Kanäle und Pipeline nach dem, der sie angebahnt hat.',
    ),
  agreement: enterpriseAccounts,
  commentary,
  events: tell(lines, { offset: '+01:00', scripts, teams: { aylin: 'enterprise', oskar: 'enterprise' } }),
  asOf: '2027-04-01T00:00:00+02:00',
}
