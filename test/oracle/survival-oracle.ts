/**
 * Survival by the book: at every time everybody is counted anew, and shares are fractions of whole numbers. It shares no code with
 * the library, and is slow.
 */

export interface Life {
  readonly ms: number
  readonly isStopped: boolean
}

export interface OracleStep {
  readonly ms: number
  readonly atRisk: number
  readonly stopped: number
  readonly survival: number
  readonly variance: number
}

export function survivalByCounting(lives: readonly Life[]): OracleStep[] {
  const times = [...new Set(lives.filter(({ isStopped }) => isStopped).map(({ ms }) => ms))].sort((a, b) => a - b)
  let [over, under] = [1n, 1n]
  let variance = 0
  return times.map((ms) => {
    const atRisk = lives.filter((life) => life.ms >= ms).length
    const stopped = lives.filter((life) => life.isStopped && life.ms === ms).length
    over *= BigInt(atRisk - stopped)
    under *= BigInt(atRisk)
    variance += atRisk === stopped ? 0 : stopped / (atRisk * (atRisk - stopped))
    return { ms, atRisk, stopped, survival: Number((over * 10n ** 20n) / under) / 1e20, variance }
  })
}

/** The least time by which the share is reached, exactly; `null` where it never is. */
export function quantileByCounting(lives: readonly Life[], percent: number): number | null {
  let [over, under] = [1n, 1n]
  for (const { ms, atRisk, stopped } of survivalByCounting(lives)) {
    over *= BigInt(atRisk - stopped)
    under *= BigInt(atRisk)
    if (over * 100n <= BigInt(100 - percent) * under) return ms
  }
  return null
}

/** Own clocks against all others: observed, expected and variance, time by time. */
export function logRankByCounting(own: readonly Life[], others: readonly Life[]): { o: number; e: number; v: number } {
  const all = [...own, ...others]
  const times = new Set(all.filter(({ isStopped }) => isStopped).map(({ ms }) => ms))
  const sums = { o: 0, e: 0, v: 0 }
  for (const ms of times) {
    const n = all.filter((life) => life.ms >= ms).length
    const n1 = own.filter((life) => life.ms >= ms).length
    const d = all.filter((life) => life.isStopped && life.ms === ms).length
    sums.o += own.filter((life) => life.isStopped && life.ms === ms).length
    sums.e += (d * n1) / n
    if (n > 1) sums.v += (d * (n1 / n) * (1 - n1 / n) * (n - d)) / (n - 1)
  }
  return sums
}

/** The chance of at most so many hits, in whole numbers: `percent` of a hundred is the chance of one. */
export function atMost(trials: number, percent: number, hits: number): number {
  let ways = 1n
  let sum = 0n
  for (let k = 0; k <= hits; k++) {
    sum += ways * BigInt(percent) ** BigInt(k) * BigInt(100 - percent) ** BigInt(trials - k)
    ways = (ways * BigInt(trials - k)) / BigInt(k + 1)
  }
  return hits < 0 ? 0 : Number((sum * 10n ** 18n) / 100n ** BigInt(trials)) / 1e18
}
