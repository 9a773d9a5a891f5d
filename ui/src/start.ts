import { type Host } from './lib/api/host';
import { HttpHost } from './lib/api/http';
import {
  hearAddresses,
  insideTauri,
  tauriDialogs,
  TauriHost,
  tauriIntake,
  tauriShowing,
  tauriWorkspaces,
} from './lib/api/tauri';
import { noDialogs, withAnswers } from './lib/dialogs';
import { Desk } from './lib/desk.svelte';
import { pageIntake } from './lib/intake';
import { applyLanguage } from './lib/language';
import { placeOfLink } from './lib/link';
import { Nav } from './lib/nav.svelte';
import { applyScale, storedScale } from './lib/scale';
import { noShowing, withWitness } from './lib/showing';
import { noWorkspaces } from './lib/workspaces';
import { applyTheme, storedTheme } from './lib/theme';

declare global {
  interface Window {
    /** The address that this window was started with. */
    __counterclaim_address?: string | null;
  }
}

/** What the app stands on: the door, the dialogs and the address. */
export function start(): { desk: Desk } {
  applyLanguage();
  applyTheme(storedTheme());
  applyScale(storedScale());
  const inside = insideTauri();
  // The web engine sets `webdriver` while it is driven; no page can.
  const automated = navigator.webdriver;
  const host: Host = inside ? new TauriHost() : new HttpHost();
  const first = location.hash === '' ? placeOfLink(window.__counterclaim_address ?? '') : undefined;
  const nav = new Nav();
  if (first) nav.go(first);
  const desk = new Desk(host, withAnswers(inside ? tauriDialogs : noDialogs, automated), nav, {
    intake: pageIntake(automated, inside ? tauriIntake : undefined),
    showing: withWitness(inside ? tauriShowing : noShowing, automated),
    workspaces: inside ? tauriWorkspaces : noWorkspaces,
  });
  if (inside)
    hearAddresses((address) => {
      const place = placeOfLink(address);
      if (place) nav.go(place);
    });
  return { desk };
}
