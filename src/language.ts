/**
 * The languages that the library speaks, by their ISO 639 codes. A further one is a code here and, wherever the compiler then
 * asks for it, a table of words.
 */
export type Language = 'en' | 'de'
