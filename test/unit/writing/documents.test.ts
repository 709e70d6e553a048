import { describe, expect, test } from 'vitest'
import { type AgreementDocument, defineAgreement, LeadSlaError, type TimedClauseDocument } from '../../../src/index.ts'
import { morePart } from '../../../src/writing/parts/exceptions.ts'
import { Pen } from '../../../src/writing/pen.ts'
import { phrase, plainText } from '../../../src/writing/text/phrase.ts'
import { type OwnLanguage, renderAgreement } from '../../../src/writing.ts'
import { tagsOf, textOfHtml } from '../../oracle/markup-oracle.ts'
import { wholeAgreement } from './whole-agreement.ts'

const reply: TimedClauseDocument = {
  kind: 'timed',
  owedBy: 'sales',
  clock: 'always',
  start: { on: 'lead.created' },
  stop: { on: 'call.made' },
  within: 'PT1H',
}
const bare: AgreementDocument = {
  agreement: 'acme',
  version: '1',
  timeZone: 'UTC',
  parties: { sales: { name: 'Sales' } },
  clauses: { reply },
}
const markdown = (document: AgreementDocument, more: object = {}) =>
  renderAgreement(defineAgreement(document), { language: 'en', format: 'md', ...more })
const html = (document: AgreementDocument, more: object = {}) =>
  renderAgreement(defineAgreement(document), { language: 'en', format: 'html', ...more })

describe('what is not settled', () => {
  test('is asked, and nothing is invented in its place', () => {
    const text = markdown(bare)
    expect(text).toContain(
      [
        '> **4 questions are open**',
        '>',
        '> - What do the parties want to reach with this agreement?',
        '> - From which date is this agreement in force?',
        '> - What is meant by a lead, and by the other words of this agreement?',
        '> - Who signs for Sales?',
      ].join('\n'),
    )
    expect(text).toMatch(/Nothing is agreed about these:\n\n- Purpose\n- What the words mean\n- The way of a lead\n- Reminders\n/)
    expect(text).toContain(
      '- Name: ______________________ · Signature: ______________________ · Place and date: ______________________',
    )
    expect(renderAgreement(bare, { language: 'de', format: 'md' })).toContain('- Wer unterschreibt für Sales?')
  })

  test('is marked at its place where a text begins with a question mark', () => {
    const document: AgreementDocument = {
      ...bare,
      purpose: '? Fewer leads lost, or faster answers?',
      definitions: { lead: { words: '??  Does a student count' } },
      clauses: { reply: { ...reply, words: '? Does a voicemail count?' } },
    }
    const text = markdown(document)
    expect(text).toContain('## 2. Purpose\n\n**Open: Fewer leads lost, or faster answers?**')
    expect(text).toContain('- **lead**: **Open: Does a student count**')
    expect(text).toContain('> **Open: Does a voicemail count?**')
    expect(text).toMatch(
      /When a lead is created, Sales sees to it[\s\S]*> \*\*One question is open\*\*\n>\n> - Does a voicemail count\?/,
    )
    expect(html(document)).toContain('<mark>Open: <bdi>Does a voicemail count?</bdi></mark>')
  })

  test('is what the checks found, in the language, at the clause that they are about', () => {
    const hot = { fact: 'lead', path: '$.score', operator: 'greaterThan', value: 80 }
    const document: AgreementDocument = {
      ...bare,
      calendars: { spare: { timeZone: 'UTC', week: { mon: ['09:00-17:00'] } } },
      lifecycle: { initial: 'a', states: { a: {}, b: { to: ['a'] } } },
      clauses: {
        reply: {
          ...reply,
          title: 'Answer',
          within: [
            { when: hot, target: 'PT1H' },
            { when: hot, target: 'PT2H' },
          ],
        },
      },
    }
    const german = renderAgreement(document, { language: 'de', format: 'md' })
    for (const question of [
      'Kein Übergang führt zum Status „b“. Wie gelangt ein Lead dorthin?',
      'Kein Übergang führt aus dem Status „a“ heraus, und er schließt nichts ab. Was geschieht dort?',
      'Kein Status schließt den Umlauf eines Leads ab. Wann ist die Arbeit an einem Lead getan?',
      'Keine Zusage zählt nach dem Kalender „spare“. Fehlt eine Zusage?',
      '„Answer“: Zwei Ziele haben dieselbe Bedingung, sodass das spätere nie gilt. Welches ist gemeint?',
      '„Answer“: Für Leads, auf die keine der Bedingungen zutrifft, ist keine Zeit festgelegt. Sind sie absichtlich ausgenommen?',
      'Was bedeutet der Status „a“?',
    ]) {
      expect(german).toContain(`> - ${question}\n`)
    }
  })

  test('may be what another check found, in its own words', () => {
    const findings = [
      { code: 'no-slack', path: ['clauses', 'reply', 'within'], message: 'one hour was kept in 3 % of <all> cases' },
    ]
    expect(markdown(bare, { findings })).toContain('> - **one hour was kept in 3 % of &lt;all&gt; cases**')
    expect(markdown(bare, { findings, language: 'de' })).toContain(
      '> - **\\[en\\] one hour was kept in 3 % of &lt;all&gt; cases**',
    )
  })

  test('asks for the holidays of the years that a list leaves out', () => {
    const calendars = {
      office: {
        timeZone: 'UTC',
        week: { mon: ['09:00-17:00'] },
        holidays: [{ region: 'DE-BE', years: [2026, 2026] as const, dates: ['2026-12-25'] }],
      },
    }
    const text = markdown({
      ...bare,
      effective: { from: '2026-07-01' },
      calendars,
      clauses: { reply: { ...reply, clock: 'office' } },
    })
    expect(text).toContain('- The holidays of “office” are known only before 1 January 2027. Which are the next ones?')
    expect(text).toContain('| 25 December 2026 | Friday |')
  })
})

