/** One measured ratio and the bound it is held to: never a time, which depends on the machine. */
export interface BenchRow {
  readonly name: string
  readonly ratio: number
  readonly atLeast?: number
  readonly atMost?: number
  readonly notes: string
}
