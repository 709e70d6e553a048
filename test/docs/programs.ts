import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { readText, root } from '../repository.ts'
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

/**
 * An example need not import what its own file exports, nor what the library does.
 * The imports go to the first line, which no example stands on.
 */
function withImports(tree: ts.SourceFile, text: string): string {
  const free = freeNames(text)
  const own = exportsOf(tree).filter(({ name }) => free.delete(name))
  const index = existsSync(join(root, 'src/index.ts')) ? readText('src/index.ts') : ''
  const library = exportsOf(ts.createSourceFile('index.ts', index, ts.ScriptTarget.ES2022)).filter(({ name }) => free.has(name))
  const line = (names: readonly Exported[], from: string): string =>
    names.length === 0
      ? ''
      : `import { ${names.map(({ name, isType }) => (isType ? `type ${name}` : name)).join(', ')} } from '${from}';`
  return `${line(own, `./${basename(tree.fileName)}`)}${line(library, 'lead-sla')}${text}`
}

/** Returns the names a text uses and does not declare. */
function freeNames(text: string): Set<string> {
  const used = new Set<string>()
  const declared = new Set<string>()
  const visit = (node: ts.Node, parent: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const isMember = (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node
      const isDeclared = 'name' in parent && parent.name === node && !isMember && !ts.isShorthandPropertyAssignment(parent)
      if (isDeclared) declared.add(node.text)
      else if (!isMember) used.add(node.text)
    }
    ts.forEachChild(node, (child) => visit(child, node))
  }
  const tree = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022)
  visit(tree, tree)
  return new Set([...used].filter((name) => !declared.has(name)))
}

interface Exported {
  readonly name: string
  readonly isType: boolean
}

function exportsOf(tree: ts.SourceFile): Exported[] {
  return tree.statements.flatMap((node): Exported[] => {
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause)) {
      return node.exportClause.elements.map(({ name, isTypeOnly }) => ({
        name: name.text,
        isType: node.isTypeOnly || isTypeOnly,
      }))
    }
    const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : []
    if (!modifiers.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(node)) {
      return node.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [{ name: name.text, isType: false }] : [],
      )
    }
    const isType = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
    const isValue = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)
    return (isType || isValue) && node.name ? [{ name: node.name.text, isType }] : []
  })
}
