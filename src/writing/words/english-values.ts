/** The fixed values of an agreement as people call them, in English. */
import type { ChangeWords } from './change-words.ts'

export const englishValues: Pick<ChangeWords, 'values'> = {
  values: {
    ...{
      week: 'week',
      month: 'month',
      quarter: 'quarter',
      year: 'year',
      fiscalMonth: 'fiscal month',
      fiscalQuarter: 'fiscal quarter',
    },
    ...{
      fiscalYear: 'fiscal year',
      inbound: 'from the lead',
      outbound: 'to the lead',
      owner: 'person',
      team: 'team',
      party: 'party',
      lead: 'lead',
      sourced: 'sourced',
      influenced: 'influenced',
    },
    ...{
      declared: 'as declared',
      firstTouch: 'by first touch',
      notice: 'notice',
      coaching: 'coaching',
      returnLeads: 'leads go back',
    },
    ...{
      adjustQuota: 'other quota',
      moveBudget: 'budget is moved',
      notify: 'notice',
      reassign: 'another owner',
      pool: 'back to the pool',
    },
    ...{
      points: 'points',
      kept: 'promises kept',
      keptShare: 'share kept',
      split: 'shared',
      each: 'the whole for each',
      everybody: 'everybody',
    },
    ...{
      timed: 'within a time',
      cadence: 'several attempts',
      volume: 'a number',
      amount: 'a sum',
      ratio: 'a share',
      compliance: 'kept promises',
    },
    ...{
      manager: 'the manager',
      business: 'opening hours',
      wall: 'the wall clock',
      openHours: 'in opening hours',
      anyTime: 'at any hour',
      digest: 'together',
    },
  },
}
