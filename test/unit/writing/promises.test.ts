import { describe, expect, test } from 'vitest'
import { type AgreementDocument, type ClauseDocument, defineAgreement } from '../../../src/index.ts'
import { renderAgreement } from '../../../src/writing.ts'

const hours = ['09:00-12:00', '13:00-18:00']
const document: Omit<AgreementDocument, 'clauses'> = {
  agreement: 'acme',
  version: '1',
  effective: { from: '2026-04-01' },
  timeZone: 'Europe/Berlin',
  parties: { marketing: { name: 'Marketing' }, sales: { name: 'Vertrieb' } },
  calendars: {
    office: {
      timeZone: 'Europe/Berlin',
      week: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
      holidays: [
        { name: 'Karfreitag', easter: -2 },
        { name: 'Ostermontag', easter: 1 },
      ],
    },
  },
  lifecycle: { initial: 'new', states: { new: { to: ['mql', 'lost'] }, mql: { to: ['lost'] }, lost: { disposition: true } } },
}

const timed = (more: object): ClauseDocument => ({
  ...{
    kind: 'timed',
    owedBy: 'sales',
    clock: 'office',
    start: { on: 'lead.assigned' },
    stop: { on: 'call.made' },
    within: 'PT4H',
  },
  ...more,
})
const counted = (more: object): ClauseDocument => ({ owedBy: 'marketing', per: 'month', ...more }) as ClauseDocument

/** Returns the section of the clause, without its heading. */
function section(clause: ClauseDocument, language: 'en' | 'de', more: Partial<AgreementDocument> = {}): string {
  const other = timed({ title: 'Answers', start: { on: 'form.submitted' } })
  const calls = counted({ kind: 'volume', owedBy: 'sales', count: { on: 'call.made' }, target: 9 })
  const text = renderAgreement(
    defineAgreement({ ...document, ...more, clauses: { clause, other, calls } } as AgreementDocument),
    {
      language,
      format: 'md',
    },
  )
  return /#### \d\.\d\.\d clause\n\n([\s\S]*?)\n\n##/.exec(text)?.[1] ?? ''
}

