/**
 * The timeline of a clock and the report, each loaded when it is first looked at: the charts of the report weigh more than all of the
 * rest. The library draws both; the page only shows them.
 */
import type { Agreement, Evaluation, Language } from '../../../../src/index.ts'

export interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
}

interface Clock {
  readonly asOf: number
  readonly key: string
  /** **Units** pixels. */
  readonly width: number
}

/** Returns the timeline of a clock as SVG. **Errors** throws as `explain`. */
export async function timelinePicture(
  agreement: Agreement,
  events: readonly unknown[],
  { asOf, key, ...look }: Look & Clock,
): Promise<string> {
  // Not by the entry of the package, with which the charts of the report would come.
  const [{ timeline }, { renderTimeline }] = await Promise.all([
    import('../../../../src/timeline/timeline.ts'),
    import('../../../../src/timeline/picture/render-timeline.ts'),
  ])
  return renderTimeline(timeline(agreement, events, { asOf, key }), look)
}

/** Returns the report as a whole page. */
export async function reportPage(
  agreement: Agreement,
  events: readonly unknown[],
  { evaluation, ...look }: Look & { readonly evaluation: Evaluation },
): Promise<string> {
  const { report, renderReport } = await import('../../../../src/report.ts')
  return renderReport(report(evaluation, { agreement, events }), look)
}
