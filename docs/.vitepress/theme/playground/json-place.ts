/**
 * Where in a JSON text a path leads: the library names mistakes by path, and a person looks for them in the text. The tree is that
 * of the editor's own grammar, which also reads a text that is not yet complete.
 */
import { jsonLanguage } from '@codemirror/lang-json'
import { deepestNesting } from './bounds.ts'

export type Tree = ReturnType<typeof jsonLanguage.parser.parse>
export type SyntaxNode = Tree['topNode']

/** A part of a text, `[from, to)`. **Units** UTF-16 code units. */
export interface Place {
  readonly from: number
  readonly to: number
}

const valueNames = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null'])

/** Returns the syntax tree of a JSON text. */
export function treeOf(text: string): Tree {
  return jsonLanguage.parser.parse(text)
}

/**
 * Returns the place of a path: of the value it leads to; of the name where the value is an object or a list, so that a whole
 * document is not underlined; and where the path ends early, the place of the last part that is there.
 */
export function placeOf(tree: Tree, text: string, path: readonly (string | number)[]): Place {
  let value = rootOf(tree)
  let name: SyntaxNode | null = null
  for (const key of path) {
    const inside: Member | null = value && memberOf(value, text, key)
    if (!inside) break
    name = inside.name
    value = inside.value ?? null
    if (!value) break
  }
  if (value && value.name !== 'Object' && value.name !== 'Array') return { from: value.from, to: value.to }
  if (name) return { from: name.from, to: name.to }
  const from = value?.from ?? 0
  return { from, to: Math.min(from + 1, text.length) }
}

interface Member {
  readonly name: SyntaxNode | null
  readonly value: SyntaxNode | null
}

/** Of a name that stands twice the later member counts, as in `JSON.parse`. */
function memberOf(value: SyntaxNode, text: string, key: string | number): Member | null {
  if (value.name === 'Array') {
    const child = typeof key === 'number' ? valuesOf(value)[key] : undefined
    return child ? { name: null, value: child } : null
  }
  if (value.name !== 'Object') return null
  let found: Member | null = null
  for (let child = value.firstChild; child; child = child.nextSibling) {
    const name = child.name === 'Property' ? child.getChild('PropertyName') : null
    if (name && nameIn(text, name) === String(key)) found = { name, value: valueOf(child) }
  }
  return found
}

/** Returns the outermost value of a text; `null` when there is none. */
export function rootOf(tree: Tree): SyntaxNode | null {
  return valuesOf(tree.topNode)[0] ?? null
}

/** Returns the values that stand directly inside a node. */
export function valuesOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) if (valueNames.has(child.name)) found.push(child)
  return found
}

/** Returns the value of a property; `null` when it is not written yet. */
export function valueOf(property: SyntaxNode): SyntaxNode | null {
  return valuesOf(property)[0] ?? null
}

/** Returns the name of a property without quotes and escapes. */
export function nameIn(text: string, name: SyntaxNode): string {
  const written = text.slice(name.from, name.to)
  try {
    return String(JSON.parse(written))
  } catch {
    return written.replace(/^"|"$/g, '')
  }
}

/** Returns the first place at which a text is no JSON; `null` when the grammar finds none. */
export function brokenPlace(tree: Tree, text: string): Place | null {
  let found: Place | null = null
  tree.iterate({
    enter: (node) => {
      if (found) return false
      if (node.type.isError) found = { from: node.from, to: Math.min(Math.max(node.to, node.from + 1), text.length) }
      return !found
    },
  })
  return found
}

/** Returns true for a text whose brackets nest deeper than the playground folds; brackets inside of texts do not count. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  let isText = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (isText) {
      if (code === 92) index++
      else if (code === 34) isText = false
    } else if (code === 34) isText = true
    else if (code === 123 || code === 91) {
      if (++depth > deepestNesting) return true
    } else if (code === 125 || code === 93) depth--
  }
  return false
}

/** Returns the number of the line at an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index >= 0 && index < offset; index = text.indexOf('\n', index + 1)) line++
  return line
}
