import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, readText, root } from '../repository.ts'
import { pages } from './fences.ts'
import { homePictures } from './pictures/home.ts'
import { pictures } from './pictures/pictures.ts'
import { reportPaths, timelinePath, timelinePicture } from './pictures/readme.ts'

describe.each([...pictures])('%s', (path, drawn) => {
  test('is what the clock answers today', () => {
    const anew = 'npx tsx test/docs/pictures/write.ts'
    expect(existsSync(join(root, path)), `${path} is not there; draw it with ${anew}`).toBe(true)
    expect(readText(path), `draw it anew with ${anew}, and look at it`).toBe(drawn)
  })
  test('says in words what it shows, and reads well in the dark', () => {
    expect(drawn).toMatch(/<title id="title">[^<]{10,}<\/title>\n {2}<desc id="description">[^<]{80,}<\/desc>/)
    expect(drawn).toContain('@media (prefers-color-scheme: dark)')
  })
  test('needs nothing from elsewhere', () => {
    expect(drawn.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href|url\(|@import|<script/)
  })
  test('stands on a page, with a text in its place', () => {
    const shown = pages().filter((page) =>
      new RegExp(`!\\[[^\\]]{20,}\\]\\(${path.replace('docs/', '')}\\)`).test(readText(page)),
    )
    expect(shown).toHaveLength(1)
  })
})

test('there is no other picture', () => {
  const known = [...pictures.keys(), ...homePictures.keys(), timelinePath, ...Object.values(reportPaths)]
  expect(filesBelow('docs/pictures')).toEqual(known.sort())
})

describe.each([...homePictures])('%s', (path, drawn) => {
  test('is what the timeline draws today', () => {
    expect(readText(path), 'draw it anew with npx tsx test/docs/pictures/write.ts, and look at it').toBe(drawn)
  })
  test('stands on the home page of its language', () => {
    const home = path.endsWith('-de.svg') ? 'docs/de/index.md' : 'docs/index.md'
    const link = path.replace('docs/', home === 'docs/index.md' ? '' : '../')
    expect(readText(home)).toMatch(new RegExp(`!\\[[^\\]]{20,}\\]\\(${link}\\)`))
  })
})

describe('the pictures of the README', () => {
  test('show the clock as it is drawn today', () => {
    expect(readText(timelinePath), 'draw it anew with npm run pictures, and look at it').toBe(timelinePicture())
  })
  test('are not too heavy for a page that is opened on the way', () => {
    const bytes = [timelinePath, ...Object.values(reportPaths)].map((path) => statSync(join(root, path)).size)
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000)
  })
})

test('the week shows the night shifts at their real lengths', () => {
  const week = pictures.get('docs/pictures/week-of-summer-time.svg') ?? ''
  const amounts = [...week.matchAll(/>([\d.]+) h</g)].map(([, hours]) => Number(hours))
  // Each row gives its bars and then its day; the last one is the week.
  expect(amounts).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 8, 2, 10, 6, 2, 8, 5, 5, 55])
})
