/** What a link holds: the two texts, or what they were made from, and what the person was looking at. */
import { type ExampleName, isExampleName } from './examples.ts'
import { boundedOptions, type GeneratorOptions } from './generate-events.ts'

export const views = ['clocks', 'lead', 'report'] as const
export type View = (typeof views)[number]

export interface SharedState {
  readonly language: 'en' | 'de'
  /** The example that the agreement is, word for word; otherwise `agreement` holds its text. */
  readonly example: ExampleName | null
  readonly agreement: string | null
  /** The events of the example, made-up ones, or a text. */
  readonly events:
    | { readonly kind: 'example' }
    | ({ readonly kind: 'made' } & GeneratorOptions)
    | { readonly kind: 'text'; readonly text: string }
  /** RFC 3339; `null` for where the example is looked at. */
  readonly asOf: string | null
  readonly key: string | null
  readonly view: View
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Returns what a link said, or `null` when it says nothing that the playground knows. */
export function sharedState(value: unknown): SharedState | null {
  if (!isObject(value)) return null
  const { language, example, agreement, events, asOf, key, view } = value
  const name = isExampleName(example) ? example : null
  const text = typeof agreement === 'string' ? agreement : null
  const source = eventsOf(events, name)
  if ((name === null && text === null) || !source) return null
  return {
    language: language === 'de' ? 'de' : 'en',
    example: text === null ? name : null,
    agreement: text,
    events: source,
    asOf: typeof asOf === 'string' ? asOf : null,
    key: typeof key === 'string' ? key : null,
    view: views.find((known) => known === view) ?? 'clocks',
  }
}

function eventsOf(value: unknown, example: ExampleName | null): SharedState['events'] | null {
  if (!isObject(value)) return null
  if (value.kind === 'example') return example === null ? null : { kind: 'example' }
  if (value.kind === 'text') return typeof value.text === 'string' ? { kind: 'text', text: value.text } : null
  if (value.kind !== 'made') return null
  const [seed, leads, weeks] = [Number(value.seed), Number(value.leads), Number(value.weeks)]
  return { kind: 'made', ...boundedOptions({ seed, leads, weeks }) }
}
