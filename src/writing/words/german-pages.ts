/** Everything around the promises in German. */
import type { FindingCode } from '../../finding.ts'
import { capital, type Phrase, phrase as p } from '../text/phrase.ts'
import type { PageWords } from './page-words.ts'

const findings: Partial<Record<FindingCode, (subject: Phrase) => Phrase>> = {
  'day-long-target': (clause) =>
    p`${clause}: Eine Zeit von 24 Stunden oder einem Vielfachen davon dauert, in Öffnungszeiten gezählt, mehrere Tage. Ist das gemeint?`,
  'unreachable-goal': (clause) =>
    p`${clause}: Zwei Ziele haben dieselbe Bedingung, sodass das spätere nie gilt. Welches ist gemeint?`,
  'no-catch-all': (clause) =>
    p`${clause}: Für Leads, auf die keine der Bedingungen zutrifft, ist keine Zeit festgelegt. Sind sie absichtlich ausgenommen?`,
  'unreachable-state': (state) => p`Kein Übergang führt zum Status ${state}. Wie gelangt ein Lead dorthin?`,
  'dead-end-state': (state) =>
    p`Kein Übergang führt aus dem Status ${state} heraus, und er schließt nichts ab. Was geschieht dort?`,
  'no-disposition': () => 'Kein Status schließt den Umlauf eines Leads ab. Wann ist die Arbeit an einem Lead getan?',
  'unused-calendar': (calendar) => p`Keine Zusage zählt nach dem Kalender ${calendar}. Fehlt eine Zusage?`,
}

