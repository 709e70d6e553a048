/** What could not be counted and what is odd, each with its place in a file. */

import { isRecord } from '../content.ts'
import type { Issue, IssuePath } from '../errors.ts'
import type { Evaluation, Refused } from '../evaluation/evaluation.ts'
import type { Finding } from '../finding.ts'
import { plainText } from '../plain-text.ts'
import type { DocumentFile } from './document-file.ts'
import { type Place, sentenceAt } from './place.ts'
import type { Tape } from './tape.ts'

export interface Complaint {
  /** `refused` was not counted, `odd` was counted all the same, `lint` is about the agreement. */
  readonly kind: 'refused' | 'odd' | 'lint'
  readonly code: string
  readonly path: IssuePath
  readonly message: string
  readonly place: Place | undefined
  /** The refusal or the finding as the evaluation has it. */
  readonly source: object
}

/** A line or a row that is no event. */
export interface Unread {
  readonly found: Issue
  readonly place: Place
}

/** What is said of an event, and where it stood; of none there is no place. */
export interface Placed<What> {
  readonly said: What
  readonly place: Place | undefined
}

/** All that may be complained of, as plain data. */
export interface Trouble {
  readonly unread: readonly Unread[]
  readonly refused: readonly Placed<Refused>[]
  readonly findings: readonly Placed<Finding>[]
}

/** Returns what an evaluation says of its events, with their places. */
export function troubleOf(
  { refused, findings }: Pick<Evaluation, 'refused' | 'findings'>,
  unread: readonly Unread[],
  tape: Tape,
): Trouble {
  const events = [...refused, ...findings].flatMap((each) => (each.event === undefined ? [] : [each.event]))
  const placeOf = tape.placesOf(events)
  const placed = <What extends Refused | Finding>(said: What): Placed<What> => {
    return { said, place: said.event === undefined ? undefined : placeOf(said.event, said.path) }
  }
  return { unread, refused: refused.map(placed), findings: findings.map(placed) }
}

/** Returns true for what is said of the agreement, whatever happened. */
export function isLint({ event, lead }: Finding): boolean {
  return event === undefined && lead === undefined
}

/** Returns the complaints: those of the agreement first, then by file and line. */
export function complaintsOf(trouble: Trouble, files: readonly string[], agreement: DocumentFile): Complaint[] {
  const complaints: Complaint[] = trouble.unread.map(({ found: { code, path, message }, place }) => {
    const source = { event: null, code, path, message }
    return { kind: 'refused', code, path, message, place, source }
  })
  for (const { said, place } of trouble.refused) complaints.push({ ...of(said), kind: 'refused', place })
  for (const { said, place } of trouble.findings) {
    if (said.event === undefined) complaints.push({ ...of(said), kind: 'lint', place: agreement.placeOf(said.path) })
    else complaints.push({ ...of(said), kind: 'odd', place })
  }
  return inOrder(complaints, [agreement.name, ...files])
}

function of(source: { readonly code: string; readonly path: IssuePath; readonly message: string }) {
  const { code, path, message } = source
  return { code, path, message, source }
}

function inOrder(complaints: readonly Complaint[], files: readonly string[]): Complaint[] {
  const order = new Map(files.map((file, index) => [file, index]))
  const fileOf = ({ place }: Complaint): number => order.get(place?.file ?? '') ?? files.length
  return [...complaints].sort((a, b) => fileOf(a) - fileOf(b) || (a.place?.line ?? 0) - (b.place?.line ?? 0))
}

/** Returns a line for each complaint; with `most`, so many of each code and the number of the others. */
export function printComplaints(complaints: readonly Complaint[], most = Number.POSITIVE_INFINITY): string {
  const seen = new Map<string, number>()
  let text = ''
  for (const complaint of complaints) {
    const count = (seen.get(complaint.code) ?? 0) + 1
    seen.set(complaint.code, count)
    if (count <= most) text += `${plainText(printComplaint(complaint))}\n`
  }
  for (const [code, count] of seen) if (count > most) text += `… and ${count - most} more like this [${code}]\n`
  return text
}

function printComplaint(complaint: Complaint): string {
  const { place = { file: '<unknown>' }, kind } = complaint
  return sentenceAt(place, complaint, kind === 'refused' ? 'refused' : 'warning')
}

/** Returns what is said of the events of a lead, and of lines that might have been some. */
export function complaintsAbout(complaints: readonly Complaint[], lead: string): readonly Complaint[] {
  return complaints.filter(({ source, kind }) => {
    const event = 'event' in source ? source.event : undefined
    if (isRecord(event)) return event.lead === lead || event.subject === lead
    return kind === 'refused'
  })
}
