/** The changes between two versions in German. */
import { phrase as p } from '../text/phrase.ts'
import type { ChangeWords, ReviewWords } from './change-words.ts'
import { germanLabels } from './german-labels.ts'
import { every } from './german-lengths.ts'
import { germanValues } from './german-values.ts'

export const germanChanges: { readonly change: ChangeWords; readonly review: ReviewWords } = {
  review: {
    next: (date, period) =>
      period === null
        ? p`Die nächste Überprüfung ist am ${date}.`
        : p`Die nächste Überprüfung ist am ${date}, danach ${every[period]} eine.`,
    told: (days) => p`Wer teilnimmt, erfährt davon ${days} vorher.`,
    with: 'Es nehmen teil',
    agenda: 'Tagesordnung',
    held: 'Abgehalten am',
  },
  change: {
    title: (agreement) => p`Was sich ändert: ${agreement}`,
    between: (before, after) => p`Von Fassung ${before} zu Fassung ${after}.`,
    count: (changes, count, breaking, breakingCount) => {
      const all = `Es gibt ${count === 1 ? 'eine Änderung' : `${changes} Änderungen`}`
      if (breakingCount === 0) return `${all}; keine davon bindet jemanden strenger.`
      return `${all}; ${breakingCount === 1 ? 'eine davon bedarf' : `${breaking} davon bedürfen`} der Zustimmung derer, die daran gebunden sind.`
    },
    breaking: 'Änderungen, die jemanden strenger oder anders binden',
    others: 'Alle übrigen Änderungen',
    added: (subject, text) => p`Neu: ${subject}: ${text}`,
    removed: (subject, text) => p`Entfallen: ${subject}: ${text}`,
    changed: (subject, was, now) => p`${subject}. Bisher: ${was} Künftig: ${now}`,
    moved: (subject, text) => p`An anderer Stelle der Reihenfolge: ${subject}: ${text}`,
    bearing: (party, effect, reason) => {
      const way = { stricter: 'Strenger', easier: 'Weniger streng', other: 'Zu prüfen' }[effect]
      return p`${way} für ${party ?? 'alle Parteien'}: ${reason}.`
    },
    reasons: {
      tighterTarget: 'Das Ziel ist enger',
      newDuty: 'Es gibt eine Pflicht, die es vorher nicht gab',
      lostRelief: 'Etwas, das beim Einhalten half, hilft nicht mehr',
      removedException: 'Was entschuldigt war, ist es nicht mehr',
      longerHours: 'Der Kalender öffnet zu Zeiten, zu denen er geschlossen war; so kann die Zeit früher ablaufen',
      removedStatus: 'Ein Status fällt weg',
      removedMove: 'Ein Übergang ist nicht mehr erlaubt',
      stricterEntry: 'Ein Status hat eine Voraussetzung',
      harsherConsequence: 'Die Folgen kommen früher oder wiegen schwerer',
      lessReward: 'Es gibt weniger zu verdienen, oder es gehört mehr dazu',
      changedRule: 'Die Regel ist eine andere; in welche Richtung das wirkt, lässt sich nicht berechnen',
      looserTarget: 'Das Ziel ist weiter',
      endedDuty: 'Eine Pflicht endet',
      newRelief: 'Etwas hilft beim Einhalten, das vorher nicht half',
      newException: 'Es ist mehr entschuldigt',
      shorterHours: 'Der Kalender ist zu Zeiten geschlossen, zu denen er offen war; so reicht die Zeit länger',
      newStatus: 'Es gibt einen weiteren Status',
      newMove: 'Ein weiterer Übergang ist erlaubt',
      looserEntry: 'Ein Status hat keine Voraussetzung mehr',
      milderConsequence: 'Die Folgen kommen später oder wiegen leichter',
      moreReward: 'Es gibt mehr zu verdienen, oder es gehört weniger dazu',
    },
    underWay: 'Was beim Beginn dieser Fassung im Gange ist',
    clocks: (clauses, begins) =>
      p`${clauses}: Eine Frist, die ${begins === null ? 'beim Beginn dieser Fassung' : p`zu Beginn des ${begins}`} läuft, läuft bis zu ihrem Ende nach der Fassung weiter, in der sie begann; was danach beginnt, richtet sich nach dieser.`,
    periods: (clauses, begins) =>
      p`${clauses}: Der Zeitraum, der ${begins === null ? 'beim Beginn dieser Fassung' : p`zu Beginn des ${begins}`} läuft, wird bis zu seinem Ende nach der Fassung davor gezählt; der erste Zeitraum, der danach beginnt, nach dieser.`,
    begin: (clauses, begins) =>
      p`${clauses}: Für das, was ${begins === null ? 'vor dieser Fassung' : p`vor dem ${begins}`} begann, ist nichts geschuldet.`,
    end: (clauses, begins) =>
      p`${clauses}: ${begins === null ? 'Mit dieser Fassung' : p`Ab dem ${begins}`} beginnt nichts mehr; was dann offen ist, läuft bis zu seinem Ende weiter.`,
    nothing: 'Nichts, was im Gange ist, wird anders gebunden.',
    days: (days, count) => (count === 1 ? '1 Tag' : `${days} Tage`),
    promise: (name) => p`Zusage ${name}`,
    calendar: (name) => p`Kalender ${name}`,
    state: (name) => p`Status ${name}`,
    ...germanLabels,
    ...germanValues,
  },
}
