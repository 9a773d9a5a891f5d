import { type Words } from '../type';

const short = (text: string | undefined): string => (text ? `«${text}»` : 'запись');
const leads: Readonly<Record<string, string>> = {
  trashed: 'это лежит в корзине',
  not_public_by_then: 'на показанный день это ещё не опубликовано',
  unknown: 'этого нет в деле, или оно опирается на то, что в корзине',
  no_identity: 'такой записи нет',
};

export const blocks: Words['blocks'] = {
  broken_citation: (p) =>
    p.why === 'covered'
      ? `Закрытая оценка утверждения ${short(p.claim)} ссылается на то, чего нет.`
      : `${p.field === 'would_change' ? 'То, что изменило бы оценку' : 'Обоснование'} (${short(p.claim)}) ссылается на ${short(p.cited ?? p.citation)}: ${leads[p.why ?? ''] ?? 'этого нет'}.`,
  rating_not_allowed: (p) => `${short(p.claim)} оценено, хотя утверждения этого вида так не оценивают.`,
  copy_missing: (p) =>
    `Примечание ведёт к сохранённой копии материала ${short(p.item)}, которой нет среди файлов рабочей папки.`,
  copy_changed: (p) =>
    `Примечание ведёт к сохранённой копии материала ${short(p.item)}, которая не та, что была сохранена.`,
  logo_missing: () => 'Логотип издания не читается.',
  house_missing: () => 'Для ClaimReview нужны название и адрес издания.',
  covered: (p) => `${short(p.claim)} ждёт вашего собственного чтения: первая оценка закрыта.`,
  no_verdict: (p) => `${short(p.claim)}: вердикта нет, показана оценка одного редактора.`,
  not_rated: (p) => `${short(p.claim)} не оценено.`,
  evidence_twice: (p) =>
    `${p.label ?? ''} связано с одной записью дважды: клетка не согласована, пока одна из связей не в корзине.`,
  unsettled: (p) => `О связи ${p.label ?? ''} редакторы расходятся: в балл она не входит.`,
  uneven_effort: () => 'Над одной из версий проделано заметно меньше работы.',
  no_reply_asked: (p) =>
    `Ни у кого, кто придерживается версии ${p.letter ?? ''} (${p.account ?? ''}), не запрошен ответ.`,
  date_unreadable: (p) => `${p.what ?? ''}: ${short(p.date)} не читается как дата и считается отсутствующей.`,
};
