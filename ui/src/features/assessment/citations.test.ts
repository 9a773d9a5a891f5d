import { describe, expect, it } from 'vitest';
import { pieces } from './citations';

const id = '01931c5e-0000-7000-8000-000000000001';

describe('pieces', () => {
  it('cuts at citations and loses nothing', () => {
    const text = `Two bodies say so [@${id}], and one more.`;
    const cut = pieces(text);
    expect(cut.map((piece) => piece.text).join('')).toBe(text);
    expect(cut[1]?.cites).toBe(id);
  });
  it('leaves other brackets alone', () => {
    expect(pieces('[@nobody] <b>x</b>')).toEqual([{ text: '[@nobody] <b>x</b>' }]);
    expect(pieces('')).toEqual([{ text: '' }]);
  });
});
