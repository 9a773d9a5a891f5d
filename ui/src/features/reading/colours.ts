// The five colours of an excerpt. Each also has a line of its own under the words, so that none is told by colour alone.
import { type ExcerptColour } from '$lib/api/bindings';

export const colours = [
  'yellow',
  'green',
  'blue',
  'red',
  'violet',
] as const satisfies readonly ExcerptColour[];
