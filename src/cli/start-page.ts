/** The page beside an agreement to start from: what it is, why its numbers are what they are, and what to do next. */
import type { Template } from '../templates/catalogue.ts'
import type { Language } from '../writing/languages.ts'

interface PageWords {
  readonly files: readonly [agreement: string, events: string]
  readonly next: string
  readonly steps: readonly string[]
  readonly why: string
  readonly look: string
}

const words: Readonly<Record<Language, PageWords>> = {
  en: {
    files: ['the agreement', 'an example: what happened to some leads under it'],
    next: 'What to do with it',
    steps: [
      'Put in your own parties, people, hours and holidays.',
      'Go through the definitions together, until both sides would explain them in the same words.',
      'Set the numbers: the reasons for those that stand there are below, and yours will be others.',
      'Print it, sign it, and write down the dates: `signedOn`.',
    ],
    why: 'Why the numbers are what they are',
    look: 'Look at it',
  },
  de: {
    files: ['die Vereinbarung', 'ein Beispiel: was mit einigen Leads unter ihr geschah'],
    next: 'Was Sie damit tun',
    steps: [
      'Tragen Sie Ihre eigenen Parteien, Menschen, Zeiten und Feiertage ein.',
      'Gehen Sie die Definitionen gemeinsam durch, bis beide Seiten sie mit denselben Worten erklären würden.',
      'Setzen Sie die Zahlen: Warum die vorhandenen dort stehen, steht unten; Ihre werden andere sein.',
      'Drucken Sie sie aus, unterschreiben Sie und tragen Sie das Datum ein: `signedOn`.',
    ],
    why: 'Warum die Zahlen sind, wie sie sind',
    look: 'Sehen Sie sie an',
  },
}

/** Returns the page as Markdown. */
export function startPage({ title, summary, agreement, commentary, asOf }: Template, lang: Language, folder: string): string {
  const { files, next, steps, why, look } = words[lang]
  const [before, after] = lang === 'de' ? ['„', '“'] : ['“', '”']
  const paths = { agreement: quoted(`${folder}/agreement.json`), events: quoted(`${folder}/events.ndjson`) }
  const reasons = commentary.map(({ about, text }) => {
    const clause = agreement.clauses[about]
    return `**${before}${clause?.title ?? about}${after}** (\`${about}\`). ${text}`
  })
  return `${[
    `# ${title}`,
    summary,
    `- \`agreement.json\`: ${files[0]}\n- \`events.ndjson\`: ${files[1]}`,
    `## ${next}`,
    steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
    `## ${look}`,
    [
      '```sh',
      `lead-sla check ${paths.agreement}`,
      `lead-sla render ${paths.agreement} --lang ${lang} --format html --out ${quoted(`${folder}/agreement.html`)}`,
      `lead-sla evaluate ${paths.agreement} ${paths.events} --as-of ${asOf}`,
      '```',
    ].join('\n'),
    `## ${why}`,
    ...reasons,
  ].join('\n\n')}\n`
}

/** A path with anything but plain characters is quoted for the shell. */
function quoted(path: string): string {
  return /^[\w./@-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
