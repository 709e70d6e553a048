/** What the site itself says, around the pages: the home page's head, the search, the buttons. */
import type { DefaultTheme } from 'vitepress'
import type { Language } from './navigation.ts'

interface Hero {
  readonly text: string
  readonly tagline: string
  readonly start: string
  readonly playground: string
  readonly reference: string
}

export const hero: Record<Language, Hero> = {
  en: {
    text: 'What marketing and sales promise each other, as facts',
    tagline:
      'Write the agreement once. Both parties read it, sign it, and see what was due, what was kept, by whom, and why, on a business clock that knows holidays, shifts and summer time.',
    start: 'Your first agreement',
    playground: 'Try it here',
    reference: 'API',
  },
  de: {
    text: 'Was Marketing und Vertrieb einander zusagen, als Tatsachen',
    tagline:
      'Einmal vereinbaren. Beide Seiten lesen und unterschreiben dasselbe Dokument und sehen, was wann fällig war, was eingehalten wurde, von wem und warum: auf einer Uhr, die Feiertage, Schichten und Sommerzeit kennt.',
    start: 'Ihre erste Vereinbarung',
    playground: 'Gleich hier ausprobieren',
    reference: 'API',
  },
}

export const germanLabels: DefaultTheme.Config = {
  outline: { level: [2, 3], label: 'Auf dieser Seite' },
  docFooter: { prev: 'Vorige Seite', next: 'Nächste Seite' },
  darkModeSwitchLabel: 'Darstellung',
  lightModeSwitchTitle: 'Hell darstellen',
  darkModeSwitchTitle: 'Dunkel darstellen',
  sidebarMenuLabel: 'Menü',
  returnToTopLabel: 'Nach oben',
  langMenuLabel: 'Sprache wechseln',
  skipToContentLabel: 'Zum Inhalt springen',
  footer: { message: 'Unter der MIT-Lizenz.' },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    quote: 'Vielleicht hilft die Suche, oder die Liste aller Seiten.',
    linkLabel: 'Zur Startseite',
    linkText: 'Zur Startseite',
  },
}

export const germanSearch: DefaultTheme.LocalSearchOptions = {
  translations: {
    button: { buttonText: 'Suchen', buttonAriaLabel: 'Suchen' },
    modal: {
      displayDetails: 'Fundstellen ausführlich zeigen',
      resetButtonTitle: 'Suche leeren',
      backButtonTitle: 'Suche schließen',
      noResultsText: 'Nichts gefunden zu',
      footer: {
        selectText: 'öffnen',
        selectKeyAriaLabel: 'Eingabetaste',
        navigateText: 'wählen',
        navigateUpKeyAriaLabel: 'Pfeil nach oben',
        navigateDownKeyAriaLabel: 'Pfeil nach unten',
        closeText: 'schließen',
        closeKeyAriaLabel: 'Escape',
      },
    },
  },
}
