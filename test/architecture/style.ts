import ts from 'typescript'
import { type Finding, finding, type Source, walk } from './source.ts'

export const mostLinesPerFile = 250
export const mostLinesPerFunction = 60

const drawers = new Set(['utils', 'util', 'helpers', 'helper', 'types', 'constants', 'common', 'misc', 'shared'])

const utcInstead = 'the host zone decides; use the getUTC… twin or the plain-date and zone functions'
const localeInstead = 'the host locale decides; name the locale in an Intl formatter, or compare with <'

/** Members that may not be called in the core, with what to write instead. */
const bannedMembers: Record<string, string> = {
  ...fromNames(localParts(), utcInstead),
  ...fromNames(['getYear', 'setYear', 'getTimezoneOffset', 'toDateString', 'toTimeString'], utcInstead),
  ...fromNames(['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'], localeInstead),
  ...fromNames(['toLocaleUpperCase', 'toLocaleLowerCase', 'localeCompare'], localeInstead),
}

const ambientInstead = 'time is an argument; take an instant such as asOf'
const bannedPaths: Record<string, string> = {
  'Date.now': ambientInstead,
  'performance.now': ambientInstead,
  'Math.random': 'chance is an argument; derive keys from the content',
  'crypto.randomUUID': 'chance is an argument; derive keys from the content',
  'crypto.getRandomValues': 'chance is an argument; derive keys from the content',
}

const bannedRoots: Record<string, string> = {
  process: 'the core has no environment; pass the value in from src/cli',
  console: 'the core prints nothing; return the text or an issue',
}

function localParts(): string[] {
  const parts = ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']
  return parts.flatMap((part) => (part === 'Day' ? [`get${part}`] : [`get${part}`, `set${part}`]))
}

function fromNames(names: readonly string[], instead: string): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, instead]))
}

/** The core is everything a browser runs: all of src/ but the command and the durable engines. */
export function isCore(path: string): boolean {
  return path.startsWith('src/') && !/^src\/(cli|durable)\//.test(path)
}

export function bannedCallFindings(files: readonly Source[]): Finding[] {
  return files.flatMap((file) => {
    const found: Finding[] = []
    walk(file.tree, (node) => {
      const message = ts.isPropertyAccessExpression(node) ? bannedAccess(node) : bannedDate(node)
      if (message !== undefined) found.push(finding(file, node, message))
    })
    return found
  })
}

function bannedAccess(node: ts.PropertyAccessExpression): string | undefined {
  const base = node.expression.getText().replace(/^globalThis\.?/, '')
  const path = `${base}.${node.name.text}`
  const instead = own(bannedPaths, path) ?? own(bannedRoots, base) ?? own(bannedMembers, node.name.text)
  return instead === undefined ? undefined : `${/^\w*$/.test(base) ? path : `….${node.name.text}`}: ${instead}`
}

function bannedDate(node: ts.Node): string | undefined {
  if (!ts.isNewExpression(node) && !ts.isCallExpression(node)) return undefined
  const count = node.arguments?.length ?? 0
  const called = node.expression
  if (ts.isIdentifier(called) && called.text === 'Date') {
    if (count === 0 || ts.isCallExpression(node)) return `Date without an argument: ${ambientInstead}`
    if (count > 1) return `Date from its parts: ${utcInstead}, or Date.UTC`
  }
  const isIntl = ts.isPropertyAccessExpression(called) && ts.isIdentifier(called.expression) && called.expression.text === 'Intl'
  return isIntl && count === 0 ? `${called.getText()} without a locale: ${localeInstead}` : undefined
}

function own(table: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}

export function drawerFindings(paths: readonly string[]): Finding[] {
  return paths
    .filter((path) => drawers.has((path.split('/').at(-1) ?? '').replace(/\..*$/, '')))
    .map((path) => ({ path, line: 1, message: 'a drawer file; name it after the one noun it holds' }))
}

export function exportAllFindings(files: readonly Source[]): Finding[] {
  return files.flatMap((file) =>
    file.tree.statements
      .filter((node) => ts.isExportDeclaration(node) && (!node.exportClause || ts.isNamespaceExport(node.exportClause)))
      .map((node) => finding(file, node, 'export * hides the surface; list each name')),
  )
}

/** Finds notes to oneself in any text, a document as well as a source file. */
export function noteFindings(path: string, text: string): Finding[] {
  return text.split('\n').flatMap((line, index) => {
    const note = /\b(T[O]DO|FIX[M]E|X[X]X)\b/.exec(line)
    return note ? [{ path, line: index + 1, message: `${note[0]} is a promise nobody keeps; do it now or open an issue` }] : []
  })
}

export function sizeFindings(files: readonly Source[]): Finding[] {
  return files.flatMap((file) => {
    const found: Finding[] = []
    const lines = file.text.trimEnd().split('\n').length
    if (lines > mostLinesPerFile) {
      found.push(finding(file, 0, `${lines} lines, at most ${mostLinesPerFile}; give the second noun its own file`))
    }
    walk(file.tree, (node) => {
      if (!hasBody(node)) return
      const count = ownLines(file, node)
      if (count > mostLinesPerFunction) {
        found.push(finding(file, node, `a function of ${count} lines, at most ${mostLinesPerFunction}; name a step of it`))
      }
    })
    return found
  })
}

function hasBody(node: ts.Node): boolean {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined
}

/** Counts a function's lines; the functions inside it are measured by themselves and count one line each. */
function ownLines(file: Source, node: ts.Node): number {
  const line = (position: number): number => file.tree.getLineAndCharacterOfPosition(position).line
  let inner = 0
  const visit = (child: ts.Node): void => {
    if (hasBody(child)) inner += line(child.end) - line(child.getStart(file.tree))
    else ts.forEachChild(child, visit)
  }
  ts.forEachChild(node, visit)
  return line(node.end) - line(node.getStart(file.tree)) + 1 - inner
}
