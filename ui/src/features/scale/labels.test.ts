import { describe, expect, it } from 'vitest';
import { faultOf, given, type LabelDraft, moved } from './labels';

const label = (name: string, number = '', meaning = ''): LabelDraft => ({ key: 0, name, number, meaning });

describe('labels of a scale', () => {
  it('says what is wrong with them', () => {
    expect(faultOf([label('True', '2')])).toBe('few');
    expect(faultOf([label('True', '2'), label('  ')])).toBe('nameless');
    expect(faultOf([label('True', '2'), label('true')])).toBe('twice');
    expect(faultOf([label('True', '2'), label('False', '0')])).toBe('number');
    expect(faultOf([label('True', '2'), label('False', 'one')])).toBe('number');
    expect(faultOf([label('True', '1'), label('False', '2')])).toBe('order');
    expect(faultOf([label('True', '2'), label('False', '2')])).toBe('order');
    expect(faultOf([label('True', '2'), label('Cannot be said'), label('False', '1')])).toBeNull();
  });
  it('gives them as the door takes them', () => {
    expect(given([label(' True ', '2', ' meant so '), label('Open')])).toEqual([
      { name: 'True', number: 2, meaning: 'meant so' },
      { name: 'Open', number: null, meaning: null },
    ]);
  });
  it('moves one by one place, and never past the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });
});
