import { describe, expect, it } from 'vitest';
import { quoted } from './words';

describe('quoted', () => {
  it('puts marks around a quotation and nothing else', () => {
    expect(quoted({ words: 'an unlawful attack', wording: 'quotation' })).toBe('“an unlawful attack”');
    expect(quoted({ words: 'It broke the law.', wording: 'paraphrase' })).toBe('It broke the law.');
  });
  it('does not double the marks that the words have', () => {
    expect(quoted({ words: '“Most recently”', wording: 'quotation' })).toBe('“Most recently”');
    expect(quoted({ words: 'possible “if it is decided”', wording: 'partial_quotation' })).toBe(
      'possible “if it is decided”',
    );
  });
});
