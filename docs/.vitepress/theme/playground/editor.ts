/** The editor of a text: CodeMirror with mistakes at their places and, for an agreement, what may be written and what it means. */
import { autocompletion, type CompletionContext, type CompletionResult, startCompletion } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { ensureSyntaxTree } from '@codemirror/language'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { Decoration, EditorView, hoverTooltip, MatchDecorator, ViewPlugin } from '@codemirror/view'
import { basicSetup } from 'codemirror'
import { rootOf } from './json-place.ts'
import { described, schema } from './key-sources.ts'
import { keyWords } from './key-words.ts'
import type { Mistake } from './mistake.ts'
import { cursorAt, looseValue, pathOf, type Suggestion, suggestionsAt } from './suggestions.ts'

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  readonly label: string
  readonly isAgreement: boolean
  readonly most: number
  change(text: string): void
  /** A change would have made the text too long, and was not made. */
  refuse(): void
}

export interface Editor {
  /** Puts another text in place of the one that stands there, where it differs. */
  put(text: string): void
  mark(mistakes: readonly Mistake[]): void
  label(label: string): void
  reveal(from: number, to: number): void
  destroy(): void
}

const waitMs = 100

/** Returns an editor that stands in its parent. */
export function createEditor({ parent, text, label, isAgreement, most, change, refuse }: EditorOptions): Editor {
  const attributes = new Compartment()
  const labelled = (words: string): Extension =>
    EditorView.contentAttributes.of({ 'aria-label': words, spellcheck: 'false', tabindex: '0' })
  let isPutting = false
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        basicSetup,
        attributes.of(labelled(label)),
        isAgreement ? agreementSupport() : [],
        colours,
        lintGutter(),
        EditorState.changeFilter.of((transaction) => {
          if (isPutting || transaction.newDoc.length <= most) return true
          refuse()
          return false
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isPutting) change(update.state.doc.toString())
        }),
      ],
    }),
  })
  return {
    put: (next) => {
      if (next === view.state.doc.toString()) return
      isPutting = true
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next }, selection: { anchor: 0 } })
      isPutting = false
    },
    mark: (mistakes) => {
      const end = view.state.doc.length
      const diagnostics = mistakes.map(({ place, message, code }) => {
        return { from: Math.min(place.from, end), to: Math.min(place.to, end), severity: 'error' as const, message, source: code }
      })
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
    label: (words) => view.dispatch({ effects: attributes.reconfigure(labelled(words)) }),
    reveal: (from, to) => {
      const end = view.state.doc.length
      const anchor = Math.min(from, end)
      view.dispatch({
        selection: { anchor, head: Math.min(to, end) },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}

const tokens = /"(?:[^"\\\n]|\\.)*"(\s*:)?|-?\b\d+(?:\.\d+)?\b|\b(?:true|false|null)\b/g
const [keyMark, textMark, valueMark] = ['key', 'text', 'value'].map((name) => Decoration.mark({ class: `play-${name}` }))

/** Keys, texts and values are told apart by their looks alone: that works on a line of NDJSON as it does in a document. */
const matcher = new MatchDecorator({
  regexp: tokens,
  decoration: (match) => (match[1] !== undefined ? keyMark : match[0].startsWith('"') ? textMark : valueMark) ?? null,
})
const colours = ViewPlugin.define(
  (view) => {
    const plugin = {
      marks: matcher.createDeco(view),
      update: (update: Parameters<typeof matcher.updateDeco>[0]) => {
        plugin.marks = matcher.updateDeco(update, plugin.marks)
      },
    }
    return plugin
  },
  { decorations: ({ marks }) => marks },
)

function agreementSupport(): Extension {
  return [json(), autocompletion({ override: [complete] }), hoverTooltip(hover)]
}

function complete({ state, pos }: CompletionContext): CompletionResult | null {
  const tree = ensureSyntaxTree(state, state.doc.length, waitMs)
  if (!tree) return null
  const text = state.doc.toString()
  const found = suggestionsAt(schema, tree, text, pos)
  if (!found) return null
  const { from, to, path, options } = found
  const document = looseValue(text, rootOf(tree))
  return {
    // What is typed is compared without its quote.
    from: text[from] === '"' ? from + 1 : from,
    options: options.map((option) => ({
      label: option.label,
      type: option.kind === 'key' ? 'property' : option.kind === 'name' ? 'variable' : 'enum',
      boost: option.isRequired ? 1 : 0,
      ...(option.isRequired ? { detail: '*' } : {}),
      info: () => {
        const words = option.kind === 'key' ? keyWords({ schema, described, document }, [...path, option.label]) : null
        return words && words.words !== '' ? paragraph(words.words) : null
      },
      apply: (view: EditorView) => insert(view, option, from, Math.max(to, view.state.selection.main.head)),
    })),
  }
}

function insert(view: EditorView, { insert: text, kind }: Suggestion, from: number, to: number): void {
  const follows = /^\s*["[{\d]/.test(view.state.sliceDoc(to, to + 100)) ? ',' : ''
  const hollow = /(""|\{\}|\[\])$/.test(text) && kind === 'key'
  const anchor = from + text.length - (hollow ? 1 : 0)
  view.dispatch({ changes: { from, to, insert: text + follows }, selection: { anchor }, userEvent: 'input.complete' })
  if (hollow) startCompletion(view)
}

function hover(view: EditorView, pos: number) {
  const tree = ensureSyntaxTree(view.state, view.state.doc.length, waitMs)
  if (!tree) return null
  const text = view.state.doc.toString()
  const node = tree.resolveInner(pos, 0)
  if (node.name !== 'PropertyName') return null
  const key = cursorAt(tree, text, node.to)
  const property = node.parent
  const value = property && tree.resolveInner(property.to, -1)
  if (!key || !value) return null
  const path = [...pathOf(text, enclosingObject(node)), JSON.parse(text.slice(node.from, node.to)) as string]
  const found = keyWords({ schema, described, document: looseValue(text, rootOf(tree)) }, path)
  if (!found) return null
  return {
    pos: node.from,
    end: node.to,
    create: () => {
      const dom = document.createElement('div')
      dom.className = 'play-hover'
      const name = document.createElement('strong')
      name.textContent = found.key
      const kind = document.createElement('code')
      kind.textContent = found.value
      dom.append(name, ' ', kind)
      if (found.words !== '') dom.append(paragraph(found.words))
      return { dom }
    },
  }
}

function enclosingObject(node: ReturnType<NonNullable<ReturnType<typeof ensureSyntaxTree>>['resolveInner']>) {
  let place = node.parent
  while (place && place.name !== 'Object') place = place.parent
  return place
}

function paragraph(words: string): HTMLElement {
  const element = document.createElement('p')
  element.textContent = words
  return element
}
