/** A change of goal while a clock was open, and of its due instant with it. [C7] */
export interface Retarget {
  readonly at: number
  readonly by: string
  readonly fromDueAt: number
  readonly toDueAt: number
}
