import { posix } from 'node:path'
import ts from 'typescript'
import { filesBelow, readText } from '../repository.ts'

/** One source file as the rules see it: a path from the repository's root, its text and its syntax tree. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly tree: ts.SourceFile
}

/** One broken rule, printed as `path:line: what is wrong; what to write instead`. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** One import, re-export or `import()` of a source file. `target` is a repository path when the specifier is relative. */
export interface Import {
  readonly specifier: string
  readonly target: string | undefined
  readonly node: ts.Node
}

export function source(path: string, text: string): Source {
  return { path, text, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) }
}

/** Returns the TypeScript files below a folder of the repository, sorted by path. */
export function sourcesBelow(folder: string): Source[] {
  return filesBelow(folder)
    .filter((path) => path.endsWith('.ts'))
    .map((path) => source(path, readText(path)))
}

export function finding(file: Source, node: ts.Node | number, message: string): Finding {
  const position = typeof node === 'number' ? node : node.getStart(file.tree)
  return { path: file.path, line: file.tree.getLineAndCharacterOfPosition(position).line + 1, message }
}

export function print(found: readonly Finding[]): string[] {
  return found.map(({ path, line, message }) => `${path}:${line}: ${message}`)
}

export function importsOf(file: Source): Import[] {
  const found: Import[] = []
  walk(file.tree, (node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return
    const target = specifier.startsWith('.') ? posix.join(posix.dirname(file.path), specifier) : undefined
    found.push({ specifier, target, node })
  })
  return found
}

function specifierOf(node: ts.Node): string | undefined {
  let named: ts.Node | undefined
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) named = node.moduleSpecifier
  else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) named = node.argument.literal
  else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) named = node.arguments[0]
  return named && ts.isStringLiteralLike(named) ? named.text : undefined
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}
