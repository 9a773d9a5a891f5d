import { type Attachment } from 'svelte/attachments';

/** What is being dragged in the grid, and where it would land. */
class Drag {
  kind: 'row' | 'column' | null = $state(null);
  id = $state('');
  over = $state('');
}

export const drag = new Drag();

interface Dragged {
  enabled: () => boolean;
  kind: 'row' | 'column';
  id: string;
  drop: (onto: string) => void;
}

/** The handle that is held. A grid that is read again attaches to the same handles anew, and the drag goes on. */
let held: HTMLElement | null = null;
// Not reactive on purpose: nothing is drawn from it.
// eslint-disable-next-line svelte/prefer-svelte-reactivity
const attached = new Set<HTMLElement>();

function end(): void {
  held = null;
  drag.kind = null;
  drag.over = '';
  removeEventListener('keydown', escape, true);
}

function escape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  end();
}

/** The row or column under the pointer, by the attribute that its elements carry. */
function under(event: PointerEvent, kind: Dragged['kind']): string {
  const element = document.elementFromPoint(event.clientX, event.clientY);
  return element?.closest(`[data-${kind}]`)?.getAttribute(`data-${kind}`) ?? '';
}

/** A handle by which a row or column is dragged to another place. Escape lets go without moving it. */
export function dragged(options: Dragged): Attachment<HTMLElement> {
  return (node) => {
    function down(event: PointerEvent): void {
      if (event.button !== 0 || !options.enabled()) return;
      event.preventDefault();
      node.setPointerCapture(event.pointerId);
      held = node;
      drag.kind = options.kind;
      drag.id = options.id;
      drag.over = '';
      addEventListener('keydown', escape, true);
    }
    function move(event: PointerEvent): void {
      if (held !== node) return;
      const over = under(event, options.kind);
      drag.over = over === options.id ? '' : over;
    }
    function up(event: PointerEvent): void {
      if (held !== node) return;
      const onto = under(event, options.kind);
      end();
      if (onto !== '' && onto !== options.id) options.drop(onto);
    }
    function cancel(): void {
      if (held === node) end();
    }

    attached.add(node);
    node.addEventListener('pointerdown', down);
    node.addEventListener('pointermove', move);
    node.addEventListener('pointerup', up);
    node.addEventListener('pointercancel', cancel);
    return () => {
      attached.delete(node);
      node.removeEventListener('pointerdown', down);
      node.removeEventListener('pointermove', move);
      node.removeEventListener('pointerup', up);
      node.removeEventListener('pointercancel', cancel);
      // Only a handle that is gone lets go.
      if (held === node) queueMicrotask(() => held === node && !attached.has(node) && end());
    };
  };
}
