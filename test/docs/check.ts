import assert from 'node:assert/strict'

/** What the `//=>` lines of a page call. `where` is the page and the line. */
export function equal(actual: unknown, expected: unknown, where: string): void {
  try {
    assert.deepEqual(actual, expected)
  } catch (error) {
    throw at(where, error)
  }
}

export function throws(run: () => unknown, code: string, where: string): void {
  let value: unknown
  try {
    value = run()
  } catch (error) {
    equal(codeOf(error), code, where)
    return
  }
  assert.fail(`${where}: expected an error with the code ${code}, got ${String(value)}`)
}

export async function rejects(run: () => Promise<unknown>, code: string, where: string): Promise<void> {
  const settled = await run().then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error
    },
  )
  throws(settled, code, where)
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : error
}

function at(where: string, error: unknown): unknown {
  if (error instanceof Error) error.message = `${where}: ${error.message}`
  return error
}
