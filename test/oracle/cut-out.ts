/**
 * What is left of a document when places are cut out of it: a text in which the order of keys, and of lists that are told as
 * sets, plays no part. It knows nothing of what a place means.
 */

/** Lists whose order means something to somebody. */
const ordered = /\/(within|escalation|weights|seasons|tables|steps)$/

export function cutOut(document: unknown, places: readonly (readonly (string | number)[] | null)[]): string {
  const cut = new Set(places.flatMap((place) => (place === null ? [] : [place.map((key) => `/${key}`).join('')])))
  return text(document, '', cut) ?? ''
}

function text(value: unknown, at: string, cut: ReadonlySet<string>): string | undefined {
  if (cut.has(at) || value === undefined) return undefined
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) => text(item, `${at}/${index}`, cut) ?? [])
    return items.length === 0 ? undefined : `[${(ordered.test(at) ? items : items.sort()).join()}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).flatMap(([key, inner]) => {
    const said = text(inner, `${at}/${key}`, cut)
    return said === undefined ? [] : [`${JSON.stringify(key)}:${said}`]
  })
  // What holds nothing is no leaf.
  return members.length === 0 ? undefined : `{${members.sort().join()}}`
}
