const codeHeading = /^#{2,3} `?([a-z]+(?:-[a-z]+)+)`?$/

/** Returns the sections of a page whose heading is a code in kebab case, with the text down to the next heading. */
export function sections(page: string): Map<string, string> {
  const found = new Map<string, string>()
  let code: string | undefined
  let fenced = false
  for (const line of page.trimEnd().split('\n')) {
    if (line.startsWith('```')) fenced = !fenced
    if (!fenced && /^#{1,3} /.test(line)) {
      code = codeHeading.exec(line)?.[1]
      if (code !== undefined) found.set(code, '')
    } else if (code !== undefined) found.set(code, `${found.get(code)}${line}\n`)
  }
  return found
}

export function headings(page: string): string[] {
  return [...sections(page).keys()]
}
