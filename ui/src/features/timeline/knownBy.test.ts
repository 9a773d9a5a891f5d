import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHost, fakeDesk } from '../../../test/fakeHost';
import { dayOf } from './axis';
import { KnownByChoice } from './knownBy.svelte';

const first = dayOf('2017-04-04') ?? 0;
const last = dayOf('2017-12-31') ?? 0;

describe('the date up to which a case is known', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('moves by days, to the first with Home, to everything with End, and never beyond', () => {
    const desk = fakeDesk(new FakeHost());
    const choice = new KnownByChoice(desk);
    const press = (key: string): string | null => {
      expect(choice.press(key, first, last)).toBe(true);
      choice.commit();
      return desk.view.known_by;
    };
    expect(press('ArrowRight')).toBeNull();
    expect(press('Home')).toBe('2017-04-04');
    expect(press('ArrowLeft')).toBe('2017-04-04');
    expect(press('ArrowRight')).toBe('2017-04-05');
    expect(press('End')).toBeNull();
    expect(press('ArrowLeft')).toBe('2017-12-30');
    expect(press('ArrowRight')).toBe('2017-12-31');
    expect(press('ArrowRight')).toBeNull();
    expect(choice.press('a', first, last)).toBe(false);
  });

  it('moves where the arrow points in a mirrored page', () => {
    const choice = new KnownByChoice(fakeDesk(new FakeHost()));
    choice.press('Home', first, last);
    choice.press('ArrowLeft', first, last, true);
    expect(choice.day).toBe(first + 1);
  });

  it('lets the case follow when the hand rests, once', () => {
    const desk = fakeDesk(new FakeHost());
    const choice = new KnownByChoice(desk);
    const set = vi.spyOn(desk, 'setKnownBy');
    for (let n = 0; n < 5; n++) choice.choose(first + n);
    expect(set).not.toHaveBeenCalled();
    vi.advanceTimersByTime(500);
    expect(set.mock.calls).toEqual([['2017-04-08']]);
  });
});
