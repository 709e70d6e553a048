/**
 * The style of the page: quiet, dense and with room to breathe; light, dark, on paper, on a phone and in forced colours. Colours
 * are of a palette that people who see fewer colours tell apart, and none of them is all there is to see.
 */
import { chartStyle } from './chart-style.ts'
import { printStyle } from './print-style.ts'

const light = `color-scheme: light;
  --text: #1a1f26; --quiet: #57606a; --paper: #fff; --ground: #f5f6f8; --soft: #edf0f3; --rule: #d3d9e0; --link: #0b57a4;
  --good: #00614a; --bad: #a03600; --warn: #7a4b00; --kept: #0072b2; --late: #d55e00; --later: #7f2d00; --band: #9cc7e4;
  --age-1: #c3dff0; --age-2: #7db9de; --age-3: #2b86c0; --other: #8d97a3; --faint: #c5ccd4; --system: #8a5a00; --open: #009e73;
  --l1: #d9e8f5; --l2: #b0d2ea; --l3: #6baed6; --l4: #2171b5; --l5: #08306b; --n4: #fff; --n5: #fff;
  --shadow: 0 1px 2px rgb(20 30 45 / .07);`

const dark = `color-scheme: dark;
  --text: #e6e9ed; --quiet: #a6b0bb; --paper: #171b21; --ground: #0f1216; --soft: #222830; --rule: #39424d; --link: #85b8f5;
  --good: #5fd3ad; --bad: #ff9d68; --warn: #f2b84b; --kept: #4ea8de; --late: #f5803e; --later: #ffc9a8; --band: #2c5f82;
  --age-1: #2a4d66; --age-2: #3a7ca8; --age-3: #6fbdea; --other: #8793a0; --faint: #4c5763; --system: #e0a63a; --open: #2fc596;
  --l1: #17324a; --l2: #1b4a70; --l3: #1f6399; --l4: #62ade0; --l5: #c0e2f8; --n4: #0f1216; --n5: #0f1216;
  --shadow: none;`

