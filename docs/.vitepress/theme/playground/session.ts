/**
 * What the page holds, and what follows from what. A text is read once per edit; what was good last stays until the next good one;
 * an evaluation is made for each instant of the slider, and at most once in a frame.
 */
import { computed, type Ref, ref, type ShallowRef, shallowRef } from 'vue'
import type { Agreement, Language } from '../../../../src/index.ts'
import { longText, mostMistakes } from './bounds.ts'
import { type Evaluated, evaluated } from './evaluated.ts'
import { type Example, type ExampleName, exampleOf } from './examples.ts'
import { type GeneratorOptions, generateEvents, linesOf } from './generate-events.ts'
import type { Mistake } from './mistake.ts'
import { instantsOf, type NextMoment, nextMoment } from './next-moment.ts'
import { type ReadAgreement, readAgreement } from './read-agreement.ts'
import { noEvents, type ReadEvents, readEvents, refusedMistakes } from './read-events.ts'
import type { SharedState, View } from './shared-state.ts'
import { spanOf, timeScale } from './time-scale.ts'

/** How the page waits: for the next frame, and for a writer's pause. */
export interface Waiting {
  frame(then: () => void): void
  pause(ms: number, then: () => void): () => void
}

const warmUps = 6

type EventSource = SharedState['events']['kind']

const noText: ReadEvents = { format: 'ndjson', events: [], lines: [], mistakes: [], more: 0 }

