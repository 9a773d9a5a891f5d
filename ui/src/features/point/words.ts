import { type AnswerView, type StatementView } from '$lib/api/bindings';
import { t } from '$lib/words';

/** The short answer: its value, or what stands for it. */
export function answerWords(answer: AnswerView): string {
  if (answer.value) return answer.value;
  if (answer.kind === 'denial') return t.compare.denial;
  if (answer.kind === 'refusal') return t.compare.refusal;
  return answer.claim;
}

const opening = /^[“"«„‘'‹「]/u;

/** A direct quotation stands in quotation marks; indirect speech does not. Marks in the words themselves are kept. */
export function quoted(statement: Pick<StatementView, 'words' | 'wording'>): string {
  if (statement.wording !== 'quotation' || opening.test(statement.words)) return statement.words;
  return `“${statement.words}”`;
}

/** Who and when, in short; the date as written in the record. */
export function speakerAndDate(statement: StatementView, date: string | null): string {
  const when = statement.date ?? date;
  return when ? `${statement.speaker}, ${when}` : statement.speaker;
}
