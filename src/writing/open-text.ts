/** A text that the parties have not settled yet begins with a question mark: `"definition": "? Who calls a lead hot?"`. */
import { clean } from '../markup.ts'

/** Returns the question of a text that is one, without its mark; `null` for settled words. */
export function openQuestion(text: string): string | null {
  const cleaned = clean(text)
  return cleaned.startsWith('?') ? cleaned.replace(/^\?+\s*/, '') : null
}
