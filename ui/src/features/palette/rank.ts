import { type Command } from '$lib/commands.svelte';
import { fold } from '$shared/fold';

/** How well a name fits what was typed; 0 where it does not. Each word must begin a word of the name, in any order. */
export function fit(name: string, typed: string): number {
  const text = fold(name);
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return 1;
  const parts = text.split(/[^\p{L}\p{N}]+/u);
  if (!words.every((word) => parts.some((part) => part.startsWith(word)))) return 0;
  return (text.startsWith(fold(typed).trim()) ? 2 : 1) + 1 / (1 + text.length);
}

/** The commands that fit, best first; without words all of them, by group. */
export function fitting(commands: readonly Command[], typed: string): Command[] {
  if (typed.trim() === '') return [...commands];
  return commands
    .map((command) => ({
      command,
      fits: Math.max(fit(command.words, typed), fit(`${command.group} ${command.words}`, typed) * 0.9),
    }))
    .filter((each) => each.fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map((each) => each.command);
}
