// The frame: everything by keyboard, words and tour within reach, links, drafts that outlive the window, both directions.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { binary, story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { begin, call, openDemo, operations } from "./desk.mjs";
import { Key, sleep, waitFor } from "./driver.mjs";

const hash = (page) => page.execute(() => location.hash);
const focused = (page) => page.execute(() => document.activeElement?.dataset.testid ?? document.activeElement?.tagName);

/** Types without a field: each letter goes to what has the focus. */
async function type(page, words) {
  for (const letter of words) await page.keys(letter);
}

test("whatever can be found or done is a few keys away", () =>
  story("palette", async ({ where, open }) => {
    const { page } = await open();
    await openDemo(page);
    await page.keys(Key.control, "k");
    await page.id("palette");
    assert.equal(await focused(page), "palette-field", "one can type at once");
    await assertNoFaults(page, "the palette");
    await type(page, "sarin");
    await waitFor("a claim among the hits", async () => (await (await page.id("palette")).text()).toLowerCase().includes("claim"));
    await page.keys(Key.enter);
    await page.gone("palette");
    await waitFor("the claim to open", async () => /\/claims\//.test(await hash(page)));
    assert.notEqual(await focused(page), "BODY", "the focus has a place there");

    await page.keys("g");
    await page.keys("c");
    await waitFor("the list of cases", async () => (await hash(page)) === "#/cases");

    const [{ id }] = call(where, "case.list", {});
    const before = operations(where);
    await page.execute((address) => void (location.hash = address), `#/case/${id}/compare`);
    await page.id("points-grid");
    await page.keys(Key.control, "z");
    await waitFor("undo to be an operation", () => operations(where) === before + 1);
    // The ledger knows before the window has heard of it: redo is there once its button is.
    await waitFor("redo to be offered", () => page.execute(() => document.querySelector("[data-testid=redo]")?.disabled === false));
    await page.keys(Key.control, Key.shift, "z");
    await waitFor("redo to be an operation", () => operations(where) === before + 2);
  }));

test("the words are explained, and the tour points at real things and can be left", () =>
  story("help", async ({ open }) => {
    const { page } = await open();
    await openDemo(page);
    await page.keys("?");
    await page.id("help");
    await assertNoFaults(page, "the glossary");
    await page.put("help-find", "diagnos");
    await page.execute(() => document.querySelector("[data-testid=help-part-methods]").click());
    await page.sees("standard deviation");
    await page.press("tour-start");
    await page.id("tour");
    for (let step = 1; step <= 5; step += 1) {
      await page.sees(`Step ${step} of 5`);
      await page.id("tour-ring", { ms: 30_000 });
      await assertNoFaults(page, `step ${step} of the tour`);
      if (step === 3) {
        await page.press("tour-leave");
        await page.gone("tour");
        await page.press("help-open");
        await page.sees("at step 3 of 5");
        await page.press("tour-start");
        await page.sees("Step 3 of 5");
      }
      await page.press("tour-next");
    }
    await page.gone("tour");
  }));

test("the demo case offers the tour once; Escape leaves it, and the focus goes back", () =>
  story("tour-offer", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    await page.press("choose-demo");
    await page.id("tour-offer", { ms: 60_000 });
    await app.picture("tour-offer");
    await assertNoFaults(page, "the offer of the tour");
    await page.execute(() => document.querySelector("[data-testid=tour-begin]").focus());
    await page.keys(Key.enter);
    await page.sees("Step 1 of 5");
    await page.gone("tour-offer");
    await waitFor("the step to have the focus", () => page.execute(() => document.activeElement?.closest("[data-testid=tour]") !== null));
    await page.keys(Key.escape);
    await page.gone("tour");
    assert.notEqual(await focused(page), "BODY", "the focus has a place in the work");
    assert.ok(!(await page.has("tour-offer")), "it is not offered a second time");
    await page.keys("?");
    await page.sees("at step 1 of 5");
    await page.keys(Key.escape);
    await page.gone("help");
    assert.notEqual(await focused(page), "BODY", "the focus is where it was before the help");
  }));

