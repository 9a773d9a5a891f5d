import { list } from '../plain';
import { type Words } from '../type';

export const side: Words['side'] = {
  name: 'Версии рядом',
  choose: (most) => `Какие версии (от двух до ${most})`,
  print: 'Напечатать',
  needsTwo: 'Рядом могут стоять хотя бы две версии. Добавьте их в таблице вопросов.',
  noStatements: 'Высказываний этих версий пока не записано.',
  date: 'Сказано',
  undated: 'без даты',
  nothing: 'Ничего не сказано о',
  claim: 'Утверждение',
  inItem: (items) => `· где: ${items}`,
  silent: (letter) => `${letter} молчит`,
  notLookedAt: (letter) => `${letter}: не рассмотрено`,
  foot: (letters) => (letters.length ? `Версии ${list(letters)} по времени` : ''),
  means:
    'Черта рядом с высказыванием отмечает, что оно говорит по вопросу, на который ни у одной другой показанной версии нет ответа. «Молчит» — вывод редактора; «не рассмотрено» — значит, ещё никто не смотрел. То же ли самое два ответа или они противоречат, говорят редакторы, с причиной.',
  between: (from, to) => `между ${from} и ${to}`,
  days: {
    about: (date) => `около ${date}`,
    perhaps: (date) => `возможно, ${date}`,
    span: (from, to) => `${from} — ${to}`,
  },
};
