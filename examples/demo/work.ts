/** What a rep does with a lead: answer, accept or reject, wait for the customer, call back, and decide. */
import { day, desks, hour, minute, second, workAfter } from './people.ts'
import { bot, call, deskOf, instant, isHot, move, person, type Tape, write } from './tape.ts'

/** Minutes of working time, by quantiles; a rep's pace multiplies them. */
const responds = [0.5, 4, 9, 15, 24, 38, 60, 100, 170, 330]
const accepts = [0.2, 1, 3, 8, 30, 110, 460, 1100]
const decides = [15, 80, 170, 290, 420, 560, 740, 980, 1500]

/** Works a lead from its assignment on; the instant at which it was recycled to nurture, or null. */
export function work(tape: Tape, assignedAt: number, rep: string): number | null {
  const { roll } = tape
  if (roll.chance(0.015)) return null
  const respondedAt = respond(tape, assignedAt, rep)
  if (respondedAt === null) return null
  const desk = deskOf(tape)
  const decided = workAfter(desk, respondedAt, roll.spread(accepts) * paceOf(tape, rep))
  const verdict = roll.weighted({ accept: 78, nurture: 10, disqualified: 8, shortcut: 0.7, forgotten: 2 })
  if (verdict === 'forgotten') return null
  if (verdict === 'nurture') return recycle(tape, decided, rep, 'too early')
  if (verdict === 'disqualified') return disqualify(tape, decided, rep)
  if (verdict === 'shortcut') return qualify(tape, decided, rep)
  move(tape, decided, person(rep), 'working')
  return decide(tape, decided, rep)
}

function respond(tape: Tape, assignedAt: number, rep: string): number | null {
  const { roll } = tape
  let from = assignedAt
  if (roll.chance(0.14)) write(tape, from + roll.between(30, 300) * second, 'email.sent', bot('sequencer'), { template: 'intro' })
  if (roll.chance(0.06)) {
    from = workAfter(deskOf(tape), from, roll.between(5, 60))
    write(tape, from, 'lead.snoozed', person(rep), { reason: roll.weighted({ 'out of office': 3, 'asked for next week': 2 }) })
    from += roll.between(6, 120) * hour
    write(tape, from, 'lead.woken', bot('scheduler'))
  }
  const minutes = roll.spread(responds) * paceOf(tape, rep) * (isHot(tape) ? 0.4 : 1)
  const answeredAt = workAfter(deskOf(tape), from, minutes)
  if (!isHot(tape) && answeredAt - from > 20 * minute && roll.chance(0.12)) turnHot(tape, from, answeredAt)
  if (roll.chance(0.3)) call(tape, workAfter(deskOf(tape), from, minutes * 0.7), rep, null)
  if (roll.chance(0.03)) return null
  if (roll.chance(0.42)) call(tape, answeredAt, rep, roll.between(35, 900))
  else if (roll.chance(0.08)) write(tape, answeredAt, 'meeting.booked', person(rep))
  else write(tape, answeredAt, 'email.sent', person(rep))
  if (roll.chance(0.09)) callBack(tape, answeredAt, rep)
  return answeredAt
}

function turnHot(tape: Tape, from: number, to: number): void {
  tape.score = tape.roll.between(80, 99)
  write(tape, from + (to - from) * tape.roll.next(), 'lead.updated', bot('scoring'), { score: tape.score })
}

/** A callback is agreed, perhaps put off, and made: a little early, late, or not at all. */
function callBack(tape: Tape, at: number, rep: string): void {
  const { roll } = tape
  const agreedAt = at + roll.between(20, 200) * second
  let due = quarterHour(workAfter(deskOf(tape), agreedAt, roll.between(60, 1400)))
  write(tape, agreedAt, 'lead.updated', person(rep), { callback: 'agreed', respondBy: instant(due) })
  if (due - agreedAt > 3 * hour && roll.chance(0.12)) {
    const movedAt = agreedAt + hour
    due = quarterHour(workAfter(deskOf(tape), due + day, 1))
    write(tape, movedAt, 'lead.updated', person(rep), { callback: 'moved', respondBy: instant(due) })
  }
  const kept = roll.weighted({ early: 82, late: 12, forgotten: 6 })
  if (kept === 'forgotten') return
  const madeAt = kept === 'early' ? due - roll.between(0, 9 * 60) * second : due + roll.between(1, 95) * minute
  call(tape, madeAt, rep, roll.chance(0.8) ? roll.between(60, 1500) : null)
}

function decide(tape: Tape, acceptedAt: number, rep: string): number | null {
  const { roll } = tape
  const minutes = roll.spread(decides) * (0.5 + paceOf(tape, rep) / 2)
  let at = workAfter(deskOf(tape), acceptedAt, minutes / 2)
  for (let asked = 0; asked < 2 && roll.chance(0.3); asked++) {
    move(tape, at, person(rep), 'waiting', 'question to the customer')
    if (roll.chance(0.07)) return null
    const answered = at + roll.between(2, 130) * hour
    write(tape, answered, 'email.received', { id: 'customer', kind: 'human' })
    at = workAfter(deskOf(tape), answered, roll.between(2, 90))
    move(tape, at, person(rep), 'working')
  }
  at = workAfter(deskOf(tape), at, minutes / 2)
  const verdict = roll.weighted({ qualified: 44, nurture: 30, disqualified: 17, never: 6 })
  if (verdict === 'never') return null
  if (verdict === 'qualified') return qualify(tape, at, rep)
  return verdict === 'nurture' ? recycle(tape, at, rep, 'no budget this year') : disqualify(tape, at, rep)
}

function recycle(tape: Tape, at: number, rep: string, reason: string): number {
  move(tape, at, person(rep), 'nurture', reason)
  return at
}

function disqualify(tape: Tape, at: number, rep: string): null {
  move(tape, at, person(rep), 'disqualified', tape.roll.weighted({ 'no fit': 5, competitor: 1, student: 1 }))
  return null
}

function qualify(tape: Tape, at: number, rep: string): null {
  const { lead, roll } = tape
  move(tape, at, person(rep), 'qualified')
  if (!roll.chance(0.6)) return null
  const opensAt = workAfter(deskOf(tape), at, roll.between(30, 2400))
  const size = { enterprise: 90_000, 'mid-market': 32_000, small: 9_000 }[lead.segment]
  const amountMinor = Math.round((size * roll.spread([0.3, 0.7, 1, 1.4, 3])) / 100) * 10_000
  write(tape, opensAt, 'opportunity.created', person(rep), {
    opportunity: `O-${lead.id.slice(2)}`,
    amountMinor,
    currency: 'EUR',
    sourcedBy: 'marketing',
  })
  move(tape, opensAt, person(rep), 'opportunity')
  return null
}

function paceOf(tape: Tape, rep: string): number {
  return desks[tape.region].reps[rep]?.pace ?? 1
}

function quarterHour(at: number): number {
  return Math.ceil(at / (15 * minute)) * 15 * minute
}
