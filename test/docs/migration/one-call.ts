/** Makes one call of the page, as a program of its own: some of them never return. Arguments: the package, the hours, the call. */
import { writeSync } from 'node:fs'
import { called, type HoursName, peers } from './peers.ts'

const [peer = '', hours = '', call = ''] = process.argv.slice(2)
const scope = peers[peer]?.(hours as HoursName)
if (!scope) throw new Error(`no package ${peer}`)
writeSync(1, 'asked\n')
writeSync(1, `answered ${String(called(call, scope))}\n`)
