// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { Nav } from './nav.svelte';

const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 30));

describe('Nav', () => {
  it('goes back and forward over links that were followed and places that were chosen', async () => {
    location.hash = '';
    const nav = new Nav();
    expect(nav.place).toEqual({ view: 'cases', trash: false });
    expect([nav.canBack, nav.canForward]).toEqual([false, false]);

    location.hash = '#/settings';
    await settle();
    expect(nav.place).toEqual({ view: 'settings' });
    expect([nav.canBack, nav.canForward], 'a followed link is a step').toEqual([true, false]);

    nav.go({ view: 'history' });
    expect(location.hash).toBe('#/history');
    nav.back();
    await settle();
    expect(nav.place).toEqual({ view: 'settings' });
    expect([nav.canBack, nav.canForward]).toEqual([true, true]);

    nav.back();
    await settle();
    expect([nav.canBack, nav.canForward]).toEqual([false, true]);
  });

  it('forgets what was visited, and never shows a place of the workspace before', async () => {
    history.replaceState(null, '', '#/cases');
    const nav = new Nav();
    nav.go({ view: 'settings' });
    nav.go({ view: 'history' });
    await nav.forget();
    expect(location.hash).toBe('#/cases');
    expect([nav.canBack, nav.canForward]).toEqual([false, false]);
    // The web engine still knows the places ahead, and its own keys lead there.
    history.forward();
    await settle();
    expect(nav.place).toEqual({ view: 'cases', trash: false });
    expect(location.hash).toBe('#/cases');
  });
});
