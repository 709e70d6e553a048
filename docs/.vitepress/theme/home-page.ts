/**
 * The home page: a head, and the Markdown of the index below it. It stands in for the theme's own, which has no landmark that a
 * reader with a screen reader could jump to.
 */
import { Content } from 'vitepress'
import { VPHomeContent, VPHomeHero } from 'vitepress/theme'
import { type FunctionalComponent, h } from 'vue'

const HomePage: FunctionalComponent = () =>
  h('main', { class: 'VPHome' }, [h(VPHomeHero), h(VPHomeContent, null, () => h(Content))])

// The theme takes its parts as default exports and in no other way.
export default HomePage
