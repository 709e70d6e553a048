/**
 * The order in which a reader comes to the pages. One list for both languages; a page that has no German text yet stands in the
 * German list under its English one.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'

export type Language = 'en' | 'de'

/** A page by the name of its file without `.md`, and what the lists call it. */
interface Entry {
  readonly page: string
  readonly en: string
  readonly de: string
  readonly below?: readonly Entry[]
}

interface Group {
  readonly en: string
  readonly de: string
  readonly entries: readonly Entry[]
}

const entry = (page: string, en: string, de: string, below: readonly Entry[] = []): Entry => ({ page, en, de, below })

const groups: readonly Group[] = [
  {
    en: 'Start',
    de: 'Einstieg',
    entries: [
      entry('first-agreement', 'Your first agreement', 'Ihre erste Vereinbarung'),
      entry('templates', 'Agreements to start from', 'Vorlagen'),
      entry('playground', 'Playground', 'Ausprobieren'),
      entry('reading-an-evaluation', 'Reading an evaluation', 'Eine Auswertung lesen'),
      entry('input-files', 'Files with events', 'Dateien mit Ereignissen'),
      entry('command', 'The command', 'Das Kommando'),
    ],
  },
  {
    en: 'The clock',
    de: 'Die Uhr',
    entries: [
      entry('business-hours', 'What a business hour is', 'Was eine Geschäftsstunde ist'),
      entry('holidays', 'Holidays', 'Feiertage'),
      entry('team-calendars', 'Whose hours?', 'Wessen Zeiten?'),
      entry('calendars-you-have', 'Calendars you have', 'Kalender, die es schon gibt'),
      entry('migration', 'Coming from another library', 'Umstieg von anderen Bibliotheken'),
    ],
  },
  {
    en: 'The agreement',
    de: 'Die Vereinbarung',
    entries: [
      entry('readiness', 'Is it ready to be signed?', 'Ist sie unterschriftsreif?'),
      entry('versions', 'Versions', 'Fassungen'),
      entry('diff', 'What changes', 'Was sich ändert'),
      entry('revenue-goal', 'From a revenue goal to promises', 'Vom Umsatzziel zur Zusage'),
    ],
  },
  {
    en: 'Clauses',
    de: 'Klauseln',
    entries: [
      entry('periods', 'Promises over a period', 'Zusagen über einen Zeitraum'),
      entry('what-counts', 'What counts, and whose it is', 'Was zählt, und für wen'),
      entry('cadence', 'Attempts', 'Kontaktversuche'),
    ],
  },
  {
    en: 'Live',
    de: 'Im laufenden Betrieb',
    entries: [
      entry('live', 'What to do next', 'Was als Nächstes zu tun ist'),
      entry('snapshots', 'Snapshots', 'Zustände sichern'),
      entry('engine', 'In json-rules-engine', 'In json-rules-engine'),
      entry('embedding', 'In a page and in a service', 'In einer Seite und in einem Dienst'),
    ],
  },
  {
    en: 'People and reports',
    de: 'Menschen und Berichte',
    entries: [
      entry('scorecard', 'The scorecard', 'Die Scorecard'),
      entry('report', 'The report', 'Der Bericht', [entry('report-page', 'As a page', 'Als Seite')]),
      entry('timeline', "One lead's timeline", 'Der Zeitstrahl eines Leads'),
      entry('enforcement', 'The stick', 'Konsequenzen'),
      entry('incentives', 'The carrot', 'Anreize'),
      entry('fairness', 'Fairness', 'Fairness'),
    ],
  },
  {
    en: 'Data and learning',
    de: 'Aus Daten lernen',
    entries: [
      entry('calibrate', 'Targets from the past', 'Ziele aus der Vergangenheit'),
      entry('backtest', 'Under another agreement', 'Unter einer anderen Vereinbarung'),
      entry('simulate', 'What if?', 'Was wäre, wenn?'),
      entry('statistics', 'Statistics', 'Statistik'),
    ],
  },
  {
    en: 'In writing',
    de: 'Schriftlich',
    entries: [
      entry('in-writing', 'The agreement as a document', 'Die Vereinbarung als Dokument'),
      entry('role-guides', 'Role guides and the table', 'Leitfäden und Verhandlung'),
    ],
  },
  {
    en: 'Reference',
    de: 'Nachschlagen',
    entries: [
      entry('api/index', 'API', 'API'),
      entry('rules', 'Rules', 'Regeln', [
        entry('rules-time', 'Time and events', 'Zeit und Ereignisse'),
        entry('rules-clocks', 'Clocks', 'Uhren'),
        entry('rules-live', 'The live loop', 'Laufender Betrieb'),
      ]),
      entry('errors', 'Errors and findings', 'Fehler und Befunde'),
      entry('laws', 'Laws', 'Gesetze'),
      entry('design', 'Design', 'Entwurf'),
    ],
  },
]

/** Every page that the lists name, by the name of its file without `.md`. */
export const listedPages: readonly string[] = groups.flatMap(({ entries }) =>
  entries.flatMap(({ page, below = [] }) => [page, ...below.map((each) => each.page)]),
)

const docs = fileURLToPath(new URL('../', import.meta.url))

/** Tells whether a page exists in a language. */
export function hasPage(page: string, language: Language): boolean {
  return existsSync(`${docs}${language === 'de' ? 'de/' : ''}${page}.md`)
}

/** The pages that exist in both languages. */
export const inBothLanguages: readonly string[] = ['index', ...listedPages].filter(
  (page) => hasPage(page, 'en') && hasPage(page, 'de'),
)

export function sidebar(language: Language): DefaultTheme.SidebarItem[] {
  return groups.map((group) => ({ text: group[language], items: items(group.entries, language) }))
}

function items(entries: readonly Entry[], language: Language): DefaultTheme.SidebarItem[] {
  return entries.flatMap((each) => {
    if (!hasPage(each.page, 'en')) return []
    const inGerman = language === 'de' && hasPage(each.page, 'de')
    const link = `/${inGerman ? 'de/' : ''}${each.page.replace(/index$/, '')}`
    const text = language === 'de' && !inGerman ? `${each.de} <span class="in-english" lang="en">EN</span>` : each[language]
    const below = items(each.below ?? [], language)
    return [below.length > 0 ? { text, link, items: below, collapsed: true } : { text, link }]
  })
}

export function nav(language: Language): DefaultTheme.NavItem[] {
  const of = (page: string) => `/${language === 'de' && hasPage(page, 'de') ? 'de/' : ''}${page}`
  const [start, clock, written, reference] =
    language === 'de' ? ['Einstieg', 'Geschäftszeit', 'Schriftlich', 'API'] : ['Start', 'Business time', 'In writing', 'API']
  const playground = { text: language === 'de' ? 'Ausprobieren' : 'Playground', link: of('playground') }
  return [
    { text: start, link: of('first-agreement') },
    { text: clock, link: of('business-hours') },
    { text: written, link: of('in-writing') },
    ...(hasPage('playground', 'en') ? [playground] : []),
    { text: reference, link: '/api/', activeMatch: '^/api/' },
  ]
}
