import { describe, expect, it } from 'vitest';
import { fileName } from './files';

describe('fileName', () => {
  it('keeps the name readable, in any script', () => {
    expect(fileName('Chemical release at Khan Shaykhun', 'pdf')).toBe(
      'Chemical release at Khan Shaykhun.pdf',
    );
    expect(fileName('خان شيخون', 'claimreview')).toBe('خان شيخون.jsonld');
  });
  it('never looks like a path', () => {
    expect(fileName('../../etc/passwd', 'html')).toBe('etc passwd.html');
    expect(fileName('a\u202egpj.exe\u0000', 'md')).toBe('agpj.exe.md');
    expect(fileName('///', 'csv')).toBe('report.csv');
  });
});
