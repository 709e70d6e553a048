/** The style of a page: readable on a phone and in the dark, and made to be printed and signed. */

/** Returns the style sheet; `foot` stands at the foot of every printed page. */
export function pageStyle(foot: string): string {
  return `${screen}\n@page {\n  margin: 18mm 17mm 20mm;\n  @bottom-left { content: ${cssText(foot)}; font: 8pt sans-serif; }\n  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; }\n}\n${print}`
}

/** Letters and digits as they are, everything else by its number, so that nothing can end the text or the sheet. */
function cssText(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)
  return `"${safe}"`
}

const screen = `:root {
  color-scheme: light dark;
  --text: #1b1f24; --quiet: #57606a; --paper: #fff; --soft: #f3f5f7; --rule: #c9d1d9;
  --link: #0b57a4; --accent: #0b57a4; --open-text: #5c3d00; --open: #fff3cf; --open-rule: #b07d00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6e9ed; --quiet: #a3adb8; --paper: #14171b; --soft: #1f242a; --rule: #3d4650;
    --link: #85b8f5; --accent: #85b8f5; --open-text: #ffe2a0; --open: #3a2d05; --open-rule: #d7a53a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
main { max-width: 54rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.1rem; line-height: 1.35; margin: 1.75rem 0 .5rem; }
h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 .4rem; }
.number { color: var(--quiet); font-weight: 400; }
.mark { font-size: .8em; font-weight: 400; color: var(--quiet); }
p, ul, dl, figure, blockquote, .wide, .lines, .questions { margin: .6rem 0; }
ul { padding-inline-start: 1.3rem; }
a { color: var(--link); }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: break-word; }
nav { background: var(--soft); padding: .75rem 1rem; border-radius: 6px; }
nav p { margin: 0 0 .3rem; font-weight: 600; }
nav ul { list-style: none; margin: 0; padding: 0; columns: 16rem; }
nav li { break-inside: avoid; }
blockquote { border-inline-start: 3px solid var(--rule); padding-inline-start: 1rem; margin-inline: 0; color: var(--quiet); }
blockquote p { margin: 0; }
.promise { font-size: 1.05em; }
.quiet { color: var(--quiet); }
.example { background: var(--soft); border-inline-start: 3px solid var(--accent); padding: .6rem .9rem; }
.questions { background: var(--open); color: var(--open-text); border-inline-start: 3px solid var(--open-rule); padding: .6rem .9rem; }
.questions p, .questions ul { margin: 0; }
.questions a { color: inherit; }
mark { background: var(--open); color: var(--open-text); padding: 0 .2em; }
dl > div { display: grid; grid-template-columns: minmax(8rem, 13rem) 1fr; gap: 0 1rem; padding: .3rem 0; border-bottom: 1px solid var(--rule); }
dt { font-weight: 600; grid-column: 1; grid-row: 1 / span 99; overflow-wrap: anywhere; }
dd { margin: 0; grid-column: 2; min-width: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .94rem; }
caption { text-align: start; color: var(--quiet); padding: .2rem 0 .4rem; }
th, td { text-align: start; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; min-width: 5.5rem; }
thead th { border-bottom-width: 2px; background: var(--soft); }
tbody th { font-weight: 600; }
figure { margin-inline: 0; }
figure svg { max-width: 100%; height: auto; display: block; margin: 0 auto; }
figcaption { color: var(--quiet); font-size: .94rem; margin-top: .5rem; }
svg text { font: 600 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: var(--text); }
svg .state { fill: var(--soft); stroke: var(--accent); stroke-width: 1.5; }
svg .inner { fill: none; stroke: var(--accent); stroke-width: 1; }
svg .move { fill: none; stroke: var(--quiet); stroke-width: 1.3; }
svg .head, svg .dot { fill: var(--quiet); }
.line { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1.5rem; padding: 1.6rem 0 .2rem; break-inside: avoid; }
.line > div { display: flex; flex-direction: column; justify-content: flex-end; }
.line .label { order: 2; border-top: 1px solid var(--text); font-size: .8rem; color: var(--quiet); padding-top: .15rem; }
.line .blank { display: block; min-height: 1.5em; }
@media (max-width: 36rem) {
  main { padding-inline: 1rem; }
  dl > div { grid-template-columns: 1fr; }
  dt, dd { grid-column: 1; grid-row: auto; }
  h1 { font-size: 1.4rem; }
}`

const print = `@media print {
  :root {
    color-scheme: light;
    --text: #000; --quiet: #444; --paper: #fff; --soft: #f2f2f2; --rule: #bbb;
    --link: #000; --accent: #333; --open-text: #000; --open: #fff; --open-rule: #000;
  }
  body { font-size: 10.5pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  a { text-decoration: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  .promise, .example, blockquote, caption { break-after: avoid; break-inside: avoid; }
  li:last-child, dl > div:last-child, tbody tr:last-child { break-before: avoid; }
  tr, dl > div, li, figure, .questions, .example, .line { break-inside: avoid; }
  thead { display: table-header-group; }
  .wide { overflow: visible; }
  table { font-size: 9.5pt; }
  p { orphans: 3; widows: 3; }
  mark { outline: 1px solid #000; }
  figure svg { max-height: 210mm; }
}`
