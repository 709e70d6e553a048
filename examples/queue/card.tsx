/** One promise that waits: what, for whom, until when, and what can be done about it. */
import { useId } from 'react'
import { agreement } from './agreement.ts'
import type { Row, Urgency } from './row.ts'
import { names } from './sample.ts'
import { amount, weekdayAndTime } from './words.ts'

export type Act = (lead: string, type: string, data?: Record<string, unknown>) => void

/** A word and a shape, so that nobody has to see the colour. */
const marks: Readonly<Record<Urgency, readonly [shape: string, word: string]>> = {
  late: ['▲', 'Late'],
  soon: ['◆', 'Due soon'],
  open: ['●', 'Open'],
  paused: ['❚❚', 'Paused'],
}

export function Card({ row, act }: { readonly row: Row; readonly act: Act }) {
  const { lead, clause } = row.obligation
  const [shape, word] = marks[row.urgency]
  const heading = useId()
  return (
    <article className={row.urgency} aria-labelledby={heading}>
      <header>
        <h2 id={heading}>
          <bdi>{names.get(lead) ?? lead}</bdi>
        </h2>
        <p className="mark">
          <span aria-hidden="true">{shape}</span> {word}
        </p>
      </header>
      <p className="promise">{agreement.document.clauses?.[clause]?.title ?? clause}</p>
      <TimeLeft row={row} />
      <Actions row={row} act={act} />
    </article>
  )
}

function TimeLeft({ row: { wallMs, openMs, dueAt, isOpen, obligation } }: { readonly row: Row }) {
  if (dueAt === null || wallMs === null || openMs === null) {
    const { targetMs, usedMs } = obligation
    return (
      <p className="left">
        <strong>The clock stands still</strong>
        <span>{targetMs === null ? 'it will be due that much later' : `${amount(targetMs - usedMs)} left when it goes on`}</span>
      </p>
    )
  }
  const due = weekdayAndTime(dueAt)
  return (
    <p className="left">
      <strong>
        {amount(openMs)} {wallMs < 0 ? 'late' : 'left'}
      </strong>
      <span>
        {wallMs < 0
          ? `of opening hours; was due ${due}, ${amount(wallMs)} ago`
          : `of opening hours; due ${due}, in ${amount(wallMs)}`}
        {isOpen ? '' : '; closed now, so no time is counted'}
      </span>
    </p>
  )
}

function Actions({ row: { urgency, obligation }, act }: { readonly row: Row; readonly act: Act }) {
  const { lead, clause } = obligation
  const name = names.get(lead) ?? lead
  const button = (label: string, type: string, data?: Record<string, unknown>) => (
    <button type="button" aria-label={`${label}: ${name}`} onClick={() => act(lead, type, data)}>
      {label}
    </button>
  )
  return (
    <div className="actions">
      {clause === 'firstResponse' && button('Called', 'call.connected')}
      {urgency === 'paused' ? button('Go on', 'lead.woken') : button('Snooze', 'lead.snoozed')}
      {button('Qualify', 'lead.moved', { to: 'qualified' })}
      {button('Not now', 'lead.moved', { to: 'nurture' })}
    </div>
  )
}
