// What can stand at the other end of a link, where one end is given: claims, items and accounts of the case.
import { type CaseView, type EvidenceLinkAdd, type LinkAround } from '$lib/api/bindings';
import { formatPlace } from '$lib/place';
import { claimLabel } from '$features/claim/labels';

/** One end of a link, as the command names it. */
export type Ends = Partial<
  Pick<
    EvidenceLinkAdd,
    'from_item_id' | 'from_excerpt_id' | 'from_claim_id' | 'to_claim_id' | 'to_account_id' | 'to_item_id'
  >
>;

export interface OtherEnd {
  value: string;
  label: string;
  ends: Ends;
}

type Item = { value: string; label: string };

const claims = (shown: CaseView): { id: string; name: string }[] =>
  shown.case.claims.map((claim) => ({
    id: claim.uuid,
    name: `${claimLabel(shown, claim)} ${claim.text}`.trim(),
  }));

/** What can be said against an item, or for it: any claim of the case, and any other item. */
export function bearersOf(
  shown: CaseView,
  item: string,
  items: readonly Item[],
  there: ReadonlySet<string>,
): OtherEnd[] {
  return [
    ...claims(shown).map(({ id, name }) => ({ value: id, label: name, ends: { from_claim_id: id } })),
    ...items
      .filter((one) => one.value !== item)
      .map(({ value, label }) => ({ value, label, ends: { from_item_id: value } })),
  ].filter((one) => !there.has(one.value));
}

/** What a claim can bear on, as evidence: items, other claims, accounts. */
export function borneBy(
  shown: CaseView,
  claim: string,
  items: readonly Item[],
  there: ReadonlySet<string>,
): OtherEnd[] {
  return [
    ...items.map(({ value, label }) => ({ value, label, ends: { to_item_id: value } })),
    ...claims(shown)
      .filter(({ id }) => id !== claim)
      .map(({ id, name }) => ({ value: id, label: name, ends: { to_claim_id: id } })),
    ...shown.accounts.flatMap(({ account_id, letter }) => {
      const account = shown.case.accounts.find((one) => one.uuid === account_id);
      return account
        ? [
            {
              value: account_id as string,
              label: `${letter} ${account.name}`,
              ends: { to_account_id: account_id },
            },
          ]
        : [];
    }),
  ].filter((one) => !there.has(one.value));
}

/** The record at the end of a link that is not given, and where it stands. */
export function otherEnd(line: LinkAround, given: 'from' | 'to'): { id: string; name: string; href: string } {
  const { link } = line;
  const place = { view: 'case', id: link.case_id } as const;
  const evidence = (sub: string): string => formatPlace({ ...place, tab: 'evidence', sub });
  const claim = (sub: string): string => formatPlace({ ...place, tab: 'claims', sub });
  if (given === 'to') {
    const name = line.from_name;
    if (link.from_claim_id) return { id: link.from_claim_id, name, href: claim(link.from_claim_id) };
    if (link.from_item_id) return { id: link.from_item_id, name, href: evidence(link.from_item_id) };
    const id = link.from_excerpt_id ?? '';
    return { id, name, href: formatPlace({ view: 'record', id }) };
  }
  const name = line.to_name;
  if (link.to_item_id) return { id: link.to_item_id, name, href: evidence(link.to_item_id) };
  if (link.to_claim_id) return { id: link.to_claim_id, name, href: claim(link.to_claim_id) };
  return {
    id: link.to_account_id ?? link.to_link_id ?? '',
    name,
    href: formatPlace({ ...place, tab: 'compare', sub: link.to_account_id ? null : 'matrix' }),
  };
}
