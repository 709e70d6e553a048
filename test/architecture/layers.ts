import { builtinModules } from 'node:module'
import { type Finding, finding, importsOf, type Source } from './source.ts'

/** The layers in the order of dependency; a file imports from its own layer and from those before it. */
export const layers = [
  'errors.ts',
  'finding.ts',
  'content.ts',
  'language.ts',
  'plain-text.ts',
  'markup.ts',
  'time',
  'clock',
  'conditions',
  'events',
  'lifecycle',
  'agreement',
  'revision',
  'evaluation',
  'periods',
  'effects',
  'snapshot',
  'conduct',
  'consequences',
  'incentives',
  'engine',
  'explanation',
  'timeline',
  'report',
  'fairness',
  'readiness',
  'insight',
  'writing',
  'templates',
  'adapters',
  'durable',
  'cli',
] as const

/** What does not follow the order: the entries of the package, the command's version, the arbitraries for users' tests. */
const reachOf: Record<string, readonly string[]> = {
  'index.ts': layers.filter((layer) => layer !== 'cli'),
  'clock.ts': ['errors.ts', 'time', 'clock'],
  'calendars.ts': layers.filter((layer) => layer !== 'cli'),
  'holidays.ts': layers.filter((layer) => layer !== 'cli'),
  'icalendar.ts': layers.filter((layer) => layer !== 'cli'),
  'opening-hours.ts': layers.filter((layer) => layer !== 'cli'),
  'engine.ts': layers.filter((layer) => layer !== 'cli'),
  'writing.ts': layers.filter((layer) => layer !== 'cli'),
  'templates.ts': ['errors.ts', 'language.ts', 'events', 'agreement', 'templates'],
  'insight.ts': layers.filter((layer) => layer !== 'cli'),
  'report.ts': layers.filter((layer) => layer !== 'cli'),
  cli: [...layers, 'package.json'],
  testing: [...layers.filter((layer) => layer !== 'cli'), 'testing'],
}

/** Each package and the places of src/ that may import it. A specifier matches itself and what lies below it. */
export const doors: Record<string, readonly string[]> = {
  'date-fns-tz': ['clock/zone.ts'],
  'json-rules-engine': ['conditions/engine.ts', 'engine/host.ts'],
  'date-fns': ['adapters/date-format.ts'],
  'csv-parse': ['adapters/'],
  commander: ['cli/'],
  'cli-progress': ['cli/'],
  'zod/mini': ['agreement/', 'adapters/'],
  '@noble/hashes': ['agreement/agreement.ts'],
  'date-holidays': ['adapters/regional-holidays.ts'],
  'ical.js': ['adapters/icalendar.ts'],
  opening_hours: ['adapters/opening-hours.ts'],
  'simple-statistics': ['insight/'],
  '@observablehq/plot': ['report/charts/'],
  linkedom: ['report/charts/'],
  'fast-check': ['testing/'],
}

/** Packages that are never imported whole, with what to write instead. */
const barrels: Record<string, string> = {
  zod: `bundles 454 kB; write import * as z from 'zod/mini'`,
  'date-fns': `takes 126 ms to load; import the one function, as 'date-fns/format'`,
}

const hosted = ['cli/', 'durable/']
const builtins = new Set(builtinModules)

/** Returns the first folder below src/, or the file's own name when it stands in src/ itself. */
export function layerOf(path: string): string {
  return path.replace(/^src\//, '').split('/')[0] ?? ''
}

export function layerFindings(files: readonly Source[]): Finding[] {
  return files.flatMap((file) => {
    const layer = layerOf(file.path)
    const order = layers.indexOf(layer as (typeof layers)[number])
    const reach = reachOf[layer] ?? (order < 0 ? undefined : layers.slice(0, order + 1))
    if (!reach) return [finding(file, 0, `src/${layer} is not a layer; move the file into one of ${layers.join(', ')}, testing`)]
    return importsOf(file).flatMap(({ target, node }) => {
      if (target === undefined || reach.includes(layerOf(target))) return []
      return [finding(file, node, `${layer} may not import ${target}; import from ${reach.join(', ')} or move the code down`)]
    })
  })
}

export function doorFindings(files: readonly Source[]): Finding[] {
  return files.flatMap((file) => {
    const inside = (places: readonly string[]) => places.some((place) => file.path.slice('src/'.length).startsWith(place))
    return importsOf(file).flatMap(({ specifier, target, node }) => {
      if (target !== undefined) return []
      const bare = specifier.replace(/^node:/, '')
      if (specifier.startsWith('node:') || builtins.has(bare)) {
        if (inside(hosted)) return []
        return [finding(file, node, `${specifier} is Node's own; pass the value in, or move the code to src/cli or src/durable`)]
      }
      const barrel = Object.hasOwn(barrels, specifier) ? barrels[specifier] : undefined
      if (barrel !== undefined) return [finding(file, node, `${specifier} ${barrel}`)]
      const door = Object.keys(doors).find((name) => specifier === name || specifier.startsWith(`${name}/`))
      if (!door) return [finding(file, node, `${specifier} has no door; name its one place in test/architecture/layers.ts`)]
      const places = doors[door] ?? []
      if (inside(places)) return []
      return [
        finding(
          file,
          node,
          `${specifier} enters through ${places.map((place) => `src/${place}`).join(' or ')}; import from there`,
        ),
      ]
    })
  })
}

/** Returns one finding for each import that closes a circle; an import of types alone counts too. */
export function cycleFindings(files: readonly Source[]): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const done = new Set<string>()
  const found: Finding[] = []
  const visit = (file: Source, trail: readonly string[]): void => {
    if (done.has(file.path)) return
    for (const { target, node } of importsOf(file)) {
      const next = target === undefined ? undefined : byPath.get(target)
      if (!next) continue
      const from = [...trail, file.path].indexOf(next.path)
      if (from < 0) visit(next, [...trail, file.path])
      else {
        const circle = [...trail, file.path].slice(from)
        found.push(finding(file, node, `circle ${[...circle, next.path].join(' → ')}; move what both need into a third file`))
      }
    }
    done.add(file.path)
  }
  for (const file of files) visit(file, [])
  return found
}
