import { type CommandName, type Progress, type Requests, type Responses } from './bindings';

/** What a caller of long work wants to hear, and how they stop it. */
export interface How {
  progress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** The door, however it is reached. Refusals are thrown as `Problem`. */
export interface Host {
  call<K extends CommandName>(name: K, request: Requests[K], how?: How): Promise<Responses[K]>;
}
