/** The look of the picture: its colours as variables for light and dark, told apart without colour too. */

export type TimelineTheme = 'auto' | 'light' | 'dark'

const light =
  '--paper:#fff;--ink:#1b1f24;--quiet:#57606a;--rule:#c9d1d9;--open:#eaf2fb;--shut:#f4f5f6;--hatch:#ced4da;--pause:#fdf0cf;--stripe:#d99a00;--used:#2271b5;--edge:#0f4c81;--over:#d0561b;--over-hatch:#8f2f00;--soft:#e7ebef;--owner:#dfe7f0;--good:#1a7f4b;--bad:#b3400f;--plain:#4c5865;--badge:#fff'
const dark =
  '--paper:#14171b;--ink:#e6e9ed;--quiet:#a3adb8;--rule:#3d4650;--open:#1c2a3a;--shut:#1a1d21;--hatch:#363d45;--pause:#3a2f10;--stripe:#b98a1e;--used:#4b93d6;--edge:#9cc9f5;--over:#e8743b;--over-hatch:#ffd2b8;--soft:#2a3037;--owner:#2b3643;--good:#1a7f4b;--bad:#b3400f;--plain:#5b6875;--badge:#fff'

/** Returns the style of one picture, which holds for nothing outside of it. */
export function pictureStyle(theme: TimelineTheme): string {
  const root = '.lead-sla-timeline'
  const colours =
    theme === 'light'
      ? `${root}.light{color-scheme:light;${light}}`
      : theme === 'dark'
        ? `${root}.dark{color-scheme:dark;${dark}}`
        : `${root}.auto{color-scheme:light dark;${light}}@media (prefers-color-scheme:dark){${root}.auto{${dark}}}`
  return colours + rules.map((rule) => rule.replace(/^[^{]+/, (selector) => `${root} :is(${selector})`)).join('')
}

const rules = [
  'text{font:11px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}',
  '.title{font-size:17px;font-weight:650}',
  '.usual{font-size:12.5px}',
  '.small{font-size:11px}',
  '.tiny{font-size:10px;font-weight:600}',
  '.value{font-size:14px;font-weight:600}',
  '.strong{font-weight:600}',
  '.quiet,.note{fill:var(--quiet)}',
  '.ahead{font-style:italic;fill:var(--quiet)}',
  '.paper{fill:var(--paper)}',
  '.band-open{fill:var(--open)}',
  '.band-ahead{fill:var(--open);opacity:.55}',
  '.band-closed{fill:var(--shut)}',
  '.band-mixed{fill:var(--open)}',
  '.band-paused{fill:var(--pause)}',
  '.hatch{stroke:var(--hatch);stroke-width:1.2}',
  '.stripe{stroke:var(--stripe);stroke-width:1.6}',
  '.over-hatch{stroke:var(--over-hatch);stroke-width:1.2}',
  '.used,.bar-used{fill:var(--used);fill-opacity:.78}',
  '.over{fill:var(--over);fill-opacity:.85}',
  '.edge{fill:none;stroke:var(--edge);stroke-width:2;stroke-linejoin:round}',
  '.ghost{fill:none;stroke:var(--edge);stroke-width:1.5;stroke-dasharray:2 4;opacity:.8}',
  '.target{stroke:var(--ink);stroke-width:1.3;stroke-dasharray:6 3;fill:none}',
  '.halo{font-weight:600;paint-order:stroke;stroke:var(--shut);stroke-width:3px;stroke-linejoin:round}',
  '.break{stroke:var(--ink);stroke-width:1.3;fill:none}',
  '.plate{fill:var(--paper);opacity:.86}',
  '.frame,.tick{stroke:var(--quiet);fill:none}',
  '.fold{stroke:var(--quiet);fill:none;stroke-width:.8;opacity:.7}',
  '.day{stroke:var(--quiet);stroke-width:.6;stroke-dasharray:1 3;fill:none}',
  '.leader{stroke:var(--rule);fill:none}',
  '.leader.due{stroke:var(--ink)}',
  '.leader.stopped,.leader.now,.leader.cancelled{stroke:var(--edge)}',
  '.leader.due,.leader.now{stroke-dasharray:4 2}',
  '.sign{fill:var(--ink);stroke:var(--paper);stroke-width:1}',
  '.sign.stroked{fill:var(--paper);stroke:var(--ink);stroke-width:1.6;stroke-linecap:round;stroke-linejoin:round}',
  '.sign.cross,.sign.handedOver{fill:none}',
  '.sign.stopped{fill:var(--edge)}',
  '.sign.escalation{fill:var(--over)}',
  '.sign.paused,.sign.resumed,.sign.notPaused{fill:var(--stripe)}',
  '.bubble{fill:var(--soft)}',
  '.owner{fill:var(--owner)}',
  '.owner.none{fill:none;stroke:var(--rule);stroke-dasharray:3 2}',
  '.brace{stroke:var(--rule);fill:none}',
  '.bar{fill:var(--soft)}',
  '.bar-limit{stroke:var(--ink);stroke-width:2}',
  '.badge{fill:var(--plain)}',
  '.badge.met,.badge.waived{fill:var(--good)}',
  '.badge.metLate,.badge.openBreached{fill:var(--bad)}',
  '.badge-text{font-size:13px;font-weight:650;fill:var(--badge)}',
  '.badge-sign{fill:none;stroke:var(--badge);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}',
]
