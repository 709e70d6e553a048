import type { DefaultTheme } from 'vitepress'

/** What the theme is told: beside VitePress's own, the pages that exist in both languages, by their names without `.md`. */
export interface SiteTheme extends DefaultTheme.Config {
  readonly inBothLanguages: readonly string[]
}
