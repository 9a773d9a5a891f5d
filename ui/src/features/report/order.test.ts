import { expect, test } from 'vitest';
import { canMove, chosen, move, usual } from './order';

const lines = usual(['integrity', 'summary', 'points', 'claims']);

test('the annex stands last, wherever the list has it', () => {
  expect(chosen(lines)).toEqual(['summary', 'points', 'claims', 'integrity']);
});

test('sections change places, and the annex keeps its own', () => {
  expect(chosen(move(lines, 0, 1))).toEqual(['points', 'summary', 'claims', 'integrity']);
  expect(canMove(lines, 2, 1)).toBe(false);
  expect(canMove(lines, 3, -1)).toBe(false);
  expect(canMove(lines, 0, -1)).toBe(false);
  expect(chosen(move(lines, 2, 1))).toEqual(chosen(lines));
});

test('what is off keeps its place and leaves the report', () => {
  const without = lines.map((line) => (line.section === 'points' ? { ...line, on: false } : line));
  expect(chosen(without)).toEqual(['summary', 'claims', 'integrity']);
  expect(chosen(move(without, 1, -1))).toEqual(['summary', 'claims', 'integrity']);
});
