/** An evaluation of files: the events are read as a stream, and what is said of them points into the files. */
import { issue } from '../errors.ts'
import type { Evaluation } from '../evaluation/evaluation.ts'
import { beginEvaluation } from '../periods/evaluate.ts'
import { parseInstant } from '../time/instant.ts'
import { type Complaint, complaintsOf, troubleOf } from './complaint.ts'
import type { AgreementFile } from './document-file.ts'
import type { EventFile } from './event-file.ts'
import { readEvents } from './event-options.ts'
import { Failure } from './failure.ts'
import type { Session } from './output.ts'
import type { Tape } from './tape.ts'

export interface RunOptions {
  /** Needed; commander would ask for it before it names an option that is misspelt. */
  readonly asOf: string | undefined
  readonly knownAt?: string
  readonly progress: boolean
}

export interface EvaluationRun {
  readonly file: AgreementFile
  readonly evaluation: Evaluation
  readonly complaints: readonly Complaint[]
  readonly tape: Tape
}

/** Returns the evaluation of an agreement over files. **Errors** throws a `Failure` for what cannot be read. */
export async function runEvaluation(
  file: AgreementFile,
  events: readonly EventFile[],
  options: RunOptions,
  session: Session,
): Promise<EvaluationRun> {
  const running = beginEvaluation(file.agreement, instantsOf(options))
  const { tape, unread, result: evaluation } = await readEvents(events, options.progress, session, running)
  return { file, evaluation, complaints: complaintsOf(troubleOf(evaluation, unread, tape), tape.files, file), tape }
}

/** Returns the instants that an evaluation is asked for. **Errors** throws a `Failure` that names the option. */
export function instantsOf({ asOf, knownAt }: Pick<RunOptions, 'asOf' | 'knownAt'>): {
  asOf: number
  knownAt?: number
} {
  if (asOf === undefined) {
    throw new Failure(2, '--as-of is missing: the instant at which open clocks are judged, such as 2026-10-01T00:00:00Z')
  }
  return { asOf: instant('--as-of', asOf), ...(knownAt === undefined ? {} : { knownAt: instant('--known-at', knownAt) }) }
}

function instant(option: string, text: string): number {
  const parsed = parseInstant(text)
  if (parsed.ok) return parsed.value
  const [code = 'invalid-instant'] = parsed.issues.map((found) => found.code)
  const { message } = issue(code, [], { expected: 'an instant with an offset such as 2026-10-01T00:00:00Z', got: text })
  throw new Failure(2, `${option}: ${message} [${code}]`)
}
