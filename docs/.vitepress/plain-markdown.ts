/**
 * The pages are Markdown as GitHub reads it, without anything of Vue. So braces in a text are braces. Pages also point at files of
 * the repository, such as the test behind a law: on GitHub that is a link; the site holds the pages alone, and shows a name.
 */
import type { MarkdownRenderer } from 'vitepress'

const outside = /^(?:\.\.\/)+(?:test|src|examples|CHANGELOG\.md|README\.md|LICENSE)(?:\/|$)/

export function plainMarkdown(markdown: MarkdownRenderer): void {
  unlinkOutside(markdown)
  const { code_inline: code, text } = markdown.renderer.rules
  markdown.renderer.rules.code_inline = (tokens, index, ...rest) => braced(code?.(tokens, index, ...rest) ?? '')
  markdown.renderer.rules.text = (tokens, index, ...rest) => braced(text?.(tokens, index, ...rest) ?? '')
}

/** Vue reads two braces as an expression, but not where they are written as characters of HTML. */
function braced(html: string): string {
  return html.replaceAll('{{', '&#123;&#123;').replaceAll('}}', '&#125;&#125;')
}

function unlinkOutside(markdown: MarkdownRenderer): void {
  markdown.core.ruler.before('replacements', 'outside-links', ({ tokens }) => {
    for (const { children } of tokens) {
      let isOutside = false
      for (const token of children ?? []) {
        if (token.type === 'link_open' && outside.test(String(token.attrGet('href')))) {
          isOutside = true
          const href = String(token.attrGet('href')).replace(/^(?:\.\.\/)+/, '')
          token.attrs = [['title', href]]
          token.tag = 'span'
        } else if (token.type === 'link_close' && isOutside) {
          isOutside = false
          token.tag = 'span'
        }
      }
    }
  })
}
