// Counts in Russian: 1 вопрос, 2 вопроса, 5 вопросов.

const rules = new Intl.PluralRules('ru');

/** The form of a word that a number asks for. */
export function form(n: number, one: string, few: string, many: string): string {
  const which = rules.select(n);
  return which === 'one' ? one : which === 'few' ? few : many;
}

/** The number with its word, kept on one line. */
export function counted(n: number, one: string, few: string, many: string): string {
  return `${n}\u00a0${form(n, one, few, many)}`;
}
