import { describe, expect, it } from 'vitest';
import { fit, fitting } from './rank';

const command = (
  words: string,
  group = 'Go to',
): { id: string; words: string; group: string; run: () => void } => ({
  id: words,
  words,
  group,
  run: () => undefined,
});

describe('the palette', () => {
  it('finds a command by the beginnings of its words, in any order, without accents', () => {
    expect(fit('Add an account', 'acc add')).toBeGreaterThan(0);
    expect(fit('Déjà vu', 'deja')).toBeGreaterThan(0);
    expect(fit('Add an account', 'count')).toBe(0);
  });
  it('puts what begins with the words first, and shorter names before longer', () => {
    const found = fitting(
      [command('The report of cases'), command('Cases of old'), command('Cases')],
      'cases',
    );
    expect(found.map((each) => each.words)).toEqual(['Cases', 'Cases of old', 'The report of cases']);
  });
  it('finds by the group too', () => {
    expect(fitting([command('History')], 'go hist').map((each) => each.words)).toEqual(['History']);
  });
});
