/** How the service answers: JSON, and for every mistake a code that a program can read, with a sentence for people. */
import type { ServerResponse } from 'node:http'

/** A mistake of the one who asked. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}

export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const text = `${JSON.stringify(body)}\n`
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers })
  response.end(text)
}

/** Answers a mistake; of one of ours nothing is told but that it was. */
export function answerError(response: ServerResponse, error: unknown): void {
  const { status, code, message, headers } =
    error instanceof Refusal ? error : new Refusal(500, 'internal', 'the service made a mistake; it was written to its log')
  if (response.headersSent) response.destroy()
  else answer(response, status, { error: { code, message } }, headers)
}
