/** Consequences and incentives in German. */
import type { PeriodLength } from '../../agreement/clause-document.ts'
import type { SubjectKind } from '../../agreement/conduct-facts.ts'
import { capital, phrase as p } from '../text/phrase.ts'
import type { JudgingWords } from './judging-words.ts'

/** In the nominative and the accusative alike. */
const each: Readonly<Record<SubjectKind, string>> = { party: 'die Partei', team: 'jedes Team', owner: 'jede Person' }
const that: Readonly<Record<SubjectKind, string>> = { party: 'die', team: 'das', owner: 'die' }
const boards = {
  points: 'nach Punkten',
  kept: 'nach eingehaltenen Fällen',
  keptShare: 'nach dem Anteil eingehaltener Fälle',
} as const
const every: Readonly<Record<PeriodLength, string>> = {
  week: 'jede Woche',
  month: 'jeden Monat',
  quarter: 'jedes Quartal',
  year: 'jedes Jahr',
  fiscalMonth: 'jeden Monat des Geschäftsjahres',
  fiscalQuarter: 'jedes Quartal des Geschäftsjahres',
  fiscalYear: 'jedes Geschäftsjahr',
}

export const germanJudging: { readonly judging: JudgingWords } = {
  judging: {
    facts: {
      for: 'die Art der Beurteilten',
      party: 'die Partei',
      role: 'die Rolle',
      decided: 'die Zahl der entschiedenen Fälle',
      kept: 'die Zahl der eingehaltenen Fälle',
      breaches: 'die Zahl der verspäteten Fälle',
      openBreaches: 'die Zahl der verspäteten und noch offenen Fälle',
      pending: 'die Zahl der nicht entschiedenen Fälle',
      excluded: 'die Zahl der ausgenommenen Fälle',
      keptShare: 'der Anteil der eingehaltenen Fälle',
      worstLateMs: 'die längste Verspätung',
      totalLateMs: 'die Summe aller Verspätungen',
      promisesMet: 'die Zahl der erfüllten Zusagen',
      promisesMissed: 'die Zahl der verfehlten Zusagen',
      attainment: 'der Erfüllungsgrad',
      strikes: 'die Zahl der Verstöße',
      consecutive: 'die Zahl der Verstöße in Folge',
      points: 'die Zahl der Punkte',
      cleanPeriods: 'die Zahl der Zeiträume in Folge ohne Verstoß',
    },
    consequence: {
      judged: (of, party, per, clauses) => {
        const who = of === 'party' ? p`${party} als Ganzes` : p`${each[of]} von ${party}`
        return p`${who} wird ${every[per]} beurteilt, und zwar nach ${clauses ?? 'allen Zusagen'}.`
      },
      strike: (condition) =>
        condition === null
          ? 'Ein Zeitraum, in dem eine Zusage verspätet war oder verfehlt wurde, zählt als Verstoß.'
          : p`Ein Zeitraum zählt als Verstoß unter dieser Bedingung: ${capital(condition)}.`,
      minimumSample: (count) => `Ein Zeitraum mit weniger als ${count} entschiedenen Fällen wird nicht nach ihnen beurteilt.`,
      grace: (periods, count) =>
        count === 1 ? 'Der erste Zeitraum wird nicht beurteilt.' : `Die ersten ${periods} Zeiträume werden nicht beurteilt.`,
      forgiven: (periods, count) =>
        `Nach ${count === 1 ? 'einem Zeitraum' : `${periods} Zeiträumen in Folge`} ohne Verstoß sind die früheren Verstöße vergeben.`,
      judgedAfter: (amount) =>
        p`Beurteilt wird ein Zeitraum nach seinem Ende, sobald darin nichts mehr offen ist, spätestens nach ${amount}.`,
      atStrike: (number) => `beim ${number}. Verstoß`,
      onCondition: (condition) => p`wenn gilt: ${capital(condition)}`,
      notice: (to) => p`Benachrichtigt wird ${to}.`,
      coaching: (to) => p`Ein Gespräch führt ${to}.`,
      returnLeads: (to) => p`Die verspäteten und noch offenen Leads gehen zurück an ${to}.`,
      adjustQuota: (clause, share, isMore) => p`Das Ziel von ${clause} wird um ${share} ${isMore ? 'angehoben' : 'gesenkt'}.`,
      moveBudget: (from, to, money) => p`Aus dem Budget von ${from} gehen ${money} an ${to}.`,
    },
    incentive: {
      levels: 'Servicegrade',
      conformity: 'Wie vereinbart erledigt',
      streaks: 'Serien',
      badges: 'Abzeichen',
      awards: 'Auszeichnungen',
      prizes: 'Prämien',
      spifs: 'Befristete Boni',
      boards: 'Ranglisten',
      capacity: 'Kapazität',
      unnamed: 'In Ranglisten nicht genannt',
      earnedPer: (per) => `Punkte werden ${every[per]} gezählt.`,
      points: (points, count) => `${points} ${count === 1 ? 'Punkt' : 'Punkte'}`,
      level: (of, clause, share, points) =>
        share === null
          ? p`${points} für ${each[of]}, ${that[of]} ${clause} erfüllt.`
          : p`${points} für ${each[of]}, ${that[of]} ${clause} in mindestens ${share} der Fälle einhält.`,
      exceeded: (share, points) => p`Ab ${share} sind es stattdessen ${points}.`,
      due: (date, points) => p`${points}, wenn es bis einschließlich ${date} erledigt ist.`,
      eachPeriod: (per, points) => p`${points}, wenn es erledigt ist, ${every[per]}.`,
      streak: (level, times, points) =>
        p`${points}, wenn ${level} ${times}-mal in Folge erreicht wurde, und wieder nach ebenso vielen Malen.`,
      badge: (of, party, condition) => p`Für ${each[of]} von ${party} unter dieser Bedingung: ${capital(condition)}.`,
      once: 'Einmal verdient, wird es auf Dauer getragen.',
      award: (of, per, bonus) =>
        p`Für die höchste Summe unter den ${of === 'owner' ? 'Personen' : of === 'team' ? 'Teams' : 'Parteien'}, ${every[per]}: ${bonus}.`,
      split: 'Bei Gleichstand wird das Geld geteilt.',
      leastPoints: (points) => p`Wer weniger als ${points} hat, gewinnt nicht.`,
      prize: (of, per, points, worth) => p`Für ${each[of]}, ${that[of]} ${points} erreicht, ${every[per]}: im Wert von ${worth}.`,
      spif: (of, clause, money, when) => p`${money} für ${each[of]} je eingehaltenem Fall von ${clause}, ${when}.`,
      role: (role) => p`Nur Personen mit der Rolle ${role} nehmen teil.`,
      budget: (money) => p`Das Budget dafür beträgt ${money}.`,
      board: (of, per, by) => `Für ${of === 'owner' ? 'Personen' : 'Teams'}, ${boards[by]}, ${every[per]}.`,
      perCapacity: 'Die Zahlen werden durch die Kapazität geteilt.',
      counting: (clauses) => p`Nur dies zählt: ${clauses}.`,
      nobodyNamed: 'In keiner Rangliste wird jemand genannt.',
    },
  },
}
