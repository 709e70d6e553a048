/** Puts together what several jobs say of their events, so that it reads as if one had seen them all. */
import { canonicalText, isRecord } from '../../content.ts'
import { type EventReading, readEvent } from '../../events/event.ts'
import type { Finding } from '../../finding.ts'
import { isLint, type Placed, type Trouble } from '../complaint.ts'

/** Returns the trouble of all jobs, in the order of an evaluation of the whole. */
export function mergedTrouble(jobs: readonly Trouble[]): Trouble {
  const findings = jobs.flatMap((job) => job.findings)
  const isOfAgreement = ({ said }: Placed<Finding>) => isLint(said)
  const isUnused = ({ said }: Placed<Finding>) => said.code === 'unused-event-type'
  const others = findings.filter((each) => !isLint(each.said) && !isUnused(each))
  return {
    unread: jobs.flatMap((job) => job.unread),
    refused: inOrder(
      jobs.flatMap((job) => job.refused),
      ({ said: { code, path, event } }) => canonicalText([code, path, event]),
    ),
    findings: [
      ...findings.filter(isOfAgreement),
      ...inOrder([...others, ...byType(findings.filter(isUnused))], ({ said }) => canonicalText(said)),
    ],
  }
}

/** Of each type that no clause asks for, the first event stands for all, with their number. */
function byType(findings: readonly Placed<Finding>[]): Placed<Finding>[] {
  const types = new Map<unknown, Placed<Finding>[]>()
  for (const finding of findings) {
    const { event } = finding.said
    const type = isRecord(event) ? event.type : undefined
    const same = types.get(type)
    if (same) same.push(finding)
    else types.set(type, [finding])
  }
  return [...types.values()].map((same) => {
    const { said, place } = same.reduce((a, b) => (isBefore(b.said.event, a.said.event) ? b : a))
    const count = same.reduce((sum, each) => sum + countIn(each.said), 0)
    return { said: { ...said, message: said.message.replace(countAtEnd, `(${count})`) }, place }
  })
}

const countAtEnd = /\((\d+)\)$/

function countIn({ message }: Finding): number {
  return Number(countAtEnd.exec(message)?.[1])
}

function isBefore(a: unknown, b: unknown): boolean {
  const [readA, readB] = [read(a), read(b)]
  return readA.at < readB.at || (readA.at === readB.at && readA.plain.id < readB.plain.id)
}

function read(event: unknown): EventReading {
  const reading: EventReading = { plain: { id: '', lead: '', type: '' }, at: 0, recordedAt: 0, sequence: 0 }
  readEvent(event, reading)
  return reading
}

function inOrder<Entry>(entries: readonly Entry[], textOf: (entry: Entry) => string): Entry[] {
  return entries
    .map((entry) => ({ entry, text: textOf(entry) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0))
    .map(({ entry }) => entry)
}
