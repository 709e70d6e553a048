/**
 * Years and Easter in opening hours. The package is asked about dates of other years, so a text is put into words first that
 * are true of a stretch of dates without naming a year: `2026 Dec 24-2027 Jan 02 off` is `Jan 01-Jan 02 off` early in 2027.
 */
import { westernEaster } from '../clock/holiday-rule.ts'
import { civilOf, dayOf, lengthOfMonth } from '../time/plain-date.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const month = months.join('|')
/** A date or dates of a year, months of a year, or whole years. */
const dated = new RegExp(
  `^(\\d{4}) (${month}) (\\d\\d)(?:-(?:(?:(\\d{4}) )?(${month}) )?(\\d\\d))?(?=[ ,]|$)` +
    `|^(\\d{4}) (${month})(?:-(${month}))?(?=[ ,]|$)|^(\\d{4})(?:-(\\d{4})|(\\+))?(?=[ ,]|$)`,
)
/** What would narrow the dates further, in ways of its own. */
const narrower = new RegExp(`^ (${month}|easter|week)\\b`)
/** No date is in both. */
const never = 'Feb week 53'

type Range = readonly [first: number, last: number]

/** The rules of a text, each with the dates of certain years that it begins with. */
interface DatedRule {
  readonly ranges: readonly Range[]
  readonly rest: string
}

function readRule(rule: string): DatedRule {
  const ranges: Range[] = []
  let rest = rule
  for (;;) {
    const match = dated.exec(rest)
    const range = match ? rangeOf(match) : undefined
    if (!match || !range) return { ranges: [], rest: rule }
    ranges.push(range)
    rest = rest.slice(match[0].length)
    if (narrower.test(rest)) return { ranges: [], rest: rule }
    if (!rest.startsWith(',')) return { ranges, rest }
    rest = rest.slice(1)
  }
}

/** Returns the dates, nothing for a range that ends before it begins: there the package thinks of one year alone. */
function rangeOf(match: RegExpExecArray): Range | undefined {
  const [, year, of, day, lastYear = year, lastOf = of, lastDay = day, ...others] = match
  const [yearOfMonths, from, to = from, firstYear, toYear = firstYear, open] = others
  let range: Range
  if (year !== undefined) range = [dateOf(year, of, Number(day)), dateOf(lastYear, lastOf, Number(lastDay))]
  else if (yearOfMonths !== undefined) range = [dateOf(yearOfMonths, from, 1), dateOf(yearOfMonths, to, 31)]
  else range = [dateOf(firstYear, 'Jan', 1), open === undefined ? dateOf(toYear, 'Dec', 31) : Number.POSITIVE_INFINITY]
  return range[0] <= range[1] ? range : undefined
}

function dateOf(year: string | undefined, of: string | undefined, day: number): number {
  const number = months.indexOf(String(of)) + 1
  return dayOf(Number(year), number, Math.min(day, lengthOfMonth(Number(year), number)))
}

/** Rules stand behind `; `, or behind `, ` when they add to the one before. */
function everyRule(text: string, write: (rule: string) => string): string {
  return text
    .split(/(; |, )/)
    .map((part, index) => (index % 2 === 0 ? write(part) : part))
    .join('')
}

/** Returns the rules without the years that `textWithin` can put into other words. */
export function withoutYears(text: string): string {
  return everyRule(text, (rule) => readRule(rule).rest)
}

const aroundEaster = /\beaster(?: ([+-]\d+) days?)?/g

/**
 * Returns a text that says of the dates from `first` to `last`, and of the one before, what the given one says; of less than a
 * year, so that a month and a day are one date. **Units** day numbers.
 */
export function textWithin(text: string, first: number, last: number): string {
  const rules = everyRule(text, (rule) => {
    const { ranges, rest } = readRule(rule)
    if (ranges.length === 0) return rest
    const within = ranges
      .map(([from, to]): Range => [Math.max(from, first - 1), Math.min(to, last)])
      .filter(([from, to]) => from <= to)
    return `${within.map(printRange).join(',') || never}${rest}`
  })
  const { year } = civilOf(last)
  return toEndOfFebruary(rules, year).replace(aroundEaster, (_, days?: string) =>
    printDate(westernEaster(year) + Number(days ?? 0)),
  )
}

/** The package takes `Feb 20-28` for no date at all in a common year, and `Feb 20-Feb 29` for dates until 1 March. */
function toEndOfFebruary(text: string, year: number): string {
  const last = lengthOfMonth(year, 2)
  return text
    .replace(/\bFeb (\d\d)-(2[89])\b/g, (_, from: string, to: string) => `Feb ${from}-Feb ${Math.min(Number(to), last)}`)
    .replaceAll('-Feb 29', `-Feb ${last}`)
}

function printRange([from, to]: Range): string {
  return from === to ? printDate(from) : `${printDate(from)}-${printDate(to)}`
}

function printDate(day: number): string {
  const date = civilOf(day)
  return `${months[date.month - 1]} ${String(date.day).padStart(2, '0')}`
}