describe('a timed promise', () => {
  test('is a sentence to sign, with a deadline that the engine computes and the reason for it', () => {
    expect(section(timed({}), 'en')).toBe(
      [
        'When a lead is assigned, Vertrieb sees to it that within 4 hours in the opening hours of “office” a call is made.',
        '',
        '> **Example:** If a lead is assigned on Thursday 2 April 2026 at 16:00, this is due on Tuesday 7 April 2026 at 11:00, because 2 hours on Thursday 2 April (16:00 to 18:00) and 2 hours on Tuesday 7 April (09:00 to 11:00) count; Saturday 4 April and Sunday 5 April are closed; Friday 3 April (Karfreitag) and Monday 6 April (Ostermontag) are holidays.',
        '',
        'Times of day are those of Europe/Berlin.',
      ].join('\n'),
    )
    expect(section(timed({}), 'de')).toBe(
      [
        'Sobald ein Lead zugewiesen wird, sorgt Vertrieb dafür, dass innerhalb von 4 Stunden (gezählt in den Öffnungszeiten von „office“) ein Anruf getätigt wird.',
        '',
        '> **Beispiel:** Wenn am Donnerstag, dem 2. April 2026, um 16:00 Uhr ein Lead zugewiesen wird, ist dies am Dienstag, dem 7. April 2026, um 11:00 Uhr fällig, denn es zählen 2 Stunden am Donnerstag, dem 2. April (16:00 bis 18:00 Uhr) und 2 Stunden am Dienstag, dem 7. April (09:00 bis 11:00 Uhr); am Samstag, dem 4. April und am Sonntag, dem 5. April ist geschlossen; Freitag, der 3. April (Karfreitag) und Montag, der 6. April (Ostermontag) sind Feiertage.',
        '',
        'Die Uhrzeiten sind die von Europe/Berlin.',
      ].join('\n'),
    )
  })

  test.each([
    [{ businessDays: 1 }, 'within 1 business day of “office”', 'because the next business day is Tuesday 7 April'],
    [
      { businessDays: 2 },
      'within 2 business days of “office”',
      'because the next business days are Tuesday 7 April and Wednesday 8 April',
    ],
    [{ businessDays: 9 }, 'within 9 business days of “office”', 'because Friday 17 April is business day 9 after it'],
    [
      { endOfBusinessDay: 0 },
      'by the end of the same business day of “office”',
      'because its business day is Thursday 2 April, and that closes at 18:00',
    ],
    [
      { endOfBusinessDay: 1 },
      'by the end of the next business day of “office”',
      'because the next business day is Tuesday 7 April, and that closes at 18:00',
    ],
    [
      { endOfBusinessDay: 3 },
      'by the end of business day 3 after it of “office”',
      'because business day 3 after it is Thursday 9 April, and that closes at 18:00',
    ],
    [
      { dueFrom: { fact: 'lead', path: '$.respondBy' } },
      'by the time that *respondBy* names',
      'because *respondBy* names this time',
    ],
    ['PT90S', 'within 1 minute 30 seconds in the opening hours of “office”', 'count'],
    ['PT40H', 'within 40 hours in the opening hours of “office”', '24 hours on 3 more days'],
  ])('says the target %j', (within, target, reason) => {
    const text = section(timed({ within }), 'en')
    expect(text).toContain(`sees to it that ${target} a call is made.`)
    expect(text).toContain(reason)
  })

  test.each([
    [
      { businessDays: 1 },
      'innerhalb eines Geschäftstags (nach dem Kalender „office“)',
      'denn der nächste Geschäftstag ist Dienstag, der 7. April',
    ],
    [
      { businessDays: 9 },
      'innerhalb von 9 Geschäftstagen (nach dem Kalender „office“)',
      'denn Freitag, der 17. April ist der 9. Geschäftstag danach',
    ],
    [
      { endOfBusinessDay: 1 },
      'bis zum Ende des nächsten Geschäftstags (nach dem Kalender „office“)',
      'und er endet um 18:00 Uhr',
    ],
    [
      { dueFrom: { fact: 'lead', path: '$.respondBy' } },
      'bis zu dem in *respondBy* genannten Zeitpunkt',
      'denn *respondBy* nennt diesen Zeitpunkt',
    ],
  ])('says the target %j in German', (within, target, reason) => {
    const text = section(timed({ within }), 'de')
    expect(text).toContain(`sorgt Vertrieb dafür, dass ${target} ein Anruf getätigt wird.`)
    expect(text).toContain(reason)
  })

  test('says that a time on the always-open clock counts day and night', () => {
    expect(section(timed({ clock: 'always', within: 'PT24H' }), 'en')).toContain(
      'within 24 hours around the clock a call is made',
    )
    expect(section(timed({ clock: 'always' }), 'de')).toContain('denn jede Stunde zählt, bei Tag und bei Nacht')
    expect(section(timed({ clock: 'always', within: { businessDays: 2 } }), 'en')).toContain(
      'within 2 business days (every day is one)',
    )
  })

  test('says when a time that ends with the close is due', () => {
    const text = section(timed({ within: 'PT2H', boundary: 'nextOpen' }), 'en')
    expect(text).toContain('is due when the calendar opens next')
    const rolled = section(timed({ within: 'PT2H', boundary: 'nextOpen', start: { on: 'lead.created' } }), 'en', {
      calendars: { office: { timeZone: 'Europe/Berlin', week: { mon: ['09:00-10:00'], tue: ['09:00-10:00'] } } },
    })
    expect(rolled).toContain('the time ends with the close, and so it is due at the next opening')
  })

  test('has a time for each kind of lead', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }
    const text = section(timed({ within: [{ name: 'hot', when: hot, target: 'PT1H' }, { target: 'PT4H' }] }), 'en')
    expect(text).toContain('within the time set out below in the opening hours of “office” a call is made.')
    expect(text).toMatch(
      /- \*\*hot \(\*score\* is more than 80\)\*\*: within 1 hour\n {2}- If a lead is assigned on .*\n- \*\*all others\*\*: within 4 hours\n {2}- If/,
    )
  })

  test('says everything else that is agreed about its clock', () => {
    const long = { all: ['a', 'b', 'c'].map((name) => ({ fact: 'lead', path: `$.${name}`, operator: 'equal', value: 1 })) }
    const text = section(
      timed({
        ...{
          owedTo: 'marketing',
          start: { on: 'lead.assigned', when: long },
          pause: { on: 'lead.snoozed' },
          resume: { on: 'back' },
        },
        ...{
          cancel: { enters: 'lost' },
          reset: { leaves: 'mql' },
          requires: long,
          once: true,
          onChange: 'keep',
          reopenWindow: 'P2D',
        },
        ...{ after: 'other', runs: 'owner', attribution: 'lastOwner', boundary: 'nextOpen' },
      }),
      'en',
    )
    expect(text.split('\n\n').at(-1)?.split('\n')).toEqual([
      '- **Owed to**: Marketing',
      '- **Starts**: when a lead is assigned (provided that *a* is 1, *b* is 1 and *c* is 1)',
      '- **Ends without being due**: when the lead enters the status “lost”',
      '- **Pauses**: when the lead is put off',
      '- **Goes on**: when `back` happens',
      '- **Starts anew**: when the lead leaves the status “mql”',
      '- **Only as long as**: *a* is 1, *b* is 1 and *c* is 1',
      '- **Moreover**: Only the first time counts for each lead.',
      '  - If it starts again within 2 days after it was done, the same case goes on, and the time between does not count.',
      '  - It does not start before “Answers” is closed.',
      '  - It starts anew with each person who is given the lead.',
      '  - If the facts of a lead change, the time that was set at the start remains.',
      '  - What is late is held against the person who had the lead last.',
      '  - A time that ends exactly with the opening hours is due when the calendar opens next.',
    ])
  })

  test('says that it has no example rather than invent one', () => {
    const never = { all: [1, 2].map((value) => ({ fact: 'lead', path: '$.score', operator: 'equal', value })) }
    expect(section(timed({ requires: never }), 'en')).toContain('There is no example')
    expect(section(timed({ requires: never }), 'de')).toContain('Ein Beispiel fehlt')
  })
})

