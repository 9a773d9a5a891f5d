import { createSubscriber } from 'svelte/reactivity';

const every = 30_000;

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, every);
  return () => clearInterval(timer);
});

/** The present time; what shows it is drawn again every half minute, as long as it is in sight. */
export function now(): number {
  subscribe();
  return Date.now();
}
