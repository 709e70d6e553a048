/** Whose hours a clock counts, its pauses, what counts and what excuses, in German. */
import { type Phrase, phrase as p } from '../text/phrase.ts'
import type { ClockWords, Follows } from './clock-words.ts'

/** Behind a noun: `die Öffnungszeiten der zuständigen Person`. */
function of(follows: Follows, calendar: Phrase): Phrase {
  if (follows === 'owner') return 'der zuständigen Person'
  return follows === 'team' ? 'des zuständigen Teams' : p`von ${calendar} in der Zeitzone des Leads`
}

export const germanClocks: { readonly clock: ClockWords } = {
  clock: {
    hoursOf: (follows, calendar) => p`(gezählt in den Öffnungszeiten ${of(follows, calendar)})`,
    counted: (follows, calendar) => p`gezählt in den Öffnungszeiten ${of(follows, calendar)}`,
    daysOf: (follows, calendar) => {
      if (follows !== 'lead') return p`(nach dem Kalender ${of(follows, '')})`
      return calendar === null
        ? '(jeder Tag in der Zeitzone des Leads ist einer)'
        : p`(nach dem Kalender ${calendar} in der Zeitzone des Leads)`
    },
    whose: 'Wessen Kalender zählt',
    chosen: (follows, calendar) => {
      const otherwise = calendar ?? 'jede Stunde'
      if (follows === 'owner')
        return p`Es zählt der Kalender der zuständigen Person; gibt es keinen, der des zuständigen Teams; sonst ${otherwise}.`
      if (follows === 'team') return p`Es zählt der Kalender des zuständigen Teams; gibt es keinen, ${otherwise}.`
      return calendar === null
        ? 'Die Tage sind die der Zeitzone des Leads; wo diese nicht bekannt ist, die der Vereinbarung.'
        : p`Es zählen die Öffnungszeiten von ${calendar} in der Zeitzone des Leads; wo diese nicht bekannt ist, in der des Kalenders.`
    },
    chosenAtStart: 'Das steht fest, sobald die Zeit beginnt, und gilt bis zu ihrem Ende.',
    whoHasWhich: 'Die Kalender der Teams und Personen',
    calendar: 'Kalender',
    followedByNone: 'Keine Zusage wird nach ihnen gezählt.',
    here: (calendar) => p`Hier zählt ${calendar}.`,
    longestPause: (amount, counted) =>
      p`Eine Pause dauert höchstens ${amount}, ${counted}; danach läuft die Zeit von selbst weiter.`,
    mostPauses: (count, pauses) =>
      `Mit jedem Beginn ${pauses === 1 ? 'zählt höchstens eine Pause' : `zählen höchstens ${count} Pausen`}; eine weitere hält die Zeit nicht an.`,
    excused: 'Entschuldigt',
    excuse: (trigger, limits) =>
      p`Die Zusage endet als entschuldigt, wenn ${trigger}, und zwar ${limits}. Was bis dahin verspätet war, wird erlassen.`,
    yourExcuse: (clause, trigger, limits) =>
      p`${clause}: Es ist nichts mehr geschuldet, wenn ${trigger}, und zwar ${limits}. Was bis dahin verspätet war, wird erlassen.`,
    fromStart: (window) => p`${window}, gerechnet ab dem Beginn`,
    whileOpen: 'solange die Zusage offen ist',
    anyReason: 'gleich aus welchem Grund',
    counts: 'Was als erledigt zählt',
    channels: (channels) => p`Nur diese Kanäle zählen: ${channels}.`,
    direction: {
      inbound: 'Nur was nach Angabe in den Daten vom Lead ausgeht, zählt.',
      outbound: 'Nur was nach Angabe in den Daten an den Lead geht, zählt.',
    },
    atLeast: (amount) => p`Nur was nach Angabe in den Daten mindestens ${amount} dauert, zählt.`,
  },
}