describe('a cadence', () => {
  const cadence = (more: object) =>
    ({
      ...timed({ kind: 'cadence', attempt: { on: ['call.made', 'email.sent'] }, count: 6, within: { businessDays: 10 } }),
      ...more,
    }) as ClauseDocument

  test('says how many attempts are made, how far apart and on how many channels', () => {
    const clause = cadence({ spacing: 'PT4H', channels: 2, stop: { disposed: true }, cancel: { enters: 'lost' }, once: true })
    expect(section(clause, 'en')).toContain(
      'When a lead is assigned, Vertrieb makes 6 attempts within 10 business days of “office”, at least 4 hours apart, over at least 2 channels. An attempt is counted when a call is made or an email is sent.',
    )
    expect(section(clause, 'de')).toContain(
      'Sobald ein Lead zugewiesen wird, unternimmt Vertrieb innerhalb von 10 Geschäftstagen (nach dem Kalender „office“) 6 Versuche, mit mindestens 4 Stunden Abstand, über mindestens 2 Kanäle. Ein Versuch zählt, wenn ein Anruf getätigt wird oder eine E-Mail gesendet wird.',
    )
    expect(section(clause, 'en')).toContain('- **Done**: when the lead enters a status that ends its cycle (“lost”)')
  })
})

describe('a promise over a period', () => {
  test.each([
    [
      counted({ kind: 'volume', count: { enters: 'mql' }, target: 1 }),
      'Marketing delivers at least 1 lead every month. It counts when a lead enters the status “mql”, and each lead counts once in a month. How much should be there by now is measured by the business days of “office”.',
      'Marketing liefert jeden Monat mindestens 1 Lead. Es zählt, wenn ein Lead den Status „mql“ erreicht; jeder Lead zählt je Monat einmal. Wie viel schon erreicht sein soll, bemisst sich nach den Geschäftstagen von „office“.',
    ],
    [
      counted({
        kind: 'amount',
        sum: { on: 'opportunity.created', path: '$.data.amountMinor' },
        currency: 'EUR',
        target: 123_456_78,
        per: 'quarter',
        clock: 'always',
      }),
      'Marketing brings in at least €123,456.78 every quarter. Added up is the amount, whenever an opportunity is created. How much should be there by now is measured by all days alike.',
      'Marketing erbringt jedes Quartal mindestens 123.456,78 €. Addiert wird der Betrag, sobald eine Opportunity angelegt wird. Wie viel schon erreicht sein soll, bemisst sich nach allen Tagen gleichermaßen.',
    ],
    [
      counted({
        kind: 'ratio',
        of: { enters: 'mql' },
        that: { on: 'opportunity.created' },
        maturity: 'P60D',
        atLeast: 0.2,
        minimumSample: 30,
        per: 'year',
      }),
      'Marketing sees to it that at least 20% of the leads that count in a year show the outcome below. A lead counts when a lead enters the status “mql”. It shows the outcome when, within 60 days after that, an opportunity is created. Fewer than 30 are not judged.',
      'Marketing sorgt dafür, dass von den Leads, die in einem Jahr zählen, mindestens 20 % das folgende Ergebnis zeigen. Ein Lead zählt, wenn ein Lead den Status „mql“ erreicht. Er zeigt das Ergebnis, wenn innerhalb von 60 Tagen danach eine Opportunity angelegt wird. Weniger als 30 werden nicht beurteilt.',
    ],
    [
      counted({ kind: 'ratio', of: { on: 'lead.created' }, that: { enters: 'lost' }, atLeast: 0.05, atMost: 0.1, per: 'week' }),
      'Marketing sees to it that between 5% and 10% of the leads that count in a week show the outcome below. A lead counts when a lead is created. It shows the outcome when, at any time after that, the lead enters the status “lost”.',
      'Marketing sorgt dafür, dass von den Leads, die in einer Woche zählen, zwischen 5 % und 10 % das folgende Ergebnis zeigen. Ein Lead zählt, wenn ein Lead angelegt wird. Er zeigt das Ergebnis, wenn irgendwann danach der Lead den Status „lost“ erreicht.',
    ],
    [
      counted({ kind: 'compliance', clause: 'other', atLeast: 0.955, minimumSample: 20 }),
      'Marketing keeps the promise “Answers” in at least 95.5% of all cases, every month. Fewer than 20 are not judged.',
      'Marketing hält die Zusage „Answers“ jeden Monat in mindestens 95,5 % der Fälle ein. Weniger als 20 werden nicht beurteilt.',
    ],
  ])('is said in whole sentences: %#', (clause, english, german) => {
    expect(section(clause, 'en').replaceAll('\u00a0', ' ')).toBe(english)
    expect(section(clause, 'de').replaceAll('\u00a0', ' ')).toBe(german)
  })

  test('says what is deducted, carried over, weighed and suspended', () => {
    const clause = counted({
      ...{
        kind: 'volume',
        count: { enters: 'mql' },
        target: [{ target: 100 }, { from: '2026-07-01', target: 120 }],
        cooldown: 'P90D',
      },
      ...{ carryOver: { shortfall: true, cap: 10 }, suspendedWhile: 'calls' },
      weights: [{ name: 'big', when: { fact: 'lead', path: '$.size', operator: 'equal', value: 'big' }, worth: 3 }, { worth: 1 }],
      deduct: {
        rejected: { enters: 'lost' },
        codes: ['spam', 'duplicate'],
        acceptWindow: { businessDays: 3 },
        lockAfter: 'P14D',
      },
    })
    expect(section(clause, 'en').split('\n\n').at(-1)?.split('\n')).toEqual([
      '- **Target**: at first leads worth at least 100 points',
      '  - from 1 July 2026 on leads worth at least 120 points',
      '- **Moreover**: What is missing is carried over to the next period, but not more than 10.',
      '- **What a lead counts**: big (*size* is big): 3 points',
      '  - all others: 1 point',
      '- **Taken back**: A lead that has counted is taken back when the lead enters the status “lost”, within 3 business days of “office” for one of these reasons: spam or duplicate.',
      '  - A period no longer changes 14 days after its end; what comes later is taken from the period that is open then.',
      '- **Moreover**: A lead may count again after 90 days.',
      '- **Moreover**: It is suspended while “calls” is not kept.',
    ])
  })
})
