import { type Words } from '../type';
import { counted } from './plural';

/** The list of the reports of all cases. */
export const published: Words['published'] = {
  open: 'Открыть',
  menu: 'Что можно сделать с этим отчётом',
  listName: 'Опубликованные отчёты',
  columns: {
    number: 'Номер',
    case: 'Дело',
    date: 'Опубликован',
    by: 'Кем',
    supersedes: 'Заменяет',
    files: 'Файлы',
  },
  search: 'Искать в отчётах',
  none: 'Ни один отчёт ещё не опубликован.',
  noneHint:
    'Отчёт публикуют на вкладке «Отчёт» его дела. За ним остаются его номер, его место в истории и хеши его файлов.',
  toCases: 'К делам',
  shown: (n) => counted(n, 'отчёт', 'отчёта', 'отчётов'),
  supersededBy: 'Заменён отчётом',
  choose: (number) => `Выбрать ${number}`,
  chooseAll: 'Выбрать все в списке',
};
