// The door over loopback, for tests in a plain browser: POST /call/<name> with the request, JSON back.
import { type CommandName, type Requests, type Responses } from './bindings';
import { type Host } from './host';
import { problemFrom } from './problem';

export class HttpHost implements Host {
  readonly #base: string;

  constructor(base = '') {
    this.#base = base;
  }

  async call<K extends CommandName>(name: K, request: Requests[K]): Promise<Responses[K]> {
    const answer = await fetch(`${this.#base}/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const body: unknown = await answer.json();
    if (!answer.ok) throw problemFrom(body);
    return body as Responses[K];
  }
}
