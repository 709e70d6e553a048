/** What sales promised. In an app it comes from where the agreement is kept; the page needs no other copy of its rules. */
import { defineAgreement } from 'lead-sla'
import { businessClock } from 'lead-sla/clock'

const day = ['09:00-12:30', '13:30-18:00']

export const calendar = {
  timeZone: 'Europe/Berlin',
  week: { mon: day, tue: day, wed: day, thu: day, fri: ['09:00-12:30', '13:30-16:00'] },
}

export const agreement = defineAgreement({
  agreement: 'acme-inbound',
  version: '2026.1',
  timeZone: 'Europe/Berlin',
  parties: { sales: { name: 'Sales', members: { lena: { name: 'Lena Hoffmann' } } } },
  calendars: { berlin: calendar },
  lifecycle: {
    initial: 'new',
    states: {
      new: { to: ['working', 'disqualified'] },
      working: { to: ['qualified', 'nurture', 'disqualified'] },
      qualified: { disposition: true },
      nurture: { disposition: true },
      disqualified: { disposition: true },
    },
  },
  conditions: { hot: { all: [{ fact: 'lead', path: '$.score', operator: 'greaterThanInclusive', value: 80 }] } },
  clauses: {
    firstResponse: {
      kind: 'timed',
      title: 'First answer',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { on: ['call.connected', 'email.sent'] },
      pause: { on: 'lead.snoozed' },
      resume: { on: 'lead.woken' },
      cancel: { enters: ['disqualified', 'nurture'] },
      within: [{ name: 'hot', when: { condition: 'hot' }, target: 'PT1H' }, { target: 'PT4H' }],
      reminders: [{ name: 'half', share: 0.5 }],
    },
    disposition: {
      kind: 'timed',
      title: 'Decision',
      owedBy: 'sales',
      clock: 'berlin',
      start: { on: 'lead.assigned' },
      stop: { disposed: true },
      pause: { on: 'lead.snoozed' },
      resume: { on: 'lead.woken' },
      within: { businessDays: 2 },
    },
  },
})

/** Opening hours, to say how much of the time until a due instant counts. */
export const clock = businessClock(calendar)
