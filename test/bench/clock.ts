/** The bench of the clock: what it costs beside other ways to the same answers, as ratios within one process. */
import { benchAgainstPeers } from './against-peers.ts'
import { benchBatch } from './batch.ts'
import { benchBuilding } from './building.ts'
import { benchAllocation, benchMemory } from './memory.ts'
import type { BenchRow } from './row.ts'
import { benchBinarySearch, benchGrowth } from './scalar.ts'

/**
 * Returns how the clock compares. Takes some forty seconds. Single calls come first: to make hundreds of clocks, as the last two
 * do, warms the long way of every method, which the engine then no longer takes into the loop of a caller.
 */
export async function benchClock(): Promise<BenchRow[]> {
  const calls = [...benchAgainstPeers(), ...benchBinarySearch(), ...benchGrowth(), ...benchAllocation()]
  return [...calls, ...benchBatch(), ...benchBuilding(), ...benchMemory()]
}
