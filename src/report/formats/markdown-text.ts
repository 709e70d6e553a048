/** Names on their way into Markdown: whatever they hold, they stay text. */
import { clean } from '../../markup.ts'

/** What has a meaning to some reader of Markdown. Backticks and angle brackets are read ahead by some, backslash or not. */
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '`': '&#96;' }
const runsRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Returns a name as text that stands inside a line. Mentions are defused, for a report is no reason to call a whole channel;
 * names that run from right to left keep their direction to themselves.
 */
export function markdownText(name: string): string {
  const text = clean(name)
    .replace(/[\\*[\]|~$#_!]/g, '\\$&')
    .replace(/[&<>`]/g, (sign) => entities[sign] ?? '')
    .replaceAll('@', '@\u200b')
    .replace(/(https?):\/\//gi, '$1:\u200b//')
  // Nothing between two pairs of asterisks is no emphasis but four asterisks.
  if (text === '') return '–'
  return runsRightToLeft.test(text) ? `\u2068${text}\u2069` : text
}
