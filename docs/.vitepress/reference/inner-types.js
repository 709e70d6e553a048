/**
 * A plugin of TypeDoc for what the entry points alone cannot show. Public shapes are made of smaller ones that have no name to
 * import, such as the shares of an obligation; here they get pages of their own, so that no link of the reference leads nowhere.
 * Entry points get the names that they are imported by.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Comment, Converter, makeRecursiveVisitor, ReflectionKind } from 'typedoc'
import ts from 'typescript'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const library = 'lead-sla'
const moduleName = `${library}/shapes`
const about =
  'Shapes that exported types are made of. They are no names of their own to import: take one by its place, such as `Obligation["owners"][number]`.'

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.getChildrenByKind(ReflectionKind.Module)) {
      module.comment ??= new Comment([{ kind: 'text', text: openingOf(`${root}src/${module.name}.ts`) }])
      module.name = module.name === 'index' ? library : `${library}/${module.name}`
    }
    addInnerTypes(context)
    for (const { comment } of Object.values(context.project.reflections)) if (comment) setLabelsApart(comment)
  })
}

/** Returns what the first docstring of an entry point says of it, without its name. */
function openingOf(path) {
  const [, text = ''] = /^\/\*\*\s*(.*?)\s*\*\//s.exec(readFileSync(path, 'utf8')) ?? []
  const [, said = text] = /^`[^`]*`: (.*)$/s.exec(text) ?? []
  return said.replace(/\n \* ?/g, ' ').replace(/^./, (first) => first.toUpperCase())
}

/** Gives each label of a docstring (units, edges, errors, source) a paragraph of its own. */
function setLabelsApart(comment) {
  for (const part of comment.summary) {
    if (part.kind === 'text') part.text = part.text.replace(/(?<=\S[^\S\n]*)\n(?=\*\*(?:Units|Edges|Errors|Source)\*\*)/g, '\n\n')
  }
}

/** @param {import('typedoc').Context} context */
function addInnerTypes(context) {
  const [program] = context.programs
  context.setActiveProgram(program)
  const shapes = context.createDeclarationReflection(ReflectionKind.Module, undefined, undefined, moduleName)
  context.finalizeDeclarationReflection(shapes)
  shapes.comment = new Comment([{ kind: 'text', text: about }])
  const inner = context.withScope(shapes)
  const tried = new Set()
  for (let missing = missingSymbols(context, tried); missing.length > 0; missing = missingSymbols(context, tried)) {
    for (const symbol of missing) inner.converter.convertSymbol(inner, symbol)
  }
  context.setActiveProgram(undefined)
}

/** Returns the symbols of this library that some type refers to and no page shows, without those that were tried before. */
function missingSymbols(context, tried) {
  const ids = new Map()
  const visit = makeRecursiveVisitor({
    reference(type) {
      const id = type.symbolId
      if (id?.packageName === library && !type.reflection) ids.set(`${id.packagePath} ${id.qualifiedName}`, id)
    },
  })
  for (const reflection of Object.values(context.project.reflections)) {
    for (const type of typesOf(reflection)) type.visit(visit)
  }
  const fresh = [...ids].filter(([key]) => !tried.has(key)).sort(([a], [b]) => (a < b ? -1 : 1))
  return fresh.flatMap(([key, id]) => {
    tried.add(key)
    const file = context.program.getSourceFile(root + id.packagePath)
    const symbol = file && namedIn(file, id.qualifiedName, context.checker)
    return symbol ? [symbol] : []
  })
}

/** Returns what a file itself declares by a name at its top, exported or not. */
function namedIn(file, name, checker) {
  const module = checker.getSymbolAtLocation(file)
  const isIt = (symbol) => symbol.name === name && symbol.declarations?.some((node) => node.getSourceFile() === file)
  return (
    (module && checker.getExportsOfModule(module).find(isIt)) ??
    checker.getSymbolsInScope(file, ts.SymbolFlags.Type | ts.SymbolFlags.Value).find(isIt)
  )
}

function typesOf(reflection) {
  const { type, default: fallback, extendedTypes = [], implementedTypes = [] } = reflection
  return [type, typeof fallback === 'object' ? fallback : undefined, ...extendedTypes, ...implementedTypes].filter(Boolean)
}
