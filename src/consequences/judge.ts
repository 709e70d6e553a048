/** Walks up a ladder, period by period: what each was, and which step follows from it. */
import type { ConsequenceLadder, ConsequenceStep } from '../agreement/enforcement.ts'
import type { Version } from '../agreement/versions.ts'
import type { Conduct } from '../conduct/conduct.ts'
import { factsOf, isJudgeable, type Subject } from '../conduct/facts.ts'
import { printRead } from '../time/instant.ts'
import type { Judgement, JudgementVerdict, LadderFacts, Standing } from './consequence.ts'

/** The ladders of one name in the versions of an agreement, as long as they judge the same people by the same periods. */
export interface Chain {
  readonly name: string
  readonly first: ConsequenceLadder
  readonly ladders: ReadonlyMap<Version, ConsequenceLadder>
}

/** A judgement with what it was made by. */
export interface Judged {
  readonly judgement: Judgement
  readonly ladder: ConsequenceLadder
  readonly step: ConsequenceStep | null
}

/** Returns the chains, in the order in which the versions name them. */
export function chainsOf(versions: readonly Version[]): Chain[] {
  const chains = new Map<string, { name: string; first: ConsequenceLadder; ladders: Map<Version, ConsequenceLadder> }>()
  for (const version of versions) {
    for (const ladder of version.agreement.enforcement) {
      const { name, owedBy, for: kind, per } = ladder
      const key = JSON.stringify([name, owedBy, kind, per])
      const chain = chains.get(key) ?? { name, first: ladder, ladders: new Map() }
      chain.ladders.set(version, ladder)
      chains.set(key, chain)
    }
  }
  return [...chains.values()]
}

/** What is remembered from period to period. */
interface Memory {
  strikes: number
  consecutive: number
  clean: number
  /** Whether every period until now is final. */
  isFinal: boolean
}

/** Returns what becomes of everybody whom a chain judges: by period, then by name. */
export function judgeChain(conduct: Conduct, chain: Chain): Judged[] {
  const { for: kind, owedBy, per } = chain.first
  const clauses = new Set([...chain.ladders.values()].flatMap((ladder) => [...ladder.clauses]))
  const names = kind === 'party' ? [owedBy] : conduct.subjects(clauses, kind)
  const memories = new Map(names.map((name): [string, Memory] => [name, { strikes: 0, consecutive: 0, clean: 0, isFinal: true }]))
  const periods = conduct.periods(per)
  const first = periods.numberAt(Math.min(conduct.begins, conduct.ends))
  return conduct.numbers(per).flatMap((number) => {
    const version = conduct.versionAt(Math.max(periods.from(number), conduct.begins))
    const ladder = version && chain.ladders.get(version)
    if (!ladder) return []
    return [...memories].map(([name, memory]) => {
      const since = kind === 'owner' ? conduct.members.get(name)?.since : null
      const from = Math.max(first, since === null || since === undefined ? first : periods.numberAt(since))
      return judge(
        conduct,
        { ladder, version: version.agreement.version, name, number, isGrace: number < from + ladder.grace },
        memory,
      )
    })
  })
}

interface Case {
  readonly ladder: ConsequenceLadder
  readonly version: string
  readonly name: string
  readonly number: number
  readonly isGrace: boolean
}

function judge(conduct: Conduct, { ladder, version, name, number, isGrace }: Case, memory: Memory): Judged {
  const { for: kind, owedBy: party, per, minimumSample } = ladder
  const periods = conduct.periods(per)
  const [from, to] = [periods.from(number), periods.from(number + 1)]
  const subject: Subject = { for: kind, name, party, clauses: ladder.clauses, promises: ladder.promises, minimumSample }
  const plain = factsOf(conduct, subject, per, number)
  const isIdle = !isJudgeable(plain, minimumSample)
  const verdict: JudgementVerdict = isGrace ? 'grace' : isIdle ? 'idle' : ladder.strike.test({ ...plain }) ? 'strike' : 'clean'
  remember(memory, verdict, ladder.forgiveAfter)
  const { strikes, consecutive } = memory
  const facts: LadderFacts = { ...plain, strikes, consecutive }
  const standing = standingOf(
    conduct,
    { to: conduct.closing(to), pending: plain.pending, judgeAfterMs: ladder.judgeAfterMs },
    memory.isFinal,
  )
  memory.isFinal = standing === 'final'
  const step = verdict === 'strike' ? (ladder.steps.findLast(({ when }) => when.test({ ...facts })) ?? null) : null
  const period = periods.name(number)
  const judgement: Judgement = {
    key: `enforcement/${ladder.name}/${period}/${name}`,
    ladder: ladder.name,
    period,
    from: printRead(from),
    to: printRead(to),
    party,
    for: kind,
    name,
    version,
    standing,
    verdict,
    facts,
    step: step?.name ?? null,
  }
  return { judgement, ladder, step }
}

/** A period that was not judged, or in which there was nothing to judge, neither adds to a row nor breaks it. */
function remember(memory: Memory, verdict: JudgementVerdict, forgiveAfter: number | null): void {
  if (verdict === 'strike') {
    memory.strikes += 1
    memory.consecutive += 1
    memory.clean = 0
  } else if (verdict === 'clean') {
    memory.consecutive = 0
    memory.clean += 1
    if (forgiveAfter !== null && memory.clean >= forgiveAfter) memory.strikes = 0
  }
}

interface Stand {
  readonly to: number
  readonly pending: number
  readonly judgeAfterMs: number
}

function standingOf({ asOf }: Conduct, { to, pending, judgeAfterMs }: Stand, areEarlierFinal: boolean): Standing {
  if (asOf < to) return 'running'
  return areEarlierFinal && (pending === 0 || asOf >= to + judgeAfterMs) ? 'final' : 'pending'
}
