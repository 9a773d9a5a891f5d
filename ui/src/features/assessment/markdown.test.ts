import { describe, expect, it } from 'vitest';
import { blocks } from './markdown';

const id = '01931c5e-0000-7000-8000-000000000001';
const paragraph = (...inlines: unknown[]): unknown => ({ kind: 'paragraph', inlines });
const text = (words: string): unknown => ({ kind: 'text', text: words });

describe('Markdown of a rationale, as the report reads it', () => {
  it('keeps raw HTML as text', () => {
    expect(blocks('a <b>c</b>')).toEqual([paragraph(text('a '), text('<b>'), text('c'), text('</b>'))]);
    expect(blocks('<script>\nalert(1)\n</script>')).toEqual([
      paragraph(text('<script>\nalert(1)\n</script>')),
    ]);
  });
  it('takes an address that is no plain one from a link', () => {
    expect(blocks('[a](javascript:b)')).toEqual([paragraph(text('a'))]);
    expect(blocks('[a](https://example.org/)')).toEqual([
      paragraph({ kind: 'link', url: 'https://example.org/', inlines: [text('a')] }),
    ]);
  });
  it('sets a citation right behind its word, and leaves it alone in code', () => {
    expect(blocks(`said [@${id}], and`)).toEqual([
      paragraph(text('said'), { kind: 'cite', id }, text(', and')),
    ]);
    expect(blocks(`\`[@${id}]\``)).toEqual([paragraph({ kind: 'code', text: `[@${id}]` })]);
  });
  it('makes a heading a bold line and joins soft lines', () => {
    expect(blocks('# Why')).toEqual([paragraph({ kind: 'strong', inlines: [text('Why')] })]);
    expect(blocks('one\ntwo')).toEqual([paragraph(text('one two'))]);
  });
  it('nests lists, and ends deep nesting', () => {
    const [list] = blocks('- a\n- b\n  1. c');
    expect(list).toMatchObject({ kind: 'list', ordered: false });
    expect(list?.kind === 'list' && list.items[1]?.[1]).toMatchObject({ kind: 'list', ordered: true });
    expect(blocks('> '.repeat(200) + 'end')).toHaveLength(1);
  });
});
