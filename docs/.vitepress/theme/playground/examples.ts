/** The agreements that are one click away: the six templates with what happened under them, and the demo. */
import { type Language, type TemplateName, template, templateNames } from '../../../../src/templates.ts'
import { linesOf } from './generate-events.ts'

export type ExampleName = TemplateName | 'demo'

interface Titles {
  readonly title: string
  readonly summary: string
}

export interface Example extends Titles {
  readonly name: ExampleName
  readonly agreement: string
  readonly events: string
  readonly asOf: string
}

/** Its agreement is written in English only. */
export const demoTitles: Readonly<Record<Language, Titles>> = {
  en: { title: 'Demo: Feldspan Instruments', summary: 'Thirteen promises, two desks, and the first 5,000 events of a quarter.' },
  de: {
    title: 'Demo: Feldspan Instruments',
    summary: 'Dreizehn Zusagen, zwei Teams und die ersten 5.000 Ereignisse eines Quartals, auf Englisch.',
  },
}

export function isExampleName(value: unknown): value is ExampleName {
  return value === 'demo' || templateNames.some((name) => name === value)
}

/** Returns the names and titles of all examples. */
export function exampleTitles(lang: Language): (Titles & { readonly name: ExampleName })[] {
  const templates = templateNames.map((name) => {
    const { title, summary } = template(name, { lang })
    return { name, title, summary }
  })
  return [...templates, { name: 'demo', ...demoTitles[lang] }]
}

/** Returns the example of a template, its agreement as a person would write it and its events one a line. */
export function exampleOf(name: TemplateName, lang: Language): Example {
  const { title, summary, agreement, events, asOf } = template(name, { lang })
  return { name, title, summary, agreement: written(agreement), events: linesOf(events), asOf }
}

const lineWidth = 100

/** Returns JSON with two spaces of indent, in which whatever fits on a line stands on one. */
export function written(value: unknown, indent = '', reserved = 0): string {
  const short = oneLine(value)
  if (typeof value !== 'object' || value === null) return short
  const isWhole = indent === ''
  if (!isWhole && indent.length + reserved + short.length <= lineWidth) return short
  const inner = `${indent}  `
  const members = Array.isArray(value)
    ? value.map((member) => `${inner}${written(member, inner)}`)
    : Object.entries(value).map(([name, member]) => {
        const label = `${JSON.stringify(name)}: `
        return `${inner}${label}${written(member, inner, label.length)}`
      })
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return members.length === 0 ? `${open}${close}` : `${open}\n${members.join(',\n')}\n${indent}${close}`
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
