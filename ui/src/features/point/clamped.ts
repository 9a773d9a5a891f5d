import { type Attachment } from 'svelte/attachments';

let watcher: ResizeObserver | undefined;

function look(node: Element): void {
  node.toggleAttribute('data-cut', node.scrollHeight > node.clientHeight + 1);
}

/** Marks an element with `data-cut` while some of its text is cut off, so that the rest can be offered. */
export const clamped: Attachment<HTMLElement> = (node) => {
  if (typeof ResizeObserver === 'undefined') return;
  watcher ??= new ResizeObserver((entries) => entries.forEach((entry) => look(entry.target)));
  watcher.observe(node);
  return () => watcher?.unobserve(node);
};
