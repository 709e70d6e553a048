/** `lead-sla/templates`: whole agreements to start from, in English and German, each with the reasons for its numbers and an example. */

export type { AgreementDocument } from './agreement/document.ts'
export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
export type { LeadEvent } from './events/event.ts'
export type { Language } from './language.ts'
export { type Template, type TemplateName, type TemplateOptions, template, templateNames } from './templates/catalogue.ts'
export type { Comment } from './templates/parts.ts'
