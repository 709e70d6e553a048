import { describe, expect, test } from 'vitest'
import { type AgreementDocument, type ClauseDocument, defineAgreement, type TimedClauseDocument } from '../../../src/index.ts'
import { negotiationView, renderAgreement, renderChanges, roleGuide } from '../../../src/writing.ts'

const hours = ['09:00-17:00']
const week = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours }
const base: TimedClauseDocument = {
  ...{ kind: 'timed', title: 'Answers', owedBy: 'sales', clock: 'berlin', within: 'PT4H' },
  ...{ start: { on: 'lead.assigned' }, stop: { on: ['call.made', 'email.sent'] } },
}

function agreementWith(more: Partial<TimedClauseDocument>, rest: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    ...{ agreement: 'acme', version: '1', timeZone: 'Europe/Berlin', effective: { from: '2026-04-06' } },
    parties: {
      marketing: { name: 'Marketing' },
      sales: {
        name: 'Sales',
        teams: { us: { name: 'America', calendar: 'newYork' }, eu: { name: 'Europe' } },
        members: {
          joe: { name: 'Joe', team: 'us' },
          lena: { name: 'Lena', team: 'eu', calendar: 'always' },
        },
      },
    },
    calendars: {
      berlin: { timeZone: 'Europe/Berlin', week },
      newYork: { title: 'New York', timeZone: 'America/New_York', week },
    },
    lifecycle: { initial: 'new', states: { new: { to: ['back'] }, back: { disposition: true } } },
    clauses: { reply: { ...base, ...more } },
    ...rest,
  }
}

type Language = 'en' | 'de'
const written = (more: Partial<TimedClauseDocument>, language: Language, rest?: Partial<AgreementDocument>) =>
  renderAgreement(defineAgreement(agreementWith(more, rest)), { language, format: 'md' })

/** Returns a heading's part of the document, without the heading. */
function part(text: string, title: string): string[] {
  const [, found = ''] = text.split(new RegExp(`\\n#+ [\\d.]+ ${title}(?: .*)?\\n\\n`))
  return (found.split('\n#')[0] ?? '').split('\n').filter((line) => line !== '')
}
const promise = (more: Partial<TimedClauseDocument>, language: Language) => part(written(more, language), 'Answers')
const may = (more: Partial<TimedClauseDocument>, language: Language) =>
  part(
    roleGuide(defineAgreement(agreementWith(more)), { language, format: 'md', role: 'Sales' }),
    language === 'en' ? 'What you may do' : 'Was Sie dürfen',
  )

const paused: Partial<TimedClauseDocument> = { pause: { on: 'lead.snoozed' }, resume: { on: 'lead.woken' } }

describe('[C3] the caps of pauses', () => {
  test('stand beside the pause, counted as the promise is', () => {
    const capped = { ...paused, maxPause: 'PT16H', maxPauses: 2 }
    expect(promise(capped, 'en')).toEqual(
      expect.arrayContaining([
        '- **Pauses**: when the lead is put off',
        '  - A pause lasts at most 16 hours, counted in the opening hours of “berlin”; then the time goes on by itself.',
        '  - Each time it starts, at most 2 pauses count; a further one does not stop the time.',
      ]),
    )
    expect(promise(capped, 'de')).toEqual(
      expect.arrayContaining([
        '- **Pause**: sobald der Lead zurückgestellt wird',
        '  - Eine Pause dauert höchstens 16 Stunden, gezählt in den Öffnungszeiten von „berlin“; danach läuft die Zeit von selbst weiter.',
        '  - Mit jedem Beginn zählen höchstens 2 Pausen; eine weitere hält die Zeit nicht an.',
      ]),
    )
  })

  test('count around the clock, on the owner’s hours, and one pause apart from several', () => {
    const once = { ...paused, maxPauses: 1 }
    expect(promise({ ...once, maxPause: 'PT48H', clock: 'always' }, 'en')).toContain(
      '  - A pause lasts at most 48 hours, counted around the clock; then the time goes on by itself.',
    )
    expect(promise({ ...once, maxPause: 'PT1H', clockFollows: 'owner' }, 'de')).toContain(
      '  - Eine Pause dauert höchstens 1 Stunde, gezählt in den Öffnungszeiten der zuständigen Person; danach läuft die Zeit von selbst weiter.',
    )
    expect(promise(once, 'en')).toContain(
      '  - Each time it starts, at most one pause counts; a further one does not stop the time.',
    )
    expect(promise(once, 'de')).toContain('  - Mit jedem Beginn zählt höchstens eine Pause; eine weitere hält die Zeit nicht an.')
  })

  test('stand in the guide of those who may pause', () => {
    const capped = { ...paused, maxPause: 'PT16H' }
    expect(may(capped, 'en')).toContain(
      '- “Answers”: the time stands still when a lead is put off, and goes on when the lead is taken up again. A pause lasts at most 16 hours, counted in the opening hours of “berlin”; then the time goes on by itself.',
    )
    expect(may(capped, 'de').join('\n')).toContain('wieder aufgenommen wird. Eine Pause dauert höchstens 16 Stunden, gezählt')
    expect(may(paused, 'en').join('\n')).not.toContain('at most')
  })
})

