import { formatPlace, home, parsePlace, type Place } from './place';

interface Step {
  n: number;
  /** Counts the workspaces that this window went over to. */
  era?: number;
}

/** How long the web engine may take to go back to the first place, in milliseconds. */
const patience = 1000;

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
  #era: number;

  constructor() {
    this.#n = this.#top = isStep(history.state) ? history.state.n : 0;
    this.#era = isStep(history.state) ? (history.state.era ?? 0) : 0;
    this.#stay();
    addEventListener('popstate', (event) => {
      if (!isStep(event.state)) {
        // A link was followed: a new step after this one.
        this.#top = ++this.#n;
        history.replaceState(this.#step, '', location.hash);
      } else if ((event.state.era ?? 0) !== this.#era) {
        // A place of another workspace: one stays where one is.
        return this.#stay();
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
    history.pushState(this.#step, '', address);
    this.place = place;
  }

  /** Another place in the stead of this one: a list that is walked through leaves no trail. */
  replace(place: Place): void {
    this.place = place;
    this.#stay();
  }

  /** Forgets what was visited: another workspace begins at its list of cases, and nothing leads back from there. */
  async forget(): Promise<void> {
    if (this.#n > 0) {
      await new Promise<void>((done) => {
        addEventListener('popstate', () => done(), { once: true });
        setTimeout(done, patience);
        history.go(-this.#n);
      });
    }
    this.#n = this.#top = 0;
    this.#era++;
    this.replace(home);
  }

  get #step(): Step {
    return { n: this.#n, era: this.#era };
  }

  #stay(): void {
    history.replaceState(this.#step, '', formatPlace(this.place));
  }

  back(): void {
    history.back();
  }

  forward(): void {
    history.forward();
  }
}
