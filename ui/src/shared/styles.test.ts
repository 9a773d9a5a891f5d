import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(svelte|css)$/.test(file),
);

/** The style lines of all files, as "file: line". */
const lines = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  const style = file.endsWith('.css') ? text : (/<style[^>]*>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');
  return style.split('\n').map((line) => `${file}: ${line.trim()}`);
});
const those = (wrong: RegExp): string[] => lines.filter((line) => wrong.test(line));

describe('the styles of every screen', () => {
  it('name start and end, never left and right, so that the page can be mirrored', () => {
    expect(lines.length).toBeGreaterThan(500);
    expect(
      those(
        /(margin|padding|border)-(left|right)|(^|[^-\w])(left|right):|(text-align|float|clear): (left|right)/,
      ),
    ).toEqual([]);
  });
  it('ask the page which way it is read: the build turns :dir() into a list of languages', () => {
    expect(those(/:dir\(/)).toEqual([]);
  });
  it('give text and its lines sizes in rem, so that one setting makes all of it larger', () => {
    expect(those(/font-size: [\d.]+px|line-height: [\d.]+px|font: [^;]*[\d.]+px/)).toEqual([]);
  });
  it('draw what is told by its ground alone also in the colours of the system', () => {
    const told = files.flatMap((file) => {
      const blocks = readFileSync(join(root, file), 'utf8').match(/\{[^{}]*\}/g) ?? [];
      return blocks
        .filter((block) => /\n *background: var\(--(ink|ink-2|pencil|rule|rule-2)\);/.test(block))
        .map((block) => ({ file, kept: block.includes('forced-color-adjust: none') }));
    });
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((one) => !one.kept).map((one) => one.file)).toEqual([]);
  });
  it('take every colour from the system where it asks for that, whatever theme is chosen', () => {
    const tokens = readFileSync(join(root, 'shared/tokens.css'), 'utf8');
    const [, plain] = /color-scheme: light;([^}]*)\}/.exec(tokens) ?? [];
    const [, forced] =
      /forced-colors: active\) \{\s*:root,\s*:root\[data-theme\] \{([^}]*)\}/.exec(tokens) ?? [];
    const names = (text: string | undefined): string[] => text?.match(/--[\w-]+(?=:)/g) ?? [];
    expect(names(plain).length).toBeGreaterThan(10);
    expect(names(forced)).toEqual(names(plain));
  });
});