describe('[C15] an excuse', () => {
  const excuse = { rejected: { enters: 'back' }, codes: ['duplicate', 'spam'], acceptWindow: { businessDays: 3 } } as const

  test('says by what, until when and for which reasons a promise ends', () => {
    expect(promise({ excuse }, 'en')).toContain(
      '- **Excused**: It ends as excused when the lead enters the status “back”, within 3 business days of “berlin”, counted from the start, for one of these reasons: duplicate or spam. What was late by then is waived.',
    )
    expect(promise({ excuse }, 'de')).toContain(
      '- **Entschuldigt**: Die Zusage endet als entschuldigt, wenn der Lead den Status „back“ erreicht, und zwar innerhalb von 3 Geschäftstagen (nach dem Kalender „berlin“), gerechnet ab dem Beginn, aus einem dieser Gründe: duplicate oder spam. Was bis dahin verspätet war, wird erlassen.',
    )
  })

  test('says as well that there is no end and no list of reasons', () => {
    const open = { excuse: { rejected: { on: 'lead.merged' } } } as const
    expect(promise(open, 'en')).toContain(
      '- **Excused**: It ends as excused when the lead is merged with another one, as long as the promise is open, for whatever reason. What was late by then is waived.',
    )
    expect(promise(open, 'de').join('\n')).toContain('und zwar solange die Zusage offen ist, gleich aus welchem Grund.')
  })

  test('counts its window on the hours of whoever is followed', () => {
    const followed = { excuse: { ...excuse, acceptWindow: 'PT8H' }, clockFollows: 'team' } as const
    expect(promise(followed, 'en').join('\n')).toContain(
      'within 8 hours in the opening hours of the team that has the lead, counted from the start,',
    )
  })

  test('tells in the guide which reasons send a lead back, and until when', () => {
    expect(may({ excuse }, 'en')).toEqual(
      expect.arrayContaining([
        'A lead is rejected or handed back by moving it to “back”.',
        '- “Answers”: nothing is owed any more when a lead enters the status “back”, within 3 business days of “berlin”, counted from the start, for one of these reasons: duplicate or spam. What was late by then is waived.',
      ]),
    )
    expect(may({ excuse }, 'en').join('\n')).not.toContain('names no reasons')
    const byEvent = may({ excuse: { ...excuse, rejected: { on: 'lead.rejected' } } }, 'de')
    expect(byEvent).toContain(
      '- „Answers“: Es ist nichts mehr geschuldet, wenn `lead.rejected` geschieht, und zwar innerhalb von 3 Geschäftstagen (nach dem Kalender „berlin“), gerechnet ab dem Beginn, aus einem dieser Gründe: duplicate oder spam. Was bis dahin verspätet war, wird erlassen.',
    )
    expect(byEvent.join('\n')).not.toContain('keinen Status')
    expect(may({}, 'de').join('\n')).toContain('keinen Status, mit dem Sie einen Lead ablehnen könnten')
  })

  test('is no right of the other party', () => {
    const text = roleGuide(defineAgreement(agreementWith({ excuse })), { language: 'en', format: 'md', role: 'Marketing' })
    expect(part(text, 'What you may do').join('\n')).not.toContain('duplicate')
  })
})

