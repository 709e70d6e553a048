/** The list beside the pages of the API: the entry points alone, for each has a page that lists what it exports. */
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DefaultTheme } from 'vitepress'

const generated = fileURLToPath(new URL('../../api/lead-sla/', import.meta.url))
const kinds = new Set(['classes', 'enumerations', 'functions', 'interfaces', 'type-aliases', 'variables'])

export function referenceSidebar(): DefaultTheme.SidebarItem[] {
  const folders = existsSync(generated) ? readdirSync(generated, { withFileTypes: true }) : []
  const entryPoints = folders.filter((each) => each.isDirectory() && !kinds.has(each.name)).map(({ name }) => name)
  const items = entryPoints.sort().map((name) => ({ text: `lead-sla/${name}`, link: `/api/lead-sla/${name}/` }))
  return [
    { text: 'API', link: '/api/', items: [{ text: 'lead-sla', link: '/api/lead-sla/' }, ...items] },
    { text: 'Pages', items: [{ text: 'All pages', link: '/' }] },
  ]
}
