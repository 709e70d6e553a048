/** Promises in German. What follows `sobald`, `wenn` and `dass` has its verb at the end. */
import { capital, type Phrase, phrase as p, spaced } from '../text/phrase.ts'
import type { ClauseWords } from './clause-words.ts'
import { each, every, inOne } from './german-lengths.ts'

const one = { a: 'ein Lead', the: 'der Lead' } as const
const orNothing = (content: Phrase | null, say: (content: Phrase) => Phrase): Phrase => (content === null ? '' : say(content))

export const germanClauses: ClauseWords = {
  time: {
    quoted: (text) => p`„${text}“`,
    date: ({ day, month, year }) => `${day}. ${month} ${year}`,
    yearly: ({ day, month }) => `${day}. ${month}`,
    weekday: ({ weekday, day, month }) => `${weekday}, der ${day}. ${month}`,
    on: ({ weekday, day, month, year, time }) => `am ${weekday}, dem ${day}. ${month} ${year}, um ${time} Uhr`,
    hours: (from, to) => `${from} bis ${to} Uhr`,
    within: (amount) => p`innerhalb von ${amount}`,
    withinDays: (days, count) => (count === 1 ? 'innerhalb eines Geschäftstags' : `innerhalb von ${days} Geschäftstagen`),
    byEndOfDay: (days, count) => {
      if (count === 0) return 'bis zum Ende desselben Geschäftstags'
      return count === 1 ? 'bis zum Ende des nächsten Geschäftstags' : `bis zum Ende des ${days}. Geschäftstags danach`
    },
    byFact: (fact) => p`bis zu dem in ${fact} genannten Zeitpunkt`,
    days: (days, count) => (count === 1 ? 'einem Tag' : `${days} Tagen`),
    onCalendar: (calendar) => p`(gezählt in den Öffnungszeiten von ${calendar})`,
    aroundTheClock: '(rund um die Uhr gezählt)',
    counted: (calendar) => (calendar === null ? 'rund um die Uhr gezählt' : p`gezählt in den Öffnungszeiten von ${calendar}`),
    daysOf: (calendar) => p`(nach dem Kalender ${calendar})`,
    everyDay: '(jeder Tag ist einer)',
  },

  condition: {
    eventFact: (name) => p`${name} des Ereignisses`,
    lead: 'der Lead',
    event: 'das Ereignis',
    state: 'der Status',
    owner: 'die zuständige Person',
    team: 'das Team',
    byPerson: 'ein Mensch handelt',
    byAutomation: 'eine Automatik handelt',
    hasOwner: 'der Lead hat eine zuständige Person',
    hasNoOwner: 'der Lead hat keine zuständige Person',
    namesSomebody: 'eine zuständige Person ist genannt',
    namesNobody: 'keine zuständige Person ist genannt',
    operators: {
      equal: (fact, value) => p`${fact} ist ${value}`,
      notEqual: (fact, value) => p`${fact} ist nicht ${value}`,
      lessThan: (fact, value) => p`${fact} ist kleiner als ${value}`,
      lessThanInclusive: (fact, value) => p`${fact} ist höchstens ${value}`,
      greaterThan: (fact, value) => p`${fact} ist größer als ${value}`,
      greaterThanInclusive: (fact, value) => p`${fact} ist mindestens ${value}`,
      in: (fact, value) => p`${fact} ist ${value}`,
      notIn: (fact, value) => p`${fact} ist nicht ${value}`,
      contains: (fact, value) => p`${fact} enthält ${value}`,
      doesNotContain: (fact, value) => p`${fact} enthält nicht ${value}`,
    },
    operator: (fact, operator, value) => p`${fact} ist ${operator} ${value}`,
    isEmpty: (fact) => p`${fact} ist leer`,
    isNotEmpty: (fact) => p`${fact} ist nicht leer`,
    nothing: 'leer',
    yes: 'wahr',
    no: 'falsch',
    not: (condition) => p`es gilt nicht: ${capital(condition)}`,
    applies: (names, several) => p`${names} ${several ? 'treffen' : 'trifft'} zu`,
    doesNotApply: (name) => p`${name} trifft nicht zu`,
    always: 'in jedem Fall',
    someOf: (fact) => p`mindestens ein Eintrag von ${fact}`,
    everyOf: (fact) => p`jeder Eintrag von ${fact}`,
    oneValue: 'der Wert',
    forSome: (condition, values) => p`${condition}, für mindestens einen dieser Werte: ${values}`,
    forEvery: (condition, values) => p`${condition}, für jeden dieser Werte: ${values}`,
    provided: (what, condition) => p`${what} (sofern gilt: ${capital(condition)})`,
  },

  trigger: {
    events: {
      'lead.created': (lead) => `${one[lead]} angelegt wird`,
      'lead.updated': (lead) => `${one[lead]} geändert wird`,
      'lead.moved': (lead) => `${one[lead]} den Status wechselt`,
      'lead.assigned': (lead) => `${one[lead]} zugewiesen wird`,
      'lead.merged': (lead) => `${one[lead]} mit einem anderen zusammengeführt wird`,
      'lead.snoozed': (lead) => `${one[lead]} zurückgestellt wird`,
      'lead.woken': (lead) => `${one[lead]} wieder aufgenommen wird`,
      'opportunity.created': () => 'eine Opportunity angelegt wird',
      'opportunity.updated': () => 'eine Opportunity geändert wird',
      'call.made': () => 'ein Anruf getätigt wird',
      'call.attempted': () => 'ein Anruf versucht wird',
      'call.connected': () => 'ein Anruf zustande kommt',
      'email.sent': () => 'eine E-Mail gesendet wird',
      'email.replied': () => 'eine E-Mail beantwortet wird',
      'meeting.booked': () => 'ein Termin vereinbart wird',
      'meeting.held': () => 'ein Termin stattfindet',
      'form.submitted': () => 'ein Formular abgeschickt wird',
    },
    happens: (types) => p`${types} geschieht`,
    enters: (lead, states) => p`${one[lead]} den Status ${states} erreicht`,
    leaves: (lead, states) => p`${one[lead]} den Status ${states} verlässt`,
    disposed: (lead, states) => p`${one[lead]} einen abschließenden Status (${states}) erreicht`,
    becomes: (lead, condition) =>
      condition === null ? `${one[lead]} diese Bedingung erfüllt` : p`${one[lead]} diese Bedingung erfüllt (${condition})`,
    when: (trigger) => p`sobald ${trigger}`,
  },

  promise: {
    timed: ({ party, start, stop, target, clock }) => {
      const who = party === null ? 'sorgen Sie' : p`sorgt ${party}`
      return p`Sobald ${start}, ${who} dafür, dass ${spaced(target ?? 'innerhalb der unten genannten Zeit', clock, stop)}.`
    },
    cadence: ({ party, start, count, attempts, target, clock, spacing, channels }) => {
      const tries = attempts === 1 ? 'einen Versuch' : p`${count} Versuche`
      const apart = orNothing(spacing, (amount) => p`, mit mindestens ${amount} Abstand`)
      const over = orNothing(channels, (number) => p`, über mindestens ${number} Kanäle`)
      const who = party === null ? 'unternehmen Sie' : p`unternimmt ${party}`
      return p`Sobald ${start}, ${who} ${spaced(target, clock, tries)}${apart}${over}.`
    },
    attempt: (attempt) => p`Ein Versuch zählt, wenn ${attempt}.`,
    volume: (party, per, amount) => p`${party} liefert ${every[per]} ${amount ?? 'das unten Genannte'}.`,
    counted: (trigger, per) => p`Es zählt, wenn ${trigger}; jeder Lead zählt ${each[per]} einmal.`,
    amount: (party, per, money) => p`${party} erbringt ${every[per]} ${money ?? 'das unten Genannte'}.`,
    amountOfEvent: 'der Betrag',
    summed: (fact, trigger) => p`Addiert wird ${fact}, sobald ${trigger}.`,
    ratio: (party, per, share) =>
      p`${party} sorgt dafür, dass von den Leads, die ${inOne[per]} zählen, ${share} das folgende Ergebnis zeigen.`,
    ratioOf: (trigger) => p`Ein Lead zählt, wenn ${trigger}.`,
    ratioThat: (trigger, maturity) =>
      maturity === null
        ? p`Er zeigt das Ergebnis, wenn irgendwann danach ${trigger}.`
        : p`Er zeigt das Ergebnis, wenn innerhalb von ${maturity} danach ${trigger}.`,
    compliance: (party, per, share, clause) => p`${party} hält die Zusage ${clause} ${every[per]} in ${share} der Fälle ein.`,
    atLeast: (amount) => p`mindestens ${amount}`,
    atMost: (amount) => p`höchstens ${amount}`,
    between: (least, most) => p`zwischen ${least} und ${most}`,
    minimumSample: (count) => `Weniger als ${count} werden nicht beurteilt.`,
    pace: (calendar) => p`Wie viel schon erreicht sein soll, bemisst sich nach den Geschäftstagen von ${calendar}.`,
    paceEveryDay: 'Wie viel schon erreicht sein soll, bemisst sich nach allen Tagen gleichermaßen.',
  },

  detail: {
    owedTo: 'Zugesagt an',
    starts: 'Beginn',
    done: 'Erledigt',
    pauses: 'Pause',
    resumes: 'Fortsetzung',
    ends: 'Endet ohne Fälligkeit',
    restarts: 'Neubeginn',
    onlyWhile: 'Nur solange',
    moreover: 'Außerdem',
    target: 'Ziel',
    once: 'Je Lead zählt nur das erste Mal.',
    reopened: (amount) =>
      p`Beginnt es innerhalb von ${amount} nach der Erledigung erneut, läuft derselbe Fall weiter; die Zeit dazwischen zählt nicht.`,
    after: (clause) => p`Die Zeit beginnt nicht, bevor ${clause} abgeschlossen ist.`,
    perOwner: 'Die Zeit beginnt mit jeder Person neu, die den Lead erhält.',
    onChange: {
      keep: 'Ändern sich die Daten eines Leads, bleibt es bei der Zeit, die am Anfang galt.',
      retarget: 'Ändern sich die Daten eines Leads, gilt ab demselben Beginn die Zeit für die neuen Daten.',
      restart: 'Ändern sich die Daten eines Leads, beginnt die Zeit für die neuen Daten von vorn.',
    },
    attribution: {
      ownerAtDue: 'Eine Verspätung wird der Person zugerechnet, die bei Fälligkeit für den Lead zuständig war.',
      ownerAtStart: 'Eine Verspätung wird der Person zugerechnet, die am Anfang für den Lead zuständig war.',
      lastOwner: 'Eine Verspätung wird der Person zugerechnet, die zuletzt für den Lead zuständig war.',
      proportional: 'Eine Verspätung wird der Person zugerechnet, die am längsten für den Lead zuständig war.',
    },
    boundary: {
      close: 'Eine Zeit, die genau mit der Öffnungszeit endet, ist zu deren Ende fällig.',
      nextOpen: 'Eine Zeit, die genau mit der Öffnungszeit endet, ist mit der nächsten Öffnung fällig.',
    },
    rules: [
      'Eine Zusage ist eingehalten, wenn das Zugesagte zum Fälligkeitszeitpunkt oder vorher geschieht.',
      'Außerhalb der Öffnungszeiten des Kalenders und während einer Pause steht die Zeit still.',
      'Geschäftstage sind die Tage, an denen der Kalender öffnet. Eine Frist in Geschäftstagen endet zur selben Uhrzeit oder, wenn dann geschlossen ist, mit der nächsten Öffnung.',
      'Was verspätet war, bleibt verspätet, auch wenn es nachgeholt wird.',
      'Für jede Zeit gilt bis zu ihrem Ende die Fassung dieser Vereinbarung, die bei ihrem Beginn in Kraft war.',
    ],
    example: 'Beispiel:',
    everyLead: 'alle Leads',
    allOthers: 'alle übrigen',
  },

  example: {
    due: (event, on, due, reason) => p`Wenn ${on} ${event}, ist dies ${due} fällig, denn ${reason}.`,
    none: 'Ein Beispiel fehlt: Es wurde kein Verlauf gefunden, mit dem diese Zeit beginnt.',
    zone: (timeZone) => p`Die Uhrzeiten sind die von ${timeZone}.`,
    countsOn: (amount, { weekday, day, month }, hours) => p`${amount} am ${weekday}, dem ${day}. ${month} (${hours})`,
    counts: (parts) => p`es zählen ${parts}`,
    moreDays: (amount, days, count) => p`${amount} an ${count === 1 ? 'einem weiteren Tag' : `${days} weiteren Tagen`}`,
    closedOn: ({ weekday, day, month }) => `am ${weekday}, dem ${day}. ${month}`,
    closed: (days) => p`${days} ist geschlossen`,
    closedDays: (days) => `an ${days} Tagen dazwischen ist geschlossen`,
    holidayOn: ({ weekday, day, month }, name) =>
      p`${weekday}, der ${day}. ${month}${orNothing(name, (known) => p` (${known})`)}`,
    holidays: (days, count) => p`${days} ${count === 1 ? 'ist ein Feiertag' : 'sind Feiertage'}`,
    always: 'jede Stunde zählt, bei Tag und bei Nacht',
    atNextOpening: 'die Zeit endet mit der Öffnungszeit und ist darum mit der nächsten Öffnung fällig',
    businessDays: (days, count) =>
      count === 1 ? p`der nächste Geschäftstag ist ${days}` : p`die nächsten Geschäftstage sind ${days}`,
    nthBusinessDay: (day, days) => p`${day} ist der ${days}. Geschäftstag danach`,
    rolled: 'zu dieser Uhrzeit ist geschlossen, darum gilt die nächste Öffnung',
    closes: (day, time, days, count) => {
      if (count === 0) return p`der Geschäftstag dafür ist ${day}, und er endet um ${time} Uhr`
      if (count === 1) return p`der nächste Geschäftstag ist ${day}, und er endet um ${time} Uhr`
      return p`der ${days}. Geschäftstag danach ist ${day}, und er endet um ${time} Uhr`
    },
    named: (fact) => p`${fact} nennt diesen Zeitpunkt`,
  },

  follow: {
    owner: 'die zuständige Person',
    manager: 'die Führungskraft',
    pool: 'den Pool',
    atShare: (share, to) => p`Wenn ${share} der Zeit verbraucht sind, wird ${to} erinnert`,
    before: (amount, on, to) =>
      p`${amount}${on === 'wall' ? ' (rund um die Uhr gezählt)' : ''} vor der Fälligkeit wird ${to} erinnert`,
    clock: 'Zeiten vor und nach der Fälligkeit werden auf der Uhr der Zusage gezählt.',
    deliver: {
      openHours: ', und zwar in den Öffnungszeiten.',
      anyTime: ', gleich zu welcher Uhrzeit.',
      digest: ', gesammelt am nächsten Morgen.',
    },
    step: (action, after, to) => {
      const when = after === null ? 'Sobald die Fälligkeit überschritten ist,' : p`${after} nach der Fälligkeit`
      if (action === 'notify') return p`${when} wird ${to ?? 'die Führungskraft'} benachrichtigt.`
      if (action === 'pool') return p`${when} geht der Lead zurück an ${to ?? 'den Pool'}.`
      return to === null ? p`${when} erhält den Lead eine Person, die ihn noch nicht hatte.` : p`${when} geht der Lead an ${to}.`
    },
  },
}
