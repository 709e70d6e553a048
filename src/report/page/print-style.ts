/** On paper: what is only of use on a screen is left out, and no row, card or picture is torn in two. */

export const printStyle = `@page { margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }
@media print {
  html { font-size: 9.5pt; }
  body { background: #fff; line-height: 1.38; }
  main, body > header, body > footer { max-width: none; padding: 0; }
  .skip, nav, .js .controls, dialog, figure details, #how, .strip:not(.lines .strip), .hint { display: none; }
  main > section { border: 0; border-top: 1px solid #999; border-radius: 0; box-shadow: none; padding: 3mm 0 0; margin: 0 0 4mm; }
  .headline { box-shadow: none; }
  h1, h2, h3, caption, figcaption { break-after: avoid; break-inside: avoid; }
  .card, figure, .legend, tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  .wide, .long { overflow: visible; max-height: none; border: 0; }
  .long thead th { position: static; box-shadow: none; }
  table { font-size: 7.5pt; width: 100%; }
  th, td { padding: 1.2mm 1.5mm; }
  thead th { font-size: 7pt; min-width: 0; hyphens: auto; }
  tbody th, tfoot th { min-width: 0; }
  td.n, time, .mark, .late { white-space: normal; }
  .figures { grid-template-columns: 1fr 1fr; gap: 4mm 6mm; }
  .figures > .wide { break-inside: avoid; }
  .cards { grid-template-columns: 1fr 1fr; gap: 4mm; }
  a, a.o { color: inherit; text-decoration: none; }
  details.cell > summary { list-style: none; text-decoration: none; }
  details.cell > summary::-webkit-details-marker { display: none; }
  p { orphans: 3; widows: 3; }
}`