const screen = `* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: anywhere; }
main, body > header, body > footer { max-width: 78rem; margin: 0 auto; padding: 0 1.5rem; }
.skip { position: absolute; inset-inline-start: .5rem; top: -4rem; background: var(--paper); color: var(--link); padding: .5rem 1rem; border-radius: 6px; z-index: 2; }
.skip:focus { top: .5rem; }
a { color: var(--link); text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
body > header { padding-top: 2rem; }
.kicker { margin: 0; color: var(--quiet); font-size: .85rem; letter-spacing: .04em; text-transform: uppercase; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: .15rem 0 .4rem; text-wrap: balance; }
h1 span { font-weight: 400; color: var(--quiet); }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 .5rem; }
h3 { font-size: 1rem; line-height: 1.4; margin: 0 0 .25rem; }
h3 small { font-weight: 400; font-size: .9rem; }
p { margin: .4rem 0 .8rem; max-width: 60rem; }
.facts { color: var(--quiet); font-size: .9rem; margin: 0 0 1rem; }
.quiet, small { color: var(--quiet); font-size: inherit; }
.headline { display: flex; gap: .75rem; align-items: baseline; background: var(--paper); border: 1px solid var(--rule); border-inline-start: 5px solid var(--quiet); border-radius: 8px; padding: .9rem 1.1rem; font-size: 1.15rem; line-height: 1.45; max-width: none; margin: 0 0 1rem; box-shadow: var(--shadow); }
.headline.good { border-inline-start-color: var(--good); }
.headline.attention { border-inline-start-color: var(--late); }
.headline .sign { font-size: 1em; }
.headline.good .sign { color: var(--good); }
.headline.attention .sign { color: var(--bad); }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; display: flex; flex-wrap: wrap; gap: .35rem; font-size: .88rem; }
nav a { display: block; padding: .3rem .65rem; border: 1px solid var(--rule); border-radius: 99px; background: var(--paper); text-decoration: none; }
nav a:hover { text-decoration: underline; }
.controls { display: none; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; font-size: .88rem; margin: 0 0 1rem; }
.js .controls { display: flex; }
.controls fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: .9rem; align-items: center; }
.controls legend { float: inline-start; padding: 0; margin-inline-end: .9rem; color: var(--quiet); }
.controls input[type=search] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--other); border-radius: 6px; padding: .3rem .6rem; width: 13rem; max-width: 100%; margin-inline-start: .5rem; }
.controls label { color: var(--quiet); }
main > section { background: var(--paper); border: 1px solid var(--rule); border-radius: 10px; padding: 1.4rem 1.5rem; margin: 0 0 1.25rem; box-shadow: var(--shadow); }
body > footer { color: var(--quiet); font-size: .85rem; padding-bottom: 3rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1.25rem; }
.card { border: 1px solid var(--rule); border-radius: 8px; padding: 1rem 1.1rem; }
.card h3 { font-size: 1.1rem; }
.counts { display: flex; flex-wrap: wrap; gap: .4rem 1.1rem; margin: .4rem 0 .6rem; }
.counts div { display: flex; flex-direction: column-reverse; }
.counts dt { color: var(--quiet); font-size: .8rem; }
.counts dd { margin: 0; font-size: 1.35rem; font-weight: 600; line-height: 1.2; font-variant-numeric: tabular-nums; }
.counts .bad dd { color: var(--bad); }
.lines { list-style: none; margin: 0; padding: 0; }
.lines li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .1rem 1rem; align-items: baseline; padding: .55rem 0; border-top: 1px solid var(--rule); }
.lines .name small { text-align: start; display: block; font-size: .85rem; line-height: 1.35; }
.lines b { color: var(--text); font-size: 1.05rem; font-variant-numeric: tabular-nums; }
.lines .periods .name { grid-column: 1 / -1; }
.lines .figure { font-size: 1.15rem; font-weight: 600; font-variant-numeric: tabular-nums; text-align: end; }
.lines .strip { align-self: center; width: 100%; max-width: 15rem; }
.lines li > small { text-align: end; font-size: .85rem; }
.strip { display: inline-block; position: relative; width: 6rem; height: .5rem; border-radius: 99px; background: linear-gradient(to right, transparent calc(var(--l) * 100%), var(--band) 0 calc(var(--h) * 100%), transparent 0) var(--soft); vertical-align: middle; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.strip::after { content: ""; position: absolute; left: calc(var(--s) * 100%); top: 50%; width: .7rem; height: .7rem; border-radius: 50%; background: var(--kept); border: 2px solid var(--kept); transform: translate(-50%, -50%); box-sizing: border-box; }
.strip.small::after { background: var(--paper); }
.strip.none { background: var(--soft); }
.strip.none::after { content: none; }
.range { display: block; white-space: nowrap; font-variant-numeric: tabular-nums; }
.range small { display: block; }
.mark { white-space: nowrap; font-weight: 600; color: var(--quiet); }
.mark.met { color: var(--good); }
.mark.onTrack, .mark.open { color: var(--link); }
.mark.behind { color: var(--warn); }
.mark.missed, .mark.metLate, .mark.openBreached { color: var(--bad); }
.late { color: var(--bad); white-space: nowrap; }
.wide { overflow-x: auto; margin: .5rem 0 1.1rem; max-width: 100%; overscroll-behavior-x: contain; }
.long { max-height: 27rem; overflow-y: auto; border-bottom: 1px solid var(--rule); }
.long thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; box-shadow: inset 0 -2px var(--rule); }
table { border-collapse: collapse; font-size: .86rem; line-height: 1.4; min-width: 100%; }
caption { text-align: start; font-weight: 600; padding: .2rem 0 .45rem; }
caption small { font-weight: 400; }
th, td { overflow-wrap: break-word; text-align: start; vertical-align: top; padding: .4rem .5rem; border-bottom: 1px solid var(--rule); }
th:first-child, td:first-child { padding-inline-start: .2rem; }
thead th { color: var(--quiet); font-weight: 600; font-size: .8rem; border-bottom: 2px solid var(--rule); vertical-align: bottom; min-width: 3.5rem; overflow-wrap: normal; }
tbody th, tfoot th { overflow-wrap: anywhere; font-weight: 400; min-width: 11rem; max-width: 22rem; }
figure tbody th { min-width: 7.5rem; }
tfoot td, tfoot th { color: var(--quiet); }
.n { text-align: end; font-variant-numeric: tabular-nums; }
td.n, time { white-space: nowrap; }
tbody tr:hover { background: var(--ground); }
th button { all: unset; cursor: pointer; position: relative; }
th button:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
th button:hover { text-decoration: underline; }
th[aria-sort] button::after { content: "▲"; font-size: .65em; position: absolute; inset-inline-start: calc(100% + .25em); top: .35em; }
th[aria-sort=descending] button::after { content: "▼"; }
.rank { display: inline-block; min-width: 1.8rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.rank.quiet { font-weight: 400; }
.shade { display: inline-block; min-width: 3.6rem; padding: 0 .3rem; border-radius: 3px; background: linear-gradient(to right, var(--l2) calc(var(--s) * 100%), var(--soft) 0); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.because { margin: 0; padding-inline-start: 1.1rem; min-width: 14rem; }
details > summary { cursor: pointer; color: var(--link); font-size: .88rem; width: fit-content; }
details.cell > summary { color: inherit; font-size: inherit; text-decoration: underline dotted; text-underline-offset: .2em; margin-inline-start: auto; }
details.cell ul { margin: .3rem 0 0; padding-inline-start: 1.1rem; text-align: start; white-space: normal; min-width: 13rem; color: var(--quiet); }
a.o { color: inherit; text-decoration: underline dotted; text-underline-offset: .2em; }
a.o:hover { color: var(--link); text-decoration-style: solid; }
#how details p { margin: .3rem 0; font-size: .88rem; }
#how details p:target { background: var(--soft); }
dialog { color: var(--text); background: var(--paper); border: 1px solid var(--rule); border-radius: 10px; padding: 1.3rem 1.5rem; width: min(64rem, calc(100vw - 2rem)); max-height: calc(100vh - 3rem); overflow: auto; box-shadow: 0 12px 40px rgb(0 0 0 / .3); }
dialog::backdrop { background: rgb(10 15 25 / .45); }
dialog h2 { margin-inline-end: 6rem; }
dialog .close { position: absolute; inset-inline-end: 1rem; top: 1rem; font: inherit; font-size: .88rem; color: inherit; background: var(--soft); border: 1px solid var(--other); border-radius: 6px; padding: .25rem .8rem; cursor: pointer; }
@media (max-width: 40rem) {
  main, body > header, body > footer { padding-inline: .75rem; }
  main > section { padding: 1rem .9rem; }
  h1 { font-size: 1.35rem; }
  .headline { font-size: 1.02rem; padding: .75rem .85rem; }
  tbody th, tfoot th { min-width: 7.5rem; max-width: 12rem; }
  nav ul { gap: .25rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) {
  .strip { border: 1px solid CanvasText; }
  .strip::after { background: CanvasText; border-color: CanvasText; forced-color-adjust: none; }
  .strip.small::after { background: Canvas; }
}`

/** Returns the style sheet; what stands in it never follows from what a person wrote. */
export function pageStyle(): string {
  return `:root { ${light} }
@media (prefers-color-scheme: dark) { :root:not([data-theme=light]) { ${dark} } }
:root[data-theme=dark] { ${dark} }
${screen}
${chartStyle}
@media print { :root, :root[data-theme=dark] { ${light} --shadow: none; } }
${printStyle}`
}
