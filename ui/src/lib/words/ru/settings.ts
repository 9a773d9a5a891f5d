import { type Words } from '../type';
import { counted } from './plural';

const decimal = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 });
const files = (n: number): string => counted(n, 'файл', 'файла', 'файлов');

export const settings: Words['settings'] = {
  title: 'Настройки',
  parts: 'Части настроек',
  editors: 'Редакторы',
  editorHint: 'При каждом изменении стоит имя того, кто его сделал.',
  addEditor: 'Другой редактор',
  worksHere: 'работает здесь сейчас',
  rename: 'Переименовать',
  renameEditor: (name) => `Переименовать: ${name}`,
  renameHint: 'История покажет новое имя и у прежних изменений; напечатанное останется.',
  retire: 'Больше здесь не работает',
  retireEditor: (name) => `${name}: больше здесь не работает`,
  editorsLeft: (n) => `Больше здесь не работают: ${n}`,
  scales: 'Шкалы оценок',
  workspace: 'Рабочая папка',
  workspaceHint:
    'Всё лежит в этой папке: журнал, сохранённые файлы, резервные копии. Её можно скопировать целиком, пока окно закрыто.',
  copyPath: 'Скопировать путь',
  house: 'Издание, которое публикует',
  houseName: 'Название',
  houseHint: 'Печатается в отчётах. Нужно для ClaimReview, вместе с адресом сайта.',
  houseUrl: 'Адрес сайта',
  corrections: 'Адрес правил исправления ошибок',
  reportLanguage: 'Язык отчётов',
  reportLanguageNone: 'как в деле',
  reportLanguages: { en: 'английский', ru: 'русский' },
  houseNote: 'Примечание',
  houseNoteHint: 'Печатается на каждой странице и в каждой выгрузке: например, кто оплачивает работу.',
  logo: 'Логотип',
  logoNone: 'Логотипа нет. В отчётах стоит только название.',
  logoSet: (kind) => `Логотип задан (${kind}). SHA-256 его файла:`,
  logoChoose: 'Выбрать изображение PNG, JPEG или WebP…',
  logoRemove: 'Убрать логотип',
  appearance: 'Вид',
  appearanceHint: 'Хранится на этом компьютере, не в рабочей папке.',
  theme: 'Светлый и тёмный',
  themes: { system: 'как в системе', light: 'светлый', dark: 'тёмный', contrast: 'высокая контрастность' },
  size: 'Размер текста',
  percent: (n) => `${n} %`,
  language: 'Язык',
  backups: 'Резервные копии',
  backupsHint:
    'Резервная копия содержит журнал и список сохранённых файлов. Полная содержит и сами файлы, и её можно прочесть на любом компьютере.',
  backupNow: 'Сделать сейчас',
  backupFull: 'Полная копия в папку…',
  backupFullTitle: 'Полная резервная копия',
  backupFullHint: 'Журнал и каждый сохранённый файл копируются в новую папку, например на другом диске.',
  backupFullDo: 'Сделать полную копию',
  backingUp: 'Делается резервная копия',
  backupMade: 'Резервная копия сделана:',
  noBackups: 'Резервных копий пока нет.',
  allBackups: (n) => `Все: ${counted(n, 'резервная копия', 'резервные копии', 'резервных копий')}`,
  fewer: 'Только новейшие',
  filesListed: (n) => `перечислено: ${files(n)}`,
  filesHeld: (n) => `содержит: ${files(n)}`,
  newFolder: 'Новая папка',
  newFolderHint: 'Папка, которой ещё нет.',
  chooseFolder: 'Выбрать…',
  folderMissing: 'Назовите папку или выберите, куда она пойдёт.',
  bytes: (n) =>
    n < 1000
      ? counted(n, 'байт', 'байта', 'байт')
      : n < 1_000_000
        ? `${decimal.format(n / 1000)} кБ`
        : `${decimal.format(n / 1_000_000)} МБ`,
  integrity: 'Сохранность',
  integrityHint:
    'Проверка читает каждое изменение с самого первого и каждый сохранённый файл. В большой рабочей папке это занимает время.',
  verifyNow: 'Проверить сейчас',
  diagnostics: 'Если что-то не так',
  diagnosticsHint: 'Этот текст говорит, как работает окно. В нём нет имён, путей и слов из дел.',
  copyDiagnostics: 'Скопировать сведения',
  saved: 'Сохранено.',
  version: (version) => `Counterclaim ${version}`,
};
