// Brings the record that an address points at into sight, and gives it the focus.

/** How long a screen may take to draw it, in milliseconds. */
const patience = 8000;

/** Waits until something carries the record's id, shows it and marks it. Gives back how to give up. */
export function arrive(id: string): () => void {
  const until = Date.now() + patience;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const name = CSS.escape(id);
    const element =
      document.querySelector<HTMLElement>(`[data-record="${name}"]`) ??
      document.querySelector<HTMLElement>(`[data-key="${name}"]`);
    if (element) return show(element);
    if (Date.now() < until) timer = setTimeout(look, 60);
  };
  timer = setTimeout(look, 0);
  return () => clearTimeout(timer);
}

/** What cannot be reached by Tab can still be led to. */
function show(element: HTMLElement): void {
  if (!element.matches('a[href], button, input, select, textarea, [tabindex]')) element.tabIndex = -1;
  element.scrollIntoView({ block: 'center' });
  element.focus({ preventScroll: true });
  markArrived(element);
}

/** Whoever comes by a link sees where they are, also where the pointer led: until the focus goes on. */
export function markArrived(element: Element | null): void {
  if (!(element instanceof HTMLElement) || element === document.body) return;
  element.setAttribute('data-arrived', '');
  element.addEventListener('blur', () => element.removeAttribute('data-arrived'), { once: true });
}
