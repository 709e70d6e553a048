/** Everything around the promises in English. */
import type { FindingCode } from '../../finding.ts'
import { type Phrase, phrase as p } from '../text/phrase.ts'
import type { PageWords } from './page-words.ts'

const findings: Partial<Record<FindingCode, (subject: Phrase) => Phrase>> = {
  'day-long-target': (clause) =>
    p`${clause}: a time of 24 hours or a multiple of it, counted in opening hours, takes several days. Is that what is meant?`,
  'unreachable-goal': (clause) =>
    p`${clause}: two goals have the same condition, so the later one can never win. Which one is meant?`,
  'no-catch-all': (clause) =>
    p`${clause}: no time is set for leads to which none of the conditions applies. Are they left out on purpose?`,
  'unreachable-state': (state) => p`No move leads to the status ${state}. How does a lead get there?`,
  'dead-end-state': (state) => p`No move leads out of the status ${state}, and it does not end the cycle. What happens there?`,
  'no-disposition': () => 'No status ends the cycle of a lead. When is the work on a lead done?',
  'unused-calendar': (calendar) => p`No promise counts on the calendar ${calendar}. Is a promise missing?`,
}

export const englishPages: PageWords = {
  missing: (count) =>
    count === 1
      ? 'One sentence of this document does not exist in its language yet and stands in English, marked [en].'
      : `${count} sentences of this document do not exist in its language yet and stand in English, marked [en].`,

  heading: {
    contents: 'Contents',
    foot: (agreement, version) => p`${agreement}, version ${version}`,
    parties: 'Parties',
    purpose: 'Purpose',
    definitions: 'What the words mean',
    lifecycle: 'The way of a lead',
    calendars: 'When time counts',
    promises: 'The promises',
    owedBy: (party) => p`What ${party} promises`,
    rules: 'How time is counted',
    reminders: 'Reminders',
    escalation: 'When a promise is late',
    consequences: 'Consequences',
    incentives: 'Incentives',
    exceptions: 'Exceptions',
    review: 'Review',
    versions: 'Versions',
    more: 'Also agreed',
    dataNames: 'Names in the data',
    signatures: 'Signatures',
    leftOut: 'What this agreement leaves out',
    nothingAbout: 'Nothing is agreed about these:',
  },

  front: {
    id: 'Agreement',
    version: 'Version',
    inForce: 'In force',
    timeZone: 'Time zone',
    fiscalYear: 'Fiscal year',
    fiscalYearFrom: (day) => p`begins on ${day}`,
    content: 'Content',
    from: (date) => p`from ${date}`,
    to: (date) => p`until the end of ${date}`,
    fromTo: (from, to) => p`from ${from} until the end of ${to}`,
    noDates: 'no dates are named',
  },

  party: {
    members: 'Members',
    name: 'Name',
    team: 'Team',
    role: 'Role',
    teams: 'Teams',
    title: 'Title',
    signatories: 'Signatories',
    signedOn: 'Signed on',
    signature: 'Signature',
    date: 'Place and date',
    signsFor: (party) => p`For ${party}`,
  },

  status: {
    meaning: 'Meaning',
    means: (condition) => p`This is so when ${condition}.`,
    conditions: 'Conditions with a name',
    state: 'Status',
    next: 'May go on to',
    entry: 'Entered only if',
    by: 'entered by',
    isInitial: 'Here a lead begins.',
    isDisposition: 'This status ends the cycle of the lead.',
    noNext: 'nowhere',
    diagram: 'The way of a lead.',
    diagramKey: 'A double frame ends the cycle. The table below says the same in words.',
    table: 'The statuses, what they mean, and where a lead may go from each.',
  },

  calendar: {
    usedBy: (clauses) => p`Counts for ${clauses}.`,
    holidays: (from, to) => p`Holidays from ${from} to ${to}`,
    noHolidays: 'No holiday falls into this time.',
    date: 'Date',
    weekday: 'Weekday',
    name: 'Holiday',
    unnamed: 'not named',
    always: 'Promises that are counted around the clock need no calendar.',
  },

  exception: {
    nobody: 'none',
    reason: 'Reason',
    when: 'When',
    whom: 'For whom',
    approvedBy: 'Approved by',
    everybody: 'everybody',
    clauses: (names) => p`promises: ${names}`,
    leads: (names) => p`leads: ${names}`,
    owners: (names) => p`people: ${names}`,
    teams: (names) => p`teams: ${names}`,
    effect: 'What falls due in one of these times and is late is waived: it is counted, and held against nobody.',
  },

  version: {
    current: 'This version',
    first: 'No earlier version is given.',
    since: (version) => p`Changes since version ${version}`,
    unchanged: 'Nothing that this document says has changed.',
    hash: (hash) => p`The content of this version has the SHA-256 hash ${hash}.`,
  },

  dataName: {
    intro: 'The systems of both parties write these names; this is how they are read here.',
    type: 'Name',
    words: 'Read as',
    usedBy: 'Used by',
  },

  question: {
    title: (count) => (count === 1 ? 'One question is open' : `${count} questions are open`),
    label: 'Open:',
    none: 'No question is open.',
    noPurpose: 'What do the parties want to reach with this agreement?',
    noDates: 'From which date is this agreement in force?',
    noDefinition: 'What is meant by a lead, and by the other words of this agreement?',
    noSignatory: (party) => p`Who signs for ${party}?`,
    undefinedState: (state) => p`What does the status ${state} mean?`,
    holidaysEnd: (calendar, date) => p`The holidays of ${calendar} are known only before ${date}. Which are the next ones?`,
    noConsequence: 'What follows when a promise is not kept?',
    finding: (code, subject) => findings[code]?.(subject) ?? null,
  },

  guide: {
    title: (role) => p`Guide for ${role}`,
    foot: (role, agreement) => p`Guide for ${role}, ${agreement}`,
    forWhom: 'For',
    people: 'People',
    glance: 'At a glance',
    promise: 'Promise',
    byWhen: 'By when',
    yours: 'What you owe',
    yourPeoples: 'What your people owe',
    period: 'What you owe together',
    theirs: 'What others owe you',
    nothing: 'Nothing is agreed.',
    before: 'Before it is due',
    after: 'When it is late',
    noReminder: 'No reminder is agreed.',
    noStep: 'No step is agreed; what is late remains late.',
    may: 'What you may do',
    moves: 'The statuses to which you may move a lead',
    pausing: 'Pausing',
    pauses: (clause, pause, resume) =>
      resume === null
        ? p`${clause}: the time stands still when ${pause}, for as long as that remains so.`
        : p`${clause}: the time stands still when ${pause}, and goes on when ${resume}.`,
    noPause: 'No promise of yours can be paused.',
    rejecting: 'Rejecting',
    rejects: (states) => p`A lead is rejected or handed back by moving it to ${states}.`,
    reasons: 'Reasons that the agreement knows',
    noReasons: 'The agreement names no reasons; write down why.',
    noRejection: 'The agreement knows no status with which you could reject a lead.',
    reaches: 'What reaches you',
    reached: (clause, what) => p`${clause}: ${what}`,
    waivers: 'When nothing is held against you',
    statuses: 'The statuses',
  },

  negotiation: {
    title: (agreement) => p`For negotiation: ${agreement}`,
    intro:
      'Every promise with its target, the data behind it and what is still open. Nothing here is agreed before both parties say so.',
    data: 'The data behind it',
    noData: 'No data was given for this promise.',
    kept: (share, decided, count) => p`${share} of ${decided} decided case${count === 1 ? ' was' : 's were'} kept.`,
    interval: (from, to) => p`The 95% interval runs from ${from} to ${to}.`,
    small: 'That is a small sample.',
    median: (amount) => p`Half of the cases were done within ${amount}.`,
    quantile: (share, amount) => p`${share} of the cases were done within ${amount}.`,
    nothingYet: 'nothing to count yet',
    actual: (period, actual, target) => p`${period}: ${actual}, with a target of ${target}.`,
    proposal: (text) => p`Proposal: ${text}`,
    decision: 'Decision',
    agreed: 'Agreed on',
    changed: 'Changed to',
  },
}
