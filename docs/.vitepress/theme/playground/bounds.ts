/** What the playground takes: more than a person writes by hand, less than makes a browser tab stop answering. */

/** The longest agreement. **Units** characters. */
export const mostAgreementCharacters = 400_000
/** The longest text of events. **Units** characters. */
export const mostEventCharacters = 4_000_000
/** The most events that are read, and that are made. */
export const mostEvents = 20_000
/** The deepest nesting of brackets: whoever folds a document needs a stack. */
export const deepestNesting = 200
/** The most mistakes that are listed; the others are counted. */
export const mostMistakes = 100
/** The longest link that is read. **Units** characters. */
export const longestLink = 1_500_000
/** The longest link that is made: beyond it browsers and mail programs cut it off. **Units** characters. */
export const longestShared = 200_000
/** The most characters that a link may unfold into. */
export const mostUnfolded = 6_000_000
/** A text beyond it is read only when the writer pauses. **Units** characters. */
export const longText = 60_000
