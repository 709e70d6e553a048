/** Why the numbers of the product-led agreement are what they are, and two weeks of trials under it. */
import { type Comment, type Line, type Say, type Script, type Source, tell } from '../parts.ts'
import { productLed } from './agreement.ts'

function commentary(say: Say): Comment[] {
  return [
    {
      about: 'assist',
      text: say(
        'Whoever asked waits an hour, a large team two, everybody else most of a day: they have the product, and they are at work with it.',
        'Wer gefragt hat, wartet eine Stunde, ein großes Team zwei, alle anderen fast einen Tag: Sie haben das Produkt und arbeiten gerade damit.',
      ),
    },
    {
      about: 'signal',
      text: say(
        'A signal that nobody gets is worth nothing. Half an hour is what a nightly export can never keep, and a stream always can.',
        'Ein Signal, das niemand bekommt, ist nichts wert. Eine halbe Stunde kann ein nächtlicher Export nie einhalten, ein Datenstrom immer.',
      ),
    },
    {
      about: 'qualified',
      text: say(
        '60 points a month, 75 from July on. A workspace of 20 seats counts three: it is worth three small ones and takes as long.',
        '60 Punkte im Monat, ab Juli 75. Ein Arbeitsbereich mit 20 Plätzen zählt dreifach: So viel ist er wert, und so lange dauert er.',
      ),
    },
    {
      about: 'leftAlone',
      text: say(
        'One in ten pays without talking to anybody. A product that sells only with help is not product-led.',
        'Einer von zehn zahlt, ohne mit jemandem gesprochen zu haben. Ein Produkt, das sich nur mit Hilfe verkauft, verkauft sich nicht selbst.',
      ),
    },
    {
      about: 'gentle',
      text: say(
        'Two tries in two weeks, two days apart. They know where we are.',
        'Zwei Versuche in zwei Wochen mit zwei Tagen Abstand. Sie wissen, wo wir sind.',
      ),
    },
    {
      about: 'conversion',
      text: say(
        'One in four within 45 days: a monthly invoice, and half of the next one. Leads whose signal came late drop out.',
        'Jeder vierte binnen 45 Tagen: eine Monatsrechnung und die Hälfte der nächsten. Leads, deren Signal zu spät kam, fallen heraus.',
      ),
    },
  ]
}

const day = 1440
const begin: Script = [
  [0, 'lead.created'],
  [5, 'lead.moved', { to: 'pql' }, 'priya'],
]
const scripts: Record<string, Script> = {
  // Help after half an hour, a talk, and they pay on the ninth day.
  paid: [
    ...begin,
    [10, 'lead.assigned'],
    [40, 'message.sent'],
    [60, 'lead.moved', { to: 'talking' }],
    [9 * day, 'lead.moved', { to: 'paying' }],
  ],
  // Help after three hours: in time for a small team that did not ask.
  slow: [
    ...begin,
    [10, 'lead.assigned'],
    [190, 'email.sent'],
    [200, 'lead.moved', { to: 'talking' }],
    [3 * day, 'email.sent'],
    [6 * day, 'email.sent'],
  ],
  // They pay by themselves before anybody is told.
  alone: [...begin, [20, 'lead.moved', { to: 'paying' }, 'robot']],
  // The signal is lost for two hours.
  lost: [...begin, [125, 'lead.assigned'], [150, 'call.connected']],
  // Nobody helps, and the trial ends.
  unheard: [...begin, [10, 'lead.assigned'], [14 * day, 'lead.moved', { to: 'expired' }, 'robot']],
  // They ask for help an hour after the hand-over, and then one hour counts: from the start.
  asks: [
    ...begin,
    [10, 'lead.assigned'],
    [50, 'lead.updated', { asked: true }, 'robot'],
    [65, 'message.sent'],
    [70, 'lead.moved', { to: 'talking' }],
  ],
}

const small = { seats: 6, activeDays: 4 }
const large = { seats: 30, activeDays: 5 }
const asked = { seats: 3, activeDays: 1, asked: true }
const lines: readonly Line[] = [
  ['W-01', 'paid', '2027-01-11T09:00', 'sara', small],
  ['W-02', 'paid', '2027-01-11T10:00', 'yusuf', small],
  ['W-03', 'paid', '2027-01-11T11:00', 'sara', large],
  ['W-04', 'paid', '2027-01-12T09:00', 'yusuf', large],
  ['W-05', 'paid', '2027-01-12T10:00', 'sara', asked],
  ['W-06', 'paid', '2027-01-12T11:00', 'yusuf', asked],
  ['W-07', 'slow', '2027-01-12T12:00', 'sara', small],
  ['W-08', 'slow', '2027-01-13T09:00', 'yusuf', small],
  ['W-09', 'slow', '2027-01-13T10:00', 'sara', small],
  ['W-10', 'slow', '2027-01-13T11:00', 'yusuf', large],
  ['W-11', 'slow', '2027-01-14T09:00', 'sara', asked],
  ['W-12', 'alone', '2027-01-14T10:00', 'yusuf', small],
  ['W-13', 'alone', '2027-01-14T11:00', 'sara', small],
  ['W-14', 'alone', '2027-01-15T09:00', 'yusuf', large],
  ['W-15', 'lost', '2027-01-15T10:00', 'sara', small],
  ['W-16', 'lost', '2027-01-15T11:00', 'yusuf', large],
  ['W-17', 'unheard', '2027-01-18T09:00', 'sara', small],
  ['W-18', 'unheard', '2027-01-18T10:00', 'yusuf', small],
  ['W-19', 'asks', '2027-01-18T11:00', 'sara', small],
  ['W-20', 'asks', '2027-01-19T09:00', 'yusuf', small],
]

export const source: Source = {
  title: (say) => say('Product-qualified leads', 'Produktqualifizierte Leads'),
  summary: (say) =>
    say(
      'For products that people try first: signals from use, help while they are at it, gentle follow-up, and a share that needs nobody.',
      'Für Produkte, die man zuerst ausprobiert: Signale aus der Nutzung, Hilfe zur rechten Zeit, behutsames Nachfassen und ein Anteil, der niemanden braucht.',
    ),
  agreement: productLed,
  commentary,
  events: tell(lines, { offset: '+01:00', scripts, teams: { sara: 'assist', yusuf: 'assist' } }),
  asOf: '2027-03-20T00:00:00+01:00',
}
