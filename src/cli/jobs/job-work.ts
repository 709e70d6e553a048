/** What one job does: it reads the lines of a part, evaluates its leads, and says what came of them in plain data. */
import { type Agreement, parseAgreement } from '../../agreement/agreement.ts'
import { valueOf } from '../../errors.ts'
import { clocksOf } from '../../evaluation/clock-view.ts'
import { beginPart } from '../../periods/evaluate.ts'
import type { Tally } from '../../periods/tally.ts'
import { isLint, type Trouble, troubleOf, type Unread } from '../complaint.ts'
import { type LineFormat, lineMaker } from '../machine.ts'
import { chosenOf, listedOf, type Selection } from '../selection.ts'
import { Tape } from '../tape.ts'
import { type ClockColumns, columnsOf } from './clock-columns.ts'
import { type LinePiece, piecesOf } from './lead-lines.ts'
import { readLines } from './line-reader.ts'
import type { LineBlock } from './line-store.ts'

/** What a job is told when it begins. */
export interface JobData {
  /** The document of the agreement, which has been checked. */
  readonly agreement: unknown
  readonly times: { readonly asOf: number; readonly knownAt?: number }
  readonly selection: Selection
  /** Which lines are made of the clocks; with `null` columns for the tables are. */
  readonly format: LineFormat | null
  readonly isTTY: boolean
}

export interface JobEvents {
  readonly files: readonly string[]
  readonly blocks: readonly LineBlock[]
}

/** What came of one file in one part. */
export interface FileYield {
  readonly events: number
  readonly firstUnread: Unread | undefined
}

/** Plain data, so that a thread can hand it to another. */
export interface PartResult {
  readonly files: readonly FileYield[]
  readonly trouble: Trouble
  /** `null` where the agreement counts nothing over periods. */
  readonly tally: Tally | null
  /** For the tables. */
  readonly columns: ClockColumns | null
}

export class JobWork {
  private readonly agreement: Agreement
  private readonly pieces = new Map<number, Iterator<LinePiece, void>>()
  private events: JobEvents = { files: [], blocks: [] }

  constructor(private readonly data: JobData) {
    this.agreement = valueOf(parseAgreement(data.agreement))
  }

  /** Takes the lines of all parts. */
  take(events: JobEvents): void {
    this.events = events
  }

  evaluate(number: number): PartResult {
    const { files, blocks } = this.events
    const part = beginPart(this.agreement, this.data.times)
    const tape = new Tape()
    const unread: Unread[] = []
    const yields = files.map((name, file): FileYield => {
      let events = 0
      let firstUnread: Unread | undefined
      tape.begin(name)
      for (const block of blocks) {
        if (block.file !== file) continue
        readLines(block, number, {
          event: (event, line) => {
            events++
            tape.note(event, line)
            part.add(event)
          },
          unread: (found, line, column) => {
            const each = { found, place: { file: name, line, column } }
            firstUnread ??= each
            unread.push(each)
          },
        })
      }
      return { events, firstUnread }
    })
    const evaluation = part.finish()
    const { refused, findings } = evaluation
    const trouble = troubleOf({ refused, findings: findings.filter((each) => !isLint(each)) }, unread, tape)
    const { format, isTTY, selection } = this.data
    const chosen = () => chosenOf(clocksOf(evaluation), selection)
    if (format !== null)
      this.pieces.set(
        number,
        madeLater(() => piecesOf(listedOf(chosen(), selection), lineMaker(format, isTTY))),
      )
    return { files: yields, trouble, tally: part.tally(), columns: format === null ? columnsOf(chosen()) : null }
  }

  /** Returns the next lines of a part, or nothing when there are no more. */
  nextPiece(number: number): LinePiece | null {
    const next = this.pieces.get(number)?.next()
    if (next && !next.done) return next.value
    this.pieces.delete(number)
    return null
  }
}

/** Obligations are made when the first of their lines is wanted, and are gone with the last. */
function* madeLater(make: () => Iterable<LinePiece>): Generator<LinePiece, void, undefined> {
  yield* make()
}
