/** The fixed values of an agreement as people call them, in German. */
import type { ChangeWords } from './change-words.ts'

export const germanValues: Pick<ChangeWords, 'values'> = {
  values: {
    ...{
      week: 'Woche',
      month: 'Monat',
      quarter: 'Quartal',
      year: 'Jahr',
      fiscalMonth: 'Geschäftsmonat',
      fiscalQuarter: 'Geschäftsquartal',
    },
    ...{
      fiscalYear: 'Geschäftsjahr',
      inbound: 'vom Lead',
      outbound: 'an den Lead',
      owner: 'Person',
      team: 'Team',
      party: 'Partei',
      lead: 'Lead',
      sourced: 'angebahnt',
      influenced: 'beeinflusst',
    },
    ...{
      declared: 'wie angegeben',
      firstTouch: 'nach erstem Kontakt',
      notice: 'Hinweis',
      coaching: 'Gespräch',
      returnLeads: 'Rückgabe der Leads',
    },
    ...{
      adjustQuota: 'andere Quote',
      moveBudget: 'Budget wird verschoben',
      notify: 'Hinweis',
      reassign: 'andere Person',
      pool: 'zurück in den Pool',
    },
    ...{
      points: 'Punkte',
      kept: 'eingehaltene Zusagen',
      keptShare: 'Anteil der eingehaltenen',
      split: 'geteilt',
      each: 'für alle ganz',
      everybody: 'alle',
    },
    ...{
      timed: 'innerhalb einer Zeit',
      cadence: 'mehrere Versuche',
      volume: 'eine Anzahl',
      amount: 'eine Summe',
      ratio: 'ein Anteil',
      compliance: 'eingehaltene Zusagen',
    },
    ...{
      manager: 'die Führungskraft',
      business: 'Öffnungszeiten',
      wall: 'Wanduhr',
      openHours: 'in den Öffnungszeiten',
      anyTime: 'zu jeder Uhrzeit',
      digest: 'gesammelt',
    },
  },
}