describe('a page', () => {
  test('loads nothing and runs nothing', () => {
    const page = html(wholeAgreement)
    expect(page).not.toMatch(/<script|<link|<iframe|<img|\son\w+=|https?:\/\/(?!www\.w3\.org\/2000\/svg)|url\(|@import/)
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  test('has one heading of the first level, and skips none below it', () => {
    const levels = tagsOf(html(wholeAgreement)).flatMap(({ name }) => (/^h\d$/.test(name) ? [Number(name[1])] : []))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1)
  })

  test('has a name for everything that is pointed at, and once', () => {
    const page = html(wholeAgreement)
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const pointed = [...page.matchAll(/(?:href="#|aria-labelledby=")([^"]*)"/g)].map(([, id]) => id)
    expect(pointed.filter((id) => !ids.includes(id))).toEqual([])
    expect(pointed.length).toBeGreaterThan(20)
  })

  test('says its language, and gives every table its headings', () => {
    const page = html(wholeAgreement, { language: 'de' })
    expect(page).toContain('<html lang="de" dir="ltr">')
    for (const { name, attributes } of tagsOf(page)) if (name === 'th') expect(attributes).toEqual(['scope'])
    expect(page).toContain('<th scope="row"><bdi>Karl Brandt</bdi></th>')
  })

  test('keeps names that run from right to left to themselves, in both formats', () => {
    const parties = { sales: { name: 'מכירות', signatories: [{ name: '\u202eevil\u202c' }] } }
    expect(html({ ...bare, parties })).toContain('<bdi>מכירות</bdi> sees to it')
    expect(html({ ...bare, parties })).toContain('<bdi>evil</bdi>')
    expect(markdown({ ...bare, parties })).toContain('\u2068מכירות\u2069 sees to it')
  })

  test('takes a clause of a hundred thousand characters and two hundred clauses', () => {
    const long = 'word '.repeat(20_000)
    const clauses = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [`c${index}`, { ...reply, title: `Promise ${index}` }]),
    )
    const page = html({ ...bare, clauses: { ...clauses, c0: { ...reply, words: long } } })
    expect(textOfHtml(page)).toContain(long.trim())
    expect(page.match(/class="example"/g)).toHaveLength(200)
  })
})

describe('the words', () => {
  test('may be given for the names in the data', () => {
    const text = markdown(bare, { vocabulary: { 'call.made': 'somebody <calls> back', 'lead.created': 'a form comes in' } })
    expect(text).toContain(
      'When a form comes in, Sales sees to it that within 1 hour around the clock somebody &lt;calls&gt; back.',
    )
  })

  test('of a key that no sentence was made for are the ones that were written', () => {
    const agreement = defineAgreement(bare)
    const when = { all: [{ fact: 'lead', path: '$.a', operator: 'equal', value: 1 }] }
    const document = { ...agreement.document, mood: { due: '2026-05-01', after: 'PT90M', when, who: ['a', '<b>'] } }
    const part = morePart(new Pen({ ...agreement, document }, { language: 'en' }))
    const said = part?.blocks.flatMap((block) => (block.kind === 'terms' ? block.rows.map((row) => row.map(plainText)) : []))
    expect(said).toEqual([['mood', 'due: 1 May 2026', 'after: 1 hour 30 minutes', 'when: a is 1', 'who: a; <b>']])
    expect(morePart(new Pen(agreement, { language: 'en' }))).toBe(null)
  })

  const french: OwnLanguage = {
    lang: 'fr',
    locale: 'fr-FR',
    words: {
      heading: { purpose: 'Objet', parties: 'Parties' },
      trigger: { events: { 'lead.created': (lead) => `${lead === 'a' ? 'un' : 'le'} lead est créé`, 'x.y': () => 'x arrive' } },
      time: { within: (amount) => phrase`en ${amount}` },
    },
  }

  test('that a language of one’s own has not stand in English, sentence by sentence, and are counted', () => {
    const text = markdown({ ...bare, purpose: 'Répondre.' }, { language: french }).replaceAll('\u00a0', ' ')
    expect(text).toContain('## 2. Objet\n\nRépondre.')
    expect(text).toContain('\\[en\\] When un lead est créé, Sales sees to it that en 1 heure around the clock a call is made.')
    expect(text).toMatch(
      /^\\\[en\\\] \d\d sentences of this document do not exist in its language yet and stand in English, marked \\\[en\\\]\.$/m,
    )
    const page = html(bare, { language: french })
    expect(page).toContain('<html lang="fr" dir="ltr">')
    expect(page).toContain('<span lang="en">[en] Definitions</span>'.replace('Definitions', 'The promises'))
  })

  test('of the library are complete in each of its languages, and say nothing of English in German', () => {
    expect(markdown(wholeAgreement, { language: 'de' })).not.toContain('[en')
  })
})

describe('what cannot be written', () => {
  test.each([
    [{ language: 'fr' }, 'unknown-value', ['language']],
    [{ language: { lang: 'x', locale: 'not a locale', words: {} } }, 'unknown-value', ['language']],
    [{ language: '__proto__' }, 'unknown-value', ['language']],
    [{ format: 'pdf' }, 'unknown-value', ['format']],
    [{ previous: [{ ...bare, timeZone: 'Nowhere' }] }, 'unknown-time-zone', ['timeZone']],
  ])('%j is refused with a code and a path', (options, code, path) => {
    let refusal: unknown
    try {
      markdown(bare, options)
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(LeadSlaError)
    expect((refusal as LeadSlaError).issues[0]).toMatchObject({ code, path })
  })

  test('a document with mistakes is refused with all of them', () => {
    expect(() => renderAgreement({ agreement: 'acme' } as never, { language: 'en', format: 'md' })).toThrow(LeadSlaError)
  })
})

describe('what changed', () => {
  test('is told statement by statement, the latest version first, and not at all where nothing did', () => {
    const versions = [
      { ...bare, version: '1', title: 'One' },
      { ...bare, version: '2', title: 'Two', clauses: { reply: { ...reply, within: 'PT2H', once: true } } },
      {
        ...bare,
        version: '3',
        title: 'Two',
        clauses: { call: reply },
        parties: { sales: { name: 'Sales', members: { ann: { name: 'Ann', role: 'rep' } } } },
      },
    ] as AgreementDocument[]
    const text = renderAgreement(versions[2] as AgreementDocument, {
      language: 'en',
      format: 'md',
      previous: versions.slice(0, 2),
    })
    const changes = text.slice(text.indexOf('Changes since version 2'))
    expect(changes.indexOf('Changes since version 1')).toBeGreaterThan(0)
    const items = (part: string) => part.split('\n').filter((line) => line.startsWith('- '))
    const [latest = '', first = ''] = changes.split('Changes since version 1')
    expect(items(latest)).toEqual([
      '- New: Promise “call”: When a lead is created, Sales sees to it that within 1 hour around the clock a call is made. Stricter for Sales: there is a duty that was not there before.',
      '- Version. Until now: 2. From now on: 3.',
      '- New: Sales: members: Ann: Ann, rep.',
      '- Left out: Promise “reply”: When a lead is created, Sales sees to it that within 2 hours around the clock a call is made. Less strict for Sales: a duty ends.',
      '- “call”: nothing is owed for what started before this version.',
      '- “reply”: with this version nothing starts any more, and what is open then goes on until it ends.',
    ])
    expect(first).toContain(
      '- New: Promise “reply”: only once: true. Less strict for Sales: something helps to keep the promise that did not before.',
    )
    expect(first).toContain('- Title. Until now: One. From now on: Two.')
    expect(markdown(bare, { previous: [bare] })).toContain('Nothing that this document says has changed.')
  })
})
