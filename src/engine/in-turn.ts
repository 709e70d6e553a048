/** Runs of one engine, one after the other. */
import type { Engine, EngineResult } from './host.ts'

/**
 * Returns a `run` that begins when the run before it has ended. Runs of one engine that overlap share its status: the first
 * to finish makes the others leave out rules, without a word.
 *
 * **Edges** a run that fails fails alone; the next one begins all the same.
 */
export function inTurn(engine: Engine): (facts: object) => Promise<EngineResult> {
  let last: Promise<unknown> = Promise.resolve()
  return (facts) => {
    const run = last.then(() => engine.run({ ...facts }))
    last = run.catch(() => undefined)
    return run
  }
}
