import { formatPlace, parsePlace, type Place } from './place';

interface Step {
  n: number;
}

function isStep(state: unknown): state is Step {
  return typeof state === 'object' && state !== null && 'n' in state;
}

/** The place on the screen, with back and forward over what was visited. */
export class Nav {
  place: Place = $state(parsePlace(location.hash));
  /** Counts how often one came somewhere, also to where one was: what an address points at is shown each time. */
  arrivals = $state(0);
  #n = $state(0);
  #top = $state(0);

  constructor() {
    this.#n = this.#top = isStep(history.state) ? history.state.n : 0;
    history.replaceState({ n: this.#n }, '', formatPlace(this.place));
    addEventListener('popstate', (event) => {
      if (!isStep(event.state)) {
        // A link was followed: a new step after this one.
        this.#top = ++this.#n;
        history.replaceState({ n: this.#n }, '', location.hash);
      } else {
        this.#n = event.state.n;
        this.#top = Math.max(this.#top, this.#n);
      }
      this.place = parsePlace(location.hash);
      this.arrivals++;
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
    this.arrivals++;
    if (address === formatPlace(this.place)) return;
    this.#top = ++this.#n;
    history.pushState({ n: this.#n }, '', address);
    this.place = place;
  }

  /** Another place in the stead of this one: a list that is walked through leaves no trail. */
  replace(place: Place): void {
    history.replaceState({ n: this.#n }, '', formatPlace(place));
    this.place = place;
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }
}
