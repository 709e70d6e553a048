/**
 * When leads come, and who they are: by region, weekday and hour of their own day, with a dip in the European August,
 * quiet weekends and holidays, and one flood: a webinar whose list was imported in a few minutes.
 */
import type { Dice } from './dice.ts'
import { dateAt, day, desks, hour, minute, type Region, second } from './people.ts'

export interface Lead {
  readonly id: string
  readonly at: number
  readonly region: Region
  readonly source: Source
  readonly segment: Segment
  readonly score: number
  /** Part of the webinar list that swamped the router. */
  readonly flood: boolean
}

export type Source = 'demo-request' | 'pricing' | 'contact-form' | 'webinar' | 'whitepaper' | 'trade-fair' | 'partner'
export type Segment = 'enterprise' | 'mid-market' | 'small'

export const quarter = { from: Date.UTC(2026, 6, 1), to: Date.UTC(2026, 9, 1) }
const floodAt = Date.UTC(2026, 8, 15, 13, 58)

const regions: Readonly<Record<Region, number>> = { emea: 0.58, amer: 0.42 }
/** From Sunday to Saturday. */
const weekdays = [0.3, 1.1, 1.2, 1.15, 1.05, 0.85, 0.25]
const hours = [1, 1, 1, 1, 1, 2, 3, 6, 12, 17, 19, 18, 13, 15, 18, 17, 15, 12, 8, 7, 7, 6, 4, 2]
const sources: Readonly<Record<Source, number>> = {
  'demo-request': 11,
  pricing: 9,
  'contact-form': 19,
  webinar: 16,
  whitepaper: 26,
  'trade-fair': 8,
  partner: 11,
}
const segments: Readonly<Record<Segment, number>> = { enterprise: 14, 'mid-market': 41, small: 45 }
/** Quantiles of the first score. */
const scores: Readonly<Record<Source, readonly number[]>> = {
  'demo-request': [48, 62, 70, 78, 86, 97],
  pricing: [42, 54, 62, 70, 80, 93],
  'contact-form': [18, 40, 52, 60, 68, 88],
  webinar: [20, 38, 50, 56, 64, 82],
  whitepaper: [8, 25, 38, 48, 58, 78],
  'trade-fair': [22, 40, 52, 60, 70, 86],
  partner: [40, 52, 60, 68, 78, 94],
}

/** The leads of the quarter in the order of their arrival, numbered from `L-0001`. */
export function arrivals(roll: Dice, usual: number, flood: number): Lead[] {
  const drawn = [
    ...Array.from({ length: usual }, () => usualLead(roll)),
    ...Array.from({ length: flood }, () => floodLead(roll)),
  ].sort((a, b) => a.at - b.at)
  return drawn.map((lead, index) => ({ id: leadId(index + 1), ...lead }))
}

export function leadId(number: number): string {
  return `L-${String(number).padStart(4, '0')}`
}

function usualLead(roll: Dice): Omit<Lead, 'id'> {
  const region = roll.weighted(regions)
  const source = roll.weighted(sources)
  return {
    at: moment(roll, region),
    region,
    source,
    segment: roll.weighted(segments),
    score: Math.round(roll.spread(scores[source])),
    flood: false,
  }
}

function floodLead(roll: Dice): Omit<Lead, 'id'> {
  const at = floodAt + roll.between(0, 6 * 60) * second
  const score = Math.round(roll.spread([46, 52, 55, 60, 74]))
  return { at, region: roll.weighted(regions), source: 'webinar', segment: roll.weighted(segments), score, flood: true }
}

/** Draws days and hours until one is accepted, with the likelihood that the weights give it. */
function moment(roll: Dice, region: Region): number {
  const desk = desks[region]
  for (;;) {
    const midnight = quarter.from + roll.between(0, (quarter.to - quarter.from) / day) * day
    const local = midnight + roll.between(0, 24) * hour + roll.between(0, 60) * minute + roll.between(0, 60) * second
    const at = local - desk.offsetMs
    if (at < quarter.from || at >= quarter.to) continue
    const likely = (weekdays[new Date(local).getUTCDay()] ?? 0) * (hours[new Date(local).getUTCHours()] ?? 0) * season(region, at)
    if (roll.chance(likely / 30)) return at
  }
}

function season(region: Region, at: number): number {
  const desk = desks[region]
  if (desk.off[dateAt(desk, at)] === 0) return 0.35
  const growth = 0.85 + 0.35 * ((at - quarter.from) / (quarter.to - quarter.from))
  return region === 'emea' && dateAt(desk, at).startsWith('2026-08') ? growth * 0.75 : growth
}
