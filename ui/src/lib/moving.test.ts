// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { FakeHost } from '../../test/fakeHost';
import { Problem } from './api/problem';
import { Desk } from './desk.svelte';
import { noDialogs } from './dialogs';
import { Draft } from './draft.svelte';
import { DeskDrafts } from './draftStore';
import { Nav } from './nav.svelte';
import { type Holds, noWorkspaces, type Workspaces } from './workspaces';

/** A desk whose shell answers as it is told, and notes what was asked in which order. */
function open(holds: Holds | Problem, went: 'here' | 'elsewhere' | Problem = 'here') {
  const host = new FakeHost();
  const order: string[] = [];
  host.answer('draft.list', []);
  host.answer('draft.keep', {});
  const tell = <T>(what: T | Problem): Promise<T> =>
    what instanceof Problem ? Promise.reject(what) : Promise.resolve(what);
  const workspaces: Workspaces = {
    ...noWorkspaces,
    can: true,
    look: async () => tell(holds),
    open: async (path) => {
      order.push(...host.names.filter((name) => name === 'draft.keep'), `open ${path}`);
      return tell(went);
    },
    restart: () => void order.push('restart'),
  };
  const drafts = new DeskDrafts(host, () => true);
  const desk = new Desk(host, { ...noDialogs, folder: async () => '/two' }, new Nav(), {
    workspaces,
    drafts,
  });
  return { desk, drafts, order };
}

const refused = new Problem({ code: 'exists', message: 'no', hint: 'Choose.', field: null, params: {} });

beforeEach(() => history.replaceState(null, '', '#/cases'));

describe('going over to another workspace', () => {
  it('keeps what is typed in the one that is left, and begins at the cases of the other', async () => {
    const { desk, drafts, order } = open('workspace');
    desk.nav.go({ view: 'settings' });
    let note = '';
    const draft = new Draft(
      drafts,
      'note',
      () => ({ note }),
      () => undefined,
    );
    note = 'half a sentence';
    draft.see();
    const moving = desk.moving.choose();
    // The screens go while it is under way, and each form then hands over what it holds.
    await Promise.resolve();
    draft.leave();
    await moving;
    expect(order).toEqual(['draft.keep', 'open /two', 'restart']);
    expect(desk.moving.leaving, 'nothing is drawn until the page is loaded anew').toBe(true);
    expect(location.hash).toBe('#/cases');
    expect([desk.nav.canBack, desk.nav.canForward]).toEqual([false, false]);
  });

  it('asks before it makes a workspace in an empty folder', async () => {
    const { desk, order } = open('nothing');
    await desk.moving.choose();
    expect(desk.moving.step).toEqual({ kind: 'make', path: '/two' });
    expect(order, 'nothing is made unasked').toEqual([]);
    await desk.moving.make();
    expect(order).toEqual(['open /two', 'restart']);
  });

  it('stays where it is when the folder is refused, or does not open, or is open elsewhere', async () => {
    for (const [holds, went, kind] of [
      [refused, 'here', 'refused'],
      ['workspace', refused, 'refused'],
      ['workspace', 'elsewhere', 'elsewhere'],
    ] as const) {
      const { desk, order } = open(holds, went);
      desk.nav.go({ view: 'settings' });
      await desk.moving.choose();
      expect(desk.moving.step?.kind).toBe(kind);
      expect(desk.moving.leaving, 'the screens are there').toBe(false);
      expect(order).not.toContain('restart');
      expect(desk.nav.place).toEqual({ view: 'settings' });
    }
  });
});
