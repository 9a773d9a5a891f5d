import { type IconName } from './icons';

/** One line of a menu. */
export interface MenuItem {
  id: string;
  label: string;
  /** The keys that do the same, as printed: "Ctrl Z". */
  keys?: string | undefined;
  icon?: IconName | undefined;
  disabled?: boolean | undefined;
  /** Chosen now, where the line is a choice. */
  checked?: boolean | undefined;
  /** Lines of one group stand together; a rule parts them from the next group. */
  group?: string | undefined;
  run: () => void;
}

/** The lines in the order given, parted where the group changes. */
export function groupsOf(items: readonly MenuItem[]): MenuItem[][] {
  const groups: MenuItem[][] = [];
  let last: MenuItem | undefined;
  for (const item of items) {
    if (last && last.group === item.group) groups.at(-1)?.push(item);
    else groups.push([item]);
    last = item;
  }
  return groups;
}
