// What a rationale can cite: excerpts, items and statements of the case. In a form a citation stands by a short name ("[@E6]");
// what is sent, kept and printed is the id ("[@0193…]").

import { type CaseView, type EvidenceView } from '$lib/api/bindings';

export type CitedKind = 'item' | 'excerpt' | 'statement';

export interface Citable {
  id: string;
  kind: CitedKind;
  /** What stands behind the @ in a form; no two have the same. */
  short: string;
  /** What it is called. */
  name: string;
  /** The words that it holds, whole. */
  words: string;
  language: string | null;
  /** The item that it lies in, whose place it leads to. */
  itemId: string | null;
}

const plain = (text: string): string => text.replace(/[[\]\n@]+/g, ' ').trim();

/** Everything of a case that can be cited: what bears on the claim first, then the rest in the order recorded. */
export function citables(shown: CaseView, evidence: readonly EvidenceView[] = []): Citable[] {
  const { items, excerpts, statements, captures, actors, links } = shown.case;
  const labels = new Map<string, string>();
  for (const line of evidence) {
    const link = links.find((one) => one.uuid === line.link_id);
    const from = link?.from_item_id ?? link?.from_excerpt_id;
    if (from) labels.set(from, line.label);
  }
  const taken = new Set<string>();
  const unique = (wanted: string): string => {
    let name = wanted || '?';
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted} (${n})`;
    taken.add(name.toLowerCase());
    return name;
  };
  const raw: Omit<Citable, 'short'>[] = [
    ...items.map((item) => ({
      id: item.uuid,
      kind: 'item' as const,
      name: item.name,
      words: item.title ?? '',
      language: item.language,
      itemId: item.uuid,
    })),
    ...excerpts.map((excerpt) => {
      const itemId = captures.find((one) => one.uuid === excerpt.capture_id)?.item_id ?? null;
      const name = items.find((one) => one.uuid === itemId)?.name ?? '';
      return {
        id: excerpt.uuid,
        kind: 'excerpt' as const,
        name: [name, excerpt.page].filter(Boolean).join(', '),
        words: excerpt.quote ?? '',
        language: excerpt.language,
        itemId,
      };
    }),
    ...statements.map((statement) => ({
      id: statement.uuid,
      kind: 'statement' as const,
      name: [actors.find((one) => one.uuid === statement.speaker_id)?.name ?? '', statement.date]
        .filter(Boolean)
        .join(', '),
      words: statement.words,
      language: statement.language,
      itemId: null,
    })),
  ];
  const near = raw.filter((one) => labels.has(one.id));
  const order = evidence.map((line) => line.label);
  near.sort((a, b) => order.indexOf(labels.get(a.id) ?? '') - order.indexOf(labels.get(b.id) ?? ''));
  const rest = raw.filter((one) => !labels.has(one.id));
  return [...near, ...rest].map((one) => ({
    ...one,
    short: unique(labels.get(one.id) ?? plain(one.name).slice(0, 48).trim()),
  }));
}

const inText = /\[@([^\]\n]{1,80})\]/g;

/** The text of a form with ids in place of short names; a name that nothing has stays, and the api refuses it. */
export function withIds(text: string, all: readonly Citable[]): string {
  const ids = new Map(all.map((one) => [one.short.toLowerCase(), one.id]));
  return text.replace(inText, (whole, name: string) => {
    const id = ids.get(name.trim().toLowerCase());
    return id ? `[@${id}]` : whole;
  });
}

/** The text as a form shows it: short names in place of ids. */
export function withNames(text: string, all: readonly Citable[]): string {
  const names = new Map(all.map((one) => [one.id, one.short]));
  return text.replace(inText, (whole, id: string) => {
    const name = names.get(id.toLowerCase());
    return name ? `[@${name}]` : whole;
  });
}

/** What is typed after the last @ before the caret, if a citation is being typed there. */
export function typedAt(text: string, caret: number): { from: number; words: string } | undefined {
  const found = /(^|[\s([.,;:!?"“])@([^@[\]\n]{0,40})$/u.exec(text.slice(0, caret));
  if (!found) return undefined;
  const words = found[2] ?? '';
  return { from: caret - words.length - 1, words };
}

/** Those that have all the words, in their order; those whose short name begins so stand first. */
export function fitting(all: readonly Citable[], words: string, most = 8): Citable[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = all.filter((one) => {
    const text = `${one.short} ${one.name} ${one.words}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const first = wanted[0];
  if (!first) return fits.slice(0, most);
  const begins = (one: Citable): number => (one.short.toLowerCase().startsWith(first) ? 0 : 1);
  return fits.toSorted((a, b) => begins(a) - begins(b)).slice(0, most);
}
