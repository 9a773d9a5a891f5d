import { expect, test } from 'vitest';
import { counted } from './plural';

test('a number asks for its form of the word', () => {
  const points = (n: number): string => counted(n, 'вопрос', 'вопроса', 'вопросов').replace('\u00a0', ' ');
  expect([0, 1, 2, 4, 5, 11, 12, 21, 22, 25, 111].map(points)).toEqual([
    '0 вопросов',
    '1 вопрос',
    '2 вопроса',
    '4 вопроса',
    '5 вопросов',
    '11 вопросов',
    '12 вопросов',
    '21 вопрос',
    '22 вопроса',
    '25 вопросов',
    '111 вопросов',
  ]);
});
