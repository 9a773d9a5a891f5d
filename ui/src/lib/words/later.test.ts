import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const own = /\.test\.ts$|words\/(en|ru)\//;

/** Where a module asks for words while it is being loaded: the words of the reader's language may come later than it. */
function early(file: string): string[] {
  const whole = readFileSync(join(root, file), 'utf8');
  const text = file.endsWith('.svelte')
    ? (/<script[^>]*\bmodule\b[^>]*>([\s\S]*?)<\/script>/.exec(whole)?.[1] ?? '')
    : whole;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isImportDeclaration(node)) return;
    if (
      ts.isPropertyDeclaration(node) &&
      !node.modifiers?.some((one) => one.kind === ts.SyntaxKind.StaticKeyword)
    )
      return;
    if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 't')
      found.push(`${file}: ${node.getText()}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('is asked for words by no module while that is being loaded', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  const modules = files.filter((file) => /\.(ts|svelte)$/.test(file) && !own.test(file));
  expect(modules.length).toBeGreaterThan(200);
  expect(modules.flatMap(early)).toEqual([]);
});
