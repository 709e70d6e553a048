/** What readiness finds in an agreement, in German. */
import type { DocumentFacts, TriggerKey } from './facts.ts'
import { amount, counted, list, percent, quoted } from './german-figures.ts'
import type { WordsFor } from './readiness-words.ts'

const names: Readonly<Record<TriggerKey | 'requires' | 'goal', string>> = {
  start: 'der Beginn',
  stop: 'die Erledigung',
  pause: 'die Pause',
  resume: 'das Ende der Pause',
  cancel: 'der Abbruch',
  reset: 'der Neubeginn',
  attempt: 'der Versuch',
  count: 'die Zählung',
  sum: 'die Summe',
  of: 'die Grundgesamtheit',
  that: 'die Umwandlung',
  requires: 'die Voraussetzung',
  goal: 'ein Ziel',
}

const days = (count: number) => counted(count, 'Werktag', 'Werktage')

export const germanDocument: WordsFor<DocumentFacts> = {
  'undefined-status': {
    message: ({ state, isUsed }) =>
      `niemand hat aufgeschrieben, was ${quoted(state)} bedeutet${isUsed ? ', und eine Zusage hängt daran' : ''}`,
    remedy: 'Auf eine Definition in Worten einigen, die beide Seiten gebrauchen, und besser noch auf eine Eintrittsregel.',
  },
  'unreachable-state': {
    message: ({ state }) => `kein erlaubter Übergang führt zu ${quoted(state)}`,
    remedy: 'Den Übergang dorthin erlauben oder den Status streichen.',
  },
  'dead-end-state': {
    message: ({ state }) =>
      `kein Übergang führt aus ${quoted(state)} heraus, und abschließend ist der Status nicht: ein Lead bleibt dort für immer`,
    remedy: 'Einen Übergang erlauben oder den Status abschließend nennen.',
  },
  'no-disposition': {
    message: () => 'kein Status ist abschließend, also ist kein Lead je erledigt',
    remedy: 'Sagen, mit welchem Status ein Lead erledigt ist: qualifiziert, zurückgestellt, disqualifiziert.',
  },
  'handover-without-owner': {
    message: ({ clauses }) =>
      `${list(clauses.map(quoted))} ${clauses.length === 1 ? 'beginnt' : 'beginnen'}, sobald jemand den Lead bekommt, und niemand sagt zu, bis wann das geschieht`,
    remedy: 'Eine Zusage aufnehmen, die mit lead.assigned erledigt ist, damit auch ein Lead ohne Besitzer jemandem gehört.',
  },
  'trigger-unreachable': {
    message: ({ clause, trigger, states }) =>
      `${names[trigger]} von ${quoted(clause)} wartet auf ${list(states.map(quoted), 'or')}, wohin von dort, wo der Lead dann steht, kein erlaubter Übergang führt`,
    remedy: 'Die Übergänge dorthin erlauben oder auf einen Status warten, der kommen kann.',
  },
  'met-at-start': {
    message: ({ clause }) => `was ${quoted(clause)} beginnt, erledigt es auch: es ist immer eingehalten, ohne dass Zeit vergeht`,
    remedy: 'Mit dem erledigen, was zu tun ist, und nicht mit dem, was den Anfang macht.',
  },
  'born-paused': {
    message: ({ clause }) => `was ${quoted(clause)} beginnt, hält es auch an: die Zeit steht vom ersten Augenblick an still`,
    remedy: 'Mit etwas Eigenem anhalten.',
  },
  'each-event-restarts': {
    message: ({ clause, types }) =>
      `jedes ${list(types.map(quoted), 'or')} erledigt ${quoted(clause)} und beginnt es neu: eine Zusage, dass keine Stille länger dauert als das Ziel`,
    remedy: 'So lassen, wenn es so gemeint ist; der letzte Durchgang jedes Leads bleibt offen, bis ihn etwas abbricht.',
  },
  'pause-never-ends': {
    message: ({ clause, states }) =>
      states.length === 0
        ? `was die Pause von ${quoted(clause)} beendet, hält es auch an, und dann dauert die Pause fort`
        : `die Pause von ${quoted(clause)} in ${list(states.map(quoted))} endet nie: kein erlaubter Übergang führt zu ihrem Ende`,
    remedy: 'Mit etwas fortsetzen, das nach der Pause kommen kann.',
  },
  'never-cancels': {
    message: ({ clause }) =>
      `was ${quoted(clause)} abbricht, erledigt es auch, und die Erledigung geht vor: abgebrochen wird es nie`,
    remedy: 'Aus der Erledigung herausnehmen, was abbrechen soll.',
  },
  'unreachable-goal': {
    message: ({ clause, goal, by }) =>
      `das ${goal}. Ziel von ${quoted(clause)} gewinnt nie${by === null ? '' : `, denn das ${by}. gilt immer dann auch und steht davor`}`,
    remedy: 'Die engere Bedingung nach vorn stellen.',
  },
  'no-catch-all': {
    message: ({ clause }) => `Leads, für die kein Ziel von ${quoted(clause)} gilt, ist nichts zugesagt`,
    remedy: 'Mit einem Ziel ohne Bedingung schließen, wenn jeder Lead gemeint ist.',
  },
  'impossible-condition': {
    message: ({ clause, part }) => `die Bedingung für ${quoted(clause)} (${names[part]}) gilt nie: sie widerspricht sich selbst`,
    remedy: 'Die Vergleiche einzeln lesen; meist war any statt all gemeint, oder eine Zahl steht verkehrt herum.',
  },
  'target-cannot-fit': {
    message: ({ clause, neededMs, openMs }) =>
      `${quoted(clause)} verlangt ${amount(neededMs)}, und der Kalender ist in der Laufzeit nur ${amount(openMs)} geöffnet`,
    remedy: 'Das Ziel verkürzen oder die Laufzeit oder die Öffnungszeiten verlängern.',
  },
  'cadence-cannot-fit': {
    message: ({ clause, neededMs, givenMs }) =>
      `zwischen dem ersten und dem letzten Versuch von ${quoted(clause)} liegen mindestens ${amount(neededMs)}, gegeben sind höchstens ${amount(givenMs)}`,
    remedy: 'Weniger Versuche verlangen, weniger Abstand oder mehr Zeit geben.',
  },
  'day-long-target': {
    message: ({ clause, targetMs, dayMs, days: count }) =>
      `${amount(targetMs)} von ${quoted(clause)} zählen nur, solange der Kalender geöffnet ist, an einem gewöhnlichen Tag ${amount(dayMs)}: das sind ${days(count)}`,
    remedy: 'businessDays schreiben, wenn Tage gemeint sind, oder die Uhr always, wenn Stunden an der Wand gemeint sind.',
  },
  'target-over-day': {
    message: ({ clause, targetMs, dayMs, days: count }) =>
      `${amount(targetMs)} von ${quoted(clause)} sind mehr als die ${amount(dayMs)} eines gewöhnlichen Tages: sie dauern ${days(count)}`,
    remedy: 'Dafür sorgen, dass beide Seiten es wissen; wo ganze Tage gemeint sind, sagt es businessDays.',
  },
  'same-day-close': {
    message: ({ clause }) =>
      `${quoted(clause)} ist zum Schluss desselben Tages fällig: wer eine Minute davor kommt, dem bleibt eine Minute`,
    remedy: 'So lassen, wenn es so gemeint ist; sonst Stunden nennen oder den Schluss des nächsten Werktags.',
  },
  'target-over-period': {
    message: ({ clause, other, days: count, periodDays }) =>
      `eine Uhr von ${quoted(other)} läuft bis zu ${counted(count, 'Tag', 'Tage')}, und ${quoted(clause)} zählt über ${counted(periodDays, 'Tag', 'Tage')}: der Zeitraum ist vorbei, ehe sie entschieden ist`,
    remedy: 'Über einen längeren Zeitraum zählen.',
  },
  'trivial-target': {
    message: ({ clause }) => `${quoted(clause)} ist eingehalten, was auch geschieht`,
    remedy: 'Ein Ziel nennen, das jemand verfehlen kann.',
  },
  'all-or-nothing': {
    message: ({ clause }) => `${quoted(clause)} verlangt alles ohne Ausnahme: ein Versehen, und der Zeitraum ist verloren`,
    remedy: 'So lassen, wenn es so gemeint ist; neun von zehn oder 95 % lassen Raum für einen schlechten Tag.',
  },
  'reminder-out-of-time': {
    message: ({ clause, reminder, isBefore }) =>
      `die Erinnerung ${quoted(reminder)} von ${quoted(clause)} ${isBefore ? 'käme vor dem Beginn und wird nie gesandt' : 'kommt mit der Sammelnachricht des nächsten Morgens, nach der Fälligkeit'}`,
    remedy: 'Nach einem Anteil der Zeit erinnern, und in den Öffnungszeiten.',
  },
  'holidays-end': {
    message: ({ calendar, until }) =>
      `die Feiertage von ${quoted(calendar)} sind nur bis ${until} bekannt, und die Vereinbarung läuft weiter`,
    remedy: 'Die fehlenden Jahre ergänzen; lead-sla holidays tut es.',
  },
  'unused-calendar': {
    message: ({ calendar }) => `keine Klausel zählt nach dem Kalender ${quoted(calendar)}`,
    remedy: 'Ihn streichen oder in der Klausel nennen, für die er gemacht ist.',
  },
  'contradicting-clauses': {
    message: ({ clause, other }) =>
      `${quoted(clause)} und ${quoted(other)} sagen dasselbe Handeln zu und verlangen verschiedene Ziele`,
    remedy: 'Eine Klausel daraus machen, mit einem Ziel für jeden Fall.',
  },
  'repeated-clause': {
    message: ({ clause, other }) => `${quoted(clause)} sagt dasselbe wie ${quoted(other)}, und jeder Verstoß zählt doppelt`,
    remedy: 'Eine von beiden streichen.',
  },
  'complicated-clause': {
    message: ({ clause, points, most }) => `bei ${quoted(clause)} sind ${points} Dinge zu behalten, mehr als ${most}`,
    remedy: 'Bedingungen einen Namen und eine Definition geben oder zwei Zusagen daraus machen.',
  },
  'complicated-agreement': {
    message: ({ points, most }) =>
      `in der Vereinbarung sind ${points} Dinge zu behalten, mehr als ${most}: wenige werden sie lesen`,
    remedy: 'Mit den wenigen Zusagen beginnen, auf die es ankommt, und andere bei der nächsten Durchsicht aufnehmen.',
  },
  'too-many-goals': {
    message: ({ clause, count, most }) => `${quoted(clause)} hat ${count} Ziele, mehr als ${most}: niemand wird das seine kennen`,
    remedy: 'Zwei oder drei behalten, für die Leads, die sich wirklich unterscheiden.',
  },
  'too-many-exceptions': {
    message: ({ count, most }) => `es gibt ${count} Ausnahmen, mehr als ${most}`,
    remedy: 'Was regelmäßig vorkommt, in Kalender und Ziele schreiben.',
  },
  'blanket-exception': {
    message: ({ name, share }) => `die Ausnahme ${quoted(name)} erlässt alles für ${percent(share)} der Zeit`,
    remedy: 'Sie verkürzen oder die Klauseln, Teams oder Leads nennen, für die sie gilt.',
  },
  'exception-without-approval': {
    message: ({ name }) => `niemand ist genannt, der die Ausnahme ${quoted(name)} genehmigt hat`,
    remedy: 'Nennen, wer sie genehmigt hat: approvedBy.',
  },
  'missing-signatory': {
    message: ({ party }) => `niemand unterschreibt für ${quoted(party)}`,
    remedy: 'Die Person nennen, die für die Seite einsteht: signatories.',
  },
  unsigned: {
    message: ({ names: missing }) => `${list(missing)} ${missing.length === 1 ? 'hat' : 'haben'} noch nicht unterschrieben`,
    remedy: 'Das Datum der Unterschrift eintragen: signedOn.',
  },
  'no-start-date': {
    message: () => 'die Vereinbarung hat keinen Anfang und bindet damit alles, was je geschah',
    remedy: 'Das Datum nennen, von dem an sie gilt: effective.from.',
  },
  'no-end-date': {
    message: () => 'die Vereinbarung hat kein Ende, also mahnt nichts, sie wieder anzusehen',
    remedy: 'Das Datum nennen, bis zu dem sie durchgesehen wird: effective.to.',
  },
  'party-without-people': {
    message: ({ party, promises }) =>
      `${quoted(party)} schuldet ${counted(promises, 'Zusage', 'Zusagen')} und nennt niemanden, der sie einhält`,
    remedy: 'Die Mitglieder nennen; daraus folgen Zahlen nach Person und Team, und was niemandem gehört.',
  },
  'member-without-role': {
    message: ({ people }) =>
      `${list(people)} ${people.length === 1 ? 'hat' : 'haben'} keine Rolle, also wird nicht Gleiches mit Gleichem verglichen`,
    remedy: 'Die Rolle jedes Mitglieds nennen.',
  },
  'member-without-team': {
    message: ({ people }) => `${list(people)} ${people.length === 1 ? 'gehört' : 'gehören'} zu keinem Team der Seite`,
    remedy: 'Das Team jedes Mitglieds nennen.',
  },
}
