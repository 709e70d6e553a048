/** Numbers, amounts of time and lists in German, for the sentences of readiness. */
const numbers = new Intl.NumberFormat('de', { maximumFractionDigits: 1 })
const shares = new Intl.NumberFormat('de', { style: 'percent', maximumFractionDigits: 1 })
const lists = {
  and: new Intl.ListFormat('de', { type: 'conjunction' }),
  or: new Intl.ListFormat('de', { type: 'disjunction' }),
}

export const decimal = (number: number): string => numbers.format(number)
export const percent = (share: number): string => shares.format(share)
export const quoted = (text: string): string => `„${text}“`
export const list = (texts: readonly string[], by: 'and' | 'or' = 'and'): string => lists[by].format(short(texts))
export const counted = (count: number, one: string, many: string): string => `${decimal(count)} ${count === 1 ? one : many}`

/** **Units** milliseconds. */
export function amount(ms: number): string {
  const [hours, minutes] = [ms / 3_600_000, ms / 60_000]
  return hours >= 1 ? `${decimal(hours)} h` : `${decimal(minutes)} min`
}

const most = 8

/** A list of a hundred people is no sentence. */
function short(texts: readonly string[]): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most), `${texts.length - most} weitere`]
}
