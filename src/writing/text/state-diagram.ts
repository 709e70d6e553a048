/**
 * The drawing of a lifecycle. The states stand below each other in the order of the agreement, which is the way that a lead
 * goes; a move to the next one is an arrow down, every other move leaves on a lane of its state, forward ones on the right
 * and backward ones on the left. So any lifecycle is drawn without a crossing box, always the same, in a few hundred bytes a
 * move, and narrow enough for a phone. Another layout would go in here and nowhere else.
 */
import { clean } from '../../markup.ts'

export interface StateMachine {
  readonly initial: string
  /** In the order in which they are drawn. */
  readonly states: readonly { readonly name: string; readonly to: readonly string[]; readonly disposition: boolean }[]
}

interface Box {
  readonly label: string
  readonly y: number
  readonly disposition: boolean
}

/** A lane runs beside the boxes from its state to the last of its targets, and enters each of them. */
interface Lane {
  readonly from: number
  readonly targets: readonly number[]
  readonly side: 'left' | 'right'
  /** 0 is nearest to the boxes. */
  readonly track: number
}

const boxHeight = 38
const gap = 30
/** Below and above the middle of a box, so that what comes and what goes never meet. */
const leavesAt = 27
const entersAt = 11
const trackGap = 14
const firstTrack = 20
const margin = 6
const mostLetters = 26
const letterWidth = 8

/**
 * Returns the lifecycle as an SVG element without a script, a style or an address in it; colours come from the page.
 *
 * **Edges** a name of more than 26 characters is cut in its box; moves to states that there are none of, and to the state
 * itself, are left out. `escape` makes text fit for markup. **Units** the view box is in CSS pixels.
 */
export function stateDiagram(machine: StateMachine, labelledBy: string, escape: (text: string) => string): string {
  const lanes = lanesOf(machine)
  const tracks = (side: Lane['side']) => Math.max(-1, ...lanes.filter((lane) => lane.side === side).map(({ track }) => track)) + 1
  const widthOf = (count: number) => (count === 0 ? 0 : firstTrack + (count - 1) * trackGap) + margin
  const left = widthOf(tracks('left'))
  const boxes = machine.states.map(({ name, disposition }, index): Box => {
    return { label: shortened(clean(name)), y: margin + gap + index * (boxHeight + gap), disposition }
  })
  const letters = Math.max(6, ...boxes.map(({ label }) => [...label].length))
  const boxWidth = letters * letterWidth + 24
  const place: Place = { boxes, left, right: left + boxWidth }
  const width = place.right + widthOf(tracks('right'))
  const height = margin * 2 + gap + boxes.length * (boxHeight + gap) - gap
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${labelledBy}">`,
    ...startArrow(machine, place),
    ...machine.states.flatMap(({ to }, index) =>
      to.includes(machine.states[index + 1]?.name ?? '') ? [stepDown(index, place)] : [],
    ),
    ...lanes.flatMap((lane) => laneOf(lane, place)),
    ...boxes.map((box) => boxOf(box, place, escape)),
    '</svg>',
  ].join('\n')
}

interface Place {
  readonly boxes: readonly Box[]
  readonly left: number
  readonly right: number
}

function shortened(label: string): string {
  const letters = [...label]
  return letters.length <= mostLetters ? label : `${letters.slice(0, mostLetters - 1).join('')}…`
}

