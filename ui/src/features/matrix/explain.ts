// Explanations of numbers that the api gives without one: rank, cells rated, origins. Their rows are its own numbers.
import { type Explanation, type MatrixRow } from '$lib/api/bindings';
import { t } from '$lib/words';
import { type Group, rankNow, withoutRow } from './grid';
import { shown } from './numbers';

export function rankExplanation(group: Group, row: MatrixRow): Explanation {
  return {
    method: t.matrix.rank,
    formula: t.matrix.rankFormula,
    words: t.matrix.rankWords(row.label, rankNow(group, row), group.matrix.rows.length),
    heads: [t.matrix.corner, t.matrix.scoreShort, t.matrix.rank],
    rows: group.matrix.rows
      .toSorted((a, b) => rankNow(group, a) - rankNow(group, b))
      .map((one) => [
        `${one.label} ${one.name}`,
        shown((withoutRow(group, one) ?? one).score.weighted),
        String(rankNow(group, one)),
      ]),
  };
}

export function coverageExplanation(row: MatrixRow): Explanation {
  const { covered, cells, unrated, unsettled } = row.coverage;
  return {
    method: t.matrix.rated,
    formula: t.matrix.coverageFormula,
    words: t.matrix.coverageWords(row.label, covered, cells),
    heads: [t.matrix.cellsOf(row.label), t.matrix.cells],
    rows: [
      [t.matrix.withStance, String(covered)],
      [t.stance.unrated, String(unrated)],
      [t.stance.unsettled, String(unsettled)],
    ],
  };
}

export function originsExplanation(group: Group): Explanation {
  const labels = new Map<number, string[]>();
  for (const column of group.matrix.columns) {
    labels.set(column.origin, [...(labels.get(column.origin) ?? []), column.label]);
  }
  return {
    method: t.matrix.originsMethod,
    formula: t.matrix.originsFormula,
    words: t.matrix.origins(group.matrix.columns.length, group.matrix.n_origins),
    heads: [t.matrix.origin, t.matrix.cornerEvidence],
    rows: [...labels].map(([origin, own]) => [String(origin), own.join(', ')]),
  };
}
