/** The agreements to start from, by name. */
import type { AgreementDocument } from '../agreement/document.ts'
import { issue, LeadSlaError } from '../errors.ts'
import type { LeadEvent } from '../events/event.ts'
import type { Language } from '../language.ts'
import { source as b2bInbound } from './b2b-inbound/story.ts'
import { source as enterpriseAccounts } from './enterprise-accounts/story.ts'
import { source as partnerChannel } from './partner-channel/story.ts'
import type { Comment, Say, Source } from './parts.ts'
import { source as productLed } from './product-led/story.ts'
import { source as providerCustomer } from './provider-customer/story.ts'
import { source as smbHighVolume } from './smb-high-volume/story.ts'

const sources = {
  'b2b-inbound': b2bInbound,
  'enterprise-accounts': enterpriseAccounts,
  'smb-high-volume': smbHighVolume,
  'partner-channel': partnerChannel,
  'product-led': productLed,
  'provider-customer': providerCustomer,
} as const satisfies Record<string, Source>

export type TemplateName = keyof typeof sources

/** The names of the templates. */
export const templateNames: readonly TemplateName[] = Object.freeze(Object.keys(sources) as TemplateName[])

/** An agreement to start from. */
export interface Template {
  readonly name: TemplateName
  readonly title: string
  /** For whom it is, in a sentence. */
  readonly summary: string
  readonly agreement: AgreementDocument
  /** For each promise that has a number worth a word: why it is what it is. */
  readonly commentary: readonly Comment[]
  /** What happened to some leads under it. */
  readonly events: readonly LeadEvent[]
  /** When the example is looked at, RFC 3339. */
  readonly asOf: string
}

export interface TemplateOptions {
  /** English when left out. */
  readonly lang?: Language
}

const says: Readonly<Record<Language, Say>> = { en: (english) => english, de: (_english, german) => german }

/**
 * Returns an agreement to start from, with why its numbers are what they are, and an example of what happens under it.
 *
 * **Edges** a new copy at each call: change it as you like. The names of promises, statuses and events are the same in every
 * language, so the same events serve all of them.
 * **Errors** throws `LeadSlaError` with `unknown-value` for a name or a language that is not known, the nearest one first.
 *
 * @example
 * template('b2b-inbound', { lang: 'de' }).agreement.parties.sales?.name //=> 'Vertrieb'
 */
export function template(name: TemplateName, { lang = 'en' }: TemplateOptions = {}): Template {
  if (!Object.hasOwn(sources, name)) throw unknown('name', 'a template', name, templateNames)
  if (!Object.hasOwn(says, lang)) throw unknown('lang', 'one of the known languages', lang, Object.keys(says))
  const source: Source = sources[name]
  const say = says[lang]
  const { events, asOf } = source
  return {
    name,
    title: source.title(say),
    summary: source.summary(say),
    agreement: source.agreement(say),
    commentary: source.commentary(say),
    events: structuredClone(events),
    asOf,
  }
}

function unknown(key: string, expected: string, got: unknown, known: Iterable<string>): LeadSlaError {
  return new LeadSlaError([issue('unknown-value', [key], { expected, got, known })])
}
