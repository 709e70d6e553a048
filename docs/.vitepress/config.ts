/**
 * The site around the pages. The pages are plain Markdown that reads as well on GitHub; what only the site needs, such as the
 * head of the home page, is added here. Nothing is asked of another host, and no date of the machine is written.
 */
import { fileURLToPath } from 'node:url'
import { defineConfigWithTheme, type PageData } from 'vitepress'
import { anchorOf } from './anchors.ts'
import { checkBuilt } from './built.ts'
import { hasPage, inBothLanguages, type Language, nav, sidebar } from './navigation.ts'
import { plainMarkdown } from './plain-markdown.ts'
import { referenceSidebar } from './reference/sidebar.ts'
import type { SiteTheme } from './site-theme.ts'
import { germanLabels, germanSearch, hero } from './words.ts'

const source = (path: string): string => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))
const theme = (path: string): string => fileURLToPath(new URL(`theme/${path}`, import.meta.url))

export default defineConfigWithTheme<SiteTheme>({
  title: 'lead-sla',
  description: 'Agreements between marketing and sales as typed, versioned rules, evaluated on a holiday-aware business clock.',
  srcExclude: ['.vitepress/**', '**/README.md'],
  lastUpdated: false,
  metaChunk: true,
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `data:image/svg+xml,${encodeURIComponent(icon())}` }]],
  markdown: {
    anchor: { slugify: anchorOf },
    toc: { slugify: anchorOf },
    headers: { slugify: anchorOf },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    languageAlias: { ndjson: 'json' },
    attrs: { disable: true },
    config: plainMarkdown,
  },
  locales: {
    root: { label: 'English', lang: 'en' },
    de: {
      label: 'Deutsch',
      lang: 'de',
      link: '/de/',
      description:
        'Vereinbarungen zwischen Marketing und Vertrieb als geprüfte, versionierte Regeln auf einer Uhr, die Feiertage kennt.',
      themeConfig: { ...germanLabels, inBothLanguages, nav: nav('de'), sidebar: { '/de/': sidebar('de') } },
    },
  },
  themeConfig: {
    inBothLanguages,
    nav: nav('en'),
    sidebar: { '/api/': referenceSidebar(), '/': sidebar('en') },
    outline: { level: [2, 3], label: 'On this page' },
    footer: { message: 'Under the MIT licence.' },
    notFound: { linkLabel: 'Take me home' },
    externalLinkIcon: true,
    search: {
      provider: 'local',
      options: {
        locales: { de: germanSearch },
        miniSearch: {
          searchOptions: {
            prefix: true,
            fuzzy: 0.2,
            boost: { title: 4, titles: 1, text: 2 },
            // Pages answer questions; a name of the API is found by typing it.
            boostDocument: (id: string) => (id.startsWith('/api/') ? 0.5 : 1),
          },
        },
      },
    },
  },
  vite: {
    resolve: {
      alias: [
        { find: /^\.{1,2}\/composables\/langs$/, replacement: theme('languages.ts') },
        { find: /^\.\/VPHome\.vue$/, replacement: theme('home-page.ts') },
        { find: /^lead-sla$/, replacement: source('index.ts') },
        { find: /^lead-sla\/([\w-]+)$/, replacement: source('$1.ts') },
      ],
    },
    // A comment inside zod that rollup cannot place is no news to anybody here.
    build: {
      chunkSizeWarningLimit: 4_000,
      rollupOptions: { onwarn: (log, warn) => log.code === 'INVALID_ANNOTATION' || warn(log) },
    },
  },
  transformPageData(page) {
    if (page.relativePath === 'index.md') return { frontmatter: { ...page.frontmatter, ...home('en') } }
    if (page.relativePath === 'de/index.md') return { frontmatter: { ...page.frontmatter, ...home('de') } }
    if (page.relativePath.startsWith('api/')) return reference(page)
    return undefined
  },
  buildEnd: ({ outDir }) => checkBuilt(outDir),
})

function home(language: Language) {
  const words = hero[language]
  const of = (page: string) => `/${language === 'de' && hasPage(page, 'de') ? 'de/' : ''}${page}`
  const start = { theme: 'brand', text: words.start, link: of('first-agreement') }
  const playground = { theme: 'alt', text: words.playground, link: of('playground') }
  return {
    layout: 'home',
    sidebar: false,
    hero: {
      name: 'lead-sla',
      text: words.text,
      tagline: words.tagline,
      actions: [start, hasPage('playground', 'en') ? playground : { theme: 'alt', text: words.reference, link: '/api/' }],
    },
  }
}

/** Pages of the API exist in English only, and are told apart by their kind in the search. */
function reference(page: PageData): Partial<PageData> {
  return { frontmatter: { ...page.frontmatter, pageClass: 'reference', outline: [2, 3] } }
}

function icon(): string {
  const hand = 'stroke="#fff" stroke-width="7" stroke-linecap="round" fill="none"'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="#2563c9"/><path d="M32 15v18l13 9" ${hand}/></svg>`
}
