import { type Hit } from '$lib/api/bindings';
import { type Command } from '$lib/commands.svelte';
import { type Desk } from '$lib/desk.svelte';
import { placeOfLink } from '$lib/link';
import { parsePlace } from '$lib/place';
import { t } from '$lib/words';
import { hitKey } from '$features/search/groups';
import { leads } from '$features/search/leads';
import { SearchState } from '$features/search/searchState.svelte';
import { fitting } from './rank';

/** One line of the palette. */
export interface Choice {
  key: string;
  name: string;
  /** Keys of a command. */
  keys?: string | undefined;
  hit?: Hit;
  run: () => unknown;
}

export interface Group {
  name: string;
  choices: Choice[];
}

/** What was typed, and what can be done or opened with it. */
export class PaletteState {
  readonly search: SearchState;
  at = $state(0);
  readonly #desk: Desk;
  /** The commands as they stood when it opened: an open palette does not change what can be done. */
  readonly #commands: readonly Command[];

  constructor(desk: Desk) {
    this.#desk = desk;
    this.search = new SearchState(desk);
    this.#commands = desk.commands.ready.filter((command) => !command.hidden);
  }

  readonly groups: Group[] = $derived.by(() => {
    const typed = this.search.words;
    const groups: Group[] = [];
    if (typed.trim() === '') {
      const here = this.#desk.nav.place;
      const recent = this.#desk.recent.visits
        .filter((visit) => {
          const there = parsePlace(visit.address);
          return here.view !== 'case' || there.view !== 'case' || there.id !== here.id;
        })
        .map((visit) => ({
          key: visit.address,
          name: visit.name,
          run: () => this.#desk.nav.go(parsePlace(visit.address)),
        }));
      if (recent.length > 0) groups.push({ name: t.palette.recent, choices: recent });
    }
    const linked = placeOfLink(typed);
    if (linked) {
      const run = (): void => this.#desk.nav.go(linked);
      return [
        { name: t.frame.commandGroups.go, choices: [{ key: 'link', name: t.palette.followLink, run }] },
      ];
    }
    const found = fitting(this.#commands, typed);
    const names = Object.values(t.frame.commandGroups);
    const order = (name: string): number => (names.indexOf(name) + names.length + 1) % (names.length + 1);
    const byGroup = found
      .map((command) => command.group)
      .filter((name, n, all) => all.indexOf(name) === n)
      .sort((a, b) => order(a) - order(b));
    for (const name of byGroup) {
      const choices = found
        .filter((command) => command.group === name)
        .map((command) => ({
          key: command.id,
          name: command.words,
          keys: this.#desk.commands.keysOf(command.id),
          run: command.run,
        }));
      groups.push({ name, choices });
    }
    for (const { table, hits } of this.search.groups) {
      const choices = hits.flatMap((hit): Choice[] => {
        return [{ key: hitKey(hit), name: hit.name, hit, run: () => this.#desk.nav.go(leads(hit)) }];
      });
      if (choices.length > 0) groups.push({ name: t.table(table), choices });
    }
    return groups;
  });

  readonly choices: Choice[] = $derived(this.groups.flatMap((group) => group.choices));
  readonly current: Choice | undefined = $derived(this.choices[Math.min(this.at, this.choices.length - 1)]);

  move(by: number): void {
    const n = this.choices.length;
    if (n > 0) this.at = (Math.min(this.at, n - 1) + by + n) % n;
  }

  typed(): void {
    this.at = 0;
    void this.search.look();
  }
}
