import { type Firmness } from '$lib/api/bindings';
import { list } from '../plain';
import { type Words } from '../type';
import { counted, form } from './plural';

const cellsWord = (n: number): string => counted(n, 'ячейка', 'ячейки', 'ячеек');
const remarksWord = (n: number): string => counted(n, 'замечание', 'замечания', 'замечаний');

const pairsWord = (n: number): string => counted(n, 'паре', 'парам', 'парам');
const firm: Record<Firmness, string> = {
  firm: 'согласие прочное',
  tentative: 'согласие предварительное',
  weak: 'согласие слабое, опираться на него без обсуждения нельзя',
};

export const matrix: Words['matrix'] = {
  of: 'Утверждения, отвечающие на',
  allPoints: 'Все вопросы со свидетельствами',
  accounts: 'Версии дела',
  whose: 'Чьи суждения',
  desk: 'Редакции',
  mine: 'Мои',
  transpose: 'Повернуть',
  actions: 'Что здесь можно сделать',
  choice: (what, value) => `${what}: ${value}`,
  name: (what) => `Матрица свидетельств: ${what}`,
  corner: 'Утверждение',
  cornerEvidence: 'Свидетельство',
  score: 'Балл противоречия, меньше — лучше',
  rank: 'Место',
  rated: 'Оценено ячеек',
  diagnosticity: 'Диагностичность',
  notDefined: 'не определена',
  sourceCode: 'надёжность источника, достоверность сведений',
  cell: (row, column, stance) => `${row}, ${column}: ${stance}`,
  cellFull: (row, claim, column, evidence, stance, remarks) =>
    `${row} ${claim}, ${column} ${evidence}: ${stance}${remarks ? `, ${remarksWord(remarks)}` : ''}`,
  notSavedYet: (words) => `${words}, сохраняется`,
  cellUnsettled: (stances) => `не согласовано: ${stances}`,
  stanceOf: (editor, stance) => `${editor}: ${stance}`,
  noRows: 'На этот вопрос пока не отвечает ни одно утверждение.',
  noColumns:
    'Свидетельств пока не связано. Приложите материал на вкладке «Свидетельства», затем оцените его здесь.',
  addColumn: 'Взвесить материал',
  fresh: 'новое',
  findItem: 'Найти материал или утверждение',
  noItemLeft: 'Все подходящие материалы уже в матрице.',
  addColumnHint:
    'Добавляет столбец: материал или утверждение, которое служит свидетельством. Оценка его ячейки создаёт связь.',
  coverage: (covered, all) => `Оценено ${covered} из ${counted(all, 'ячейки', 'ячеек', 'ячеек')}`,
  unsettledCells: (n) => `${form(n, 'не согласована', 'не согласованы', 'не согласовано')} ${cellsWord(n)}`,
  unratedCells: (n) => `не оценено ${n}`,
  origins: (columns, origins) =>
    `${counted(columns, 'свидетельство', 'свидетельства', 'свидетельств')}, ${counted(origins, 'первоисточник', 'первоисточника', 'первоисточников')}`,
  agreement: (alpha, pairs, firmness) =>
    alpha === null
      ? pairs === 0
        ? 'Согласие редакторов не определено: ни по одной ячейке нет суждений двух редакторов.'
        : `Согласие редакторов не определено: по ${pairsWord(pairs)} суждений разброса нет.`
      : `Альфа Криппендорфа (порядковая) ${alpha.replace('.', ',')} по ${pairsWord(pairs)} суждений: ${firmness ? firm[firmness] : ''}.`,
  counts: (label) => `${label} в счёте`,
  countsAll: (source) => `Всё от источника ${source} в счёте`,
  ofPoint: (n) => ` для вопроса ${n}`,
  leaveOut: 'Не считать',
  leftOutNow: (labels) =>
    labels.length > 4 ? `Не в счёте: ${labels.length}` : `Не в счёте: ${labels.join(', ')}`,
  turns: 'На чём держится порядок',
  carrier: (name, point) => (point === null ? name : `${name} (вопрос ${point})`),
  more: (n) => `и ещё ${n}`,
  withoutThem: (labels) => `Без ${list(labels)}:`,
  turnsOver: (labels, point) =>
    point === null
      ? `Без ${list(labels)} порядок меняется:`
      : `Без ${list(labels)} порядок вопроса ${point} меняется:`,
  ranksNow: (rows) => `${list(rows.map((row) => `${row.label} — место ${row.rank}, было ${row.was}`))}.`,
  kept: (points) =>
    points.length === 1
      ? `Порядок вопроса ${points[0] ?? ''} прежний.`
      : `Порядок вопросов ${list(points.map(String))} прежний.`,
  nothingTurns: 'порядок остаётся прежним.',
  before: 'было: ',
  leaveOutOf: (label) => `Не считать ${label}`,
  countAgain: (label) => `Снова считать ${label}`,
  leaveOutSource: (source) => `Не считать ничего от источника ${source}`,
  leaveOutOpen: 'Не считать …',
  leaveOutHint:
    'Что здесь не отмечено, не входит ни в одно число, пока вы его не вернёте. Ничто не записывается.',
  sources: 'Источники',
  pieces: 'Свидетельства',
  originOf: (n) => `Первоисточник ${n}`,
  origin: 'Первоисточник',
  originsMethod: 'Независимые первоисточники',
  originsFormula:
    'материалы и участники, которые происходят один от другого, считаются за один первоисточник',
  order: 'Утверждения по',
  orders: { account: 'версиям', rank: 'месту' },
  sort: 'Свидетельства по',
  sorts: {
    entry: 'порядку ввода',
    diagnosticity: 'диагностичности',
    date: 'дате',
    reliability: 'надёжности',
  },
  advance: 'После оценки',
  advances: { stay: 'на месте', next: 'вправо', down: 'вниз' },
  copy: 'Скопировать как таблицу',
  copied: 'Таблица в буфере обмена.',
  notCopied: 'Система не дала скопировать таблицу.',
  by: 'Кто сказал',
  scoreShort: 'Балл противоречия',
  diagnosticityNote: 'диагностичность для этого вопроса',
  notLinkedHere: 'не связано с этим вопросом',
  rankOf: (row, rank) => `${row} — место ${rank}`,
  rankFormula: '1 + число утверждений вопроса с меньшим баллом противоречия',
  rankWords: (row, rank, of) =>
    `${row} — место ${rank} из ${of}: первым стоит то, чему меньше всего противоречит; при равенстве место общее, лучшее.`,
  // The number as it is drawn stands in it: whoever speaks it to the machine reads it from the screen.
  ratedOf: (row, covered, all) => `${row}: оценено ячеек ${covered}/${all}`,
  coverageFormula: 'ячейки с суждением (и «неприменимо») / все ячейки строки',
  coverageWords: (row, covered, all) =>
    `У ${row} есть суждение в ${covered} из ${counted(all, 'ячейки', 'ячеек', 'ячеек')} свидетельств, связанных с вопросом.`,
  cellsOf: (row) => `Ячейки ${row}`,
  cells: 'Ячейки',
  withStance: 'с суждением',
  remarksOn: (label, n) => `${label}: ${remarksWord(n)}`,
  noteOnStance: 'Примечание к моему суждению',
  noteFirst: 'Примечание принадлежит суждению: выберите его, и примечание пойдёт с ним.',
  saveNote: 'Сохранить примечание',
  covered: 'Закрыто, пока вы не оцените эту ячейку',
  uncover: 'Открыть',
  corners: {
    account: 'Утверждения по вопросам, в порядке версий',
    rank: 'Утверждения по вопросам, сначала с меньшим баллом',
  },
  noPoint: 'В чём состоит спор? Матрица взвешивает утверждения, которые отвечают на вопрос.',
  linkEvidence: 'Связать свидетельство',
  leftOut: 'не в счёте',
  putBack: 'Вернуть в счёт',
  was: (value) => `было ${value}`,
  keepsOrder: 'Ни одно свидетельство, источник или первоисточник не меняет порядка.',
  range: (low, high) => `от ${low} до ${high} по суждениям редакторов`,
  notJudged: (n) => `достоверность не оценена: ${n}`,
  explain: (what) => `Пояснить: ${what}`,
  scoreOf: (row, score) => `${row}: балл ${score}`,
  diagnosticityOf: (column, value) => `Диагностичность ${column}: ${value}`,
  formula: 'Формула',
  rowsName: 'Строки, из которых получено',
  method: 'Метод',
  unweighted: (score) => `Без весов: ${score}.`,
  cellTitle: (row, column) => `${row}, ${column}`,
  stances: 'Действующие суждения',
  noStances: 'Ячейку никто не оценил.',
  yourStance: 'Ваше суждение',
  withdraw: 'Снять моё суждение',
  relevance: 'Значимость',
  relevances: { low: 'низкая', medium: 'средняя', high: 'высокая' },
  credibility: 'Достоверность этих сведений',
  credibilities: {
    '1': '1 подтверждена другими источниками',
    '2': '2 вероятна',
    '3': '3 возможна',
    '4': '4 сомнительна',
    '5': '5 маловероятна',
    '6': '6 оценить нельзя',
  },
  grades: {
    A: 'A полностью надёжен',
    B: 'B обычно надёжен',
    C: 'C довольно надёжен',
    D: 'D как правило, ненадёжен',
    E: 'E ненадёжен',
    F: 'F оценить нельзя',
  },
  confidences: { low: 'низкая', moderate: 'умеренная', high: 'высокая' },
  unset: 'не оценена',
  note: 'Примечание',
  contribution: (value) => `Прибавляет к баллу ${value}`,
  remarks: 'Что относится к этому свидетельству',
  remarkMark: remarksWord,
  keysHint:
    'Стрелки перемещают. Клавиши 1–5 оценивают, 0 — неприменимо, Delete снимает, Enter открывает ячейку для примечания. Shift-Tab ведёт к выбору вопроса, Enter там — обратно к ячейке.',
  trashSecond: 'Позднюю связь — в корзину',
  twoLinks: 'Две связи на одну ячейку: пока одна не в корзине, она читается как не согласованная.',
};
