import { expect, it } from 'vitest'
import { advance, defineAgreement, init, step } from '../../../src/index.ts'

it('a due instant that passes in a pause is told when the cap ends the pause, of its own instant and before the breach is', () => {
  const agreement = defineAgreement({
    agreement: 'capped',
    version: '1',
    timeZone: 'UTC',
    parties: { sales: { name: 'Sales' } },
    clauses: {
      reply: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'always',
        start: { on: 'lead.created' },
        stop: { on: 'call.made' },
        pause: { on: 'hold' },
        resume: { on: 'wake' },
        maxPause: 'PT17M',
        within: { dueFrom: { fact: 'lead', path: '$.by' } },
      },
    },
  })
  const at = (time: string) => `2026-04-07T${time}:00.000Z`
  const created = { id: '1', lead: 'L', type: 'lead.created', at: at('08:00'), data: { by: at('09:05') } }
  const held = { id: '2', lead: 'L', type: 'hold', at: at('09:00') }
  const begun = step(agreement, step(agreement, init(agreement, 'L'), created).state, held)
  expect(advance(agreement, begun.state, at('09:16')).effects).toEqual([])
  const woken = advance(agreement, begun.state, at('10:00'))
  expect(woken.effects.map((effect) => [effect.kind, effect.at])).toEqual([
    ['due', at('09:05')],
    ['breach', at('09:05')],
  ])
})
