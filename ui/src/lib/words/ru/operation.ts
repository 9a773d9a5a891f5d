// Names of operations are commands, noun.verb; here they become words: «добавление утверждения».

/** The word, and how it reads after «добавление …». */
const nouns: Record<string, [word: string, of: string]> = {
  account: ['версия', 'версии'],
  account_claim: ['утверждение в версии', 'утверждения в версию'],
  act: ['что высказывание делает с утверждением', 'действия высказывания'],
  actor: ['участник', 'участника'],
  actor_name: ['имя участника', 'имени участника'],
  answer: ['ответ', 'ответа'],
  appearance: ['появление', 'появления'],
  assessment: ['оценка', 'оценки'],
  author: ['автор', 'автора'],
  capture: ['сохранённая копия', 'сохранённой копии'],
  capture_text: ['текст копии', 'текста копии'],
  carrier: ['звено передачи', 'звена передачи'],
  case: ['дело', 'дела'],
  case_name: ['другое написание', 'другого написания'],
  cell: ['ячейка', 'ячейки'],
  checklist: ['контрольный список', 'контрольного списка'],
  checklist_line: ['строка контрольного списка', 'строки контрольного списка'],
  claim: ['утверждение', 'утверждения'],
  comparison: ['сопоставление', 'сопоставления'],
  credibility: ['достоверность', 'достоверности'],
  demo: ['учебное дело', 'учебного дела'],
  derivation: ['происхождение', 'происхождения'],
  editor: ['редактор', 'редактора'],
  event: ['событие', 'события'],
  evidence: ['свидетельство', 'свидетельства'],
  excerpt: ['фрагмент', 'фрагмента'],
  fetch: ['загрузка страницы', 'загрузки страницы'],
  finding: ['заключение', 'заключения'],
  handing_out: ['выдача копии', 'выдачи копии'],
  holder: ['кто придерживается версии', 'того, кто придерживается версии'],
  house: ['издание', 'издания'],
  inquiry: ['разыскание', 'разыскания'],
  item: ['материал', 'материала'],
  metadata: ['метаданные копии', 'метаданных копии'],
  office: ['должность', 'должности'],
  picture_check: ['проверка снимка', 'проверки снимка'],
  point: ['спорный вопрос', 'спорного вопроса'],
  record: ['текст', 'текста'],
  relevance: ['значимость', 'значимости'],
  reliability: ['надёжность', 'надёжности'],
  reply: ['ответ по праву на ответ', 'ответа по праву на ответ'],
  report: ['отчёт', 'отчёта'],
  scale: ['шкала', 'шкалы'],
  second_reading: ['второе чтение', 'второго чтения'],
  silence: ['молчание', 'молчания'],
  stance: ['суждение', 'суждения'],
  statement: ['высказывание', 'высказывания'],
  tag: ['метка', 'метки'],
  verdict: ['вердикт', 'вердикта'],
  workspace: ['рабочая папка', 'рабочей папки'],
};

const verbs: Record<string, (of: string) => string> = {
  add: (of) => `добавление ${of}`,
  attach: (of) => `сохранение копии ${of}`,
  edit: (of) => `исправление ${of}`,
  erase: (of) => `стирание ${of}`,
  fill: (of) => `заполнение ${of}`,
  link: (of) => `привязка ${of}`,
  move: (of) => `перемещение ${of}`,
  order: (of) => `порядок ${of}`,
  publish: (of) => `публикация ${of}`,
  rate: (of) => `оценка ${of}`,
  restore: (of) => `возвращение ${of} из корзины`,
  set: (of) => `выбор ${of}`,
  start: (of) => `начало ${of}`,
  trash: (of) => `отправка ${of} в корзину`,
  use: (of) => `выбор ${of}`,
};

/** Commands whose words are no verb and noun. */
const whole: Record<string, string> = {
  'history.undo': 'отмена',
  'history.redo': 'возврат отменённого',
  undo: 'отмена',
  redo: 'возврат отменённого',
  'capture.copy_out': 'открытие копии',
  'excerpt.import': 'фрагменты из чужих аннотаций',
  'web.capture': 'сохранение страницы',
  'web.save_to_wayback': 'сохранение страницы в Wayback Machine',
  'case.bag': 'упаковка дела в пакет',
  'house.logo': 'выбор логотипа издания',
  'case.tag_all': 'метка для дел',
  'case.untag_all': 'снятие метки с дел',
  'case.assign_all': 'назначение ответственного за дела',
  'case.archive_all': 'перенос дел в архив или из него',
  'case.status_all': 'статус дел',
  'record.trash_all': 'отправка записей в корзину',
  'record.restore_all': 'возвращение записей из корзины',
};

/** "claim.add" as «добавление утверждения»; an unknown command keeps its own name. */
export function operation(name: string): string {
  const words = whole[name];
  if (words) return words;
  const [noun = '', verb = ''] = name.split('.');
  const [one, two] = [verbs[verb], nouns[noun]];
  return one && two ? one(two[1]) : name;
}

/** A table of the ledger as a word. */
export function table(name: string): string {
  return nouns[name]?.[0] ?? name.replaceAll('_', ' ');
}
