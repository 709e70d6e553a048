/** What is said of a key that no clock has. */
import { LeadSlaError } from '../errors.ts'
import { didYouMean } from './command-options.ts'
import { Failure } from './failure.ts'

/** Returns the failure; anything but a mistake in the key is thrown on. */
export function keyFailure(error: unknown, key: string): Failure {
  if (!(error instanceof LeadSlaError)) throw error
  return new Failure(
    2,
    ...error.issues.map(({ message, code, known }) => `--key: ${message} [${code}]${didYouMean(key, known ?? [])}`),
  )
}
