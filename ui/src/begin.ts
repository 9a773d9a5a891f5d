import { mount } from 'svelte';
import App from './App.svelte';
import { start } from './start';
import { screens, tabs } from './views/screens';

/** Shows the app. The screen that the address asks for is loaded meanwhile. */
export function begin(target: HTMLElement): void {
  const { desk } = start();
  const { place } = desk.nav;
  void screens[place.view].load();
  if (place.view === 'case' && place.tab !== 'history') void tabs[place.tab].load();
  mount(App, { target, props: { desk } });
}
