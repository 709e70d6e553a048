/** What a document that people sign needs beside its promises: who owes, who signs, from when until when. */
import type { Agreement } from '../agreement/agreement.ts'
import { unsoundness } from '../lifecycle/lifecycle.ts'
import { msOfDay, printPlainDate } from '../time/plain-date.ts'
import { clocked } from './clocked.ts'
import { type Draft, draft } from './draft.ts'

/** Returns what is missing on paper, and what the lints of the agreement found about its lifecycle and its calendars. */
export function paperChecks(agreement: Agreement): Draft[] {
  const { effective } = agreement.document
  return [
    ...lintChecks(agreement),
    ...Object.keys(agreement.document.parties).flatMap((party) => partyChecks(agreement, party)),
    ...(effective?.from === undefined ? [draft('no-start-date', {}, { severity: 'warning', path: ['effective'] })] : []),
    ...(effective?.to === undefined ? [draft('no-end-date', {}, { severity: 'info', path: ['effective'] })] : []),
    ...horizonChecks(agreement),
  ]
}

/** The lints about goals and targets are told with more facts elsewhere. */
function lintChecks({ findings, lifecycle }: Agreement): Draft[] {
  const states = (lifecycle ? unsoundness(lifecycle) : []).map(({ code, state }): Draft => {
    const path = ['lifecycle', 'states', ...(state === null ? [] : [state])]
    if (code === 'no-disposition' || state === null) return draft('no-disposition', {}, { severity: 'warning', path })
    return draft(code, { state }, { severity: 'warning', path })
  })
  const calendars = findings.flatMap(({ code, path }): Draft[] =>
    code === 'unused-calendar' ? [draft(code, { calendar: String(path.at(-1)) }, { severity: 'info', path })] : [],
  )
  return [...states, ...calendars]
}

function partyChecks({ document }: Agreement, party: string): Draft[] {
  const { members = {}, teams = {}, signatories = [] } = document.parties[party] ?? {}
  const path = ['parties', party]
  const found: Draft[] = []
  const promises = Object.values(document.clauses).filter(({ owedBy }) => owedBy === party).length
  const people = Object.entries(members)
  if (people.length === 0 && promises > 0)
    found.push(draft('party-without-people', { party, promises }, { severity: 'info', path }))
  const withoutRole = people.flatMap(([person, { role }]) => (role === undefined ? [person] : []))
  const withoutTeam = people.flatMap(([person, { team }]) => (team === undefined ? [person] : []))
  const places = { severity: 'info', path: [...path, 'members'] } as const
  if (withoutRole.length > 0) found.push(draft('member-without-role', { party, people: withoutRole }, places))
  if (withoutTeam.length > 0 && Object.keys(teams).length > 0)
    found.push(draft('member-without-team', { party, people: withoutTeam }, places))
  const names = signatories.flatMap(({ name, signedOn }) => (signedOn === undefined ? [name] : []))
  if (signatories.length === 0) found.push(draft('missing-signatory', { party }, { severity: 'warning', path }))
  else if (names.length > 0) found.push(draft('unsigned', { party, names }, { severity: 'info', path: [...path, 'signatories'] }))
  return found
}

/** Beyond the last list of holidays every deadline would be a guess. */
function horizonChecks(agreement: Agreement): Draft[] {
  const ends = new Map(clocked(agreement).map(({ clause }) => [clause.calendar, clause.clock]))
  const { to } = agreement.effective
  return [...ends].flatMap(([calendar, { horizon, zone }]): Draft[] => {
    if (!Number.isFinite(to) || to <= horizon[1]) return []
    const until = printPlainDate(Math.floor(zone.localAt(horizon[1]) / msOfDay))
    return [draft('holidays-end', { calendar, until }, { severity: 'warning', path: ['calendars', calendar] })]
  })
}
