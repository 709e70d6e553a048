/** When things begin, by hour of the week, against the hours at which somebody is there. */
import type { BusinessClock } from '../../clock/business-clock.ts'
import type { ArrivalMap } from './clause-shape.ts'
import { noClocks, type Scene } from './scene.ts'
import type { Shortlist } from './shortlist.ts'
import { hoursOfWeek, openShares, weekHourOf } from './week-hours.ts'

/** The opening hours by which a map is seen. */
export interface Hours {
  readonly clause: string
  readonly clock: BusinessClock
}

/** Works out the open shares of each clock once: most clauses have one calendar. */
export class OpenHours {
  private readonly known = new Map<BusinessClock, (number | null)[]>()

  constructor(private readonly scene: Scene) {}

  shares(clock: BusinessClock): readonly (number | null)[] {
    const { conduct, span } = this.scene
    const shares = this.known.get(clock) ?? openShares(conduct.zone, clock, span.from, span.to)
    this.known.set(clock, shares)
    return shares
  }
}

/** The clocks of a clause by the hour at which they start. */
export class ArrivalTally {
  private readonly cells: (Shortlist | undefined)[] = new Array(hoursOfWeek)
  private outsideHours = 0
  private total = 0

  constructor(
    private readonly scene: Scene,
    private readonly hours: Hours | null,
  ) {}

  add(position: number, at: number, clock: BusinessClock | undefined): void {
    const { zone } = this.scene.conduct
    const cell = weekHourOf(zone, at)
    // A week has 168 cells: one example of each is enough.
    const list = this.cells[cell] ?? this.scene.telling(1)
    this.cells[cell] = list
    list.add(position)
    this.total += 1
    if (clock && !clock.isOpen(at)) this.outsideHours += 1
  }

  map(open: OpenHours): ArrivalMap {
    const { scene, hours, total, outsideHours, cells } = this
    const shares = hours ? open.shares(hours.clock) : null
    return {
      of: 'clocks',
      hoursOf: hours?.clause ?? null,
      total,
      outsideHours: hours ? outsideHours : null,
      cells: Array.from({ length: hoursOfWeek }, (_, cell) => {
        const list = cells[cell] ?? noClocks
        const basis = scene.basis({ code: 'started', clocks: list.total }, list)
        return { weekday: weekdayAt(cell), hour: cell % 24, count: list.total, openShare: shares?.[cell] ?? null, basis }
      }),
    }
  }
}

/** Returns the map of the leads whose first event lies in the period. **Units** epoch milliseconds. */
export function leadArrivals(scene: Scene, arrivedAt: Iterable<number>, hours: Hours | null, open: OpenHours): ArrivalMap {
  const { conduct, span } = scene
  const counts = new Int32Array(hoursOfWeek)
  let [total, outsideHours] = [0, 0]
  for (const at of arrivedAt) {
    if (at < span.from || at >= span.to) continue
    const cell = weekHourOf(conduct.zone, at)
    counts[cell] = (counts[cell] as number) + 1
    total += 1
    if (hours && !hours.clock.isOpen(at)) outsideHours += 1
  }
  const shares = hours ? open.shares(hours.clock) : null
  return {
    of: 'leads',
    hoursOf: hours?.clause ?? null,
    total,
    outsideHours: hours ? outsideHours : null,
    cells: Array.from(counts, (count, cell) => {
      const basis = scene.basis({ code: 'arrived', leads: count }, noClocks)
      return { weekday: weekdayAt(cell), hour: cell % 24, count, openShare: shares?.[cell] ?? null, basis }
    }),
  }
}

function weekdayAt(cell: number): number {
  return Math.floor(cell / 24) + 1
}