describe('[C14] what counts', () => {
  const counts = { automations: false, channels: ['phone', 'mail'], direction: 'outbound', atLeast: 'PT30S' } as const

  test('is said in sentences, of which each takes something away', () => {
    expect(promise({ counts }, 'en').slice(-4)).toEqual([
      '- **What counts as done**: Only what a person does counts.',
      '  - Only these channels count: phone and mail.',
      '  - Only what the data declare as going out to the lead counts.',
      '  - Only what the data declare as lasting at least 30 seconds counts.',
    ])
    expect(promise({ counts }, 'de').slice(-4)).toEqual([
      '- **Was als erledigt zählt**: Nur was ein Mensch tut, zählt.',
      '  - Nur diese Kanäle zählen: phone und mail.',
      '  - Nur was nach Angabe in den Daten an den Lead geht, zählt.',
      '  - Nur was nach Angabe in den Daten mindestens 30 Sekunden dauert, zählt.',
    ])
  })

  test('says nothing of what is not asked for', () => {
    expect(promise({ counts: { automations: true, direction: 'inbound' } }, 'en').slice(-2)).toEqual([
      '- **What counts as done**: What an automation does counts as well.',
      '  - Only what the data declare as coming from the lead counts.',
    ])
    expect(promise({ counts: { atLeast: 'PT0S' } }, 'de').slice(-1)).toEqual([
      '- **Was als erledigt zählt**: Nur was ein Mensch tut, zählt.',
    ])
  })
})

