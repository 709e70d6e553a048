/** What readiness finds in past events, in German. */
import type { EventFacts, TriggerKey } from './facts.ts'
import { amount, counted, decimal, list, percent, quoted } from './german-figures.ts'
import type { Count, WordsFor } from './readiness-words.ts'

const events = (count: number) => counted(count, 'Ereignis', 'Ereignissen')
const leads = (count: number) => counted(count, 'Lead', 'Leads')
const clocks = (count: number) => counted(count, 'Uhr', 'Uhren')
const workdays = (count: number) => counted(count, 'Werktag', 'Werktagen')
const of = ({ hits, sample }: Count, noun: (count: number) => string): string => `${decimal(hits)} von ${noun(sample)}`

const does: Readonly<Record<TriggerKey, string>> = {
  start: 'beginnt',
  stop: 'erledigt',
  pause: 'anhält',
  resume: 'fortsetzt',
  cancel: 'abbricht',
  reset: 'neu beginnt',
  attempt: 'als Versuch gilt für',
  count: 'zählt für',
  sum: 'beiträgt zu',
  of: 'gehört zu',
  that: 'erfüllt',
}

export const germanEvents: WordsFor<EventFacts> = {
  'events-refused': {
    message: ({ why }, count) => `${of(count, events)} sind nicht lesbar [${why}]`,
    remedy: 'Den Export oder die Zuordnung richten; die Seite der Fehler sagt, was jeder Code verlangt.',
  },
  'event-type-unasked': {
    message: ({ types }, count) => `nach ${of(count, events)} fragt keine Klausel: ${list(types.map(quoted))}`,
    remedy: 'So lassen, oder die Art dort nennen, wo sie gemeint war: ein Buchstabe kann den Unterschied machen.',
  },
  'trigger-never-fires': {
    message: ({ clause, trigger, types }, { sample }) =>
      `was ${quoted(clause)} ${does[trigger]}, geschieht nie: unter ${events(sample)} ist kein ${list(types.map(quoted), 'or')}`,
    remedy: 'Die Art so nennen, wie die Daten es tun, oder dafür sorgen, dass sie aufgezeichnet wird.',
  },
  'records-begin-late': {
    message: ({ clause, type, date, from }, count) =>
      `vor dem ${date} ist kein ${quoted(type)} aufgezeichnet, obwohl seit dem ${from} Leads kamen: ${of(count, clocks)} von ${quoted(clause)} fehlen Daten, und sie sehen wie Verstöße aus`,
    remedy: 'Später anfangen (effective.from, bei einem Verhältnis recordedFrom) oder das Fehlende nachtragen.',
  },
  'move-outside-lifecycle': {
    message: ({ from, to }, { hits, sample }) =>
      `${hits} von ${counted(sample, 'Übergang', 'Übergängen')} gingen von ${quoted(from)} nach ${quoted(to)}, was der Lebenszyklus nicht erlaubt`,
    remedy: 'Den Übergang erlauben, wenn er richtig ist, oder die Abkürzung im CRM schließen.',
  },
  'move-by-another-party': {
    message: ({ state }, count) =>
      `${of(count, leads)} kamen durch eine Seite nach ${quoted(state)}, der dieser Übergang nicht zusteht`,
    remedy: 'Klären, wer den Übergang machen darf, und die Rechte im CRM danach setzen.',
  },
  'definition-not-kept': {
    message: ({ state }, { hits, sample }) =>
      `${hits} von ${counted(sample, 'Eintritt', 'Eintritten')} nach ${quoted(state)} erfüllten die Definition nicht`,
    remedy: 'Das CRM verlangen lassen, was die Definition verlangt, oder die Definition ändern.',
  },
  'moves-not-recorded': {
    message: (_, { sample }) =>
      `keiner von ${leads(sample)} hat je den Status gewechselt: die Ereignisse enthalten kein lead.moved`,
    remedy: 'Statuswechsel aufzeichnen; ohne sie sagt der Lebenszyklus nichts.',
  },
  'status-unused': {
    message: ({ states }) => `kein Lead war je in ${list(states.map(quoted), 'or')}`,
    remedy: 'Den Status streichen oder herausfinden, wo diese Leads stattdessen geführt werden.',
  },
  'owners-not-recorded': {
    message: (_, { sample }) => `keiner von ${leads(sample)} wurde je jemandem gegeben: kein Verstoß gehört jemandem`,
    remedy: 'lead.assigned mit dem Besitzer aufzeichnen, wenigstens von der Übergabe an.',
  },
  'clock-without-owner': {
    message: ({ clause }, count) => `${of(count, clocks)} von ${quoted(clause)} liefen, ohne dass je jemand den Lead hatte`,
    remedy: 'Jeden Lead einer Person oder einem Team geben, ehe seine Uhr beginnt.',
  },
  'events-without-actor': {
    message: ({ types }, count) =>
      `${of(count, events)} sagen nicht, wer es war, obwohl andere ihrer Art es tun (${list(types.map(quoted))})`,
    remedy: 'Den Benutzer mit jeder Aktivität exportieren; auch ein Automat ist ein Handelnder.',
  },
  'person-unknown': {
    message: ({ people }, { hits, sample }) =>
      `${list(people)} ${people.length === 1 ? 'tat oder besaß' : 'taten oder besaßen'} ${hits} von ${counted(sample, 'Sache', 'Sachen')} und ${people.length === 1 ? 'gehört' : 'gehören'} zu keiner Seite`,
    remedy: 'Als Mitglieder mit Seite, Team und Rolle aufnehmen oder Automaten als solche kennzeichnen.',
  },
  'member-unseen': {
    message: ({ people }) => `${list(people)} ${people.length === 1 ? 'schrieb oder besaß' : 'schrieben oder besaßen'} nie etwas`,
    remedy: 'Nachsehen, ob sie das CRM benutzen, vielleicht unter anderem Namen, oder sie streichen.',
  },
  'acts-like-machine': {
    message: ({ person, quietShare }) =>
      `${quoted(person)} gilt als Person und arbeitet rund um die Uhr: ${percent(quietShare)} der Ereignisse fallen in die ruhigsten sechs Stunden des Tages`,
    remedy: 'Ist es eine Maschine, sie als Automaten kennzeichnen; sonst gilt, was sie tut, als Antwort.',
  },
  gap: {
    message: ({ from, to, days, usual }) =>
      days === 1
        ? `am ${from}, einem Werktag, schrieb niemand etwas; üblich sind ${usual} Ereignisse`
        : `an ${workdays(days)} vom ${from} bis ${to} schrieb niemand etwas; üblich sind ${usual} Ereignisse am Tag`,
    remedy: 'Ein Feiertag gehört in den Kalender; ein Ausfall oder ein verlorener Export ist ein Fall für eine Ausnahme.',
  },
  'person-gap': {
    message: ({ gaps }) =>
      `${list(gaps.map(({ person, from, days }) => `${quoted(person)} (${counted(days, 'Tag', 'Tage')} ab ${from})`))} ${gaps.length === 1 ? 'schrieb' : 'schrieben'} zehn Werktage und länger nichts`,
    remedy: 'War es Urlaub, nachsehen, wer die Leads hatte; wenn nicht, wie die Arbeit festgehalten wurde.',
  },
  'outside-hours': {
    message: ({ share }) => `${percent(share)} ihrer Ereignisse schrieben die Leute außerhalb der Öffnungszeiten`,
    remedy: 'Die Zeiten eintragen, in denen wirklich gearbeitet wird, oder nachsehen, ob die Zeitzone stimmt.',
  },
  'shifted-times': {
    message: ({ hours, share, shiftedShare }) =>
      `${percent(share)} dessen, was Leute schrieben, liegt in den Öffnungszeiten, und ${percent(shiftedShare)} läge darin, wenn jede Zeit ${counted(Math.abs(hours), 'Stunde', 'Stunden')} ${hours > 0 ? 'später' : 'früher'} wäre: die Zeitzone kann falsch sein`,
    remedy: 'Herausfinden, in welcher Zone die Quelle ihre Zeiten schreibt, und sie in der Zuordnung nennen.',
  },
  'date-only-times': {
    message: ({ type, isTimed }, count) =>
      `${of(count, events)} der Art ${quoted(type)} liegen auf Mitternacht: Tage ohne Uhrzeit${isTimed ? ', und eine Zusage zählt Stunden davon' : ''}`,
    remedy:
      'Werktage zusagen oder die Uhrzeit aufzeichnen; dateOnly in der Zuordnung setzt einen Tag dorthin, wo er gemeint ist.',
  },
  'same-time-of-day': {
    message: ({ type, time }, count) =>
      `${of(count, events)} der Art ${quoted(type)} liegen genau auf ${time}: eine Maschine oder eine Zuordnung schrieb die Uhrzeit`,
    remedy: 'Sie als Tage ohne Uhrzeit behandeln.',
  },
  'round-times': {
    message: ({ type }, count) =>
      `${of(count, events)} der Art ${quoted(type)} liegen auf einer vollen Viertelstunde: aus dem Gedächtnis aufgeschrieben`,
    remedy: 'Die Uhrzeit von der Telefonanlage oder vom Mailserver aufzeichnen lassen.',
  },
  'repeated-hour': {
    message: ({ date }, { hits }) =>
      `${counted(hits, 'Ereignis fiel', 'Ereignisse fielen')} in die Stunde, die die Uhren am ${date} zweimal zeigen`,
    remedy: 'Darauf sehen, dass ihre Quelle einen Abstand zu UTC schreibt; sonst weiß niemand, welche Stunde gemeint war.',
  },
  'same-instant': {
    message: ({ isDecided }, count) =>
      `${of(count, leads)} haben mehrere Ereignisse desselben Augenblicks${isDecided ? ', und eine Folgenummer entscheidet zwischen ihnen' : ', und nur die Kennung entscheidet zwischen ihnen'}`,
    remedy: 'Jedem Ereignis seinen Platz geben: sequence, wie es die Zeile der Datei tut.',
  },
  'mass-update': {
    message: ({ type, most }, count) =>
      `${of(count, events)} der Art ${quoted(type)} kamen zu zwanzig und mehr in einer Sekunde, höchstens ${most}: ein Import oder eine Massenänderung`,
    remedy: 'Niemand kann Hunderten Leads auf einmal antworten: eine Ausnahme vereinbaren oder Importe auslassen.',
  },
  'event-repeated': {
    message: (_, count) => `${of(count, events)} kamen mehrfach und zählen einmal`,
    remedy: 'Es ist nichts zu tun.',
  },
  'event-corrected': {
    message: (_, count) => `${of(count, events)} wurden durch einen späteren Eintrag ersetzt`,
    remedy: 'Es ist nichts zu tun; sind es viele, nachsehen, wer was berichtigt.',
  },
  'content-repeated': {
    message: (_, count) =>
      `${of(count, events)} sagen vom selben Lead im selben Augenblick dasselbe wie ein anderes, unter anderer Kennung`,
    remedy: 'Nachsehen, ob zwei Systeme dasselbe schreiben; als Versuche zählten sie doppelt.',
  },
  'stop-before-start': {
    message: ({ clause }, count) => `bei ${of(count, leads)} kam, was ${quoted(clause)} erledigt, vor dem, was es beginnt`,
    remedy:
      'Nachsehen, ob die beiden Zeiten aus verschiedenen Systemen oder Zonen kommen; die Uhr ist offen, und nichts hält sie an.',
  },
  'never-stopped': {
    message: ({ clause }, { sample }) => `keine von ${clocks(sample)} von ${quoted(clause)} wurde je angehalten`,
    remedy: 'Nachsehen, ob die Erledigung aufgezeichnet wird, und unter diesem Namen und dieser Bedingung.',
  },
  'left-open': {
    message: ({ clause, longestMs }, count) =>
      `${of(count, clocks)} von ${quoted(clause)} sind länger offen, als 99 % der erledigten brauchten (${amount(longestMs)} an der Wand): sie werden kaum noch erledigt`,
    remedy: 'Einen abschließenden Status oder einen verlorenen Lead die Uhr anhalten oder abbrechen lassen.',
  },
  'left-paused': {
    message: ({ clause, days }, count) => `${of(count, clocks)} von ${quoted(clause)} stehen seit mehr als ${days} Tagen still`,
    remedy: 'Eine Pause von selbst enden lassen: zu einem Datum oder mit dem Verlassen des Status.',
  },
  'no-due-instant': {
    message: ({ clause }, count) => `${of(count, clocks)} von ${quoted(clause)} sind nie fällig, weil keine Angabe sagt, wann`,
    remedy: 'Nach der Zeit fragen, wenn die Uhr beginnt, oder ein Ziel geben, das keine Angabe braucht.',
  },
  'target-out-of-reach': {
    message: ({ clause, kept }, { sample }) =>
      `nur ${percent(kept)} von ${clocks(sample)} von ${quoted(clause)} wären eingehalten worden`,
    remedy: 'Mit einem Ziel anfangen, das die Hälfte einhält, und es bei jeder Durchsicht verschärfen.',
  },
  'target-too-easy': {
    message: ({ clause, share }, { sample }) =>
      `alle ${clocks(sample)} von ${quoted(clause)} wären eingehalten worden, neun von zehn mit weniger als ${percent(share)} der Zeit`,
    remedy: 'Das Ziel verschärfen oder die Aufmerksamkeit einer anderen Zusage widmen.',
  },
  'fact-missing': {
    message: ({ fact }, count) => `${of(count, leads)} haben kein ${quoted(fact)}, wonach Bedingungen entscheiden`,
    remedy: 'Es zum Pflichtfeld vor der Übergabe machen oder sagen, was ohne es gilt.',
  },
  'two-ways-not-to-know': {
    message: ({ fact, words, empty }, count) =>
      `bei ${of(count, leads)} kennt niemand ${quoted(fact)}, und es ist auf mehrere Arten gesagt: ${list([...words.map(quoted), ...(empty > 0 ? [`gar nichts (${empty})`] : [])])}`,
    remedy: 'Herausfinden, ob sie dasselbe meinen, und es auf eine Art sagen.',
  },
}
