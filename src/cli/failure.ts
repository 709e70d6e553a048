/** What ends the command early: a status, and sentences that say why to whoever called it. */

/** 1 when a check found errors, 2 for bad usage and input that cannot be read. */
export type FailureStatus = 1 | 2

/** Thrown on purpose by the command; anything else that is thrown is a bug. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly status: FailureStatus
  readonly sentences: readonly string[]

  constructor(status: FailureStatus, ...sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.status = status
    this.sentences = sentences
  }
}

/** Returns the failure of a file that cannot be read, in one sentence. */
export function unreadable(file: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = Object.hasOwn(reasons, code) ? reasons[code] : undefined
  const reason =
    known ?? (code.startsWith('Z_') ? 'the gzip data in it is broken' : `it cannot be read (${code || String(error)})`)
  return new Failure(2, `${file}: ${reason} [unreadable-file]`)
}

/** Returns the failure of a file or folder that cannot be written. */
export function unwritable(path: string, error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return new Failure(2, `${path}: it cannot be written to (${code})`)
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder, not a file',
  EACCES: 'it may not be read: permission denied',
  EPERM: 'it may not be read: permission denied',
  ELOOP: 'its symbolic links run in a circle',
  ENAMETOOLONG: 'its name is too long',
  ERR_INVALID_ARG_VALUE: 'it has no name that a file can have',
  ERR_FS_FILE_TOO_LARGE: 'it is too large to be read as a whole; write the events as NDJSON',
  ERR_STRING_TOO_LONG: 'it is too large to be read as a whole; write the events as NDJSON',
  Z_BUF_ERROR: 'the gzip data in it ends too early',
}
