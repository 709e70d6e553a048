/** Explanations in German. */
import type { ExplanationWords } from './explanation-words.ts'

const started = (cycle: number, at: string, event: string) => `Zyklus ${cycle} begann am ${at} mit ${event}`
const businessDays = (count: number) => (count === 1 ? 'einen Geschäftstag' : `${count} Geschäftstage`)
const pausesLeftOut = (isMoved: boolean) => (isMoved ? ' ohne die Pausen' : '')
const moreDays = (count: number) => (count === 1 ? 'einem weiteren Tag' : `${count} weiteren Tagen`)

const attemptsOwed = ({ count, channels }: { readonly count: number; readonly channels: number }) =>
  `${count === 1 ? 'einen Versuch' : `${count} Versuche`}${channels > 1 ? ` auf ${channels} Wegen` : ''}`

export const german: ExplanationWords = {
  locale: 'de-DE',
  date: ({ weekday, day, month, year }) => `${weekday}, ${day}. ${month} ${year}`,
  shortDate: ({ weekday, day, month }) => `${weekday} ${day}. ${month}`,
  instant: (date, time) => `${date}, ${time} Uhr`,
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  seconds: (count) => `${count} s`,

  event: (id, type, actor, reason) =>
    `Ereignis ${id} (${type})${actor === null ? '' : ` von ${actor}`}${reason === null ? '' : `, „${reason}“`}`,
  owner: (owner, team) => `${owner ?? 'niemand'}${team === null ? '' : ` (Team ${team})`}`,

  promise: (clause, { party, lead, within, calendar, zone, attempts }) =>
    `${clause}: ${party} schuldet dem Lead ${lead} ${attempts ? attemptsOwed(attempts) : 'eine Erledigung'} ${within}, gezählt ${calendar === null ? 'rund um die Uhr' : `in den Öffnungszeiten von ${calendar}`} (Zeiten in ${zone})`,
  within: (target, amountOf) => {
    switch (target.kind) {
      case 'duration':
        return `binnen ${amountOf(target.ms)}`
      case 'businessDays':
        return target.days === 1 ? 'binnen eines Geschäftstags' : `binnen ${target.days} Geschäftstagen`
      case 'endOfBusinessDay':
        return target.days === 0
          ? 'bis zum letzten Schluss desselben Geschäftstags'
          : `bis zum letzten Schluss ${businessDays(target.days)} später`
      case 'dueFrom':
        return `bis zu der Zeit, die ${target.fact}.${target.keys.join('.')} nennt`
    }
  },
  started: {
    trigger: started,
    reset: (cycle, at, event) => `${started(cycle, at, event)}, das den Zyklus davor zurücksetzte`,
    goal: (cycle, at, event) => `${started(cycle, at, event)}, das ein anderes Ziel brachte`,
    owner: (cycle, at, event) => `${started(cycle, at, event)}, das einen anderen Besitzer brachte`,
    predecessor: (cycle, at, event) => `${started(cycle, at, event)}, das schloss, worauf er gewartet hatte`,
  },

  handedOver: (at, event, from, to) => {
    if (from === to) return `Am ${at} ließ ${event} den Lead ${to === null ? 'ohne Besitzer' : `bei ${to}`}`
    if (to === null) return `Am ${at} nahm ${event} den Lead von ${from}`
    return `Am ${at} gab ${event} den Lead ${from === null ? '' : `von ${from} `}an ${to}`
  },
  retargeted: (at, event, from, to) =>
    `Am ${at} änderte ${event} das Ziel und die Fälligkeit von ${from ?? 'keiner'} auf ${to ?? 'keine'}`,
  reopened: (at, event, stopped) =>
    `Am ${at} öffnete ${event} ihn wieder, nachdem ${stopped.event} ihn am ${stopped.at} beendet hatte`,
  pausedForNothing: (at, event, until) =>
    `Am ${at} hielt ${event} ihn an${until === null ? '' : ` bis ${until}`}, was nichts kostete, weil durchweg geschlossen war`,

  counted: (amount, from, to) => `Gezählt ${amount}: ${from} bis ${to}`,
  paused: (from, to, event) => `Nicht gezählt: ${from} bis ${to}, angehalten durch ${event}`,
  pausedToTheCap: (from, to, event) =>
    `Nicht gezählt: ${from} bis ${to}, angehalten durch ${event}, so lange, wie eine Pause dauern darf`,
  notPaused: (at, event) => `Am ${at} hielt ${event} sie nicht an, weil sie so oft angehalten war, wie sie darf`,
  tried: {
    attempted: (at, event, { count, channel, isKnown }) =>
      `Am ${at} war ${event} Versuch ${count}, über ${channel}${isKnown ? ', einen Weg, der schon genutzt war' : ''}`,
    notAttempted: (at, event, because) =>
      `Am ${at} zählte ${event} nicht als Versuch, weil ${because === 'automation' ? 'ein Automat ihn unternahm' : 'er dem vorigen zu bald folgte'}`,
    notCounted: (at, event, because, channel) => {
      const why = {
        automation: 'nicht zählt, was ein Automat tut',
        channel: `${channel} kein Weg ist, der zählt`,
        direction: 'es nicht in die Richtung ging, die zählt',
        length: 'es nicht lang genug war',
      }
      return `Am ${at} beendete ${event} sie nicht, weil ${why[because]}`
    },
  },
  stoppedMeanwhile: (from, to, event) => `Nicht gezählt: ${from} bis ${to}, beendet durch ${event}, bis er wieder geöffnet wurde`,
  closed: (from, to, reasons) => `Nicht gezählt: ${from} bis ${to}, geschlossen: ${reasons}`,
  closedBecause: {
    hours: () => 'außerhalb der Öffnungszeiten',
    noHours: (dates) => `keine Öffnungszeiten am ${dates}`,
    holiday: (dates, count) => `${count === 1 ? 'Feiertag' : 'Feiertage'} am ${dates}`,
    override: (dates) => `besondere Zeiten am ${dates}`,
    closure: (dates) => `Schließung am ${dates}`,
    excluded: (dates) => `durch einen anderen Kalender ausgenommen am ${dates}`,
  },
  named: (date, name) => `${date} (${name})`,
  moreDates: moreDays,
  moreSteps: (count) => `… und ${count === 1 ? 'ein weiterer Schritt' : `${count} weitere Schritte`}`,

  waivedBy: ({ name, from, to, reason, approvedBy }) =>
    `Erlassen durch die Ausnahme ${name} für alles, was ab ${from} und vor ${to} fällig wird: „${reason}“${approvedBy === null ? '' : `, genehmigt von ${approvedBy}`}`,
  countsFor: {
    ownerAtDue: (owner) => `Er zählt für ${owner}: dort lag der Lead bei Fälligkeit`,
    ownerAtEnd: (owner) => `Er zählt für ${owner}: dort lag der Lead zuletzt`,
    ownerAtStart: (owner) => `Er zählt für ${owner}: dort lag der Lead zu Beginn`,
    lastOwner: (owner) => `Er zählt für ${owner}: dort lag der Lead zuletzt`,
    proportional: (owner) => `Er zählt für ${owner}: dort wurde am meisten Zeit verbraucht`,
  },
  countsForNobody: 'Er zählt für keine Person, weil der Lead da niemandem gehörte',
  shares: (shares) => `Verbrauchte Zeit: ${shares}`,
  share: (owner, amount) => `${owner} ${amount}`,

  due: {
    duration: (due, { amount, isBusiness, start, isMoved, days }) => {
      const sum = `${amount}${isBusiness ? ' Geschäftszeit' : ''} ab ${start}${pausesLeftOut(isMoved)}`
      return days === null ? `Fällig am ${due}: ${sum}` : `Fällig am ${due}, denn ${sum} sind ${days}`
    },
    businessDays: (due, { count, start, days, isMoved }) =>
      `Fällig am ${due}, ${businessDays(count)} nach ${start}${days === null ? '' : ` (${days})`}${pausesLeftOut(isMoved)}`,
    endOfBusinessDay: (due, { count, isMoved }) =>
      `Fällig am ${due}, zum letzten Schluss ${count === 0 ? 'dieses Geschäftstags' : `${businessDays(count)} nach dem Beginn`}${pausesLeftOut(isMoved)}`,
    dueFrom: (due, fact) => `Fällig am ${due}, wie ${fact} es sagt`,
    atStart: (due, fact) => `Fällig am ${due}, mit dem Beginn, weil ${fact} keine spätere Zeit nennt`,
    rolled: ', wenn der Kalender das nächste Mal öffnet',
    paused: 'Nicht fällig, solange er angehalten ist',
    ifResumed: (due) => `Nicht fällig, solange er angehalten ist, und am ${due}, liefe er jetzt weiter`,
    closedWhilePaused: 'Nicht fällig, weil er bis zum Ende angehalten war',
    noFact: (fact) => `Nicht fällig, weil ${fact} keine Zeit nennt`,
    noTimeLeft: 'Nicht fällig, weil der Kalender keine solche Zeit mehr hat',
    onDay: (amount, date) => `${amount} am ${date}`,
    onMoreDays: (amount, count) => `${amount} an ${moreDays(count)}`,
  },
  ending: {
    stopped: (at, event) => `erledigt am ${at} durch ${event}`,
    cancelled: (at, event, because) =>
      `abgebrochen am ${at} durch ${event}${because === 'requires' ? ', nach dem nicht mehr galt, was er voraussetzt' : ''}`,
    superseded: (at, event, because) => {
      if (because === 'reset') return `zurückgesetzt am ${at} durch ${event}`
      return `beendet am ${at} durch ${event}, um mit einem anderen ${because === 'goal' ? 'Ziel' : 'Besitzer'} neu zu beginnen`
    },
    excused: (at, event) =>
      `entschuldigt am ${at} durch ${event}, womit der Lead aus einem vereinbarten Grund und rechtzeitig zurückging`,
    merged: (at, event) => `beendet am ${at} durch ${event}, womit der Lead in einem anderen aufging`,
    stillOpen: (asOf) => `noch offen am ${asOf}`,
  },
  outcome: {
    kept: 'eingehalten',
    inTime: 'in der Frist',
    late: (late) => `${late} zu spät`,
    waived: (late) => `${late} zu spät und erlassen`,
    used: (used) => `${used} verbraucht`,
  },
  argument: (due, ending, outcomes) => `${due}; ${ending}: ${outcomes}`,
}
