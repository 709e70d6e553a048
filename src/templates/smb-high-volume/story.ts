/** Why the numbers of the high-volume agreement are what they are, and the first week of January under it. */
import { type Comment, type Line, type Say, type Script, type Source, tell } from '../parts.ts'
import { smbHighVolume } from './agreement.ts'

function commentary(say: Say): Comment[] {
  return [
    {
      about: 'speedToLead',
      text: say(
        'Five minutes for whoever asked to be called, half an hour for the others. At this volume the clock is the shift’s: after five more minutes the lead goes to the next free rep.',
        'Fünf Minuten für alle, die um einen Anruf gebeten haben, eine halbe Stunde für die anderen. Bei dieser Menge ist die Zeit Sache der Schicht: Nach fünf weiteren Minuten geht der Lead an den nächsten freien Menschen.',
      ),
    },
    {
      about: 'confirmation',
      text: say(
        'A machine confirms within two minutes at any hour. It is no answer, and it stops no clock of sales.',
        'Eine Maschine bestätigt zu jeder Stunde innerhalb von zwei Minuten. Das ist keine Antwort und hält keine Frist des Innendienstes an.',
      ),
    },
    {
      about: 'leads',
      text: say(
        '900 a week keep three reps busy: 60 first calls a day each, five days. What turns out to be invalid within two shifts is deducted.',
        '900 in der Woche lasten drei Menschen aus: je 60 erste Anrufe am Tag, fünf Tage lang. Was sich innerhalb von zwei Schichten als ungültig erweist, wird abgezogen.',
      ),
    },
    {
      about: 'attempts',
      text: say(
        'Five attempts in three days, at least two hours apart, by phone and in writing; then the lead is recycled, and nobody is pestered.',
        'Fünf Versuche in drei Tagen mit mindestens zwei Stunden Abstand, telefonisch und schriftlich; dann geht der Lead zurück, und niemand wird belästigt.',
      ),
    },
    {
      about: 'quickEnough',
      text: say(
        '85% and not 100%: leads come in bursts after a newsletter, and a floor that is staffed for the burst stands idle for the rest of the day.',
        '85 % und nicht 100 %: Leads kommen nach einem Newsletter in Schüben, und wer für den Schub besetzt ist, hat den Rest des Tages nichts zu tun.',
      ),
    },
  ]
}

const begin: Script = [
  [0, 'lead.created'],
  [1, 'email.sent', { template: 'confirmation' }, 'robot'],
  [2, 'lead.assigned'],
]
const scripts: Record<string, Script> = {
  // Called after four minutes, and they talk.
  quick: [
    ...begin,
    [4, 'call.connected'],
    [5, 'lead.moved', { to: 'called' }],
    [6, 'lead.moved', { to: 'talked' }],
    [120, 'lead.moved', { to: 'won' }],
  ],
  // Called after twenty minutes: in time unless the lead is hot.
  later: [
    ...begin,
    [20, 'call.attempted'],
    [21, 'lead.moved', { to: 'called' }],
    [200, 'text.sent'],
    [210, 'lead.moved', { to: 'recycled' }],
  ],
  // Called after an hour.
  late: [...begin, [60, 'call.attempted'], [61, 'lead.moved', { to: 'called' }]],
  // A wrong number, seen before anybody called.
  wrong: [...begin, [3, 'lead.moved', { to: 'invalid', reason: 'wrong number' }]],
}

const hot = { source: 'call-me', phoneValid: true }
const warm = { source: 'newsletter', score: 40, phoneValid: true }
const unchecked = { source: 'newsletter', score: 40, phoneValid: false }
const lines: readonly Line[] = [
  ['S-01', 'quick', '2027-01-04T08:00', 'ana', hot],
  ['S-02', 'quick', '2027-01-04T08:10', 'troy', hot],
  ['S-03', 'quick', '2027-01-04T09:00', 'ana', warm],
  ['S-04', 'quick', '2027-01-04T09:30', 'troy', warm],
  ['S-05', 'quick', '2027-01-04T15:00', 'kim', hot],
  ['S-06', 'quick', '2027-01-04T15:30', 'kim', warm],
  ['S-07', 'quick', '2027-01-05T08:00', 'ana', hot],
  ['S-08', 'quick', '2027-01-05T08:30', 'troy', warm],
  ['S-09', 'quick', '2027-01-05T16:00', 'kim', hot],
  ['S-10', 'quick', '2027-01-05T17:00', 'kim', warm],
  ['S-11', 'later', '2027-01-05T10:00', 'ana', warm],
  ['S-12', 'later', '2027-01-05T11:00', 'troy', warm],
  ['S-13', 'later', '2027-01-06T10:00', 'ana', warm],
  ['S-14', 'later', '2027-01-06T11:00', 'troy', hot],
  ['S-15', 'later', '2027-01-06T15:00', 'kim', hot],
  ['S-16', 'later', '2027-01-06T16:00', 'kim', warm],
  ['S-17', 'later', '2027-01-06T17:00', 'kim', warm],
  ['S-18', 'late', '2027-01-06T12:00', 'ana', warm],
  ['S-19', 'late', '2027-01-06T18:00', 'kim', hot],
  ['S-20', 'wrong', '2027-01-07T09:00', 'ana', unchecked],
  ['S-21', 'wrong', '2027-01-07T10:00', 'troy', unchecked],
]

export const source: Source = {
  title: (say) => say('Small business at high volume', 'Kleine Unternehmen in großer Zahl'),
  summary: (say) =>
    say(
      'For teams that call thousands of leads a month: minutes by kind of lead, shifts and weekends, numbers that work, and attempts that end.',
      'Für Teams, die Tausende Leads im Monat anrufen: Minuten je nach Lead, Schichten und Wochenenden, Nummern, die stimmen, und Versuche, die enden.',
    ),
  agreement: smbHighVolume,
  commentary,
  events: tell(lines, { offset: '-06:00', scripts, teams: { ana: 'early', troy: 'early', kim: 'late' } }),
  asOf: '2027-01-20T00:00:00-06:00',
}
