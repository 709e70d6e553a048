/** What follows from broken promises: which step, for whom, why, and how sure that is yet. */
import { html, type Insert } from '../../../markup.ts'
import type { ConsequenceRow } from '../../data/report-shape.ts'
import { moreOf, type Scene } from '../scene.ts'
import { type Section, section } from '../section.ts'
import { type Row, table } from '../table.ts'

/** Returns the section; nothing where the agreement has no consequence to show. */
export function consequences(scene: Scene): Section | null {
  const { report, words, figures, named } = scene
  const said = words.consequences
  const lists = report.parties.filter(({ consequences: { total, withheld } }) => total + withheld > 0)
  if (lists.length === 0) return null
  const tables = lists.map((party) => {
    const { consequences: list, name } = party
    return html`${
      list.rows.length === 0
        ? null
        : table({
            caption: named(name),
            label: `${said.title}: ${name}`,
            canSort: true,
            columns: [
              { head: said.whom },
              { head: said.step },
              { head: said.action },
              { head: said.period },
              { head: said.standing },
              { head: said.because },
            ],
            rows: list.rows.map((row) => consequenceRow(scene, row)),
          })
    }
${moreOf(scene, list)}${list.withheld === 0 ? null : html`<p class="quiet">${words.withheld(list.withheld, figures.number(list.withheld))}</p>\n`}`
  })
  return section('consequences', said.title, html`${tables}`)
}

function consequenceRow(scene: Scene, row: ConsequenceRow): Row {
  const { words, figures, named, personName } = scene
  return [
    named(row.person === null ? row.name : personName(row.person)),
    html`<strong>${named(row.step)}</strong> <small>${named(row.ladder)}</small>${row.words === null ? null : html`<br>${named(row.words)}`}`,
    actionOf(scene, row),
    { shown: figures.period(row.period), value: row.from },
    words.standing[row.standing],
    html`<ul class="because" lang="en">${row.because.map((reason) => html`<li>${named(reason)}</li>`)}</ul>`,
  ]
}

function actionOf({ words, figures, named }: Scene, row: ConsequenceRow): Insert {
  const said = words.consequences.actions
  const to = row.sentTo === null ? words.nothing : named(row.sentTo)
  switch (row.action) {
    case 'notice':
      return said.notice(to)
    case 'coaching':
      return said.coaching(to)
    case 'returnLeads':
      return said.returnLeads(row.leads?.total ?? 0, figures.number(row.leads?.total ?? 0), to)
    case 'adjustQuota': {
      const { quota } = row
      if (quota === null) return words.nothing
      const number = (value: number | null) => (value === null ? words.nothing : figures.number(value))
      return said.adjustQuota(
        named(quota.clause),
        number(quota.target),
        number(quota.newTarget),
        figures.period(quota.fromPeriod),
      )
    }
    case 'moveBudget': {
      const { budget } = row
      if (budget === null) return words.nothing
      return said.moveBudget(figures.money(budget.amountMinor, budget.currency), named(budget.from), named(budget.to))
    }
  }
}
