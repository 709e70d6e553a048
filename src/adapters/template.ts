/**
 * A template is text with the columns of a row in braces: `{mql_id}` is a column, `{mql_id}:won` an id made of one, and
 * `lead.created` a constant. It is how a mapping names everything that it takes from a row.
 */
import { type IssuePath, issue, type Parsed } from '../errors.ts'

/** One row of another system: its columns as text, the empty text where a cell is empty or missing. */
export type Row = Readonly<Record<string, string>>

export interface Template {
  /** The columns it names, in the order of the text. */
  readonly columns: readonly string[]
  /** Returns the text for a row, or the empty text when one of its columns is empty. */
  read(row: Row): string
}

const part = /\{\{|\}\}|\{([^{}]+)\}|[{}]|[^{}]+/g

/**
 * Returns the template of a text; `{{` and `}}` stand for braces.
 *
 * **Edges** a cell of nothing but spaces is empty. A column may be called anything but what has a brace in it.
 * **Errors** `unknown-value` for a brace without its twin.
 *
 * @example
 * const template = parseTemplate('{mql_id}:won')
 * const id = template.ok && template.value.read({ mql_id: '0042' }) //=> '0042:won'
 */
export function parseTemplate(text: string, path: IssuePath = []): Parsed<Template> {
  const parts: { readonly text: string; readonly column?: string }[] = []
  for (const [token, column] of text.matchAll(part)) {
    if (token === '{' || token === '}') {
      return {
        ok: false,
        issues: [issue('unknown-value', path, { expected: 'text with columns in braces, such as {lead_id}:won', got: text })],
      }
    }
    if (column !== undefined) parts.push({ text: '', column })
    else parts.push({ text: token === '{{' ? '{' : token === '}}' ? '}' : token })
  }
  const columns = parts.flatMap(({ column }) => (column === undefined ? [] : [column]))
  const read = (row: Row): string => {
    let whole = ''
    for (const { text, column } of parts) {
      const next = column === undefined ? text : cell(row, column)
      if (next === '') return ''
      whole += next
    }
    return whole
  }
  return { ok: true, value: { columns, read } }
}

/** Returns the text of a cell, or the empty text when it is missing or holds nothing but spaces. */
export function cell(row: Row, column: string): string {
  const text = Object.hasOwn(row, column) ? (row[column] ?? '') : ''
  return text.trim() === '' ? '' : text
}
