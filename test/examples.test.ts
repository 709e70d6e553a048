import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, readText, root } from './repository.ts'

const lessons = filesBelow('examples').filter((path) => /^examples\/\d\d-[^/]*\.ts$/.test(path))

describe('the lessons', () => {
  test('are numbered without a gap', () => {
    expect(lessons.map((path) => path.slice('examples/'.length, 'examples/'.length + 2))).toEqual(
      lessons.map((_, index) => String(index + 1).padStart(2, '0')),
    )
  })

  test.each(lessons)('%s prints what stands beside it', async (path) => {
    const expected = path.replace(/\.ts$/, '.expected.txt')
    expect(existsSync(join(root, expected))).toBe(true)
    const { main } = (await import(join(root, path))) as { main: () => string | Promise<string> }
    expect(`${await main()}\n`).toBe(readText(expected))
  })
})
