// A door for unit tests: answers what it was told to, and remembers what it was asked.
import { type CommandName, type Requests, type Responses, WRITES } from '../src/lib/api/bindings';
import { type Host } from '../src/lib/api/host';
import { Desk } from '../src/lib/desk.svelte';
import { noDialogs } from '../src/lib/dialogs';
import { type Nav } from '../src/lib/nav.svelte';

type Answer = unknown;

export class FakeHost implements Host {
  readonly calls: { name: string; request: unknown }[] = [];
  readonly #answers = new Map<string, (request: unknown) => Answer>();

  answer(name: string, answer: Answer): void {
    this.#answers.set(name, () => answer);
  }

  refuse(name: string, error: Error): void {
    this.#answers.set(name, () => {
      throw error;
    });
  }

  get names(): string[] {
    return this.calls.map((call) => call.name);
  }

  /** What was asked to write, in order. */
  get writes(): string[] {
    return this.names.filter((name) => WRITES.some((write) => write === name));
  }

  last(name: string): unknown {
    return this.calls.findLast((call) => call.name === name)?.request;
  }

  async call<K extends CommandName>(name: K, request: Requests[K]): Promise<Responses[K]> {
    this.calls.push({ name, request });
    const answer = this.#answers.get(name);
    if (!answer) throw new Error(`the test gave no answer for ${name}`);
    return answer(request) as Responses[K];
  }
}

/** A desk on a fake door, with an address that goes nowhere. */
export function fakeDesk(host: Host): Desk {
  const nav = {
    place: { view: 'cases', trash: false },
    canBack: false,
    canForward: false,
    go: () => undefined,
    back: () => undefined,
    forward: () => undefined,
  } as unknown as Nav;
  return new Desk(host, noDialogs, nav);
}
