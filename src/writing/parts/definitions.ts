/** What the words mean, what every status means, and the way of a lead as a drawing and as a table. */
import type { ConditionDocument } from '../../conditions/node.ts'
import { conditionInWords, isCalledByName } from '../condition-in-words.ts'
import type { Pen } from '../pen.ts'
import { type Block, paragraph, type Section, section, table, terms } from '../text/block.ts'
import { joined, type Phrase, paragraphsOf, phrase, question, written } from '../text/phrase.ts'

/** Returns the section, or `null` where nothing is defined. */
export function definitionsPart(pen: Pen): Section | null {
  const blocks = definitionBlocks(pen)
  return blocks.length === 0 ? null : section('definitions', pen.words.heading.definitions, blocks)
}

/** Returns the words with their meanings, and the names of conditions that sentences use. */
export function definitionBlocks(pen: Pen): Block[] {
  const { definitions = {} } = pen.agreement.document
  const rows = Object.entries(definitions).map(([term, definition]): [Phrase, ...Phrase[]] => {
    const { words, when } = typeof definition === 'string' ? { words: definition, when: undefined } : definition
    return [written(term), ...paragraphsOf(words).map((text) => pen.text(text)), ...ruleOf(when, pen)]
  })
  return [...terms(rows), ...conditionsPart(pen)]
}

/** The rule of a word; where it is a named condition, what that says. */
function ruleOf(when: ConditionDocument | undefined, pen: Pen): Phrase[] {
  if (when === undefined) return []
  const { conditions = {} } = pen.agreement.document
  const named = 'condition' in when && Object.hasOwn(conditions, when.condition) ? conditions[when.condition] : undefined
  return [pen.words.status.means(conditionInWords(named ?? when, pen))]
}

/** The named conditions that sentences call by their names. */
function conditionsPart(pen: Pen): Block[] {
  const { conditions = {} } = pen.agreement.document
  const rows = Object.entries(conditions)
    .filter(([name]) => isCalledByName(name, pen))
    .map(([name, condition]): [Phrase, Phrase] => [written(name), conditionInWords(condition, pen)])
  return rows.length === 0 ? [] : [paragraph(pen.words.status.conditions), ...terms(rows)]
}

/** Returns the section, or `null` where the agreement has no lifecycle. */
export function lifecyclePart(pen: Pen): Section | null {
  const { lifecycle } = pen.agreement.document
  if (!lifecycle) return null
  const { status: words } = pen.words
  const states = Object.entries(lifecycle.states).map(([name, { to = [], disposition = false }]) => ({ name, to, disposition }))
  const machine = { initial: lifecycle.initial, states }
  return section('lifecycle', pen.words.heading.lifecycle, [
    { kind: 'diagram', machine, title: words.diagram, caption: words.diagramKey },
    ...statesTable(pen),
  ])
}

function statesTable(pen: Pen): Block[] {
  const { status: words } = pen.words
  const { initial = '', states = {} } = pen.agreement.document.lifecycle ?? {}
  const entries = Object.entries(states)
  const hasEntry = entries.some(([, { entry, by }]) => entry !== undefined || by !== undefined)
  const rows = entries.map(([name, { definition, to = [], disposition, entry, by }]) => {
    const meaning: Phrase[] = [definition === undefined ? undefinedState(name, pen) : pen.text(definition)]
    if (name === initial) meaning.push(words.isInitial)
    if (disposition === true) meaning.push(words.isDisposition)
    const rules: Phrase[] = []
    if (entry !== undefined) rules.push(conditionInWords(entry, pen))
    if (by !== undefined) rules.push(phrase`${words.by}: ${pen.figures.list(by.map((party) => pen.party(party)))}`)
    const next = to.length === 0 ? words.noNext : pen.figures.list(to.map((state) => written(state)))
    return [written(name), joined(meaning, ' '), next, ...(hasEntry ? [joined(rules, '; ')] : [])]
  })
  return table(words.table, [words.state, words.meaning, words.next, ...(hasEntry ? [words.entry] : [])], rows)
}

function undefinedState(name: string, pen: Pen): Phrase {
  const { question: words } = pen.words
  return question(phrase`${words.label} ${words.undefinedState(pen.quoted(name))}`)
}
