import { type Words } from '../type';
import { counted } from './plural';

const problems: Record<string, string> = {
  network_off: 'сеть выключена',
  refused_address: 'адрес ведёт в закрытую сеть',
  unreachable_page: 'до страницы не удалось добраться',
  too_large: 'страница больше, чем принимается',
  too_slow: 'страница загружалась слишком долго',
  stopped: 'остановлено',
  disk_full: 'на диске не было места',
};

export const web: Words['web'] = {
  keepNow: 'Сохранить копию страницы сейчас',
  keepAgain: 'Сохранить страницу ещё раз',
  keepOnAdd: 'Сохранить копию страницы сейчас',
  keepOnAddHint: 'Страница загружается один раз, со всем, что ей нужно, и хранится как есть.',
  keep: 'Сохранить копию',
  address: 'Адрес страницы',
  reason: 'Зачем сохраняется',
  reasonHint: 'Останется при копии для тех, кто спросит позже.',
  working: 'Страница загружается',
  state: {
    kept: 'Сохранено',
    failed: 'Копии нет: страницу не удалось получить',
    refused: 'Копии нет: загружать её не разрешено',
    cancelled: 'Копии нет: загрузка остановлена',
  },
  problem: (code) => problems[code] ?? code,
  done: (n) => `Страница сохранена: ${counted(n, 'ответ', 'ответа', 'ответов')} сервера.`,
  led: (n) => `Перенаправлений по пути: ${n}.`,
  missing: (n) => `Не удалось получить: ${counted(n, 'часть', 'части', 'частей')}`,
  part: {
    original: 'сам файл',
    archive: 'обмен с сервером как был (WACZ)',
    page: 'копия для чтения',
    text: 'текст страницы',
    picture: 'снимок страницы',
  },
  fetchedWith: (tool) => tool,
  fetchedFrom: 'Адрес:',
  ledTo: 'привёл на',
  why: 'Зачем:',
  archives: {
    wayback: 'Wayback Machine',
    perma: 'Perma.cc',
    archive_today: 'archive.today',
    other: 'другой архив',
  },
  compare: 'Сравнить копии',
  before: 'Раньше',
  after: 'Позже',
  same: 'Текст тот же, буква в букву.',
  places: (n) => `Текст различается: ${counted(n, 'место', 'места', 'мест')}.`,
  excerpts: (touched, standing) =>
    touched === 0
      ? `Все выдержки (${standing}) в нём остались.`
      : `Больше нет в тексте выдержек: ${touched} из ${touched + standing}:`,
  saveToWayback: 'Сохранить в Wayback Machine',
  savingToWayback: 'Wayback Machine сохраняет страницу',
  networkHint:
    'Ничего не загружается, пока этого не попросит человек. Эти настройки действуют только на этом компьютере.',
  on: 'Страницы можно загружать по просьбе',
  private: 'Можно обращаться к этому компьютеру и к закрытым сетям',
  privateHint: 'Выключено, если у редакции нет страниц в собственной сети.',
  userAgent: 'Имя, под которым спрашиваются серверы',
  userAgentHint: (own) => `Пусто: ${own}`,
  proxy: 'Прокси',
  certificates: 'Файл дополнительных сертификатов',
  certificatesHint: 'PEM. Им доверяют вдобавок к общеизвестным.',
  limits: {
    one_megabytes: 'Наибольший ответ, МБ',
    all_megabytes: 'Наибольшая копия, МБ',
    one_seconds: 'Самый долгий ответ, секунд',
    all_seconds: 'Самая долгая копия, секунд',
    resources: 'Частей страницы, не больше',
  },
  wayback: 'Страницы можно сохранять в Wayback Machine по просьбе',
  waybackHint: 'Адрес уходит в Архив Интернета, и его копия видна всем.',
  waybackKeys: 'Файл с ключами учётной записи',
  waybackKeysHint: 'Ключ доступа и секретный ключ через пробел.',
};
