import { benchClock } from './clock.ts'
import { benchCommand } from './command.ts'
import { benchConditions } from './conditions.ts'
import { benchEvaluate, benchGrowth } from './evaluate.ts'
import { benchBacktest, benchCalibrate } from './insight.ts'
import { benchStep } from './live.ts'
import { benchPeriods } from './periods.ts'
import { benchReport } from './report.ts'
import type { BenchRow } from './row.ts'
import { benchSnapshot } from './snapshot.ts'

function holds({ ratio, atLeast = 0, atMost = Number.POSITIVE_INFINITY }: BenchRow): boolean {
  return ratio >= atLeast && ratio <= atMost
}

function bound({ atLeast, atMost }: BenchRow): string {
  const parts = [atLeast === undefined ? '' : `≥ ${atLeast}`, atMost === undefined ? '' : `≤ ${atMost}`]
  return parts.filter(Boolean).join(' ') || '–'
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const rows: BenchRow[] = [
  ...(await benchClock()),
  ...(await benchConditions()),
  ...(await benchEvaluate()),
  ...benchGrowth(),
  ...benchStep(),
  ...benchPeriods(),
  ...benchCalibrate(),
  ...benchBacktest(),
  ...benchReport(),
  ...benchSnapshot(),
  ...benchCommand(),
]
const cells = rows.map((row) => [
  row.name,
  String(Number(row.ratio.toPrecision(3))),
  bound(row),
  bound(row) === '–' ? '–' : holds(row) ? 'pass' : 'miss',
  row.notes,
])

console.log(table([['what', 'ratio', 'bound', 'verdict', 'notes'], ...cells]))
console.log(`Node ${process.version}`)
process.exitCode = rows.every(holds) ? 0 : 1
