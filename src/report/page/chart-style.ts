/** How the marks of charts look, by their classes. What matters differs in shape, hatching or place as well as in colour. */

export const chartStyle = `.figures { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 25rem), 1fr)); gap: 1.5rem 2rem; align-items: start; }
.figures > .wide { margin: 0; }
figure { margin: 0; min-width: 0; }
figcaption p { color: var(--quiet); font-size: .88rem; margin: 0 0 .4rem; }
figcaption p:empty { display: none; }
figure details { margin-top: .3rem; }
.picture svg { display: block; width: 100%; max-width: 34rem; height: auto; }
.chart { font: 11px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; fill: var(--text); overflow: visible; }
.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1rem; margin: .4rem 0 0; padding: 0; font-size: .82rem; color: var(--quiet); }
.legend + .figures { margin-top: 1rem; }
.legend .swatch { vertical-align: -2px; margin-inline-end: .35rem; }
.hatches { position: absolute; width: 0; height: 0; }
.axis { fill: var(--quiet); }
.axis path, .axis line { stroke: var(--rule); }
.grid { stroke: var(--rule); stroke-opacity: .7; }
.base { stroke: var(--quiet); }
.sum { fill: var(--text); font-weight: 600; font-variant-numeric: tabular-nums; }
.part { stroke: var(--paper); stroke-width: .5; fill: var(--kept); }
.part.kept, .part.met, .part.reached, .part.human { fill: var(--kept); }
.part.onTrack { fill: var(--kept); fill-opacity: .6; }
.part.late, .part.missed { fill: url(#hatch-late); stroke: var(--late); }
.part.behind { fill: url(#hatch-behind); stroke: var(--warn); }
.part.late-twice { fill: var(--later); stroke: var(--later); }
.part.running { fill: url(#hatch-running); stroke: var(--other); }
.part.ended, .part.insufficientData, .part.suspended { fill: none; stroke: var(--other); stroke-dasharray: 2 1.5; stroke-width: 1; }
.part.system { fill: url(#hatch-system); stroke: var(--system); }
.part.age-1 { fill: var(--age-1); }
.part.age-2 { fill: var(--age-2); }
.part.age-3 { fill: var(--age-3); }
.hatch-late rect { fill: var(--late); } .hatch-late path { stroke: var(--paper); }
.hatch-behind rect { fill: var(--soft); } .hatch-behind path { stroke: var(--warn); }
.hatch-running rect { fill: var(--soft); } .hatch-running path { stroke: var(--other); }
.hatch-system rect { fill: var(--system); } .hatch-system path { stroke: var(--paper); }
.interval { stroke: var(--band); stroke-width: 5; stroke-linecap: round; }
.line { stroke: var(--kept); stroke-width: 1.5; }
.point { fill: var(--kept); stroke: var(--kept); stroke-width: 1.5; }
.point.small { fill: var(--paper); }
.target { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 4 2; }
.target-label { fill: var(--bad); font-weight: 600; }
.quantile { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 1.5 2; }
.quantile-label { fill: var(--quiet); font-size: 10px; }
.level { stroke: var(--text); stroke-width: 2.5; }
.cell.level-0 { fill: var(--soft); } .cell.level-1 { fill: var(--l1); } .cell.level-2 { fill: var(--l2); }
.cell.level-3 { fill: var(--l3); } .cell.level-4 { fill: var(--l4); } .cell.level-5 { fill: var(--l5); }
.number { font-size: 10px; font-variant-numeric: tabular-nums; }
.number.level-4 { fill: var(--n4); } .number.level-5 { fill: var(--n5); }
.open-hours { fill: var(--open); }
@media (max-width: 40rem) { .chart { font-size: 12px; } }
@media (forced-colors: active) {
  .chart { forced-color-adjust: none; fill: CanvasText; }
  .axis, .sum, .number, .quantile-label, .target-label { fill: CanvasText !important; }
  .cell { fill: Canvas !important; stroke: GrayText; }
  .part { stroke: CanvasText; }
}`
