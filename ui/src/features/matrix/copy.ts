// The matrix as a table of text, for a spreadsheet: tabs between cells, one line per claim.
import { t } from '$lib/words';
import { type Evidence, type Line, nothing, places, rankNow, withoutRow } from './grid';
import { cellWords, shown } from './numbers';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A spreadsheet must not take a claim for a formula. */
const cell = (text: string): string => (/^[=+\-@]/.test(text) ? `'${plain(text)}` : plain(text));

export function asTable(lines: readonly Line[], evidence: readonly Evidence[]): string {
  const heads = [t.matrix.corner, '', t.matrix.by]
    .concat(evidence.map((one) => `${one.column.label} ${one.column.name}`))
    .concat([t.matrix.scoreShort, t.matrix.rank, t.matrix.rated]);
  const body = lines.map((line) => {
    if (line.kind === 'head') {
      const numbers = evidence.map((one) => {
        const at = places(line.group).get(one.key);
        const value = at === undefined ? null : line.group.matrix.columns[at]?.diagnosticity.value;
        return value === null || value === undefined ? t.matrix.notDefined : shown(value);
      });
      return [String(line.group.number ?? ''), line.group.matrix.name, t.matrix.diagnosticity, ...numbers];
    }
    const at = places(line.group);
    const score = withoutRow(line.group, line.row)?.score ?? line.row.score;
    return [
      line.row.label,
      line.row.name,
      line.row.by ?? '',
      ...evidence.map((one) => cellWords(line.row.cells[at.get(one.key) ?? -1] ?? nothing)),
      shown(score.weighted),
      String(rankNow(line.group, line.row)),
      `${line.row.coverage.covered} / ${line.row.coverage.cells}`,
    ];
  });
  return [heads, ...body].map((row) => row.map(cell).join('\t')).join('\n');
}
