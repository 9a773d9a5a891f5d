import { formatPlace, parsePlace, type Place } from './place';

interface Step {
  n: number;
}

/** The place on the screen, with back and forward over what was visited. */
export class Nav {
  place: Place = $state(parsePlace(location.hash));
  #n = $state(0);
  #top = $state(0);

  constructor() {
    this.#n = this.#top = this.#step(history.state);
    history.replaceState({ n: this.#n }, '', formatPlace(this.place));
    addEventListener('popstate', (event) => {
      this.#n = this.#step(event.state);
      this.#top = Math.max(this.#top, this.#n);
      this.place = parsePlace(location.hash);
    });
  }

  get canBack(): boolean {
    return this.#n > 0;
  }

  get canForward(): boolean {
    return this.#n < this.#top;
  }

  go(place: Place): void {
    const address = formatPlace(place);
    if (address === formatPlace(this.place)) return;
    this.#top = ++this.#n;
    history.pushState({ n: this.#n }, '', address);
    this.place = place;
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }

  #step(state: unknown): number {
    return typeof state === 'object' && state !== null && 'n' in state ? (state as Step).n : 0;
  }
}
