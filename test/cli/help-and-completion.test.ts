import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Scene } from './scene.ts'

const scene = new Scene()
afterAll(() => scene.remove())

const names = async (): Promise<string[]> => {
  const { out } = await scene.call('--help', { columns: 200 })
  return [...out.slice(out.indexOf('Commands:'), out.indexOf('\nExamples:')).matchAll(/^ {2}([a-z]+)\b/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help')
}

describe('help', () => {
  test('of every command has an example, and fits 60 and 200 columns', async () => {
    const commands = await names()
    expect(commands).toEqual(
      expect.arrayContaining(['check', 'evaluate', 'explain', 'timeline', 'report', 'watch', 'completion']),
    )
    for (const columns of [60, 200]) {
      for (const command of commands) {
        const { status, out } = await scene.call(`${command} --help`, { columns })
        expect([command, status]).toEqual([command, 0])
        expect(out).toMatch(new RegExp(`\nExamples:\n( {2}.*lead-sla ${command}\\b.*\n)+`))
        const text = out.slice(0, out.indexOf('\nExamples:'))
        const wide = text.split('\n').filter((line) => line.length > columns && !line.startsWith('Usage:'))
        expect([command, wide]).toEqual([command, []])
      }
    }
  })
})

describe('a slip of the pen', () => {
  test.each([
    ['evalute a b', '(Did you mean evaluate?)'],
    ['evaluate a b --forma csv', '(Did you mean --format?)'],
    ['evaluate a b --format jsn', 'Did you mean json?'],
    ['evaluate a b --status overdu', 'Did you mean overdue?'],
    ['render a --lang dee', 'Did you mean de?'],
    ['completion bsh', 'Allowed choices are bash, zsh, fish.'],
  ])('%s', async (line, suggestion) => {
    const { status, err } = await scene.call(line)
    expect([status, err]).toEqual([2, expect.stringContaining(suggestion)])
  })
  test('in a clause', async () => {
    const { err } = await scene.call('evaluate @agreement.json @events.ndjson --as-of 2026-04-14T13:00:00Z --clause autoRepyl')
    expect(err).toContain('Did you mean autoReply?')
  })
  test('and what is far from everything gets no suggestion', async () => {
    const { err } = await scene.call('evaluate a b --format spreadsheet')
    expect(err).not.toContain('Did you mean')
  })
})

describe('completion', () => {
  beforeAll(async () => writeFileSync(scene.path('completion.bash'), (await scene.call('completion bash')).out))

  /** Asks bash what it would complete behind these words. */
  const completed = (...words: readonly string[]): string[] => {
    const script = [
      `. ${scene.path('completion.bash')}`,
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})`,
      `COMP_CWORD=${words.length - 1}`,
      '_lead_sla',
      `printf '%s\\n' "\${COMPREPLY[@]}"`,
    ].join('\n')
    return execFileSync('bash', ['--norc', '-c', script], { encoding: 'utf8' }).split('\n').filter(Boolean)
  }

  test('completes commands', () => {
    expect(completed('lead-sla', 'ev')).toEqual(['evaluate'])
    expect(completed('lead-sla', '')).toEqual(expect.arrayContaining(['check', 'watch', 'help']))
    expect(completed('lead-sla', 'help', 'wa')).toEqual(['watch'])
  })
  test('completes options, and the words that one takes', () => {
    expect(completed('lead-sla', 'evaluate', '--in')).toEqual(['--input-format'])
    expect(completed('lead-sla', 'evaluate', 'a.json', '--format', '')).toEqual(['table', 'json', 'ndjson', 'csv'])
    expect(completed('lead-sla', 'report', '--format', 'o')).toEqual(['openmetrics'])
    expect(completed('lead-sla', 'completion', '')).toEqual(['bash', 'zsh', 'fish'])
  })
  test('leaves files to the shell, and text to the writer', () => {
    expect(completed('lead-sla', 'evaluate', 'agr')).toEqual([])
    expect(completed('lead-sla', 'evaluate', '--as-of', '')).toEqual([])
  })
  test('knows every command and every option in the other shells too', async () => {
    const [zsh, fish] = [(await scene.call('completion zsh')).out, (await scene.call('completion fish')).out]
    for (const command of await names()) {
      const { out } = await scene.call(`${command} --help`, { columns: 200 })
      expect(zsh).toContain(`    ${command}) _arguments`)
      for (const [, option = ''] of out.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gm)) {
        if (option === 'help') continue
        expect(zsh).toContain(`'*--${option}[`)
        expect(fish).toMatch(new RegExp(`__fish_seen_subcommand_from ${command}'.* -l ${option}\\b`))
      }
    }
    expect(zsh).toMatch(/^#compdef lead-sla\n/)
  })
})
