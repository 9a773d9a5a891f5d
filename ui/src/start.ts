import { type Host } from './lib/api/host';
import { HttpHost } from './lib/api/http';
import { insideTauri, TauriHost, tauriDialogs } from './lib/api/tauri';
import { noDialogs, withAnswers } from './lib/dialogs';
import { Desk } from './lib/desk.svelte';
import { applyLanguage } from './lib/language';
import { Nav } from './lib/nav.svelte';
import { applyScale, storedScale } from './lib/scale';
import { applyTheme, storedTheme } from './lib/theme';

/** What the app stands on: the door, the dialogs and the address. */
export function start(): { desk: Desk } {
  applyLanguage();
  applyTheme(storedTheme());
  applyScale(storedScale());
  const inside = insideTauri();
  const host: Host = inside ? new TauriHost() : new HttpHost();
  // The web engine sets `webdriver` while it is driven; no page can.
  const dialogs = withAnswers(inside ? tauriDialogs : noDialogs, navigator.webdriver);
  return { desk: new Desk(host, dialogs, new Nav()) };
}
