/** The story of one clock, as a person would tell it to another who doubts the figure. */
import type { Hand } from '../evaluation/hand.ts'
import { closedSentence } from './closed-sentence.ts'
import type { ExplanationWords, StartBecause } from './explanation-words.ts'
import { outcomeSentence } from './outcome-sentence.ts'
import type { Story, StorySpan } from './story.ts'
import { Teller } from './teller.ts'
import type { WatchedTurn } from './turn.ts'

/** A story of more steps is told by its figures. */
const mostSteps = 40
const mostOwners = 10

/** Returns the sentences of a clock: what was promised, what counted and what did not and why, and how it ended. */
export function sentencesOf(story: Story, words: ExplanationWords): string[] {
  const teller = new Teller(words, story.clock.measure.clock.zone)
  const steps = stepsOf(story, teller)
  const sentences = [
    promise(story, teller),
    start(story, teller),
    ...steps.slice(0, mostSteps).map(({ tell }) => tell()),
    ...(steps.length > mostSteps ? [words.moreSteps(steps.length - mostSteps)] : []),
    ...waiver(story, teller),
    ...charge(story, teller),
    outcomeSentence(story, teller),
  ]
  return sentences.map((text) => `${text}.`)
}

function promise({ clock, obligation }: Story, teller: Teller): string {
  const { clause, measure, goal, lead } = clock
  return teller.words.promise(teller.name(clause.id), {
    party: teller.name(obligation.party),
    lead: teller.name(lead),
    within: teller.words.within(goal.target, (ms) => teller.amount(ms)),
    calendar: measure.calendar === 'always' ? null : teller.name(measure.calendar),
    zone: measure.clock.zone.name,
    attempts: clause.attempts,
  })
}

function start({ clock, turns }: Story, teller: Teller): string {
  const turn = turns.find(({ what }) => what === 'started')
  const event = teller.eventOrNothing(turn?.event ?? null)
  const text = teller.words.started[startOf(turn?.because)](clock.cycle, teller.instant(clock.startedAt), event)
  return teller.ruled(text, turn?.rule ?? 'C1')
}

function startOf(because: string | undefined): StartBecause {
  return because === 'reset' || because === 'goal' || because === 'owner' || because === 'predecessor' ? because : 'trigger'
}

/** A step is put into words when it is told: of a long story most are not. */
interface Step {
  readonly at: number
  readonly tell: () => string
}

/** What happened comes before the span that begins with it. */
function stepsOf(story: Story, teller: Teller): Step[] {
  const spans = story.spans.map((span) => ({ at: span.from, tell: () => spanSentence(span, teller) }))
  return [...turnSteps(story, teller), ...spans]
    .map((step, index) => ({ step, index }))
    .sort((a, b) => a.step.at - b.step.at || a.index - b.index)
    .map(({ step }) => step)
}

function spanSentence(span: StorySpan, teller: Teller): string {
  const { words } = teller
  const [from, to] = [teller.instant(span.from), teller.instant(span.to)]
  if (span.why === 'open') return words.counted(teller.amount(span.to - span.from), from, to)
  if (span.why === 'closed') return closedSentence(span, teller)
  const event = teller.eventOrNothing(span.by)
  if (span.pause?.isGap) return teller.ruled(words.stoppedMeanwhile(from, to, event), 'C6')
  return teller.ruled(span.isCapped ? words.pausedToTheCap(from, to, event) : words.paused(from, to, event), 'C3')
}

/** Returns the turns that no span tells. */
function turnSteps({ clock, turns, spans }: Story, teller: Teller): Step[] {
  const costly = new Set(spans.map(({ pause }) => pause))
  const steps: Step[] = []
  let hand = clock.starter
  let stop: WatchedTurn | null = null
  for (const turn of turns) {
    const { at, what, pause } = turn
    const before = { hand, stop }
    if (what === 'stopped') stop = turn
    else if (what === 'handedOver') hand = turn.hand ?? hand
    else if (
      what !== 'reopened' &&
      what !== 'retargeted' &&
      what !== 'notPaused' &&
      what !== 'attempted' &&
      what !== 'notAttempted' &&
      what !== 'notCounted' &&
      !(what === 'paused' && pause && !costly.has(pause))
    )
      continue
    if (what !== 'stopped') steps.push({ at, tell: () => teller.ruled(turnSentence(turn, before, teller), turn.rule) })
  }
  return steps
}

function turnSentence(turn: WatchedTurn, before: { hand: Hand; stop: WatchedTurn | null }, teller: Teller): string {
  const { words } = teller
  const [at, event] = [teller.instant(turn.at), teller.eventOrNothing(turn.event)]
  switch (turn.what) {
    case 'handedOver':
      return words.handedOver(at, event, teller.ownerOrNone(before.hand), teller.ownerOrNone(turn.hand ?? before.hand))
    case 'retargeted': {
      const [from, to] = [turn.fromDueAt, turn.toDueAt].map((due) => teller.instantOrNone(due ?? Number.NaN))
      return words.retargeted(at, event, from ?? null, to ?? null)
    }
    case 'notPaused':
      return words.notPaused(at, event)
    case 'attempted':
    case 'notAttempted':
    case 'notCounted':
      return triedSentence(turn, { at, event }, teller)
    case 'reopened': {
      const { stop } = before
      const stopped = { at: teller.instant(stop?.at ?? turn.at), event: teller.eventOrNothing(stop?.event ?? turn.event) }
      return words.reopened(at, event, stopped)
    }
    default:
      return words.pausedForNothing(at, event, teller.instantOrNone(turn.pause?.to ?? Number.NaN))
  }
}

function triedSentence(
  { what, because, channel = '', attempts = 0 }: WatchedTurn,
  { at, event }: { readonly at: string; readonly event: string },
  teller: Teller,
): string {
  const { tried } = teller.words
  const named = teller.name(channel)
  if (what === 'attempted')
    return tried.attempted(at, event, { count: attempts, channel: named, isKnown: because === 'sameChannel' })
  if (what === 'notAttempted') return tried.notAttempted(at, event, because === 'automation' ? because : 'tooClose')
  const why = because === 'automation' || because === 'channel' || because === 'direction' ? because : 'length'
  return tried.notCounted(at, event, why, named)
}

function waiver({ waivedBy }: Story, teller: Teller): string[] {
  if (waivedBy === null) return []
  const { name, from, to, reason, approvedBy } = waivedBy
  const text = teller.words.waivedBy({
    name: teller.name(name),
    from: teller.date(from),
    to: teller.date(to),
    reason: teller.name(reason),
    approvedBy: approvedBy === null ? null : teller.name(approvedBy),
  })
  return [teller.ruled(text, 'C16')]
}

/** Whose it is; a lead that never had an owner is nobody's without saying. */
function charge({ clock, obligation }: Story, teller: Teller): string[] {
  const { words } = teller
  const { owner, owners, breachedAt } = obligation
  if (owner === null && clock.hands === null) return []
  const { attribution } = clock.clause
  const kind = attribution === 'ownerAtDue' && breachedAt === null ? 'ownerAtEnd' : attribution
  const sentences = [owner === null ? words.countsForNobody : words.countsFor[kind](teller.owner(obligation))]
  if (owners.length > 1) {
    const shares = owners.slice(0, mostOwners).map((share) => words.share(teller.owner(share), teller.amount(share.usedMs)))
    sentences.push(words.shares(teller.list([...shares, ...(owners.length > mostOwners ? ['…'] : [])])))
  }
  return sentences.map((text) => teller.ruled(text, 'C9'))
}
