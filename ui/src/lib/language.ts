// The language of the window, and which way it is read. Chosen once, when the page loads.

/** "en-XM" is English, mirrored: for tests of the layout from right to left. It is not offered in the settings. */
export const languages = ['en', 'ru', 'en-XM'] as const;
export type Language = (typeof languages)[number];

/** What the settings offer, by its own name. */
export const offered: readonly { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'ru', label: 'Русский' },
];

const key = 'counterclaim.language';

function known(word: string | null | undefined): Language | undefined {
  return languages.find((language) => language === word);
}

/** What was chosen; else the system's language, where we have it. */
export function chosenLanguage(): Language {
  if (typeof window === 'undefined') return 'en';
  // The web engine says that it is driven; no page can.
  const wished = navigator.webdriver ? new URLSearchParams(location.search).get('lang') : null;
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(key);
  } catch {
    // Without storage the system's language holds.
  }
  const system = navigator.languages.map((tag) => tag.split('-')[0]);
  return known(wished) ?? known(stored) ?? known(system.find((tag) => known(tag))) ?? 'en';
}

/** Keeps the choice; the page has to load again for it. */
export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    return;
  }
  location.reload();
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'en-XM' ? 'rtl' : 'ltr';
}

/** How dates and numbers are written in it. */
export function localeOf(language: Language): string {
  return { en: 'en-GB', ru: 'ru-RU', 'en-XM': 'en-GB' }[language];
}

/** The language of this page, from its start to its end. */
export const language: Language = chosenLanguage();
export const locale: string = localeOf(language);

/** Says it to the page: for its layout, its hyphens, and whoever reads it aloud. */
export function applyLanguage(): void {
  document.documentElement.lang = language === 'en-XM' ? 'en' : language;
  document.documentElement.dir = directionOf(language);
}
