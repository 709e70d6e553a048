/**
 * The theme's search says of itself that it is a button, and of its results that they are options, with links inside of both:
 * nothing that a screen reader can make sense of. It is a dialog with a field and a list of links, so that is what it gets to be.
 */
const mends: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  '.VPLocalSearchBox': {
    ...{ role: 'dialog', 'aria-modal': 'true' },
    ...{ 'aria-expanded': null, 'aria-haspopup': null, 'aria-owns': null },
  },
  '#localsearch-input': { 'aria-activedescendant': null, 'aria-autocomplete': null },
  '#localsearch-list': { role: null },
  '.VPLocalSearchBox .results > li': { role: null, 'aria-selected': null },
  '.VPLocalSearchBox .result': { 'aria-label': null },
  '.VPLocalSearchBox kbd[aria-label]': { role: 'img' },
  '.VPLocalSearchBox .result:not(.selected)': { 'aria-current': null },
  '.VPLocalSearchBox .result.selected': { 'aria-current': 'true' },
}
const watched = [...new Set(Object.values(mends).flatMap((wanted) => Object.keys(wanted))), 'class']

/** Mends the search box whenever the theme draws it. */
export function mendSearch(body: HTMLElement): void {
  let drawn: MutationObserver | undefined
  // The box is put at the end of the body when it opens, so that only its coming and going has to be watched all the time.
  new MutationObserver(() => {
    const box = body.querySelector(':scope > .VPLocalSearchBox')
    if ((box === null) === (drawn === undefined)) return
    drawn?.disconnect()
    drawn = box ? new MutationObserver(mend) : undefined
    if (box) drawn?.observe(box, { childList: true, subtree: true, attributes: true, attributeFilter: watched })
    mend()
  }).observe(body, { childList: true })
}

function mend(): void {
  for (const [selector, wanted] of Object.entries(mends)) {
    for (const element of document.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(wanted)) {
        if (value === null) element.removeAttribute(name)
        else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
      }
    }
  }
}
