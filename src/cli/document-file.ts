/** A JSON document a person wrote, an agreement or a mapping, with the lines that its mistakes stand on. */

import { type Mapping, parseMapping } from '../adapters/mapping.ts'
import { type Agreement, parseAgreement } from '../agreement/agreement.ts'
import type { Issue, IssuePath } from '../errors.ts'
import { Failure } from './failure.ts'
import { nameOf, textOf } from './input.ts'
import { JsonLines, jsonFailure } from './json-lines.ts'
import type { Io } from './output.ts'
import { type Place, sentenceAt } from './place.ts'

export interface DocumentFile {
  readonly name: string
  readonly document: unknown
  placeOf(path: IssuePath): Place
}

/** Returns the document in a file. **Errors** throws a `Failure` with the status 2 for what is no JSON. */
export async function readDocument(path: string, io: Pick<Io, 'stdin'>): Promise<DocumentFile> {
  const name = nameOf(path)
  const text = await textOf(path, io)
  if (text.trim() === '') throw new Failure(2, `${name}: the file is empty [unreadable-file]`)
  let lines: JsonLines | undefined
  const placeOf = (at: IssuePath): Place => {
    lines ??= new JsonLines(text)
    return { file: name, line: lines.lineOf(at) }
  }
  try {
    return { name, document: JSON.parse(text), placeOf }
  } catch {
    throw jsonFailure(name, text)
  }
}

export interface AgreementFile extends DocumentFile {
  readonly agreement: Agreement
}

/** Returns the agreement in a file. **Errors** throws a `Failure`: 2 for what is no JSON, 1 for a document with mistakes. */
export async function readAgreement(path: string, io: Pick<Io, 'stdin'>): Promise<AgreementFile> {
  const file = await readDocument(path, io)
  const parsed = parseAgreement(file.document)
  if (!parsed.ok) throw new Failure(1, ...sentencesOf(file, parsed.issues))
  return { ...file, agreement: parsed.value }
}

export interface MappingFile extends DocumentFile {
  readonly mapping: Mapping
}

/** Returns the mapping in a file. **Errors** throws a `Failure` with the status 2. */
export async function readMapping(path: string, io: Pick<Io, 'stdin'>): Promise<MappingFile> {
  const file = await readDocument(path, io)
  const parsed = parseMapping(file.document)
  if (!parsed.ok) throw new Failure(2, ...sentencesOf(file, parsed.issues))
  return { ...file, mapping: parsed.value }
}

/** Returns a sentence for each issue, in the order of the file. */
export function sentencesOf(file: DocumentFile, issues: readonly Issue[]): string[] {
  return issues
    .map((each) => ({ each, place: file.placeOf(each.path) }))
    .sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0))
    .map(({ each, place }) => sentenceAt(place, each))
}
