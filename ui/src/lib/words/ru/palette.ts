import { type Words } from '../type';

export const palette: Words['palette'] = {
  open: 'Найти или сделать',
  name: 'Найти или сделать',
  hint: 'Команда, дело, утверждение, источник …',
  choices: 'Что можно сделать или открыть',
  recent: 'Недавнее',
  nothing: 'Ничего не подходит. Достаточно начала каждого слова.',
  copyLink: 'Скопировать ссылку на это место',
  linkCopied: 'Ссылка в буфере обмена.',
  linkNotCopied: 'Система не даёт доступа к буферу обмена.',
  larger: 'Крупнее',
  smaller: 'Мельче',
  plainSize: 'Обычный размер текста',
  themes: {
    system: 'Вид: как в системе',
    light: 'Вид: светлый',
    dark: 'Вид: тёмный',
    contrast: 'Вид: высокая контрастность',
  },
  nextTab: (name) => name,
};
