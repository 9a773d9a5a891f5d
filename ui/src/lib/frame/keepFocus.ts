// The focus is never lost: when what had it goes away or is disabled, what stands nearest has it.

const reachable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** Remembers what had the focus; gives back how to look after it, and how to end. */
export function keepFocus(work: () => HTMLElement | null): { look: () => void; end: () => void } {
  let last: HTMLElement | null = null;
  let around: HTMLElement[] = [];
  const heard = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    around = [];
    for (let each = target.parentElement; each && each !== document.body; each = each.parentElement)
      around.push(each);
  };
  addEventListener('focusin', heard);
  return {
    look(): void {
      const now = document.activeElement;
      const gone = last !== null && (!last.isConnected || last.matches(':disabled'));
      // Whoever clicked beside everything has let the focus go themselves.
      if (!gone || (now !== null && now !== document.body && now !== last)) return;
      const near = around.find((each) => each.isConnected && each.querySelector(reachable) !== null);
      (near?.querySelector<HTMLElement>(reachable) ?? work())?.focus();
    },
    end: () => removeEventListener('focusin', heard),
  };
}
