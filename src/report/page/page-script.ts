/**
 * What the page can do when scripts run: sort and filter tables, change its colours, and show beside a number what it rests on.
 * Everything that it shows stands in the page; without it numbers lead to the end of the page instead.
 */

/** Runs before the page is drawn, so that nothing moves when the controls come. */
export const firstScript = `document.documentElement.classList.add('js')`

export const pageScript = `(() => {
  const all = (query, from = document) => [...from.querySelectorAll(query)]
  for (const input of all('input[name=theme]')) input.addEventListener('change', () => {
    const root = document.documentElement
    if (input.value === 'auto') root.removeAttribute('data-theme')
    else root.setAttribute('data-theme', input.value)
  })

  const valueOf = (row, column) => {
    const cell = row.cells[column]
    const given = cell.dataset.v ?? cell.querySelector('time')?.dateTime
    const text = cell.textContent.trim()
    if (given === undefined) return !cell.classList.contains('n') ? text : text === '' || Number.isNaN(Number(text)) ? null : Number(text)
    return given !== '' && !Number.isNaN(Number(given)) ? Number(given) : given
  }
  const compared = (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return a - b
    return String(a).localeCompare(String(b), document.documentElement.lang)
  }
  for (const table of all('table.sort')) {
    const heads = all('thead th', table)
    heads.forEach((head, column) => {
      const button = document.createElement('button')
      button.type = 'button'
      button.append(...head.childNodes)
      head.append(button)
      button.addEventListener('click', () => {
        const isUp = head.getAttribute('aria-sort') === 'ascending'
        const isDown = head.getAttribute('aria-sort') === 'descending'
        const down = isUp || (!isDown && head.classList.contains('n'))
        for (const other of heads) other.removeAttribute('aria-sort')
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
        const body = table.tBodies[0]
        const rows = [...body.rows].map((row, index) => ({ row, index, value: valueOf(row, column) }))
        rows.sort((a, b) => {
          if (a.value === null || b.value === null) return (a.value === null) - (b.value === null) || a.index - b.index
          return (down ? -1 : 1) * compared(a.value, b.value) || a.index - b.index
        })
        body.append(...rows.map(({ row }) => row))
      })
    })
  }

  const filter = document.querySelector('#filter')
  const said = document.querySelector('#filtered')
  const found = all('table.filter tbody tr').map((row) => ({ row, text: row.textContent.toLowerCase() }))
  filter.addEventListener('input', () => {
    const words = filter.value.toLowerCase().split(/\\s+/).filter((word) => word !== '')
    let shown = 0
    for (const { row, text } of found) {
      row.hidden = !words.every((word) => text.includes(word))
      if (!row.hidden) shown++
    }
    said.textContent = words.length === 0 ? '' : said.dataset.text.replace('{shown}', shown).replace('{all}', found.length)
  })

  const dialog = document.querySelector('#opened')
  const body = dialog.querySelector('.content')
  const clocks = JSON.parse(document.querySelector('#clocks')?.textContent ?? '{ "rows": {} }')
  const made = (tag, content, attributes = {}) => {
    const element = document.createElement(tag)
    element.append(...content)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  }
  const tableOf = (rows) => {
    const heads = clocks.heads.map((head) => made('th', [head], { scope: 'col' }))
    const cells = (row) => row.map((text, at) => made(at === 0 ? 'th' : 'td', [made('bdi', [text])], at === 0 ? { scope: 'row' } : {}))
    const parts = [made('caption', [clocks.caption]), made('thead', [made('tr', heads)]), made('tbody', rows.map((row) => made('tr', cells(row))))]
    return made('div', [made('table', parts)], { class: 'wide', role: 'group', tabindex: '0', 'aria-label': clocks.caption })
  }
  const open = (entry) => {
    const [about, sentence] = entry.children
    dialog.querySelector('h2').replaceChildren(...about.cloneNode(true).childNodes)
    const text = document.createElement('p')
    text.append(...sentence.cloneNode(true).childNodes)
    const parts = [text]
    const rows = (entry.dataset.c ?? '').split(' ').filter((key) => key !== '').map((key) => clocks.rows[key].map((text) => clocks.texts[text]))
    if (rows.length > 0) parts.push(tableOf(rows))
    const more = entry.querySelector('small span')
    if (more !== null) parts.push(more.cloneNode(true))
    body.replaceChildren(...parts)
    dialog.showModal()
  }
  for (const link of all('a.o')) link.setAttribute('aria-haspopup', 'dialog')
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.o')
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    open(document.querySelector(link.hash))
  })
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.closest('.close') !== null) dialog.close()
  })
})()`
