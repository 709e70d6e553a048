/**
 * What happens to a lead: the form and its automatic reply, qualification, routing, the rep's response, acceptance, waiting
 * for the customer, disposition, nurture, and perhaps all of it once more. Each step takes the time that people at that
 * desk take; nobody in the story looks at the agreement.
 */
import { type Lead, leadId } from './arrivals.ts'
import type { Dice } from './dice.ts'
import { day, desks, draw, hour, isAway, minute, second, workAfter } from './people.ts'
import { bot, type Draft, deskOf, move, person, type Tape, write } from './tape.ts'
import { work } from './work.ts'

/** The mail service was down: automatic replies went out when it came back. */
const mailOutage = { from: Date.UTC(2026, 7, 12, 9, 10), to: Date.UTC(2026, 7, 12, 12, 40) }
/** The routing bot was down: marketing operations assigned by hand. */
const routerOutage = { from: Date.UTC(2026, 6, 22, 7), to: Date.UTC(2026, 6, 22, 19) }

const mostCycles = 3

/** The events of a lead's life, in the order of its own time; beyond the end of the quarter too. */
export function life(lead: Lead, roll: Dice): readonly Draft[] {
  const tape: Tape = { lead, roll, drafts: [], region: lead.region, score: lead.score }
  const form =
    lead.source === 'trade-fair' || lead.flood ? bot('import') : lead.source === 'partner' ? bot('partner-portal') : bot('form')
  write(tape, lead.at, 'lead.created', form, {
    region: lead.region,
    source: lead.source,
    segment: lead.segment,
    score: lead.score,
  })
  if (form.id !== 'partner-portal' && lead.source !== 'trade-fair') reply(tape)
  let qualifiedAt = qualification(tape)
  for (let cycle = 1; qualifiedAt !== null && cycle <= mostCycles; cycle++) {
    const recycledAt = handOver(tape, qualifiedAt, cycle)
    qualifiedAt = recycledAt === null ? null : nurture(tape, recycledAt)
  }
  return tape.drafts
}

function reply(tape: Tape): void {
  const { lead, roll } = tape
  if (roll.chance(0.012)) return
  const slow = roll.chance(0.025) ? roll.between(10, 55) * minute : 0
  const usual = lead.at + roll.between(8, 320) * second + slow
  const down = usual >= mailOutage.from && usual < mailOutage.to
  const at = down ? mailOutage.to + roll.between(5, 900) * second : usual
  write(tape, at, 'email.sent', bot('mailer'), { template: 'auto-reply' })
}

/** When the lead becomes marketing qualified for the first time, or null. */
function qualification(tape: Tape): number | null {
  const { lead, roll } = tape
  if (roll.chance(0.05)) {
    move(
      tape,
      lead.at + roll.between(1, 30) * minute,
      bot('scoring'),
      'disqualified',
      roll.weighted({ spam: 5, student: 3, competitor: 1 }),
    )
    return null
  }
  const scoredAt = lead.at + roll.between(20, 240) * second
  if (tape.score >= 50 || lead.source === 'demo-request') return scoredAt
  if (lead.source === 'trade-fair' && roll.chance(0.12)) return workAfter(desks.emea, scoredAt, roll.between(20, 900))
  if (roll.chance(0.35)) return warmUp(tape, scoredAt + roll.between(1, 12) * day + roll.between(0, 9) * hour)
  if (roll.chance(0.04)) return merge(tape, scoredAt + roll.between(1, 50) * hour)
  if (!roll.chance(0.5)) return null
  const recycledAt = scoredAt + 14 * day
  move(tape, recycledAt, bot('scoring'), 'nurture', 'no interest yet')
  return nurture(tape, recycledAt)
}

/** The same person had written before: the CRM keeps the older lead. */
function merge(tape: Tape, at: number): null {
  const older = tape.roll.between(1, Number(tape.lead.id.slice(2)))
  write(tape, at, 'lead.merged', bot('crm'), { into: leadId(older) })
  move(tape, at, bot('crm'), 'disqualified', 'duplicate')
  return null
}

/** Lifts the score over the line, through a visit of the price list or a second download. */
function warmUp(tape: Tape, at: number): number {
  tape.score = Math.min(99, Math.max(tape.score, 50) + tape.roll.between(1, 24))
  write(tape, at, 'lead.updated', bot('scoring'), { score: tape.score })
  return at + tape.roll.between(1, 20) * second
}

/** From qualification to disposition; the instant at which the lead was recycled to nurture, or null. */
function handOver(tape: Tape, at: number, cycle: number): number | null {
  const { roll } = tape
  const entitled = tape.score >= 50 || tape.lead.source === 'demo-request'
  move(tape, at, entitled ? bot('scoring') : person('felix'), 'mql')
  if (roll.chance(0.004)) return null
  const assigned = assign(tape, at)
  let { rep } = assigned
  let since = assigned.at
  if (cycle === 1 && roll.chance(0.012)) {
    tape.region = tape.region === 'emea' ? 'amer' : 'emea'
    since = workAfter(desks[tape.lead.region], since, roll.between(10, 90))
    write(tape, since, 'lead.updated', person(rep), { region: tape.region })
    rep = reassign(tape, since + roll.between(10, 60) * second, [rep], 'other desk')
  }
  const desk = deskOf(tape)
  if (isAway(desk, rep, since) || roll.chance(0.025)) {
    since = workAfter(desk, since, roll.between(240, 640))
    rep = reassign(tape, since, [rep], 'reassigned')
  }
  return work(tape, since, rep)
}

function assign(tape: Tape, at: number): { at: number; rep: string } {
  const { lead, roll } = tape
  const rep = draw(deskOf(tape), roll)
  const byHand = (lead.flood && roll.chance(0.8)) || (at >= routerOutage.from && at < routerOutage.to) || roll.chance(0.05)
  const backlog = lead.flood ? [40, 120, 240, 330, 420] : [2, 15, 30, 55, 140]
  const assignedAt = byHand ? workAfter(deskOf(tape), at, roll.spread(backlog)) : at + roll.between(5, 90) * second
  write(tape, assignedAt, 'lead.assigned', byHand ? person('mira') : bot('router'), { owner: rep, team: deskOf(tape).team })
  return { at: assignedAt, rep }
}

function reassign(tape: Tape, at: number, except: readonly string[], reason: string): string {
  const desk = deskOf(tape)
  const away = Object.keys(desk.reps).filter((rep) => isAway(desk, rep, at))
  const rep = draw(desk, tape.roll, [...except, ...away])
  write(tape, at, 'lead.assigned', person(desk.manager), { owner: rep, team: desk.team, reason })
  return rep
}

/** Marketing keeps in touch; the instant of the next qualification, or null. */
function nurture(tape: Tape, at: number): number | null {
  const { roll } = tape
  if (!roll.chance(0.07)) {
    const writesAt = workAfter(desks.emea, at, roll.spread([10, 300, 700, 1100, 1600, 2300, 3100]))
    write(tape, writesAt, 'email.sent', bot('mailer'), { template: 'nurture' })
  }
  if (!roll.chance(0.3)) return null
  const wakes = at + roll.between(8, 45) * day + roll.between(0, 10) * hour
  return warmUp(tape, wakes)
}
