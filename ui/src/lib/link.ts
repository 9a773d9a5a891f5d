// Links to a place of the app, for other documents and messages: counterclaim://case/ID/claims/ID.
import { formatPlace, parsePlace, type Place } from './place';

export const scheme = 'counterclaim:';

/** The link that leads to a place. */
export function linkTo(place: Place): string {
  return `${scheme}//${formatPlace(place).replace(/^#\//, '')}`;
}

/** Where a link leads; none where it is not one of ours. */
export function placeOfLink(link: string): Place | undefined {
  const trimmed = link.trim();
  if (!trimmed.toLowerCase().startsWith(`${scheme}//`)) return undefined;
  return parsePlace(trimmed.slice(scheme.length + 2));
}
