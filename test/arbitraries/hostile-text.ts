/** Names that are markup, or look like it, in some format, and an agreement with such a name in every place that takes one. */

import fc from 'fast-check'
import type { AgreementDocument } from '../../src/index.ts'

const pieces = [
  ...[
    '<b>',
    '</b>',
    '<script>alert(1)</script>',
    '<!--',
    '-->',
    ']]>',
    '</style>',
    '</title>',
    '<img src=x onerror=y>',
    '&amp;',
    '&#60;',
    '&lt',
  ],
  ...[
    '"',
    "'",
    '`',
    '``',
    '*',
    '**',
    '_',
    '__',
    '|',
    '\\',
    '[a](b)',
    '![a](b)',
    '[^1]',
    '#',
    '##',
    '- ',
    '+ ',
    '1. ',
    '> ',
    '~~',
    '$',
    '$$',
  ],
  ...[
    '\u202e',
    '\u2066',
    '\u2069',
    '\u05d0\u05d1',
    '\u0627',
    '\u0000',
    '\u001b[31m',
    '\ud800',
    '\n',
    '\r\n',
    '\u2028',
    '\t',
    '   ',
    '---',
    '===',
  ],
  ...[
    '{',
    '}',
    '%',
    ';',
    ':',
    'javascript:x',
    'https://a.example',
    '@a',
    '\ud83d\ude00',
    '\u00e9',
    '3.',
    '(',
    ')',
    '--> [*]',
    '%%',
    'end',
  ],
]

/** A name with at least one letter in it, so that something is left of it. */
export const hostileText: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }), fc.nat())
  .map(([parts, at]) => parts.toSpliced(at % (parts.length + 1), 0, 'x').join(''))
  // A text that begins with a question mark is a question, and one with a blank line two paragraphs.
  .filter((text) => !/^\W*\?/.test(text) && !/[\n\r\u2028]\s*[\n\r\u2028]/.test(text))

/** Returns an agreement with everything in it that a person writes; `name` gives the text for each place. */
export function agreementOfNames(name: (place: string) => string): AgreementDocument {
  const hot = { fact: 'lead', path: '$.score', operator: 'in', value: [name('value 1'), name('value 2'), 3] }
  const [first, second] = [name('state 1'), `${name('state 2')} 2`]
  const [party, calendar, condition] = [name('party id'), name('calendar id'), name('condition id')]
  return {
    agreement: name('agreement'),
    version: name('version'),
    title: name('title'),
    purpose: name('purpose'),
    effective: { from: '2026-04-01', to: '2027-04-01' },
    timeZone: 'Europe/Berlin',
    parties: {
      [party]: {
        name: name('party'),
        teams: { [name('team id')]: { name: name('team'), calendar } },
        members: { [name('member id')]: { name: name('member'), team: name('team id'), role: name('role') } },
        signatories: [{ name: name('signatory'), title: name('signatory title') }],
      },
    },
    definitions: { [name('term')]: { words: name('words'), when: { condition } }, [`${name('term')} 2`]: name('more words') },
    conditions: { [condition]: { all: [hot] }, [`${condition} 2`]: { any: [hot, { not: hot }, hot] } },
    calendars: {
      [calendar]: {
        title: name('calendar'),
        timeZone: 'Europe/Berlin',
        week: { mon: ['09:00-17:00'], tue: ['09:00-17:00'], fri: ['09:00-17:00'] },
        holidays: [{ name: name('holiday'), date: '05-01' }],
        seasons: [{ title: name('season'), during: '06-01/08-31', week: { mon: ['09:00-15:00'], fri: ['09:00-15:00'] } }],
      },
    },
    lifecycle: {
      initial: first,
      states: {
        [first]: { definition: name('definition'), to: [second], by: [party] },
        [second]: { disposition: true, entry: { condition } },
      },
    },
    exceptions: [
      { name: name('exception'), from: '2026-05-01', to: '2026-05-02', reason: name('reason'), approvedBy: name('approver') },
    ],
    clauses: {
      reply: {
        kind: 'timed',
        title: name('clause title'),
        words: name('clause words'),
        owedBy: party,
        clock: calendar,
        start: { on: [name('start type'), 'lead.created'], when: { condition: `${condition} 2` } },
        stop: { on: name('stop type'), when: { fact: 'event', path: '$.data.kind', operator: 'equal', value: name('kind') } },
        cancel: { enters: second },
        clockFollows: 'owner',
        excuse: { rejected: { on: name('rejection type') }, codes: [name('code 1'), name('code 2')], acceptWindow: 'PT8H' },
        counts: { channels: [name('channel 1'), name('channel 2')] },
        within: [{ name: name('goal'), when: hot, target: 'PT1H' }, { target: { businessDays: 1 } }],
        reminders: [{ share: 0.5, to: name('recipient') }],
        escalation: [{ after: 'PT1H', action: 'notify', to: name('manager') }],
      },
      moves: { kind: 'volume', title: name('volume title'), owedBy: party, count: { enters: second }, per: 'month', target: 5 },
    },
  }
}
