// The small parts: words of stances, records, effort, times.
import { type Words } from '../type';

export const stance: Words['stance'] = {
  strongly_supports: 'сильно подтверждает',
  supports: 'подтверждает',
  neutral: 'нейтрально',
  contradicts: 'противоречит',
  strongly_contradicts: 'сильно противоречит',
  not_applicable: 'неприменимо',
  unrated: 'не оценено',
  unsettled: 'не согласовано',
};

export const record: Words['record'] = {
  correct: 'Исправить',
  trash: 'В корзину',
  restore: 'Восстановить',
  inTrash: 'В корзине',
  erased: 'стёрто',
};

export const effort: Words['effort'] = {
  account: 'Версия',
  statements: 'Высказывания с источником',
  inquiries: 'Разыскания',
  links: 'Связано свидетельств',
  rated: 'Оценено свидетельств',
  means:
    'Простой счёт того, что записано по каждой версии. Он не говорит, кто прав; он показывает, где искали меньше.',
};

export const when: Words['when'] = {
  now: 'только что',
  today: (clock) => `Сегодня, ${clock}`,
  yesterday: (clock) => `Вчера, ${clock}`,
  exact: (local, utc) => `${local} здесь, ${utc} UTC`,
  utc: (time) => `${time} UTC`,
  about: (day) => `примерно ${day}`,
  perhaps: (day) => `возможно, ${day}`,
  span: (from, to) => `${from} — ${to}`,
};
