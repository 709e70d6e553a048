/**
 * What the examples of the templates come to, counted by hand from their scripts: how many leads go which way, and what each way
 * does to each clock.
 */
import type { TemplateName } from '../../../src/templates.ts'

export const figures: Record<TemplateName, { readonly clocks: object; readonly counted: readonly string[] }> = {
  'b2b-inbound': {
    clocks: {
      // 22 leads, of which two are stuck for two hours.
      handOver: { met: 20, metLate: 2 },
      // Two hot leads are answered slowly, three are spam, and two are met with silence.
      firstResponse: { met: 15, metLate: 2, cancelled: 3, openBreached: 2 },
      acceptance: { met: 20, openBreached: 2 },
      // Five of 15 that were accepted are disposed of in time; nobody makes six attempts.
      followUp: { met: 5, openBreached: 10 },
    },
    counted: [
      // 22 less three that were rejected.
      'qualifiedLeads 19 of 19: missed',
      'quality 0.136 of 22: met',
      // 15 of 19, and fewer than 20 are not judged.
      'inTime 0.789 of 19: insufficientData',
    ],
  },
  'enterprise-accounts': {
    clocks: {
      brief: { met: 9, metLate: 2, cancelled: 1 },
      // Nobody calls an account that was parked before its brief; a late brief starts the clock late.
      outreach: { met: 8, metLate: 3 },
      persistence: { met: 6, openBreached: 5, cancelled: 1 },
      verdict: { met: 4, open: 8 },
    },
    counted: [
      'engagedAccounts 12 of 12: met',
      // Three projects of 250,000 euros.
      'sourcedPipeline 75000000 of 3: missed',
      // Six of ten: the two with a late brief drop out.
      'meetings 0.6 of 10: met',
    ],
  },
  'smb-high-volume': {
    clocks: {
      confirmation: { met: 21 },
      speedToLead: { met: 15, metLate: 4, cancelled: 2 },
      attempts: { met: 17, openBreached: 2 },
      disposition: { met: 17, openBreached: 2 },
    },
    counted: [
      'leads 19 of 19: missed',
      'numbers 0.095 of 21: met',
      // Ten of 19 talk.
      'conversations 0.526 of 19: insufficientData',
      'quickEnough 0.789 of 19: insufficientData',
    ],
  },
  'partner-channel': {
    clocks: {
      approval: { met: 2, metLate: 2 },
      firstContact: { met: 7, metLate: 2, cancelled: 3 },
      accept: { met: 12 },
      // Four report in time and close before the next report; three report late.
      report: { met: 4, metLate: 3, cancelled: 11 },
    },
    counted: [
      // 12 less three that were returned.
      'leadsGiven 9 of 9: missed',
      // Four of 30,000 euros.
      'closed 12000000 of 4: missed',
    ],
  },
  'product-led': {
    clocks: {
      // Three pay before anybody is told, and two signals are lost for two hours.
      signal: { met: 15, metLate: 2, cancelled: 3 },
      // Two are helped too late, and two trials end after the time for help was over.
      assist: { met: 13, metLate: 2, cancelled: 2 },
      gentle: { met: 11, openBreached: 2 },
    },
    counted: [
      // 15 small ones and five large teams that count three times.
      'qualified 30 of 20: missed',
      // Three of 20 pay before anybody owns the lead.
      'leftAlone 0.15 of 20: met',
      // Nine of 18: the two whose signal was lost drop out.
      'conversion 0.5 of 18: insufficientData',
      // 13 of 17: a clock that was late before it was cancelled is not kept.
      'helpInTime 0.765 of 17: missed',
    ],
  },
  'provider-customer': {
    clocks: {
      emergency: { met: 1, metLate: 1 },
      reaction: { met: 11, metLate: 1, cancelled: 1 },
      // A case that is reopened within two weeks is the same one.
      repair: { met: 12, metLate: 2 },
      answer: { met: 2, metLate: 2 },
      // 14 cases, two of them delivered twice; two are never looked at.
      check: { met: 14, openBreached: 2 },
    },
    counted: [
      'kept 0.857 of 14: missed',
      // Two of 12 that were accepted are broken again.
      'again 0.167 of 12: missed',
    ],
  },
}
