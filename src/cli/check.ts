/** `lead-sla check`: every mistake of an agreement with its line, and what is legal and yet hardly meant. */
import { parseAgreement } from '../agreement/agreement.ts'
import { readDocument, sentencesOf } from './document-file.ts'
import { Failure } from './failure.ts'
import { counted } from './figures.ts'
import type { Session } from './output.ts'
import { sentenceAt } from './place.ts'
import { plainText } from './plain-text.ts'

/** **Errors** throws a `Failure`: 1 for an agreement with mistakes, 2 for a file that holds none. */
export async function checkCommand(path: string, { io, out, err }: Session): Promise<void> {
  const file = await readDocument(path, io)
  const parsed = parseAgreement(file.document)
  if (!parsed.ok)
    throw new Failure(1, ...sentencesOf(file, parsed.issues), `${file.name}: ${counted(parsed.issues.length, 'error')}`)
  const { id, version, clauses, findings, document } = parsed.value
  const warnings = findings.map((found) => sentenceAt(file.placeOf(found.path), found, 'warning'))
  await err.write(warnings.map((sentence) => `${plainText(sentence)}\n`).join(''))
  const parts = [
    counted(clauses.size, 'timed clause'),
    counted(Object.keys(document.calendars ?? {}).length, 'calendar'),
    counted(findings.length, 'warning'),
  ]
  await out.write(`${plainText(`${id} ${version}`)}: ${parts.join(', ')}\n`)
}
