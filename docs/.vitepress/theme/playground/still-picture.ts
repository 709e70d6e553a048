/**
 * A picture of the library's as part of the page, so that its text can be selected and read aloud. Names in it may come from a
 * stranger's link: whatever could run or fetch is taken out once more, and its style stays inside of it.
 */

const allowed = new Set(
  'svg g defs style title desc rect circle ellipse line path polygon polyline text tspan pattern clipPath linearGradient stop marker use symbol mask'.split(
    ' ',
  ),
)

/** Puts the picture into an element in place of what was there; returns false where the text is no picture. */
export function showPicture(host: HTMLElement, svg: string): boolean {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
  const root = parsed.documentElement
  if (root.localName !== 'svg' || parsed.querySelector('parsererror')) return false
  for (const element of [...root.querySelectorAll('*')]) if (!allowed.has(element.localName)) element.remove()
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      const leadsOut = /href$/i.test(name) && !value.startsWith('#')
      if (/^on/i.test(name) || leadsOut || /url\((?!["']?#)/i.test(value)) element.removeAttribute(name)
    }
  }
  for (const style of root.querySelectorAll('style')) if (/url\((?!["']?#)|@import/i.test(style.textContent ?? '')) style.remove()
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const own = document.createElement('style')
  own.textContent = ':host { display: block } svg { display: block; max-width: 100%; height: auto }'
  shadow.replaceChildren(own, document.importNode(root, true))
  return true
}
