/**
 * A last look at the built site: every link leads to a page and to a section that is there, and nothing is fetched from another
 * host. VitePress itself looks at files alone, and not at what comes after the `#`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Throws with every finding at once, so that the build fails. */
export function checkBuilt(folder: string): void {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  const pages = new Map(
    paths.filter((path) => path.endsWith('.html')).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  const files = new Set(paths)
  const anchors = new Map([...pages].map(([path, html]) => [path, anchorsOf(html)]))
  const findings = [...pages].flatMap(([path, html]) => [
    ...linksOf(html).flatMap((link) => deadLink(path, link, files, anchors)),
    ...outsideRequests(html).map((address) => `${path}: asks another host for ${address}`),
  ])
  const styles = paths.filter((path) => path.endsWith('.css'))
  for (const path of styles) {
    const asked = readFileSync(join(folder, path), 'utf8').match(/(?:url\(|@import)\s*["']?(?:https?:)?\/\/[^)"'\s]+/g) ?? []
    findings.push(...asked.map((address) => `${path}: asks another host: ${address}`))
  }
  if (findings.length > 0) throw new Error(`The site has ${findings.length} faults:\n${[...new Set(findings)].join('\n')}`)
}

function anchorsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => unescaped(id)))
}

function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => unescaped(href))
}

function deadLink(from: string, link: string, files: Set<string>, anchors: Map<string, Set<string>>): string[] {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(link)) return []
  const [address = '', fragment = ''] = link.split('#')
  const joined = address.startsWith('/') ? address.slice(1) : address === '' ? from : posix.join(posix.dirname(from), address)
  const found = [joined, `${joined}.html`, posix.join(joined, 'index.html')].find((path) => files.has(path))
  if (found === undefined || found === '') return [`${from}: ${link} leads to no page`]
  const isThere = fragment === '' || anchors.get(found)?.has(decodeURIComponent(fragment)) !== false
  return isThere ? [] : [`${from}: ${link} leads to no section of ${found}`]
}

function outsideRequests(html: string): string[] {
  const sources = /<(?:script|img|iframe|source|video|audio|object|embed)\b[^>]*?\s(?:src|srcset|data)="((?:https?:)?\/\/[^"]+)"/g
  const heads = /<link\b[^>]*?\shref="((?:https?:)?\/\/[^"]+)"/g
  return [...html.matchAll(sources), ...html.matchAll(heads)].map(([, address = '']) => address)
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
