/** The leaderboards of an agreement, each for its own length of period. [F4] */
import type { PeriodLength } from '../../agreement/clause-document.ts'
import type { Board } from '../../agreement/incentives.ts'
import type { PeriodPlace } from '../../conduct/period-name.ts'
import { type BoardLine, boardLines, incentivesIn } from '../../incentives/leaderboard.ts'
import type { Standings } from '../../incentives/standings.ts'
import type { BoardRow, BoardSection } from './report-shape.ts'
import { periodsOf, type Scene } from './scene.ts'
import { capped } from './shortlist.ts'

/** Returns a section for each board, for the period of its length in which the report's ends, or in which `asOf` lies. */
export function boardSections(scene: Scene, found: Standings): BoardSection[] {
  const { conduct, span } = scene
  const at = Math.max(span.from, Math.min(span.to - 1, conduct.ends))
  const boards = conduct.versions.flatMap(({ agreement }) => [...(agreement.incentives?.boards.values() ?? [])])
  return [...new Set(boards.map(({ per }) => per))].flatMap((per: PeriodLength) => {
    const place: PeriodPlace = { per, number: periodsOf(conduct, per).numberAt(at) }
    const incentives = incentivesIn(conduct, place)
    if (!incentives) return []
    const own = [...incentives.boards.values()].filter((board) => board.per === per)
    return own.map((board): BoardSection => {
      // Nobody is hidden from the lines, so that one who is not named has the same number here as everywhere.
      const { groups, ...head } = boardLines(conduct, { incentives, board, place }, found, () => false)
      return { ...head, for: board.for, groups: groups.map((group) => groupOf(scene, board, group)) }
    })
  })
}

type Group = ReturnType<typeof boardLines>['groups'][number]

function groupOf(scene: Scene, { for: kind }: Board, { role, ranked, unranked }: Group): BoardSection['groups'][number] {
  const { roster, settings } = scene
  const rowOf = ({ name, ...line }: BoardLine): BoardRow => ({
    ...line,
    person: kind === 'owner' && name !== null ? roster.person(name) : null,
    team: kind === 'team' && name !== null ? roster.team(name) : null,
  })
  const list = (lines: readonly BoardLine[]) => {
    const { rows, total, more } = capped(lines, settings.rows)
    return { rows: rows.map(rowOf), total, more }
  }
  return { role, ranked: list(ranked), unranked: list(unranked) }
}
