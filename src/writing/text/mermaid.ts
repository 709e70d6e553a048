/** A lifecycle in the notation of Mermaid, which many readers of Markdown draw. */
import { clean } from '../../markup.ts'
import type { StateMachine } from './state-diagram.ts'

/** Returns the text of a state diagram. **Edges** names are labels only: the states are numbered. */
export function mermaidOf({ initial, states }: StateMachine): string {
  const numberOf = new Map(states.map(({ name }, index) => [name, `s${index + 1}`]))
  const first = numberOf.get(initial)
  return [
    'stateDiagram-v2',
    ...states.map(({ name }) => `  state "${labelOf(name)}" as ${numberOf.get(name)}`),
    ...(first === undefined ? [] : [`  [*] --> ${first}`]),
    ...states.flatMap(({ name, to }) =>
      to.flatMap((next) => (numberOf.has(next) ? [`  ${numberOf.get(name)} --> ${numberOf.get(next)}`] : [])),
    ),
    ...states.flatMap(({ name, disposition }) => (disposition ? [`  ${numberOf.get(name)} --> [*]`] : [])),
  ].join('\n')
}

/** Mermaid reads `#60;` as `<`; everything but letters, digits and a few signs goes in that way. */
function labelOf(name: string): string {
  return clean(name).replace(/[^\p{L}\p{M}\p{N} .,_()/+-]/gu, (sign) => `#${sign.codePointAt(0)};`)
}
