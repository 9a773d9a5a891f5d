import { type CaseLine, type CaseStatus, type Editor } from '$lib/api/bindings';
import { type Desk } from '$lib/desk.svelte';
import { Act } from '$lib/resource.svelte';
import { t } from '$lib/words';
import { copyLine } from '$lib/frame/copyLine';
import { type MenuItem } from '$shared/menu';

export interface Around {
  lines: () => readonly CaseLine[];
  editors: () => readonly Editor[];
  ids: () => readonly string[];
  trash: () => boolean;
  open: (id: string) => void;
  tag: () => void;
}

/** What can be done to the chosen cases; each act is one operation, so that one undo takes it back. */
export class CaseActs {
  readonly act = new Act();
  readonly #desk: Desk;
  readonly #around: Around;

  constructor(desk: Desk, around: Around) {
    this.#desk = desk;
    this.#around = around;
  }

  get #chosen(): CaseLine[] {
    const ids = this.#around.ids();
    return this.#around.lines().filter((line) => ids.includes(line.id));
  }

  get #ids(): string[] {
    return [...this.#around.ids()];
  }

  tag(name: string): Promise<boolean> {
    return this.act.run(() => this.#desk.write('case.tag_all', { case_ids: this.#ids, name }));
  }

  untag(name: string): Promise<boolean> {
    return this.act.run(() => this.#desk.write('case.untag_all', { case_ids: this.#ids, name }));
  }

  assign(assignee_id: string | null): Promise<boolean> {
    return this.act.run(() => this.#desk.write('case.assign_all', { case_ids: this.#ids, assignee_id }));
  }

  status(status: CaseStatus): Promise<boolean> {
    return this.act.run(() => this.#desk.write('case.status_all', { case_ids: this.#ids, status }));
  }

  archive(archived: boolean): Promise<boolean> {
    return this.act.run(() => this.#desk.write('case.archive_all', { case_ids: this.#ids, archived }));
  }

  trash(): Promise<boolean> {
    return this.act.run(() => this.#desk.write('record.trash_all', { table: 'case', ids: this.#ids }));
  }

  restore(): Promise<boolean> {
    return this.act.run(() => this.#desk.write('record.restore_all', { table: 'case', ids: this.#ids }));
  }

  /** True where all that are chosen have been put aside. */
  get aside(): boolean {
    return this.#chosen.length > 0 && this.#chosen.every((line) => line.archived);
  }

  get statuses(): MenuItem[] {
    const chosen = this.#chosen;
    return (Object.keys(t.lists.caseStatus) as CaseStatus[]).map((status) => ({
      id: `status-${status}`,
      label: t.lists.caseStatus[status],
      checked: chosen.length > 0 && chosen.every((line) => line.status === status),
      run: () => void this.status(status),
    }));
  }

  get assignees(): MenuItem[] {
    const chosen = this.#chosen;
    const all = (id: string | null): boolean =>
      chosen.length > 0 && chosen.every((line) => line.assignee_id === id);
    return [
      ...this.#around.editors().map((editor) => ({
        id: `assign-${editor.uuid}`,
        label: editor.name,
        checked: all(editor.uuid),
        group: 'editors',
        run: () => void this.assign(editor.uuid),
      })),
      {
        id: 'assign-nobody',
        label: t.cases.nobody,
        checked: all(null),
        group: 'nobody',
        run: () => void this.assign(null),
      },
    ];
  }

  /** The tags that any of the chosen has. */
  get tags(): MenuItem[] {
    const names = [...this.#chosen.flatMap((line) => line.tags)].sort((a, b) => a.localeCompare(b));
    return names
      .filter((name, at) => names.indexOf(name) === at)
      .map((name) => ({ id: `untag-${name}`, label: name, run: () => void this.untag(name) }));
  }

  /** The menu of a right click on a case. */
  get menu(): MenuItem[] {
    const [first] = this.#around.ids();
    if (!first) return [];
    const one = this.#around.ids().length === 1;
    if (this.#around.trash())
      return this.#desk.editable
        ? [{ id: 'case-restore', label: t.record.restore, run: () => void this.restore() }]
        : [];
    const open: MenuItem[] = one
      ? [
          {
            id: 'case-open',
            label: t.cases.open,
            keys: 'Enter',
            group: 'open',
            run: () => this.#around.open(first),
          },
          copyLine(this.#desk, { view: 'case', id: first, tab: 'compare', sub: null }),
        ]
      : [];
    if (!this.#desk.editable) return open;
    const me = this.#around.editors().find((editor) => editor.name === this.#desk.editor);
    return [
      ...open,
      ...this.statuses.map((item) => ({ ...item, id: `case-${item.id}`, group: 'status' })),
      ...(me
        ? [
            {
              id: 'case-assign-me',
              label: t.cases.assignMe,
              group: 'who',
              run: () => void this.assign(me.uuid),
            },
          ]
        : []),
      {
        id: 'case-assign-nobody',
        label: t.cases.assignNobody,
        group: 'who',
        run: () => void this.assign(null),
      },
      { id: 'case-tag', label: t.cases.tagDots, group: 'tag', run: () => this.#around.tag() },
      {
        id: 'case-aside',
        label: this.aside ? t.cases.takeOut : t.cases.putAside,
        group: 'away',
        run: () => void this.archive(!this.aside),
      },
      { id: 'case-trash', label: t.record.trash, keys: 'Del', group: 'away', run: () => void this.trash() },
    ];
  }
}
