import { type Words } from '../type';
import { counted } from './plural';

const decimal = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });

export const evidence: Words['evidence'] = {
  none: 'Какие материалы несут сведения об этом событии?',
  addItem: 'Добавить материал',
  name: 'Название в редакции',
  nameHint: 'Как вы о нём говорите: «Новость, 12 апреля 2017».',
  itemTitle: 'Заглавие, как напечатано',
  kind: 'Вид',
  publisher: 'Издатель',
  symbol: 'Обозначение документа',
  date: 'Дата',
  url: 'Адрес',
  urlHint: 'Ссылка. Без просьбы ничего не загружается.',
  reading: 'Вы его прочли?',
  note: 'Примечание',
  sha: 'SHA-256',
  claim: 'Утверждение',
  rateSource: 'Оценить источник',
  noPublisher: 'издатель не записан',
  citedBy: (n) => counted(n, 'связь', 'связи', 'связей'),
  addExcerpt: 'Отметить фрагмент',
  quote: 'Точные слова',
  quoteHint: 'В тексте они будут найдены и закреплены на своём месте.',
  pageLabel: 'Страница, как напечатано',
  page: (page) => `с. ${page}`,
  account: (name) => `Версия: ${name}`,
  chooseOther: 'Выберите из списка.',
  nothingFits: 'В списке такого нет.',
  judge: 'Оценить и пояснить',
  judgeLink: (name) => `Оценить и пояснить: ${name}`,
  copies: (n) => counted(n, 'копия', 'копии', 'копий'),
  bytes: (n) =>
    n < 1000
      ? counted(n, 'байт', 'байта', 'байт')
      : n < 999_500
        ? `${decimal.format(n / 1000)} кБ`
        : `${decimal.format(n / 1_000_000)} МБ`,
};
