/**
 * The switch of languages. It stands in for the theme's own, which links every page to one of the same name in the other language,
 * whether there is one or not: from a page that exists in one language only, this one leads to the other's first page.
 */
import { useData } from 'vitepress'
import { type ComputedRef, computed } from 'vue'
import type { SiteTheme } from '../site-theme.ts'

interface Languages {
  readonly currentLang: ComputedRef<{ label: string | undefined; link: string }>
  readonly localeLinks: ComputedRef<{ text: string; link: string }[]>
}

const homeOf = (key: string): string => (key === 'root' ? '/' : `/${key}/`)

export function useLangs({ correspondingLink = false } = {}): Languages {
  const { site, localeIndex, page, theme } = useData<SiteTheme>()
  const current = computed(() => homeOf(localeIndex.value))
  const path = computed(() => page.value.relativePath.slice(current.value.length - 1).replace(/\.md$/, ''))
  const linkTo = (home: string): string =>
    correspondingLink && theme.value.inBothLanguages.includes(path.value) ? `${home}${path.value.replace(/^index$/, '')}` : home
  return {
    currentLang: computed(() => ({ label: site.value.locales[localeIndex.value]?.label, link: current.value })),
    localeLinks: computed(() =>
      Object.entries(site.value.locales)
        .filter(([key]) => key !== localeIndex.value)
        .map(([key, { label }]) => ({ text: label, link: linkTo(homeOf(key)) })),
    ),
  }
}
