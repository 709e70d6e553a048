/** How good the data is: how often each thing was refused or found odd, and where it was first. */
import type { Complaint } from './complaint.ts'
import { count, counted } from './figures.ts'
import { type Screen, table } from './table.ts'

interface Group {
  readonly code: string
  readonly first: Complaint
  readonly count: number
}

/** Returns a table of what was refused and one of what is odd, or nothing where the data is clean. */
export function complaintTables(complaints: readonly Complaint[], events: number, screen: Screen): string {
  const refused = complaints.filter(({ kind }) => kind === 'refused')
  const odd = complaints.filter(({ kind }) => kind === 'odd')
  const lint = complaints.filter(({ kind }) => kind === 'lint')
  return [
    section(`Refused, of ${counted(events, 'event')}: ${count(refused.length)}`, refused, screen),
    section(`Odd, and counted all the same: ${count(odd.length)}`, odd, screen),
    section(`Of the agreement: ${counted(lint.length, 'warning')}`, lint, screen),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

function section(title: string, complaints: readonly Complaint[], screen: Screen): string {
  if (complaints.length === 0) return ''
  const rows = table<Group>(
    [
      { title: 'count', align: 'right', text: (group) => count(group.count) },
      { title: 'what', least: 12, text: ({ code }) => code },
      { title: 'line', align: 'right', dropped: 2, text: ({ first }) => String(first.place?.line ?? '–') },
      { title: 'for example', least: 20, dropped: 1, text: ({ first }) => first.message },
    ],
    groups(complaints),
    screen,
  )
  return `${screen.paint('strong', title)}\n${rows}`
}

function groups(complaints: readonly Complaint[]): Group[] {
  const codes = [...new Set(complaints.map(({ code }) => code))]
  return codes
    .flatMap((code) => {
      const same = complaints.filter((complaint) => complaint.code === code)
      return same[0] ? [{ code, first: same[0], count: same.length }] : []
    })
    .sort((a, b) => b.count - a.count)
}
