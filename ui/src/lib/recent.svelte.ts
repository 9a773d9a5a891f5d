import { formatPlace, parsePlace, type Place } from './place';

export interface Visit {
  address: string;
  name: string;
}

const kept = 8;

/** The places that were open last, newest first; kept for the next start, by workspace. */
export class Recent {
  visits: readonly Visit[] = $state.raw([]);
  #key = '';

  /** Reads what was kept for this workspace. */
  of(workspace: string): void {
    const key = `counterclaim.recent.${workspace}`;
    if (key === this.#key) return;
    this.#key = key;
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      if (Array.isArray(stored)) this.visits = stored.filter(isVisit).slice(0, kept);
    } catch {
      this.visits = [];
    }
  }

  /** A case under one of its tabs counts once, where it was seen last. */
  visit(place: Place, name: string): void {
    if (name === '' || place.view !== 'case') return;
    const others = this.visits.filter((visit) => {
      const there = parsePlace(visit.address);
      return there.view !== 'case' || there.id !== place.id;
    });
    this.visits = [{ address: formatPlace(place), name }, ...others].slice(0, kept);
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.visits));
    } catch {
      // Without storage they are known until the window closes.
    }
  }
}

function isVisit(value: unknown): value is Visit {
  return typeof value === 'object' && value !== null && 'address' in value && 'name' in value;
}
