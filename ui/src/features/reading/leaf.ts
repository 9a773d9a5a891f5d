// The words of a piece of a page as one string, and the way back from a place in it to the nodes that are drawn.

/** Elements after which a new line begins, whatever their style. */
const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TH THEAD TR UL'.split(
    ' ',
  ),
);
const silent = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE TITLE HEAD'.split(' '));

/** Marks drawn over the words belong to nobody's text. */
export const OVER = 'data-over';

export interface Leaf {
  root: Node;
  /** All words; a new line where a block or line ends. */
  text: string;
  nodes: readonly Text[];
  /** Where each node begins in the text. */
  starts: readonly number[];
}

/** Reads the words below a node, in the order of the document. */
export function leafOf(root: Node): Leaf {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  const broken = (): void => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = (node as Text).data;
      if (words === '') return;
      nodes.push(node as Text);
      starts.push(text.length);
      text += words;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE && node !== root) return;
    const { nodeName } = node;
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (silent.has(nodeName.toUpperCase()) || (node as Element).hasAttribute(OVER)) return;
      if (nodeName === 'BR') {
        text += '\n';
        return;
      }
    }
    const block = blocks.has(nodeName);
    if (block) broken();
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
    if (block) broken();
  };
  walk(root);
  return { root, text, nodes, starts };
}

/** The node that holds a place of the text, by halving. */
function nodeAt({ starts }: Leaf, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** What is drawn of the text from one place to another; undefined where it holds no words. */
export function rangeOf(leaf: Leaf, start: number, end: number): Range | undefined {
  const first = nodeAt(leaf, start);
  const last = nodeAt(leaf, Math.max(start, end - 1));
  const from = leaf.nodes[first];
  const to = leaf.nodes[last];
  const document = leaf.root.ownerDocument ?? (leaf.root as Document);
  if (!from || !to) return undefined;
  const range = document.createRange();
  range.setStart(from, Math.max(0, Math.min(from.length, start - (leaf.starts[first] ?? 0))));
  range.setEnd(to, Math.max(0, Math.min(to.length, end - (leaf.starts[last] ?? 0))));
  return range;
}

/** The place in the text of one end of a range. */
export function placeOf(leaf: Leaf, node: Node, offset: number): number {
  const point = node.ownerDocument?.createRange();
  if (!point) return 0;
  point.setStart(node, offset);
  point.collapse(true);
  // The first node that does not lie wholly before the point.
  let low = 0;
  let high = leaf.nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const words = leaf.nodes[middle];
    if (words && point.comparePoint(words, words.length) < 0) low = middle + 1;
    else high = middle;
  }
  const found = leaf.nodes[low];
  if (!found) return leaf.text.length;
  const start = leaf.starts[low] ?? 0;
  return found === node ? start + offset : start;
}
