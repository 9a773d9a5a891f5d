// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { Commands } from './commands.svelte';

const done: string[] = [];
const act = (
  id: string,
  keys: string,
  more: object = {},
): { id: string; words: string; group: string; keys: string; run: () => void } => ({
  id,
  words: id,
  group: 'test',
  keys,
  run: () => done.push(id),
  ...more,
});

function press(
  commands: Commands,
  key: string,
  more: KeyboardEventInit = {},
  on: HTMLElement = document.body,
): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  const heard = (each: KeyboardEvent): void => commands.keydown(each);
  addEventListener('keydown', heard);
  on.dispatchEvent(event);
  removeEventListener('keydown', heard);
  return event;
}

afterEach(() => {
  done.length = 0;
  document.body.replaceChildren();
});

describe('Commands', () => {
  it('are given by their keys, and swallow these', () => {
    const commands = new Commands();
    commands.offer([act('undo', 'Mod+Z')]);
    expect(press(commands, 'z', { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(press(commands, 'q', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(done).toEqual(['undo']);
  });

  it('wait for the second stroke of a pair, and not for ever', () => {
    const commands = new Commands();
    commands.offer([act('go', 'g c'), act('other', 'x')]);
    press(commands, 'g');
    press(commands, 'c');
    press(commands, 'c');
    press(commands, 'g');
    press(commands, 'x');
    expect(done).toEqual(['go', 'other']);
  });

  it('leave text fields their own keys, but for those that say otherwise', () => {
    const commands = new Commands();
    commands.offer([act('undo', 'Mod+Z'), act('palette', 'Mod+K', { inText: true })]);
    const field = document.body.appendChild(document.createElement('textarea'));
    press(commands, 'z', { ctrlKey: true }, field);
    press(commands, 'k', { ctrlKey: true }, field);
    expect(done).toEqual(['palette']);
  });

  it('wait while a dialog asks, but for those that say otherwise', () => {
    const commands = new Commands();
    commands.offer([act('undo', 'Mod+Z'), act('keys', '?', { inDialog: true })]);
    document.body.appendChild(document.createElement('dialog')).setAttribute('open', '');
    press(commands, 'z', { ctrlKey: true });
    press(commands, '?');
    expect(done).toEqual(['keys']);
  });

  it('leave with the screen that offered them, and give way to a screen’s own', () => {
    const commands = new Commands();
    commands.offer([act('new', 'n')]);
    const leave = commands.offer(() => [{ ...act('new', 'n'), run: () => done.push('the screen’s') }]);
    press(commands, 'n');
    leave();
    press(commands, 'n');
    expect(done).toEqual(['the screen’s', 'new']);
    expect(commands.keysOf('new')).toBe('N');
  });

  it('do nothing where they cannot be done', () => {
    const commands = new Commands();
    commands.offer([act('undo', 'Mod+Z', { enabled: () => false })]);
    expect(press(commands, 'z', { ctrlKey: true }).defaultPrevented).toBe(false);
    expect(commands.run('undo')).toBe(false);
    expect(commands.ready).toEqual([]);
    expect(done).toEqual([]);
  });
});
