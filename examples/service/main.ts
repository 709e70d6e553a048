/** Starts the service: `npx tsx examples/service/main.ts AGREEMENT.json [STATES.snapshot] [PORT]`. */
import { readFile } from 'node:fs/promises'
import { defineAgreement, LeadSlaError, printPath } from 'lead-sla'
import { startService } from './service.ts'

const [path, snapshotPath, port = '8080'] = process.argv.slice(2)
const log = (text: string) => process.stderr.write(`${text}\n`)

try {
  if (path === undefined) throw new Error('usage: main.ts AGREEMENT.json [STATES.snapshot] [PORT]')
  const agreement = defineAgreement(JSON.parse(await readFile(path, 'utf8')))
  const kept = snapshotPath === undefined ? {} : { snapshotPath }
  const service = await startService({ agreement, port: Number(port), log, ...kept })
  log(`listening on http://127.0.0.1:${service.port}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log('stopping')
      void service.stop()
    })
  }
} catch (error) {
  // Nobody who starts a service wants to read a stack: what is wrong is in the file, or in the way it was called.
  if (error instanceof LeadSlaError) for (const issue of error.issues) log(`${printPath(issue.path)}: ${issue.message}`)
  else log(String(error))
  process.exitCode = 1
}