test("a dotted word opens its meaning, and the focus is never lost", () =>
  story("words", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    await page.execute(() => document.querySelector("[data-testid=term-knownBy]").focus());
    await page.keys(Key.enter);
    await page.sees("only what was public by that day counts");
    await app.picture("word");
    await assertNoFaults(page, "the meaning of a word");
    await page.keys(Key.escape);
    await page.gone("term-knownBy-sheet");
    assert.equal(await focused(page), "term-knownBy", "the focus is back on the word");
    await page.keys(Key.enter);
    await page.press("term-all");
    await page.id("help");
    await page.sees("known by");
    await page.keys(Key.escape);
    await page.gone("help");
    assert.notEqual(await focused(page), "BODY", "after the help");

    // A row goes; its undo is done until nothing more can be: something always has the focus.
    const [{ id }] = call(where, "case.list", {});
    const points = () => call(where, "compare.points", { case_id: id }).rows.length;
    const before = points();
    await page.execute(() => document.querySelector('[data-testid="point-1"] th').focus());
    await page.keys(Key.delete);
    await waitFor("the point to go", () => points() === before - 1);
    await sleep(400);
    assert.notEqual(await focused(page), "BODY", "after a row went");
    await page.execute(() => document.querySelector("[data-testid=undo]").focus());
    await page.keys(Key.enter);
    await waitFor("the point to be back", () => points() === before);
    await waitFor("redo", () => page.execute(() => !document.querySelector("[data-testid=redo]").disabled));
    await page.execute(() => document.querySelector("[data-testid=redo]").focus());
    await page.keys(Key.enter);
    await waitFor("the point to go again", () => points() === before - 1);
    await waitFor("redo to have nothing left", () => page.execute(() => document.querySelector("[data-testid=redo]").disabled));
    await waitFor("the focus to go on", async () => !["BODY", "redo"].includes(await focused(page)));
    await page.keys(Key.control, "k");
    await page.id("palette");
    await page.keys(Key.escape);
    await page.gone("palette");
    assert.notEqual(await focused(page), "BODY", "after the palette");
  }));

test("what was typed two seconds before the window was cut off is there again", () =>
  story("draft", async ({ open }) => {
    const first = await open();
    await begin(first.page, "I. Marr");
    await first.page.press("choose-own");
    await first.page.put("case-name", "A case that nobody saved");
    await sleep(2_000);
    await first.kill();

    const { page } = await open();
    await page.press("choose-own");
    await page.id("draft-restored");
    const typed = () => page.execute(() => document.querySelector("[data-testid=case-name]").value);
    assert.equal(await typed(), "A case that nobody saved", "it came back as it was typed");
    await page.press("draft-discard");
    await waitFor("the draft to be gone", async () => (await typed()) === "");
  }));

const bare = process.env.COUNTERCLAIM_E2E_HOST ? "a bare browser has no second start" : false;
test("a link leads there, in the window that is open and in a new one", { skip: bare }, () =>
  story("link", async ({ where, open }) => {
    const first = await open();
    await openDemo(first.page);
    const [{ id }] = call(where, "case.list", {});
    const second = spawnSync(binary, [`counterclaim://case/${id}/history`], { env: where.env, timeout: 20_000, encoding: "utf8" });
    assert.equal(second.status, 0, `the second start ends well: ${second.stderr}`);
    await waitFor("the open window to go there", async () => (await hash(first.page)) === `#/case/${id}/history`);
    await first.close();
    const again = await open([`counterclaim://case/${id}/claims`]);
    await again.page.id("claim-list");
  }));

test("the page is mirrored, and at twice the size nothing hangs over the edge", () =>
  story("mirror", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const edges = () =>
      page.execute(() => {
        const rail = document.querySelector(".rail").getBoundingClientRect();
        return { rail: rail.left + rail.width / 2 < innerWidth / 2 ? "left" : "right", over: document.documentElement.scrollWidth - innerWidth };
      });
    const again = async (key, value) => {
      await page.execute((name, word) => localStorage.setItem(name, word), key, value);
      await page.execute(() => {
        window.__before = true;
        location.reload();
      });
      await waitFor("the page to load again", () => page.execute(() => !window.__before && document.querySelector("[data-testid=points-grid]") !== null));
    };
    assert.equal((await edges()).rail, "left", "English is read from the left");
    await again("counterclaim.language", "en-XM");
    assert.equal((await edges()).rail, "right", "mirrored, the rail stands at the right");
    await app.picture("frame-mirror");
    await assertNoFaults(page, "the mirrored grid");
    await again("counterclaim.language", "en");
    await again("counterclaim.scale", "200");
    assert.ok((await edges()).over <= 0, "nothing hangs over the edge of the window");
    await app.picture("frame-200");
    await assertNoFaults(page, "the grid at twice the size");
  }));
