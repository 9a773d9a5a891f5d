// A person at the window: finds the next field by Tab, types key by key, chooses by first letters, clicks what is in sight;
// and counts all of it, so that a story can say what it asks of a hand.

import { Key, waitFor } from "./driver.mjs";

/** Seconds of the keystroke-level model (Card, Moran & Newell 1980): a key of an average typist, a pointing, a homing, a mental act. */
export const KLM = { key: 0.28, point: 1.1, home: 0.4, mental: 1.35 };

export class Person {
  constructor(page) {
    this.page = page;
    this.count = { keys: 0, characters: 0, clicks: 0, homings: 0, gestures: 0 };
    this.hand = "keys";
    this.parts = [];
  }

  #use(hand) {
    if (this.hand !== hand) this.count.homings += 1;
    this.hand = hand;
  }

  /** Presses a key, with what is held beside it; each counts. */
  async tap(...chord) {
    this.#use("keys");
    this.count.keys += chord.length;
    await this.page.keys(...chord);
  }

  /** Types where the focus is, key by key. */
  async write(text) {
    this.#use("keys");
    this.count.characters += [...text].length;
    this.count.gestures += 1;
    const actions = [...text].flatMap((value) => [
      { type: "keyDown", value },
      { type: "keyUp", value },
    ]);
    await this.page.send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }

  /** Clicks what has that test id, once it can be clicked. */
  async click(testid, options) {
    this.#use("mouse");
    this.count.clicks += 1;
    this.count.gestures += 1;
    await this.page.press(testid, options);
  }

  /** Clicks the first thing that a selector names. */
  async clickAt(css) {
    this.#use("mouse");
    this.count.clicks += 1;
    this.count.gestures += 1;
    await (await this.page.find(css)).click();
  }

  /** Clicks what a reader finds by its role and words. */
  async clickOn(role, words, options) {
    this.#use("mouse");
    this.count.clicks += 1;
    this.count.gestures += 1;
    await this.page.click(role, words, options);
  }

  /** What has the focus: its test id, or the cell of a grid. */
  focused() {
    return this.page.execute(() => {
      const node = document.activeElement;
      if (node?.matches("input[type=radio]") && node.dataset.testid === undefined) return node.name;
      return node?.dataset.testid ?? node?.dataset.cell ?? node?.tagName;
    });
  }

  /** Waits for the focus to be on `what`, without a hand moving. */
  async at(what) {
    await waitFor(`the focus on ${what}`, async () => (await this.focused()) === what).catch(async (error) => {
      throw new Error(`${error.message}; it is on ${await this.focused()}`, { cause: error });
    });
  }

  /** Tab, until the focus is on `what`. */
  async to(what, { most = 14, back = false } = {}) {
    for (let n = 0; n < most; n += 1) {
      if ((await this.focused()) === what) return;
      await (back ? this.tap(Key.shift, Key.tab) : this.tap(Key.tab));
    }
    if ((await this.focused()) === what) return;
    throw new Error(`${most} times Tab do not lead to ${what}; the focus is on ${await this.focused()}`);
  }

  /** Types into the field `what`, reached by Tab; what is in it is replaced. */
  async fill(what, text, options) {
    await this.to(what, options);
    if (await this.page.execute(() => document.activeElement.value)) await this.tap(Key.control, "a");
    await this.write(text);
  }

  /** Chooses in a list, reached by Tab, by the first letters of the choice; `letters` are typed until it stands there. */
  async choose(what, letters, options) {
    await this.to(what, options);
    const stands = () =>
      this.page.execute(() => {
        const node = document.activeElement;
        return node instanceof HTMLSelectElement ? node.selectedOptions[0]?.text.trim().toLowerCase() : null;
      });
    if ((await stands())?.startsWith(letters.toLowerCase())) return;
    await this.write(letters);
    await waitFor(`the choice "${letters}" of ${what}`, async () => (await stands())?.startsWith(letters.toLowerCase()));
  }

  /** Ends a part of the work: what it took is kept under its name. */
  part(name) {
    const before = this.parts.at(-1)?.upTo ?? { keys: 0, characters: 0, clicks: 0, homings: 0, gestures: 0 };
    const took = Object.fromEntries(Object.entries(this.count).map(([key, value]) => [key, value - before[key]]));
    this.parts.push({ name, took, upTo: { ...this.count } });
  }

  /** What it took, and the estimate: keys and characters by K, clicks by P and K, hands by H, one M before each typed text and each click. */
  report() {
    const seconds = ({ keys, characters, clicks, homings, gestures }) =>
      (keys + characters + clicks) * KLM.key + clicks * KLM.point + homings * KLM.home + gestures * KLM.mental;
    const line = (name, took) => ({ name, ...took, minutes: Math.round(seconds(took) / 6) / 10 });
    return [...this.parts.map(({ name, took }) => line(name, took)), line("all", this.count)];
  }

  /** The same as a table. */
  table() {
    const head = "part | characters | keys | clicks | moves of a hand | minutes, estimated";
    return [head, ...this.report().map((one) => [one.name, one.characters, one.keys, one.clicks, one.homings, one.minutes].join(" | "))].join("\n");
  }
}
