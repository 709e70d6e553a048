/** What could not be counted and what is odd, each with its place in a file. */

import type { Issue, IssuePath } from '../errors.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import type { DocumentFile } from './document-file.ts'
import { type Place, sentenceAt } from './place.ts'
import { plainText } from './plain-text.ts'
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

/** Returns the complaints of an evaluation: those of the agreement first, then by file and line. */
export function complaintsOf(
  evaluation: Evaluation,
  unread: readonly Unread[],
  tape: Tape,
  agreement: DocumentFile,
): Complaint[] {
  const { refused, findings } = evaluation
  const events = [...refused, ...findings].flatMap((each) => (each.event === undefined ? [] : [each.event]))
  const placeOf = tape.placesOf(events)
  const complaints: Complaint[] = unread.map(({ found: { code, path, message }, place }) => {
    const source = { event: null, code, path, message }
    return { kind: 'refused', code, path, message, place, source }
  })
  for (const each of refused) complaints.push({ ...of(each), kind: 'refused', place: placeOf(each.event, each.path) })
  for (const each of findings) {
    if (each.event === undefined) complaints.push({ ...of(each), kind: 'lint', place: agreement.placeOf(each.path) })
    else complaints.push({ ...of(each), kind: 'odd', place: placeOf(each.event, each.path) })
  }
  return inOrder(complaints, [agreement.name, ...tape.files])
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
