// Dates of the world (EDTF) as people read them. What is not a plain date is shown as it was written.
import { locale } from '../language';

export interface DayWords {
  about: (day: string) => string;
  perhaps: (day: string) => string;
  span: (from: string, to: string) => string;
}

const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;

function one(edtf: string, words: DayWords, style: 'long' | 'short'): string {
  const parts = plain.exec(edtf);
  if (!parts) return edtf;
  const [, year = '', month, day, doubt] = parts;
  const date = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== Number(month ?? 1) - 1) return edtf;
  const text = month
    ? new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        year: 'numeric',
        month: style,
        ...(day ? { day: 'numeric' } : {}),
      }).format(date)
    : year;
  if (doubt === '~') return words.about(text);
  return doubt ? words.perhaps(text) : text;
}

/** "2017-04-04" as "4 April 2017", "2017-04~" as "about April 2017", "2017-04-04/2017-04-07" as a span; in short "4 Apr 2017". */
export function day(edtf: string, words: DayWords, style: 'long' | 'short' = 'long'): string {
  const [from, to, ...rest] = edtf.split('/');
  if (from && to && rest.length === 0 && plain.test(from) && plain.test(to))
    return words.span(one(from, words, style), one(to, words, style));
  return one(edtf, words, style);
}
