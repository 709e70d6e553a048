import ts from 'typescript'
import type { Program } from './programs.ts'

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * Returns the program with each `//=>` turned into a call of `docsCheck`: `expression //=> literal`,
 * `const name = expression //=> literal`, `expression //=> throws code`. The comment may stand on the next line,
 * and a literal may go on over further comment lines. No line moves.
 */
export function withAssertions(program: Program): string {
  const { path, text } = program
  const tree = ts.createSourceFile(`${path}.ts`, text, ts.ScriptTarget.ES2022, true)
  const edits: Edit[] = []
  const visit = (node: ts.Node): void => {
    const claim = ts.isExpressionStatement(node) || ts.isVariableStatement(node) ? claimAfter(text, node.end) : undefined
    if (claim) {
      const where = `${path}:${tree.getLineAndCharacterOfPosition(claim.at).line + 1}`
      const checked = rewritten(node as ts.ExpressionStatement | ts.VariableStatement, claim.literal, where)
      const lines = text.slice(node.end, claim.to).split('\n').length - 1
      edits.push({ from: node.getStart(tree), to: claim.to, text: `${checked}${'\n'.repeat(lines)}` })
    } else ts.forEachChild(node, visit)
  }
  visit(tree)
  const stray = [...text.matchAll(/\/\/=>/g)].find(({ index }) => !edits.some((edit) => edit.from <= index && index < edit.to))
  if (stray) throw new Error(`${path}:${text.slice(0, stray.index).split('\n').length}: //=> follows no statement`)
  return edits.reduceRight((before, edit) => before.slice(0, edit.from) + edit.text + before.slice(edit.to), text)
}

function claimAfter(text: string, end: number): { at: number; to: number; literal: string } | undefined {
  const opening = /^[ \t]*(?:\n[ \t]*)?\/\/=>[ \t]*([^\n]*)/.exec(text.slice(end))
  if (!opening) return undefined
  let literal = opening[1] ?? ''
  let to = end + opening[0].length
  const at = to - literal.length
  while (!isThrows(literal) && !isExpression(literal)) {
    const more = /^\n[ \t]*\/\/(?!=>)[ \t]*([^\n]*)/.exec(text.slice(to))
    if (!more) break
    literal += ` ${more[1]}`
    to += more[0].length
  }
  return { at, to, literal: literal.trim() }
}

function isExpression(text: string): boolean {
  return ts.transpileModule(`(${text}\n)`, { reportDiagnostics: true }).diagnostics?.length === 0
}

function isThrows(literal: string): boolean {
  return /^throws [\w-]+$/.test(literal.trim())
}

function rewritten(node: ts.ExpressionStatement | ts.VariableStatement, literal: string, where: string): string {
  if (!isThrows(literal) && !isExpression(literal)) throw new Error(`${where}: ${literal} is not a JavaScript value`)
  const declared = ts.isVariableStatement(node) ? node.declarationList.declarations.at(-1) : undefined
  const expression = ts.isVariableStatement(node) ? declared?.initializer : printed(node.expression)
  if (!expression || (declared && !ts.isIdentifier(declared.name)))
    throw new Error(`${where}: //=> needs one value with one name`)
  if (isThrows(literal)) return throwing(expression, literal.slice('throws '.length), where)
  const equal = (actual: string): string => `;docsCheck.equal(${actual}, (${literal}), ${JSON.stringify(where)})`
  return declared ? `${node.getText()}${equal(declared.name.getText())}` : equal(expression.getText())
}

/** `console.log(value) //=> literal` is about the value. */
function printed(expression: ts.Expression): ts.Expression {
  const isLog =
    ts.isCallExpression(expression) && expression.expression.getText() === 'console.log' && expression.arguments.length === 1
  return isLog ? (expression.arguments[0] ?? expression) : expression
}

function throwing(expression: ts.Expression, code: string, where: string): string {
  const facts = `${JSON.stringify(code)}, ${JSON.stringify(where)}`
  const waits = /\bawait\b/.test(expression.getText())
  return waits
    ? `;await docsCheck.rejects(async () => (${expression.getText()}), ${facts})`
    : `;docsCheck.throws(() => (${expression.getText()}), ${facts})`
}
