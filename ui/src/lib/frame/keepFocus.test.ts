// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { keepFocus } from './keepFocus';

const by = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;
let end: () => void = () => undefined;

function page(): () => void {
  document.body.innerHTML = `<main id="work" tabindex="-1"><ul id="list"><li><button id="one">1</button></li>
    <li><button id="two">2</button></li></ul></main><span id="pair"><button id="undo">u</button><button id="redo">r</button></span>`;
  const kept = keepFocus(() => document.getElementById('work'));
  ({ end } = kept);
  return kept.look;
}

describe('keepFocus', () => {
  afterEach(() => end());

  it('gives the focus to what stands nearest when its row goes', () => {
    const look = page();
    by('two').focus();
    by('two').closest('li')?.remove();
    look();
    expect(document.activeElement?.id).toBe('one');
    by('list').remove();
    look();
    expect(document.activeElement?.id).toBe('work');
  });

  it('goes on from a button that was disabled', () => {
    const look = page();
    by('undo').focus();
    (by('undo') as HTMLButtonElement).disabled = true;
    look();
    expect(document.activeElement?.id).toBe('redo');
  });

  it('takes it from nobody', () => {
    const look = page();
    by('two').focus();
    by('one').focus();
    by('two').remove();
    look();
    expect(document.activeElement?.id).toBe('one');
    by('one').blur();
    look();
    expect(document.activeElement, 'let go on purpose').toBe(document.body);
  });
});
