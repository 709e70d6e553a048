import ts from 'typescript'
import * as clock from '../../src/clock.ts'
import { sentence } from '../../src/errors.ts'
import * as library from '../../src/index.ts'
import type { Fence } from './fences.ts'

/** Reads a fence in json, jsonc or ndjson; an agreement or a calendar in it must pass its door. Throws what is wrong. */
export function readDocuments({ path, line, language, marks, text }: Fence): void {
  const documents = language === 'ndjson' ? text.split('\n').map((each) => JSON.parse(each)) : [parsed(language, text)]
  if (marks.includes('no-run')) return
  for (const document of documents) {
    if (typeof document !== 'object' || document === null) continue
    if ('agreement' in document) {
      const result = library.parseAgreement(document)
      if (!result.ok) throw new Error(`${path}:${line}: ${result.issues.map(sentence).join('\n')}`)
    } else if ('timeZone' in document && 'week' in document) clock.businessClock(document)
  }
}

function parsed(language: string, text: string): unknown {
  if (language === 'json') return JSON.parse(text)
  const { config, error } = ts.parseConfigFileTextToJson('fence.jsonc', text)
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'))
  return config
}
