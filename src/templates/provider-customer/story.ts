/** Why the numbers of the service agreement are what they are, and three weeks of cases under it. */
import { type Comment, type Line, type Say, type Script, type Source, tell } from '../parts.ts'
import { providerCustomer } from './agreement.ts'

function commentary(say: Say): Comment[] {
  return [
    {
      about: 'emergency',
      text: say(
        'Half an hour around the clock, and only for cases in which nobody can work: whoever wakes people for less will not be heard when it counts.',
        'Eine halbe Stunde rund um die Uhr, und nur, wenn niemand arbeiten kann: Wer Menschen für weniger weckt, wird nicht gehört, wenn es darauf ankommt.',
      ),
    },
    {
      about: 'repair',
      text: say(
        'Eight hours of the desk, sixteen, or ten days by priority. While the customer is asked, the time stands still; reopened within two weeks, it is the same case and the same time.',
        'Acht Stunden der Servicestelle, sechzehn, oder zehn Tage je nach Dringlichkeit. Während der Kunde gefragt ist, steht die Zeit still; binnen zwei Wochen wieder geöffnet, ist es derselbe Vorgang und dieselbe Zeit.',
      ),
    },
    {
      about: 'answer',
      text: say(
        'The pause is the customer’s time, so it has a limit of its own: two of the customer’s business days.',
        'Die Pause ist die Zeit des Kunden, darum hat sie eine eigene Grenze: zwei Geschäftstage des Kunden.',
      ),
    },
    {
      about: 'check',
      text: say(
        'A repair that nobody looks at is never done. After five business days silence is a breach of the customer’s.',
        'Eine Behebung, die niemand prüft, ist nie erledigt. Nach fünf Geschäftstagen ist Schweigen eine Verletzung durch den Kunden.',
      ),
    },
    {
      about: 'kept',
      text: say(
        '95 % a quarter, from ten repairs on. The first miss costs a report, the second 2,500 euros.',
        '95 % im Quartal, ab zehn Behebungen. Das erste Verfehlen kostet einen Bericht, das zweite 2.500 Euro.',
      ),
    },
  ]
}

const day = 1440
const scripts: Record<string, Script> = {
  // Read after 20 minutes, repaired after five hours, accepted the next day.
  smooth: [
    [0, 'lead.created', {}, 'clara'],
    [5, 'lead.assigned'],
    [20, 'message.sent'],
    [30, 'lead.moved', { to: 'working' }],
    [300, 'lead.moved', { to: 'delivered' }],
    [day, 'lead.moved', { to: 'accepted' }, 'clara'],
  ],
  // Read after three hours, repaired after a week.
  slow: [
    [0, 'lead.created', {}, 'clara'],
    [5, 'lead.assigned'],
    [180, 'message.sent'],
    [190, 'lead.moved', { to: 'working' }],
    [7 * day, 'lead.moved', { to: 'delivered' }],
    [8 * day, 'lead.moved', { to: 'accepted' }, 'clara'],
  ],
  // The customer is asked, answers the next day, and it is repaired two hours later.
  asked: [
    [0, 'lead.created', {}, 'clara'],
    [5, 'lead.assigned'],
    [20, 'call.connected'],
    [30, 'lead.moved', { to: 'working' }],
    [90, 'lead.moved', { to: 'asking' }],
    [day, 'lead.moved', { to: 'working' }, 'clara'],
    [day + 120, 'lead.moved', { to: 'delivered' }],
    [2 * day, 'lead.moved', { to: 'accepted' }, 'clara'],
  ],
  // The customer is asked and needs a week.
  ignored: [
    [0, 'lead.created', {}, 'clara'],
    [5, 'lead.assigned'],
    [20, 'call.connected'],
    [30, 'lead.moved', { to: 'working' }],
    [90, 'lead.moved', { to: 'asking' }],
    [7 * day, 'lead.moved', { to: 'working' }, 'clara'],
    [7 * day + 60, 'lead.moved', { to: 'delivered' }],
  ],
  // Repaired, and two days later it is broken again.
  broken: [
    [0, 'lead.created', {}, 'clara'],
    [5, 'lead.assigned'],
    [20, 'message.sent'],
    [30, 'lead.moved', { to: 'working' }],
    [150, 'lead.moved', { to: 'delivered' }],
    [180, 'lead.moved', { to: 'accepted' }, 'clara'],
    [2 * day, 'lead.moved', { to: 'working' }, 'ben'],
    [2 * day + 60, 'lead.moved', { to: 'delivered' }],
    [3 * day, 'lead.moved', { to: 'accepted' }, 'clara'],
  ],
  // No case at all.
  none: [
    [0, 'lead.created', {}, 'clara'],
    [5, 'lead.assigned'],
    [15, 'lead.moved', { to: 'rejected', reason: 'no fault' }],
  ],
}

const one = { priority: 1 }
const two = { priority: 2 }
const three = { priority: 3 }
const lines: readonly Line[] = [
  ['C-01', 'smooth', '2027-01-11T09:00', 'rosa', one],
  ['C-02', 'smooth', '2027-01-11T10:00', 'ivo', two],
  ['C-03', 'smooth', '2027-01-12T09:00', 'rosa', two],
  ['C-04', 'smooth', '2027-01-12T10:00', 'ivo', three],
  ['C-05', 'smooth', '2027-01-13T09:00', 'rosa', three],
  ['C-06', 'slow', '2027-01-11T11:00', 'ivo', two],
  ['C-07', 'slow', '2027-01-12T11:00', 'rosa', three],
  ['C-08', 'slow', '2027-01-13T11:00', 'ivo', one],
  ['C-09', 'asked', '2027-01-13T10:00', 'rosa', two],
  ['C-10', 'asked', '2027-01-14T10:00', 'ivo', three],
  ['C-11', 'ignored', '2027-01-14T11:00', 'rosa', two],
  ['C-12', 'ignored', '2027-01-18T10:00', 'ivo', three],
  ['C-13', 'broken', '2027-01-18T11:00', 'rosa', two],
  ['C-14', 'broken', '2027-01-19T10:00', 'ivo', three],
  ['C-15', 'none', '2027-01-19T11:00', 'rosa', three],
]

export const source: Source = {
  title: (say) => say('A provider and its customer', 'Ein Anbieter und sein Kunde'),
  summary: (say) =>
    say(
      'For services, as in support: cases by priority, critical ones around the clock, questions that stop the time, and credits.',
      'Für Dienstleistungen wie im Support: Vorgänge nach Dringlichkeit, kritische rund um die Uhr, Fragen, bei denen die Zeit steht, und Gutschriften.',
    ),
  agreement: providerCustomer,
  commentary,
  events: tell(lines, { offset: '+01:00', scripts, teams: { rosa: 'service', ivo: 'service' } }),
  asOf: '2027-04-20T00:00:00+02:00',
}
