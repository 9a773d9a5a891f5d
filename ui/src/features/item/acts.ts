// What can be done in a list of items: as commands for the palette and the keys, and as the menu of a row.
import { type Command } from '$lib/commands.svelte';
import { t } from '$lib/words';
import { type MenuItem } from '$shared/menu';
import { type ItemRow } from './rows';

/** The list, as its acts see it. */
export interface ListActs {
  /** Things can be taken in and corrected here. */
  live: () => boolean;
  editable: () => boolean;
  trash: () => boolean;
  open: () => string | null;
  /** The chosen ones, or the one given. */
  meant: (id: string | null) => string[];
  /** Of those in the list, in its order. */
  shown: () => readonly string[];
  add: () => void;
  attach: (id: string | null) => void;
  find: () => void;
  step: (by: 1 | -1) => void;
  check: (ids: readonly string[]) => void;
  move: (ids: readonly string[]) => void;
  show: (id: string) => void;
  /** The line that copies a link to an item. */
  link: (id: string) => MenuItem;
  showSource: (actorId: string) => void;
}

export function itemCommands(acts: ListActs): Command[] {
  const group = t.items.title;
  const meant = (): string[] => acts.meant(acts.open());
  return [
    { id: 'item.add', words: t.items.add, group, keys: 'n', enabled: acts.live, run: acts.add },
    {
      id: 'item.attach-files',
      words: t.items.attachFiles,
      group,
      keys: 'Mod+O',
      enabled: acts.live,
      run: () => acts.attach(null),
    },
    {
      id: 'item.attach',
      words: t.items.attach,
      group,
      keys: 'a',
      enabled: () => acts.live() && acts.open() !== null,
      run: () => acts.attach(acts.open()),
    },
    { id: 'item.find', words: t.items.find, group, keys: '/', run: acts.find },
    { id: 'item.next', words: t.items.next, group, keys: 'j', run: () => acts.step(1) },
    { id: 'item.previous', words: t.items.previous, group, keys: 'k', run: () => acts.step(-1) },
    {
      id: 'item.check',
      words: t.items.checkAll,
      group,
      run: () => acts.check(acts.meant(null).length ? acts.meant(null) : acts.shown()),
    },
    {
      id: 'item.trash',
      words: acts.trash() ? t.items.restore : t.items.trash,
      group,
      enabled: () => acts.editable() && meant().length > 0,
      run: () => acts.move(meant()),
    },
  ];
}

export function itemMenu(acts: ListActs, row: ItemRow): MenuItem[] {
  const ids = acts.meant(row.id);
  const lines: MenuItem[] = [];
  if (ids.length === 1) {
    const publisher = row.item.publisher_id;
    lines.push({ id: 'open', label: t.items.open, icon: 'open', run: () => acts.show(row.id) });
    lines.push(acts.link(row.id));
    if (publisher)
      lines.push({
        id: 'publisher',
        label: t.items.openSource,
        icon: 'sources',
        run: () => acts.showSource(publisher),
      });
    if (acts.live())
      lines.push({
        id: 'attach',
        label: t.items.attach,
        icon: 'attach',
        group: 'file',
        run: () => acts.attach(row.id),
      });
  }
  lines.push({
    id: 'check',
    label: t.items.checkAll,
    icon: 'check',
    group: 'file',
    run: () => acts.check(ids),
  });
  if (acts.editable())
    lines.push({
      id: 'trash',
      label: acts.trash() ? t.items.restore : t.items.trash,
      icon: 'trash',
      keys: t.items.deleteKey,
      group: 'trash',
      run: () => acts.move(ids),
    });
  return lines;
}
