import { type Words } from '../type';

export const report: Words['report'] = {
  title: 'Отчёт',
  sections: 'Разделы',
  preview: 'Предпросмотр отчёта',
  previewing: 'Отчёт набирается',
  export: 'Выгрузить',
  format: 'Формат',
  exportTitle: 'Куда записать отчёт',
  exportTo: (format) => `Выгрузить как ${format}`,
  exported: (path) => `Записано в ${path}`,
  exporting: 'Записывается',
  blocks: 'Что мешает публикации',
  missing: (characters) => `Ни в одном вложенном шрифте нет этих знаков: ${characters}`,
  language: 'Язык отчёта',
  languageOfHouse: 'Язык издания',
  languages: { en: 'English', ru: 'Русский' },
  languageMissing: (tag) => `На языке ${tag} отчётов пока нет; этот — на английском.`,
  up: (section) => `${section}: выше`,
  down: (section) => `${section}: ниже`,
  noSection: 'Без единого раздела отчёта нет. В предпросмотре последний.',
  look: 'На что взглянуть до публикации',
};
