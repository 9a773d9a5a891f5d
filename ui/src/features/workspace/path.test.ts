import { describe, expect, it } from 'vitest';
import { below, folderName, instantOf } from './path';

describe('path', () => {
  it('goes below a folder in the folder’s own way', () => {
    expect(below('/home/marr', 'x')).toBe('/home/marr/x');
    expect(below('/', 'x')).toBe('/x');
    expect(below('C:\\Users\\marr', 'x')).toBe('C:\\Users\\marr\\x');
  });
  it('names a folder by what it holds and from when', () => {
    expect(folderName('backup', new Date(2026, 2, 4, 5, 6))).toBe('counterclaim-backup-2026-03-04-0506');
  });
  it('reads the time in the name of a backup', () => {
    expect(instantOf('2026-11-22T161519578Z.sqlite')).toBe('2026-11-22T16:15:19Z');
    expect(instantOf('before-format-2.sqlite')).toBeNull();
  });
});
