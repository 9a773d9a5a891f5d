// Dates of the record in short, for cells: the day and month as people read them, the year only where it is another
// than the case's. What is no plain date is shown as it was written.

export interface DateWords {
  about: (date: string) => string;
  span: (from: string, to: string) => string;
  /** One day of these, not known which. */
  between: (from: string, to: string) => string;
}

const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;
const pair = /^(\[)?([^[\]/.]+)(?:\/|\.\.)([^[\]/.]+)(\])?$/;

function locale(): string {
  const language = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return language === '' || language === 'en' ? 'en-GB' : language;
}

/** "11 Apr", "Sept 2017", "about 4 Mar", "11 Apr to 12 Apr"; `year` is the one that need not be said. */
export function shortDate(edtf: string, year: string | null, words: DateWords): string {
  const two = pair.exec(edtf.trim());
  if (two) {
    const [, one, from = '', to = ''] = two;
    const [a, b] = [shortDate(from, year, words), shortDate(to, year, words)];
    return one ? words.between(a, b) : words.span(a, b);
  }
  const found = plain.exec(edtf.trim());
  if (!found) return edtf;
  const [, y = '', m, d, doubt] = found;
  const date = new Date(Date.UTC(Number(y), m ? Number(m) - 1 : 0, d ? Number(d) : 1));
  if (Number.isNaN(date.getTime())) return edtf;
  const text = m
    ? new Intl.DateTimeFormat(locale(), {
        timeZone: 'UTC',
        month: 'short',
        ...(d ? { day: 'numeric' } : {}),
        ...(y === year && d ? {} : { year: 'numeric' }),
      }).format(date)
    : y;
  return doubt ? words.about(text) : text;
}

/** The year of a date, when it has one. */
export function yearOf(edtf: string | null): string | null {
  return edtf ? (/^(\d{4})/.exec(edtf)?.[1] ?? null) : null;
}
