import { basename } from 'node:path'
import ts from 'typescript'
import { readText } from '../repository.ts'
import { type Fence, fencesOf } from './fences.ts'

/** Code that runs as one module. Every line of `text` stands on the line it has in the page, so that a stack trace points there. */
export interface Program {
  readonly path: string
  readonly line: number
  readonly language: 'ts' | 'js'
  readonly text: string
}

/** Returns the programs of a page (its fences in ts and js) or of a source file (the `@example`s of its docstrings). */
export function programsOf(path: string, text: string = readText(path)): Program[] {
  return path.endsWith('.md') ? programsOfFences(fencesOf(path, text)) : examplesOf(path, text)
}

function programsOfFences(fences: readonly Fence[]): Program[] {
  const found: Program[] = []
  for (const { path, line, language, marks, text } of fences) {
    if ((language !== 'ts' && language !== 'js') || marks.includes('no-run')) continue
    const previous = found.at(-1)
    if (!marks.includes('continue')) found.push({ path, line, language, text: padded('', line, text) })
    else if (previous) found[found.length - 1] = { ...previous, text: padded(previous.text, line, text) }
    else throw new Error(`${path}:${line}: a fence that continues none`)
  }
  return found
}

/** Appends `text` so that it begins on the given line, counted from one. */
function padded(before: string, line: number, text: string): string {
  return `${before}${'\n'.repeat(line - before.split('\n').length)}${text}`
}

function examplesOf(path: string, text: string): Program[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  const found: Program[] = []
  for (const comment of docstrings(tree)) {
    const lines = text.slice(comment.pos, comment.end).replace(/\*\/$/, '').split('\n')
    const first = tree.getLineAndCharacterOfPosition(comment.pos).line + 1
    for (const [index, raw] of lines.entries()) {
      const opening = /^\s*\/?\*{1,2}\s*@example\b(.*)$/.exec(raw)
      if (!opening) continue
      const after = lines.slice(index + 1)
      const next = after.findIndex((line) => /^\s*\*\s*@\w/.test(line))
      const body = after.slice(0, next < 0 ? undefined : next).map((line) => line.replace(/^\s*\* ?/, '').replace(/^```.*$/, ''))
      const line = first + index + 1
      if (opening[1]?.trim()) throw new Error(`${path}:${line - 1}: begin an example on the line after @example`)
      found.push({ path, line, language: 'ts', text: withImports(tree, padded('', line, body.join('\n').trimEnd())) })
    }
  }
  return found
}

function docstrings(tree: ts.SourceFile): ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>()
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(tree.text, node.getFullStart()) ?? []) {
      if (tree.text.startsWith('/**', range.pos)) found.set(range.pos, range)
    }
    node.getChildren(tree).forEach(visit)
  }
  visit(tree)
  return [...found.values()].sort((a, b) => a.pos - b.pos)
}

/** An example need not import what its own file exports. The line it goes to is the first, which no example stands on. */
function withImports(tree: ts.SourceFile, text: string): string {
  const imported = [...text.matchAll(/^import\b[^'"]*/gm)].join(' ')
  const names = exportedNames(tree).filter((name) => wordIn(name, text) && !wordIn(name, imported))
  return names.length === 0 ? text : `import { ${names.join(', ')} } from './${basename(tree.fileName)}';${text}`
}

function wordIn(name: string, text: string): boolean {
  return new RegExp(`(?<![\\w$]|(?<!\\.\\.)\\.)${name.replaceAll('$', '\\$')}(?![\\w$])`).test(text)
}

function exportedNames(tree: ts.SourceFile): string[] {
  return tree.statements.flatMap((node) => {
    if (ts.isExportDeclaration(node)) {
      return node.exportClause && ts.isNamedExports(node.exportClause) && !node.isTypeOnly
        ? node.exportClause.elements.filter((element) => !element.isTypeOnly).map((element) => element.name.text)
        : []
    }
    const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : []
    if (!modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((declared) => declared.name.getText(tree))
    return (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && node.name ? [node.name.text] : []
  })
}