describe('[C10] whose calendar counts', () => {
  test.each([
    [
      'owner',
      'PT4H',
      'within 4 hours in the opening hours of the owner of the lead a call',
      'innerhalb von 4 Stunden (gezählt in den Öffnungszeiten der zuständigen Person) ein Anruf',
    ],
    [
      'team',
      'PT4H',
      'within 4 hours in the opening hours of the team that has the lead a call',
      '(gezählt in den Öffnungszeiten des zuständigen Teams)',
    ],
    [
      'lead',
      'PT4H',
      'within 4 hours in the opening hours of “berlin” in the time zone of the lead a call',
      '(gezählt in den Öffnungszeiten von „berlin“ in der Zeitzone des Leads)',
    ],
    [
      'owner',
      { businessDays: 2 },
      'within 2 business days of the owner of the lead a call',
      '(nach dem Kalender der zuständigen Person)',
    ],
    [
      'team',
      { endOfBusinessDay: 0 },
      'by the end of the same business day of the team that has the lead',
      '(nach dem Kalender des zuständigen Teams)',
    ],
    [
      'lead',
      { businessDays: 2 },
      'within 2 business days of “berlin” in the time zone of the lead a call',
      '(nach dem Kalender „berlin“ in der Zeitzone des Leads)',
    ],
  ] as const)('follows the %s with %j', (clockFollows, within, english, german) => {
    expect(promise({ clockFollows, within }, 'en')[0]).toContain(english)
    expect(promise({ clockFollows, within }, 'de')[0]).toContain(german)
  })

  test('of a clock that never stops, only the dates are those of the lead', () => {
    const always = { clock: 'always', clockFollows: 'lead' } as const
    expect(promise(always, 'en')[0]).toContain('within 4 hours around the clock a call')
    expect(promise({ ...always, within: { businessDays: 2 } }, 'en')[0]).toContain(
      'within 2 business days (every day in the time zone of the lead is one) a call',
    )
    expect(promise({ ...always, within: { businessDays: 2 } }, 'de')[0]).toContain(
      '(jeder Tag in der Zeitzone des Leads ist einer)',
    )
    expect(promise(always, 'en')).toContain(
      '- **Whose calendar counts**: Dates are those of the time zone of the lead; where that is not known, those of the agreement.',
    )
    expect(promise({ ...always, clockFollows: 'owner' }, 'en').join('\n')).toContain('otherwise every hour.')
  })

  test('says what counts otherwise, and from when on it is settled', () => {
    expect(promise({ clockFollows: 'owner' }, 'en').slice(-2)).toEqual([
      '- **Whose calendar counts**: The calendar of the owner of the lead counts; if there is none, that of the team that has it; otherwise “berlin”.',
      '  - This is settled when the time starts, and holds until the time ends.',
    ])
    expect(promise({ clockFollows: 'team' }, 'de').slice(-2)).toEqual([
      '- **Wessen Kalender zählt**: Es zählt der Kalender des zuständigen Teams; gibt es keinen, „berlin“.',
      '  - Das steht fest, sobald die Zeit beginnt, und gilt bis zu ihrem Ende.',
    ])
    expect(promise({ clockFollows: 'lead' }, 'de').join('\n')).toContain(
      'Es zählen die Öffnungszeiten von „berlin“ in der Zeitzone des Leads; wo diese nicht bekannt ist, in der des Kalenders.',
    )
  })

  test('its worked deadline counts on that calendar, and says so', () => {
    const [, example = '', place = ''] = promise({ clockFollows: 'owner' }, 'en')
    // Joe is of the American team, so the example is in the hours of New York.
    expect(example).toMatch(/because .* \(09:00 to 1\d:00\).* count/)
    expect(place).toBe('Times of day are those of America/New_York. Here “New York” counts.')
    expect(promise({}, 'en')[2]).toBe('Times of day are those of Europe/Berlin.')
  })

  test('stands with the calendars: which promise follows whom, and which team or person has which', () => {
    expect(part(written({ clockFollows: 'owner' }, 'en'), 'Whose calendar counts')).toEqual([
      '- **“Answers”**: The calendar of the owner of the lead counts; if there is none, that of the team that has it; otherwise “berlin”.',
      'This is settled when the time starts, and holds until the time ends.',
      ...['The calendars of teams and people', '| Name | Calendar |', '|---|---|'],
      ...['| America (Team) | “New York” |', '| Lena | around the clock |'],
    ])
    expect(part(written({ clockFollows: 'team' }, 'de'), 'Wessen Kalender zählt').join('\n')).toContain(
      '| Lena | rund um die Uhr |',
    )
    expect(part(written({ clockFollows: 'owner' }, 'en'), 'New York').join('\n')).toContain('Counts for “Answers”.')
  })

  test('says of calendars that nobody follows that they count for nothing, and of none nothing', () => {
    expect(part(written({}, 'en'), 'Whose calendar counts').at(-1)).toBe('No promise is counted by them.')
    expect(part(written({ clockFollows: 'lead' }, 'de'), 'Wessen Kalender zählt').at(-1)).toBe(
      'Keine Zusage wird nach ihnen gezählt.',
    )
    expect(written({}, 'en', { parties: { sales: { name: 'Sales' } } })).not.toContain('Whose calendar counts')
  })

  test('stands beside the times of several kinds of leads at a glance', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }
    const within = [{ name: 'hot', when: hot, target: 'PT1H' }, { target: 'PT4H' }]
    const guide = (language: Language) =>
      roleGuide(defineAgreement(agreementWith({ within, clockFollows: 'owner' })), { language, format: 'md', role: 'Sales' })
    expect(guide('en')).toContain('; counted in the opening hours of the owner of the lead |')
    expect(guide('de')).toContain('; gezählt in den Öffnungszeiten der zuständigen Person |')
  })
})

test('a view for a negotiation says the same as the document', () => {
  const text = negotiationView(defineAgreement(agreementWith({ clockFollows: 'owner' })), { language: 'en', format: 'md' })
  expect(text).toContain('in the opening hours of the owner of the lead')
})

test('changes of the new keys are told in words, and in no name of the data', () => {
  const before = agreementWith({ ...paused })
  const keys: Partial<TimedClauseDocument> = {
    ...{ maxPause: 'PT8H', maxPauses: 3, clockFollows: 'team' },
    excuse: { rejected: { on: 'lead.merged' }, codes: ['spam'], acceptWindow: 'PT8H' },
    counts: { channels: ['phone'], direction: 'inbound', atLeast: 'PT30S', automations: true },
  }
  const after = { ...before, version: '2', clauses: { reply: { ...before.clauses.reply, ...keys } as ClauseDocument } }
  for (const language of ['en', 'de'] as const) {
    const text = renderChanges(before, after, { language, format: 'text' })
    expect(text).not.toMatch(/maxPause|clockFollows|excuse:|atLeast|acceptWindow|inbound|PT\d/)
    expect(text).toContain(language === 'en' ? 'least length: 30 seconds' : 'Mindestdauer: 30 Sekunden')
  }
})
