// The commands of the frame: what can be done wherever one is.
import { copyText } from '../clipboard';
import { type Command } from '../commands.svelte';
import { type Desk } from '../desk.svelte';
import { linkTo } from '../link';
import { caseTabs, type Place } from '../place';
import { chooseScale, nextScale, storedScale } from '../scale';
import { chooseTheme, themes } from '../theme';
import { t } from '../words';

/** A stop of the rail. */
export interface Stop {
  view: string;
  place: Place;
  label: string;
  /** The letter after g that leads there. */
  letter: string;
}

/** What the shell does itself. */
export interface FrameActs {
  palette: () => void;
  help: () => void;
}

export function frameCommands(desk: Desk, stops: readonly Stop[], acts: FrameActs): Command[] {
  return [...window(desk, acts), ...going(desk, stops), ...editing(desk), ...looks()];
}

function window(desk: Desk, acts: FrameActs): Command[] {
  const { help } = t.frame.commandGroups;
  return [
    {
      id: 'palette',
      words: t.palette.open,
      group: t.frame.commandGroups.window,
      keys: 'Mod+K',
      inText: true,
      hidden: true,
      run: acts.palette,
    },
    { id: 'help', words: t.help.open, group: help, keys: ['?', 'F1'], run: acts.help },
    {
      id: 'copy-link',
      words: t.palette.copyLink,
      group: t.frame.commandGroups.here,
      run: () => copyLink(desk, desk.nav.place),
    },
  ];
}

/** Copies a link to a place, and says so in the footer. */
export async function copyLink(desk: Desk, place: Place): Promise<void> {
  desk.status.say((await copyText(linkTo(place))) ? t.palette.linkCopied : t.palette.linkNotCopied);
}

function going(desk: Desk, stops: readonly Stop[]): Command[] {
  const { go } = t.frame.commandGroups;
  const { place } = desk.nav;
  const tabs: Command[] =
    place.view === 'case'
      ? caseTabs.map((tab, n) => ({
          id: `tab-${tab}`,
          words: t.frame.tabs[tab],
          group: go,
          keys: `Mod+${n + 1}`,
          inText: true,
          run: () => desk.nav.go({ ...place, tab, sub: null }),
        }))
      : [];
  return [
    ...tabs,
    ...stops.map((stop) => ({
      id: `go-${stop.view}`,
      words: stop.label,
      group: go,
      keys: `g ${stop.letter}`,
      run: () => desk.nav.go(stop.place),
    })),
    {
      id: 'back',
      words: t.frame.back,
      group: go,
      keys: 'Alt+ArrowLeft',
      enabled: () => desk.nav.canBack,
      run: () => desk.nav.back(),
    },
    {
      id: 'forward',
      words: t.frame.forward,
      group: go,
      keys: 'Alt+ArrowRight',
      enabled: () => desk.nav.canForward,
      run: () => desk.nav.forward(),
    },
  ];
}

function editing(desk: Desk): Command[] {
  const { edit } = t.frame.commandGroups;
  const { undoName, redoName } = desk;
  return [
    {
      id: 'undo',
      words: undoName ? t.frame.undoOf(undoName) : t.frame.undo,
      group: edit,
      keys: 'Mod+Z',
      enabled: () => desk.canUndo,
      run: () => desk.undo(),
    },
    {
      id: 'redo',
      words: redoName ? t.frame.redoOf(redoName) : t.frame.redo,
      group: edit,
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      enabled: () => desk.canRedo,
      run: () => desk.redo(),
    },
  ];
}

function looks(): Command[] {
  const group = t.frame.commandGroups.window;
  const size = (by: -1 | 1) => () => chooseScale(nextScale(storedScale(), by));
  return [
    { id: 'larger', words: t.palette.larger, group, keys: ['Mod+=', 'Mod++'], inText: true, run: size(1) },
    { id: 'smaller', words: t.palette.smaller, group, keys: 'Mod+-', inText: true, run: size(-1) },
    {
      id: 'plain-size',
      words: t.palette.plainSize,
      group,
      keys: 'Mod+0',
      inText: true,
      run: () => chooseScale(100),
    },
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      words: t.palette.themes[theme],
      group,
      run: () => chooseTheme(theme),
    })),
  ];
}
