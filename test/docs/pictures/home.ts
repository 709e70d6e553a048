/** The picture of the home page in both languages: the clock of the example that stands below it. */
import { defineAgreement } from '../../../src/index.ts'
import { renderTimeline, timeline } from '../../../src/report.ts'

const day = ['09:00-17:00']
const agreementOf = (sales: string) =>
  defineAgreement({
    agreement: 'acme-inbound',
    version: '1',
    timeZone: 'Europe/Berlin',
    parties: { sales: { name: sales, members: { lena: { name: 'Lena' } } } },
    calendars: {
      berlin: {
        timeZone: 'Europe/Berlin',
        week: { mon: day, tue: day, wed: day, thu: day, fri: day },
        holidays: ['2026-04-03', '2026-04-06'],
      },
    },
    clauses: {
      firstResponse: {
        kind: 'timed',
        owedBy: 'sales',
        clock: 'berlin',
        start: { on: 'lead.assigned' },
        stop: { on: ['call.connected', 'email.replied'] },
        within: 'PT4H',
      },
    },
  })
const events = [
  { id: 'e1', lead: 'L-1', type: 'lead.assigned', at: '2026-04-02T16:30:00+02:00', data: { owner: 'lena' } },
  { id: 'e2', lead: 'L-1', type: 'call.connected', at: '2026-04-07T10:15:00+02:00', actor: { id: 'lena' } },
]
const clockOf = (sales: string) =>
  timeline(agreementOf(sales), events, { asOf: '2026-04-08T09:00:00+02:00', key: 'firstResponse/L-1/1' })

export const homePictures: ReadonlyMap<string, string> = new Map([
  ['docs/pictures/over-easter.svg', renderTimeline(clockOf('Sales'), { language: 'en' })],
  ['docs/pictures/over-easter-de.svg', renderTimeline(clockOf('Vertrieb'), { language: 'de' })],
])
