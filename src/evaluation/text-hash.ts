/** Of a long text so many characters at its start and at its end are hashed. */
const hashedChars = 32

/** Returns 32 bits of a text: FNV-1a over its characters, then mixed, because ids that count up differ in their last ones only. */
export function hashOf(text: string): number {
  const { length } = text
  let hash = 0x811c9dc5 ^ length
  const head = length <= hashedChars * 2 ? length : hashedChars
  for (let i = 0; i < head; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  if (head < length) for (let i = length - hashedChars; i < length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return hash ^ (hash >>> 13)
}