/** Gives every state one lane a side, the short ones inside; lanes that do not meet share a track. */
function lanesOf({ states }: StateMachine): Lane[] {
  const numberOf = new Map(states.map(({ name }, index) => [name, index]))
  const wanted = states.flatMap(({ to }, from) => {
    const targets = [...new Set(to)].flatMap((name) => numberOf.get(name) ?? []).filter((index) => index !== from)
    const sides = [
      { side: 'right' as const, targets: targets.filter((index) => index > from + 1) },
      { side: 'left' as const, targets: targets.filter((index) => index < from) },
    ]
    return sides.filter((lane) => lane.targets.length > 0).map((lane) => ({ ...lane, from }))
  })
  const reachOf = ({ from, targets }: { from: number; targets: readonly number[] }): readonly [number, number] => [
    Math.min(from, ...targets),
    Math.max(from, ...targets),
  ]
  const lengthOf = (lane: { from: number; targets: readonly number[] }) => reachOf(lane)[1] - reachOf(lane)[0]
  const taken: Record<Lane['side'], (readonly [number, number])[][]> = { left: [], right: [] }
  return wanted
    .sort((a, b) => lengthOf(a) - lengthOf(b) || a.from - b.from)
    .map((lane): Lane => {
      const [first, last] = reachOf(lane)
      const tracks = taken[lane.side]
      const free = tracks.findIndex((spans) => spans.every(([from, to]) => last < from || first > to))
      const track = free < 0 ? tracks.length : free
      const spans = tracks[track] ?? []
      spans.push([first, last])
      tracks[track] = spans
      return { ...lane, track }
    })
}

function startArrow({ initial, states }: StateMachine, { boxes, left, right }: Place): string[] {
  const box = boxes[states.findIndex(({ name }) => name === initial)]
  if (!box) return []
  const x = (left + right) / 2
  const isFirst = box === boxes[0]
  // The first state is entered from above; any other one from a dot in its corner, where no lane comes in.
  return isFirst
    ? [`<circle class="dot" cx="${x}" cy="${margin + 5}" r="5"/>`, arrow(`M${x} ${margin + 10}V${box.y}`, x, box.y, 'down')]
    : [`<circle class="dot" cx="${left + 12}" cy="${box.y + 10}" r="4"/>`]
}

function stepDown(index: number, { boxes, left, right }: Place): string {
  const from = (boxes[index]?.y ?? 0) + boxHeight
  const to = boxes[index + 1]?.y ?? 0
  const x = (left + right) / 2
  return arrow(`M${x} ${from}V${to}`, x, to, 'down')
}

/** Where a lane branches off into a box and goes on, there is a dot; without one two lines only cross. */
function laneOf({ from, targets, side, track }: Lane, { boxes, left, right }: Place): string[] {
  const edge = side === 'left' ? left : right
  const sign = side === 'left' ? -1 : 1
  const x = edge + sign * (firstTrack + track * trackGap)
  const start = (boxes[from]?.y ?? 0) + leavesAt
  const ends = targets.map((target) => (boxes[target]?.y ?? 0) + entersAt)
  const last = side === 'left' ? Math.min(...ends) : Math.max(...ends)
  return ends.map((end) => {
    const branch = end === last ? '' : `<circle class="dot" cx="${x}" cy="${end}" r="2.5"/>`
    return `${arrow(`M${edge} ${start}H${x}V${end}H${edge}`, edge, end, side === 'left' ? 'right' : 'left')}${branch}`
  })
}

const heads = { down: [-4, -7, 4, -7], left: [7, -4, 7, 4], right: [-7, -4, -7, 4] } as const

function arrow(path: string, x: number, y: number, towards: keyof typeof heads): string {
  const [ax, ay, bx, by] = heads[towards]
  return `<path class="move" d="${path}"/><path class="head" d="M${x} ${y}l${ax} ${ay}L${x + bx} ${y + by}Z"/>`
}

function boxOf({ label, y, disposition }: Box, { left, right }: Place, escape: (text: string) => string): string {
  const width = right - left
  const frame = `<rect class="state${disposition ? ' final' : ''}" x="${left}" y="${y}" width="${width}" height="${boxHeight}" rx="6"/>`
  const second = disposition
    ? `<rect class="inner" x="${left + 3}" y="${y + 3}" width="${width - 6}" height="${boxHeight - 6}" rx="4"/>`
    : ''
  return `${frame}${second}<text x="${left + width / 2}" y="${y + boxHeight / 2 + 5}" text-anchor="middle">${escape(label)}</text>`
}
