// Dates of the record in short, for cells: the day and month as people read them, the year only where it is another
// than the case's. What is no plain date (an interval, a doubt) is shown as it was written.

const plain = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~)?$/;

function locale(): string {
  const language = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return language === '' || language === 'en' ? 'en-GB' : language;
}

/** "11 Apr", "Sept 2017", "about 4 Mar"; `year` is the one that need not be said, `about` words the doubt. */
export function shortDate(edtf: string, year: string | null, about: (date: string) => string): string {
  const found = plain.exec(edtf.trim());
  if (!found) return edtf;
  const [, y = '', m, d, doubt] = found;
  const date = new Date(Date.UTC(Number(y), m ? Number(m) - 1 : 0, d ? Number(d) : 1));
  if (Number.isNaN(date.getTime())) return edtf;
  const words = m
    ? new Intl.DateTimeFormat(locale(), {
        timeZone: 'UTC',
        month: 'short',
        ...(d ? { day: 'numeric' } : {}),
        ...(y === year && d ? {} : { year: 'numeric' }),
      }).format(date)
    : y;
  return doubt ? about(words) : words;
}

/** The year of a date, when it has one. */
export function yearOf(edtf: string | null): string | null {
  return edtf ? (/^(\d{4})/.exec(edtf)?.[1] ?? null) : null;
}
