/** One family of metrics as OpenMetrics writes it. **Source** OpenMetrics 1.0.0. */

export type Labels = Readonly<Record<string, string>>

export interface Sample {
  readonly labels: Labels
  readonly value: number
}

export interface Family {
  readonly name: string
  readonly type: 'gauge' | 'info' | 'stateset'
  /** The last part of the name, where it is a unit that OpenMetrics knows. */
  readonly unit?: 'seconds' | 'ratio'
  readonly help: string
  readonly samples: readonly Sample[]
}

/** Returns the lines of a family; none where it has no samples. */
export function familyText({ name, type, unit, help, samples }: Family): string {
  if (samples.length === 0) return ''
  const sampleName = type === 'info' ? `${name}_info` : name
  const head = [`# TYPE ${name} ${type}`, ...(unit ? [`# UNIT ${name} ${unit}`] : []), `# HELP ${name} ${escaped(help)}`]
  const lines = samples.map(({ labels, value }) => {
    const told = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`)
    return `${sampleName}{${told.join(',')}} ${value}`
  })
  return `${[...head, ...lines].join('\n')}\n`
}

/** Halves of characters cannot be written in UTF-8. */
function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('"', '\\"')
}
