/**
 * Reads OpenMetrics text strictly, by the grammar of OpenMetrics 1.0.0: families in one piece, metadata before samples, units as
 * suffixes, no series twice, and `# EOF` at the end. It throws at the first line that is not so.
 */

export interface ReadSample {
  readonly family: string
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

interface Family {
  readonly name: string
  readonly type: string
  unit: string | null
  help: string | null
  samples: number
}

const suffixes: Readonly<Record<string, string>> = { gauge: '', info: '_info', stateset: '' }

export function readOpenMetrics(text: string): ReadSample[] {
  if (!text.endsWith('# EOF\n')) throw new Error('no # EOF at the end')
  const lines = text.slice(0, -'# EOF\n'.length).split('\n')
  if (lines.pop() !== '') throw new Error('# EOF is not on a line of its own')
  const families = new Map<string, Family>()
  const seen = new Set<string>()
  const samples: ReadSample[] = []
  let family: Family | undefined
  for (const line of lines) {
    const meta = /^# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)$/.exec(line)
    if (meta) {
      const [, kind, name = '', rest = ''] = meta
      if (kind === 'TYPE') {
        if (families.has(name)) throw new Error(`family ${name} twice`)
        if (!Object.hasOwn(suffixes, rest)) throw new Error(`type ${rest}`)
        family = { name, type: rest, unit: null, help: null, samples: 0 }
        families.set(name, family)
      } else if (family?.name !== name || family.samples > 0) throw new Error(`metadata out of place: ${line}`)
      else if (kind === 'UNIT') {
        if (family.unit !== null || !name.endsWith(`_${rest}`)) throw new Error(`unit ${rest} of ${name}`)
        family.unit = rest
      } else {
        if (family.help !== null) throw new Error(`help twice: ${name}`)
        family.help = unescaped(rest)
      }
      continue
    }
    if (!family) throw new Error(`sample before a family: ${line}`)
    const sample = readSample(line, family)
    const series = JSON.stringify([sample.name, Object.entries(sample.labels).sort()])
    if (seen.has(series)) throw new Error(`series twice: ${line}`)
    seen.add(series)
    family.samples += 1
    samples.push(sample)
  }
  for (const { name, samples: count } of families.values()) if (count === 0) throw new Error(`no samples: ${name}`)
  return samples
}

function readSample(line: string, { name: family, type }: Family): ReadSample {
  const head = /^([a-zA-Z_:][a-zA-Z0-9_:]*)/.exec(line)
  const name = head?.[1] ?? ''
  if (name !== `${family}${suffixes[type]}`) throw new Error(`sample ${name} in family ${family}`)
  const labels: Record<string, string> = {}
  let at = name.length
  if (line[at] === '{') {
    at += 1
    while (line[at] !== '}') {
      const label = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(,?)/.exec(line.slice(at))
      if (!label) throw new Error(`labels of ${line}`)
      const [whole, key = '', value = '', comma] = label
      if (Object.hasOwn(labels, key)) throw new Error(`label ${key} twice`)
      labels[key] = unescaped(value)
      at += whole.length
      if (comma === '' && line[at] !== '}') throw new Error(`labels of ${line}`)
    }
    at += 1
  }
  const number = /^ ([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/i.exec(line.slice(at))
  if (!number) throw new Error(`value of ${line}`)
  const value = Number(number[1])
  if (type === 'info' && value !== 1) throw new Error(`info is ${value}`)
  if (type === 'stateset' && (!Object.hasOwn(labels, family) || (value !== 0 && value !== 1))) throw new Error(line)
  return { family, name, labels, value }
}

function unescaped(text: string): string {
  if (/(?<!\\)(?:\\\\)*\\(?![\\"n])/.test(text)) throw new Error(`escape in ${text}`)
  return text.replace(/\\([\\"n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
}
