import type { Obligation, Status } from 'lead-sla'
import { describe, expect, test } from 'vitest'
import { attainment, smallSample } from '../../../src/report/attainment.ts'

const statuses: Status[] = ['met', 'metLate', 'open', 'openBreached', 'paused', 'cancelled', 'waived', 'superseded']

describe('attainment', () => {
  test('counts each status once, and shares only what is decided', () => {
    const [all] = attainment(
      statuses.map((status) => clock({ status })),
      'clause',
    )
    expect(all).toMatchObject({
      ...{
        name: 'reply',
        clocks: 8,
        kept: 1,
        late: 1,
        openBreached: 1,
        open: 1,
        paused: 1,
        cancelled: 1,
        waived: 1,
        superseded: 1,
      },
      ...{ decided: 3, share: 1 / 3, isSmall: true, lateUnstopped: 0 },
    })
  })

  test('has no share and no median while nothing is due', () => {
    expect(attainment([clock({ status: 'open' }), clock({ status: 'cancelled' })], 'party')).toMatchObject([
      { name: 'sales', clocks: 2, decided: 0, share: null, medianUsedMs: null },
    ])
    expect(attainment([], 'clause')).toEqual([])
  })

  test('counts a breach however the clock ended, unless it was waived', () => {
    const breachedAt = '2026-04-14T13:00:00.000Z'
    const aside = (['cancelled', 'waived', 'superseded'] as const).map((status) => clock({ status, breachedAt }))
    const [figures] = attainment(
      [...aside, clock({ status: 'metLate', breachedAt }), clock({ status: 'openBreached', breachedAt })],
      'clause',
    )
    expect(figures).toMatchObject({ late: 3, lateUnstopped: 2, waived: 1, decided: 4, share: 0 })
  })

  test('takes the median of the clocks that stopped', () => {
    const used = (...times: number[]): number | null | undefined =>
      attainment(
        times.map((usedMs) => clock({ status: 'met', usedMs })),
        'clause',
      )[0]?.medianUsedMs
    expect([used(7), used(9, 1, 5), used(4, 1, 2, 100)]).toEqual([7, 5, 3])
    expect(
      attainment([clock({ status: 'met', usedMs: 1 }), clock({ status: 'openBreached', usedMs: 99 })], 'clause')[0]?.medianUsedMs,
    ).toBe(1)
  })

  test('groups by clause, party, team, owner or a name of its own, nobody being null', () => {
    const clocks = [
      clock({ owner: 'lena', team: 'berlin' }),
      clock({ owner: null, team: null }),
      clock({ owner: 'lena', team: 'rome' }),
    ]
    const names = (by: Parameters<typeof attainment>[1]): unknown =>
      attainment(clocks, by).map(({ name, clocks: n }) => [name, n])
    expect(names('owner')).toEqual([
      ['lena', 2],
      [null, 1],
    ])
    expect(names('team')).toEqual([
      ['berlin', 1],
      [null, 1],
      ['rome', 1],
    ])
    expect(names('party')).toEqual([['sales', 3]])
    expect(names(({ team }) => team ?? 'nobody')).toEqual([
      ['berlin', 1],
      ['nobody', 1],
      ['rome', 1],
    ])
  })

  test('calls a sample small below twenty', () => {
    const of = (size: number) =>
      attainment(
        Array.from({ length: size }, () => clock({})),
        'clause',
      )[0]?.isSmall
    expect([of(smallSample - 1), of(smallSample)]).toEqual([true, false])
  })
})

function clock(more: Partial<Obligation>): Obligation {
  return {
    ...{ key: 'reply/A/1', clause: 'reply', lead: 'A', cycle: 1, party: 'sales', owner: null, team: null, goal: '1' },
    owners: [],
    ...{
      agreement: 'acme',
      version: '1',
      status: 'met',
      startedAt: '2026-04-14T08:00:00.000Z',
      dueAt: null,
      dueIfResumedAt: null,
    },
    ...{
      stoppedAt: null,
      stoppedBy: null,
      closedAt: null,
      breachedAt: null,
      usedMs: 0,
      targetMs: null,
      pausedMs: 0,
      isPaused: false,
    },
    ...more,
  }
}
