/** The lengths of periods in German, each as a sentence needs them. */
import type { PeriodLength } from '../../agreement/clause-document.ts'

export const every: Readonly<Record<PeriodLength, string>> = {
  week: 'jede Woche',
  month: 'jeden Monat',
  quarter: 'jedes Quartal',
  year: 'jedes Jahr',
  fiscalMonth: 'jeden Monat des Geschäftsjahres',
  fiscalQuarter: 'jedes Quartal des Geschäftsjahres',
  fiscalYear: 'jedes Geschäftsjahr',
}

export const each: Readonly<Record<PeriodLength, string>> = {
  week: 'je Woche',
  month: 'je Monat',
  quarter: 'je Quartal',
  year: 'je Jahr',
  fiscalMonth: 'je Monat des Geschäftsjahres',
  fiscalQuarter: 'je Quartal des Geschäftsjahres',
  fiscalYear: 'je Geschäftsjahr',
}

export const inOne: Readonly<Record<PeriodLength, string>> = {
  week: 'in einer Woche',
  month: 'in einem Monat',
  quarter: 'in einem Quartal',
  year: 'in einem Jahr',
  fiscalMonth: 'in einem Monat des Geschäftsjahres',
  fiscalQuarter: 'in einem Quartal des Geschäftsjahres',
  fiscalYear: 'in einem Geschäftsjahr',
}
