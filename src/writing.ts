/** `lead-sla/writing`: the agreement as the document that people sign, guides for those who work under it, and the table to negotiate at. */

export { type Issue, type IssueCode, type IssuePath, issueCodes, LeadSlaError, type Parsed } from './errors.ts'
export { type ChangesFormat, type ChangesOptions, renderChanges } from './writing/changes/render-changes.ts'
export { type Evidence, evidenceOf } from './writing/evidence.ts'
export { type DeadlineExample, deadlineExamples } from './writing/example/deadline-example.ts'
export { type RoleGuideOptions, roleGuide } from './writing/guide/role-guide.ts'
export type { Language } from './writing/languages.ts'
export { type NegotiationOptions, negotiationView } from './writing/negotiation-view.ts'
export type { GivenFinding } from './writing/parts/questions.ts'
export { type RenderOptions, renderAgreement, type WritingFormat, type WritingOptions } from './writing/render-agreement.ts'
export type { OwnLanguage } from './writing/words/writing-language.ts'
