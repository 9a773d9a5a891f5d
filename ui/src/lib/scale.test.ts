// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { applyScale, nextScale, scaled } from './scale';

describe('the size of text', () => {
  it('moves the widths and heights at which a screen rearranges itself', () => {
    expect(scaled('(max-width: 1100px)', 200)).toBe('(max-width: 2200px)');
    expect(scaled('(min-width: 700px) and (max-height: 540px)', 150)).toBe(
      '(min-width: 1050px) and (max-height: 810px)',
    );
    expect(scaled('(width <= 900px)', 200)).toBe('(width <= 1800px)');
  });
  it('leaves other conditions alone', () => {
    expect(scaled('(prefers-color-scheme: dark)', 200)).toBe('(prefers-color-scheme: dark)');
    expect(scaled('print', 200)).toBe('print');
  });
  it('stops at both ends', () => {
    expect([nextScale(100, -1), nextScale(100, 1), nextScale(200, 1)]).toEqual([100, 110, 200]);
  });
});

describe('styles that come later', () => {
  it('are scaled as they come', async () => {
    applyScale(200);
    const late = document.createElement('style');
    late.textContent = '@media (max-width: 900px) { p { color: red; } }';
    document.head.append(late);
    await Promise.resolve();
    const rule = late.sheet?.cssRules[0] as CSSMediaRule;
    expect(rule.media.mediaText).toContain('1800px');
    applyScale(100);
    expect(rule.media.mediaText).toContain('900px');
    late.remove();
  });
});
