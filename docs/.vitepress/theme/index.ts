/**
 * The look of the site: VitePress's own theme with the colours of this project, and what pages may use beyond Markdown. The
 * playground is loaded when a page shows it, and the site builds without it where its folder is absent.
 */

import type { Theme } from 'vitepress'
import DefaultTheme from 'vitepress/theme'
import { type Component, defineAsyncComponent } from 'vue'
import { mendSearch } from './search-box.ts'
import './style.css'

const playgrounds = import.meta.glob<Component>('./playground/LeadPlayground.vue', { import: 'default' })

const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    if (!import.meta.env.SSR) mendSearch(document.body)
    for (const load of Object.values(playgrounds)) app.component('Playground', defineAsyncComponent(load))
  },
}

// VitePress takes a theme as a default export and in no other way.
export default theme
