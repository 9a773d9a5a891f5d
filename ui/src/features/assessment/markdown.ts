// Markdown of a rationale as a tree to draw, by the rules of the report: raw HTML stays text, a heading is a bold line,
// a link keeps only a plain address, a picture is its words, and `[@id]` cites a record. Nothing here ever becomes markup by itself.

import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, RootContent } from 'mdast';
import { pieces } from './citations';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'emphasis'; inlines: Inline[] }
  | { kind: 'strong'; inlines: Inline[] }
  | { kind: 'link'; url: string; inlines: Inline[] }
  | { kind: 'cite'; id: string };

export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'code'; text: string };

/** How deep lists and quotes may nest, as in the report. */
const depth = 8;

/** Only an address that a report would print as a link. */
function plainAddress(url: string): string | undefined {
  const plain = /^(https?|mailto):[^\s<>"\\`^{}|\p{Cc}\p{Cf}]*$/iu;
  return plain.test(url.trim()) ? url.trim() : undefined;
}

function words(text: string): Inline[] {
  const found: Inline[] = [];
  for (const piece of pieces(text)) {
    if (piece.cites) {
      // A note stands right behind the word that it is for.
      const before = found[found.length - 1];
      if (before?.kind === 'text') before.text = before.text.trimEnd();
      found.push({ kind: 'cite', id: piece.cites });
    } else if (piece.text) {
      found.push({ kind: 'text', text: piece.text.replace(/ *\n/g, ' ') });
    }
  }
  return found;
}

function inlinesOf(nodes: readonly Nodes[], definitions: ReadonlyMap<string, string>): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return words(node.value);
      case 'html':
        return [{ kind: 'text', text: node.value }];
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'break':
        return [{ kind: 'break' }];
      case 'emphasis':
      case 'strong':
        return [{ kind: node.type, inlines: inlinesOf(node.children, definitions) }];
      case 'link':
      case 'linkReference': {
        const url = plainAddress(node.type === 'link' ? node.url : (definitions.get(node.identifier) ?? ''));
        const inlines = inlinesOf(node.children, definitions);
        return url ? [{ kind: 'link', url, inlines }] : inlines;
      }
      case 'image':
      case 'imageReference': {
        const url = plainAddress(node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? ''));
        const inlines: Inline[] = node.alt ? [{ kind: 'text', text: node.alt }] : [];
        return url ? [{ kind: 'link', url, inlines }] : inlines;
      }
      default:
        return [];
    }
  });
}

function blocksOf(
  nodes: readonly RootContent[],
  level: number,
  definitions: ReadonlyMap<string, string>,
): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', inlines: inlinesOf(node.children, definitions) }];
      case 'heading':
        return [
          {
            kind: 'paragraph',
            inlines: [{ kind: 'strong', inlines: inlinesOf(node.children, definitions) }],
          },
        ];
      case 'html':
        return [{ kind: 'paragraph', inlines: [{ kind: 'text', text: node.value.trimEnd() }] }];
      case 'code':
        return [{ kind: 'code', text: node.value }];
      case 'blockquote': {
        const blocks = blocksOf(node.children, level + 1, definitions);
        return level >= depth ? blocks : [{ kind: 'quote', blocks }];
      }
      case 'list': {
        const items = node.children.map((item) => blocksOf(item.children, level + 1, definitions));
        return level >= depth ? items.flat() : [{ kind: 'list', ordered: node.ordered ?? false, items }];
      }
      default:
        return [];
    }
  });
}

/** Reads a rationale. */
export function blocks(markdown: string): Block[] {
  const root = fromMarkdown(markdown);
  const definitions = new Map<string, string>();
  for (const node of root.children)
    if (node.type === 'definition') definitions.set(node.identifier, node.url);
  return blocksOf(root.children, 0, definitions);
}