export const germanPages: PageWords = {
  missing: (count) =>
    count === 1
      ? 'Ein Satz dieses Dokuments liegt in seiner Sprache noch nicht vor und steht auf Englisch da, mit [en] gekennzeichnet.'
      : `${count} Sätze dieses Dokuments liegen in seiner Sprache noch nicht vor und stehen auf Englisch da, mit [en] gekennzeichnet.`,

  heading: {
    contents: 'Inhalt',
    foot: (agreement, version) => p`${agreement}, Fassung ${version}`,
    parties: 'Parteien',
    purpose: 'Zweck',
    definitions: 'Was die Wörter bedeuten',
    lifecycle: 'Der Weg eines Leads',
    calendars: 'Wann Zeit zählt',
    promises: 'Die Zusagen',
    owedBy: (party) => p`Was ${party} zusagt`,
    rules: 'Wie Zeit gezählt wird',
    reminders: 'Erinnerungen',
    escalation: 'Wenn eine Zusage verspätet ist',
    consequences: 'Folgen',
    incentives: 'Anreize',
    exceptions: 'Ausnahmen',
    review: 'Überprüfung',
    versions: 'Fassungen',
    more: 'Ferner vereinbart',
    dataNames: 'Namen in den Daten',
    signatures: 'Unterschriften',
    leftOut: 'Was diese Vereinbarung nicht regelt',
    nothingAbout: 'Hierzu ist nichts vereinbart:',
  },

  front: {
    id: 'Vereinbarung',
    version: 'Fassung',
    inForce: 'In Kraft',
    timeZone: 'Zeitzone',
    fiscalYear: 'Geschäftsjahr',
    fiscalYearFrom: (day) => p`beginnt am ${day}`,
    content: 'Inhalt',
    from: (date) => p`ab dem ${date}`,
    to: (date) => p`bis einschließlich ${date}`,
    fromTo: (from, to) => p`vom ${from} bis einschließlich ${to}`,
    noDates: 'kein Datum genannt',
  },

  party: {
    members: 'Mitglieder',
    name: 'Name',
    team: 'Team',
    role: 'Rolle',
    teams: 'Teams',
    title: 'Funktion',
    signatories: 'Unterzeichnende',
    signedOn: 'Unterzeichnet am',
    signature: 'Unterschrift',
    date: 'Ort und Datum',
    signsFor: (party) => p`Für ${party}`,
  },

  status: {
    meaning: 'Bedeutung',
    means: (condition) => p`Das gilt unter dieser Bedingung: ${capital(condition)}.`,
    conditions: 'Bedingungen mit einem Namen',
    state: 'Status',
    next: 'Danach möglich',
    entry: 'Voraussetzung',
    by: 'gesetzt von',
    isInitial: 'Hier beginnt ein Lead.',
    isDisposition: 'Dieser Status schließt den Umlauf des Leads ab.',
    noNext: 'nichts',
    diagram: 'Der Weg eines Leads.',
    diagramKey: 'Ein doppelter Rahmen schließt den Umlauf ab. Die Tabelle darunter sagt dasselbe in Worten.',
    table: 'Die Status, was sie bedeuten und wohin ein Lead von dort aus gehen kann.',
  },

  calendar: {
    usedBy: (clauses) => p`Gilt für ${clauses}.`,
    holidays: (from, to) => p`Feiertage vom ${from} bis zum ${to}`,
    noHolidays: 'In diese Zeit fällt kein Feiertag.',
    date: 'Datum',
    weekday: 'Wochentag',
    name: 'Feiertag',
    unnamed: 'ohne Namen',
    always: 'Zusagen, die rund um die Uhr gezählt werden, brauchen keinen Kalender.',
  },

  exception: {
    nobody: 'keine',
    reason: 'Grund',
    when: 'Wann',
    whom: 'Für wen',
    approvedBy: 'Genehmigt von',
    everybody: 'alle',
    clauses: (names) => p`Zusagen: ${names}`,
    leads: (names) => p`Leads: ${names}`,
    owners: (names) => p`Personen: ${names}`,
    teams: (names) => p`Teams: ${names}`,
    effect:
      'Was in einer dieser Zeiten fällig wird und verspätet ist, wird erlassen: Es wird gezählt, aber niemandem zur Last gelegt.',
  },

  version: {
    current: 'Diese Fassung',
    first: 'Eine frühere Fassung liegt nicht vor.',
    since: (version) => p`Änderungen gegenüber der Fassung ${version}`,
    unchanged: 'Nichts, was dieses Dokument sagt, hat sich geändert.',
    hash: (hash) => p`Der Inhalt dieser Fassung hat den SHA-256-Hash ${hash}.`,
  },

  dataName: {
    intro: 'Diese Namen stehen in den Systemen beider Parteien; so werden sie hier gelesen.',
    type: 'Name',
    words: 'Gelesen als',
    usedBy: 'Verwendet von',
  },

  question: {
    title: (count) => (count === 1 ? 'Eine Frage ist offen' : `${count} Fragen sind offen`),
    label: 'Offen:',
    none: 'Keine Frage ist offen.',
    noPurpose: 'Was wollen die Parteien mit dieser Vereinbarung erreichen?',
    noDates: 'Ab welchem Tag ist diese Vereinbarung in Kraft?',
    noDefinition: 'Was ist mit einem Lead und mit den anderen Wörtern dieser Vereinbarung gemeint?',
    noSignatory: (party) => p`Wer unterschreibt für ${party}?`,
    undefinedState: (state) => p`Was bedeutet der Status ${state}?`,
    holidaysEnd: (calendar, date) => p`Die Feiertage von ${calendar} sind nur vor dem ${date} bekannt. Welche sind die nächsten?`,
    noConsequence: 'Was folgt, wenn eine Zusage nicht eingehalten wird?',
    finding: (code, subject) => findings[code]?.(subject) ?? null,
  },

  guide: {
    title: (role) => p`Leitfaden für ${role}`,
    foot: (role, agreement) => p`Leitfaden für ${role}, ${agreement}`,
    forWhom: 'Für',
    people: 'Personen',
    glance: 'Auf einen Blick',
    promise: 'Zusage',
    byWhen: 'Bis wann',
    yours: 'Was Sie zusagen',
    yourPeoples: 'Was Ihre Leute zusagen',
    period: 'Was Sie gemeinsam zusagen',
    theirs: 'Was andere Ihnen zusagen',
    nothing: 'Hierzu ist nichts vereinbart.',
    before: 'Vor der Fälligkeit',
    after: 'Bei Verspätung',
    noReminder: 'Eine Erinnerung ist nicht vereinbart.',
    noStep: 'Kein Schritt ist vereinbart; was verspätet ist, bleibt verspätet.',
    may: 'Was Sie dürfen',
    moves: 'Die Status, in die Sie einen Lead versetzen dürfen',
    pausing: 'Pausieren',
    pauses: (clause, pause, resume) =>
      resume === null
        ? p`${clause}: Die Zeit steht still, wenn ${pause}, solange es dabei bleibt.`
        : p`${clause}: Die Zeit steht still, wenn ${pause}, und läuft weiter, wenn ${resume}.`,
    noPause: 'Keine Ihrer Zusagen kann pausiert werden.',
    rejecting: 'Ablehnen',
    rejects: (states) => p`Ein Lead wird abgelehnt oder zurückgegeben, indem Sie ihn in den Status ${states} versetzen.`,
    reasons: 'Gründe, die die Vereinbarung kennt',
    noReasons: 'Die Vereinbarung nennt keine Gründe; schreiben Sie auf, warum.',
    noRejection: 'Die Vereinbarung kennt keinen Status, mit dem Sie einen Lead ablehnen könnten.',
    reaches: 'Was Sie erreicht',
    reached: (clause, what) => p`${clause}: ${what}`,
    waivers: 'Wann Ihnen nichts zur Last gelegt wird',
    statuses: 'Die Status',
  },

  negotiation: {
    title: (agreement) => p`Zur Verhandlung: ${agreement}`,
    intro:
      'Jede Zusage mit ihrem Ziel, den Daten dahinter und dem, was noch offen ist. Vereinbart ist hier nichts, bevor beide Parteien es sagen.',
    data: 'Die Daten dahinter',
    noData: 'Zu dieser Zusage wurden keine Daten angegeben.',
    kept: (share, decided, count) =>
      p`Von ${decided} entschiedenen ${count === 1 ? 'Fall' : 'Fällen'} wurden ${share} eingehalten.`,
    interval: (from, to) => p`Das 95-%-Intervall reicht von ${from} bis ${to}.`,
    small: 'Das ist eine kleine Stichprobe.',
    median: (amount) => p`Die Hälfte der Fälle war innerhalb von ${amount} erledigt.`,
    quantile: (share, amount) => p`${share} der Fälle waren innerhalb von ${amount} erledigt.`,
    nothingYet: 'noch nichts zu zählen',
    actual: (period, actual, target) => p`${period}: ${actual} bei einem Ziel von ${target}.`,
    proposal: (text) => p`Vorschlag: ${text}`,
    decision: 'Entscheidung',
    agreed: 'Vereinbart am',
    changed: 'Geändert in',
  },
}
