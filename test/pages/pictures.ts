/** Draws the pictures of the README anew from the demo: `npm run pictures`. Look at them before they are committed. */
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { evaluate } from '../../src/index.ts'
import { renderReport, report } from '../../src/report.ts'
import { asOf, demo, reportPaths, timelinePath, timelinePicture } from '../docs/pictures/readme.ts'
import { root } from '../repository.ts'
import { launch } from './chromium.ts'

writeFileSync(join(root, timelinePath), timelinePicture())

const { agreement, events } = demo()
const data = report(evaluate(agreement, events, { asOf }), { agreement, events, period: '2026-09' })

/** An excerpt: a picture of fifteen screens would show nothing. What only a reader needs gives its room to what a reader comes for. */
const excerpt = `nav, .controls, .hint, section:not(#scorecard, #trend) { display: none !important }
  #scorecard > .quiet, #scorecard .lines > li:nth-child(n + 3), #trend > p:first-of-type { display: none }`

const browser = await chromium.launch(launch)
try {
  for (const theme of ['light', 'dark'] as const) {
    // The policy of the page would refuse the style of the excerpt.
    const page = await browser.newPage({ viewport: { width: 1200, height: 1235 }, bypassCSP: true })
    await page.setContent(renderReport(data, { language: 'en', theme }))
    await page.addStyleTag({ content: excerpt })
    await page.screenshot({ path: join(root, reportPaths[theme]), animations: 'disabled' })
  }
} finally {
  await browser.close()
}
for (const path of [timelinePath, ...Object.values(reportPaths)]) {
  console.log(`${path}: ${Math.round(statSync(join(root, path)).size / 1000)} kB`)
}