/** Returns a new session; it shows nothing until an example or a state is opened. */
export function createSession(waiting: Waiting, loadDemo: () => Promise<Example>) {
  const language = ref<Language>('en')
  const view = ref<View>('clocks')
  const selected = ref<string | null>(null)
  const example = ref<ExampleName | null>(null)
  const source = ref<EventSource>('example')
  const made = ref<GeneratorOptions>({ seed: 1, leads: 600, weeks: 8 })
  const agreementText = shallowRef('')
  const eventText = shallowRef('')
  const asOf = ref(0)
  const read: ShallowRef<ReadAgreement> = shallowRef({ agreement: null, mistakes: [], more: 0 })
  const readList: ShallowRef<ReadEvents> = shallowRef(noText)
  const agreement: ShallowRef<Agreement | null> = shallowRef(null)
  const events: ShallowRef<readonly unknown[]> = shallowRef([])
  const shown: ShallowRef<Evaluated | null> = shallowRef(null)
  const failure: ShallowRef<readonly Mistake[]> = shallowRef([])
  let isAsked = false

  const instants = computed(() => instantsOf(events.value).sort((a, b) => a - b))
  const scale = computed(() => {
    const { from, to } = spanOf(instants.value, asOf.value)
    return timeScale(from, to)
  })
  const hasNoEvents = computed(() => readList.value.events.length === 0 && readList.value.mistakes.length > 0)
  const eventMistakes = computed<readonly Mistake[]>(() => {
    const turnedAway = shown.value?.evaluation.refused ?? []
    const isCurrent = events.value === readList.value.events
    return [...readList.value.mistakes, ...(isCurrent ? refusedMistakes(eventText.value, readList.value, turnedAway) : [])]
  })
  const isStale = computed(() => read.value.mistakes.length > 0 || hasNoEvents.value || failure.value.length > 0)

  function evaluateNow(): void {
    isAsked = false
    if (!agreement.value) return
    const outcome = evaluated(agreement.value, events.value, asOf.value)
    if (outcome.ok) {
      shown.value = outcome.value
      failure.value = []
    } else {
      const place = { from: 0, to: 1 }
      failure.value = outcome.issues
        .slice(0, mostMistakes)
        .map(({ code, path, message }) => ({ code, path: path.join('.'), message, line: 1, place }))
    }
  }

  function ask(): void {
    if (isAsked) return
    isAsked = true
    waiting.frame(evaluateNow)
  }

  /** The first evaluations are slow, as all code is that has just been loaded; nobody should wait for them at the slider. */
  function warm(times: number): void {
    if (times === 0) return
    waiting.frame(() => {
      evaluateNow()
      warm(times - 1)
    })
  }

  function readAgreementNow(): void {
    read.value = readAgreement(agreementText.value)
    if (!read.value.agreement) return
    agreement.value = read.value.agreement
    ask()
  }

  async function readEventsNow(): Promise<void> {
    const text = eventText.value
    const found = await readEvents(text)
    // A later text may have come while this one was read.
    if (text !== eventText.value) return
    const isEmpty = found.events.length === 0 && text.trim() !== ''
    readList.value = isEmpty && found.mistakes.length === 0 ? { ...found, mistakes: [noEvents()] } : found
    if (isEmpty) return
    events.value = found.events
    ask()
  }

  const waits: Record<'agreement' | 'events', () => void> = { agreement: () => {}, events: () => {} }
  function afterPause(which: keyof typeof waits, text: string, then: () => void): void {
    waits[which]()
    waits[which] = waiting.pause(text.length > longText ? 400 : 120, then)
  }

  function editAgreement(text: string): void {
    if (text === agreementText.value) return
    agreementText.value = text
    example.value = null
    // Events of an example, or made ones, were those of another agreement from now on: a link holds them word for word.
    source.value = 'text'
    afterPause('agreement', text, readAgreementNow)
  }

  function editEvents(text: string): void {
    if (text === eventText.value) return
    eventText.value = text
    source.value = 'text'
    afterPause('events', text, () => void readEventsNow())
  }

  let opened = 0
  /** **Errors** rejects where the demo cannot be loaded. */
  async function openExample(name: ExampleName): Promise<void> {
    const mine = ++opened
    const { agreement: text, events: lines, asOf: at } = name === 'demo' ? await loadDemo() : exampleOf(name, language.value)
    // Somebody may have chosen another one meanwhile.
    if (mine !== opened) return
    example.value = name
    source.value = 'example'
    agreementText.value = text
    eventText.value = lines
    asOf.value = Date.parse(at)
    selected.value = null
    readAgreementNow()
    await readEventsNow()
    setAsOf(betweenEvents(0.5))
    warm(warmUps)
  }

  /** A share of the way through the events: at their end all is over, and there is nothing to watch. */
  function betweenEvents(share: number): number {
    return instants.value[Math.floor(instants.value.length * share)] ?? asOf.value
  }

  /** Names in an example are in the language of the page; what somebody wrote stays as it is. */
  function speak(next: Language): void {
    language.value = next
    if (example.value === null || example.value === 'demo') return
    agreementText.value = exampleOf(example.value, next).agreement
    readAgreementNow()
  }

  async function makeEvents(options: GeneratorOptions): Promise<void> {
    if (!agreement.value) return
    made.value = options
    const list = generateEvents(agreement.value, options)
    // Only of the agreement as it was taken from an example can the events be made once more.
    source.value = example.value === null ? 'text' : 'made'
    eventText.value = linesOf(list)
    await readEventsNow()
    setAsOf(betweenEvents(0.6))
    warm(warmUps)
  }

  function setAsOf(at: number): void {
    if (!Number.isFinite(at)) return
    asOf.value = Math.round(at)
    ask()
  }

  /** Goes on to the next event; stays where none is left. */
  function toNextEvent(): void {
    const next = instants.value.find((at) => at > asOf.value)
    if (next !== undefined) setAsOf(next)
  }

  function findNextMoment(): NextMoment | null {
    // What is open is asked at the instant of the slider, not at the one before it.
    if (isAsked) evaluateNow()
    const { obligations } = shown.value?.evaluation ?? { obligations: [] }
    return agreement.value && nextMoment(agreement.value, events.value, { asOf: asOf.value, obligations })
  }

  function state(): SharedState {
    return {
      language: language.value,
      example: example.value,
      agreement: example.value === null ? agreementText.value : null,
      events:
        source.value === 'made'
          ? { kind: 'made', ...made.value }
          : source.value === 'example' && example.value !== null
            ? { kind: 'example' }
            : { kind: 'text', text: eventText.value },
      asOf: new Date(asOf.value).toISOString(),
      key: selected.value,
      view: view.value,
    }
  }

  async function openState(next: SharedState): Promise<void> {
    language.value = next.language
    if (next.example !== null) await openExample(next.example)
    else {
      example.value = null
      agreementText.value = next.agreement ?? ''
      readAgreementNow()
    }
    if (next.events.kind === 'made') await makeEvents(next.events)
    else if (next.events.kind === 'text') {
      eventText.value = next.events.text
      source.value = 'text'
      await readEventsNow()
    }
    if (next.asOf !== null) setAsOf(Date.parse(next.asOf))
    selected.value = next.key
    view.value = next.view
  }

  const commands = {
    editAgreement,
    editEvents,
    openExample,
    openState,
    speak,
    makeEvents,
    setAsOf,
    toNextEvent,
    findNextMoment,
    state,
  }
  const texts = { agreementText, eventText, example, source, made, language, view, selected, asOf: asOf as Readonly<Ref<number>> }
  return { ...texts, ...commands, read, readList, agreement, events, shown, failure, scale, eventMistakes, isStale }
}

export type Session = ReturnType<typeof createSession>
