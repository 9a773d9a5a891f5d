import { type CommandName, type Requests, type Responses } from './bindings';

/** The door, however it is reached. Refusals are thrown as `Problem`. */
export interface Host {
  call<K extends CommandName>(name: K, request: Requests[K]): Promise<Responses[K]>;
}
