// Compare: the points grid is written in where it stands, and the accounts are read side by side.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { begin, openDemo, saved } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";
import { throughPage, ugly } from "./ugly.mjs";

const theme = (page, name) => page.execute((wanted) => (document.documentElement.dataset.theme = wanted), name);

/** In light and in dark: a picture, and no fault. */
async function both(app, name) {
  for (const colours of ["light", "dark"]) {
    await theme(app.page, colours);
    await app.picture(`${name}-${colours}`);
    await assertNoFaults(app.page, `${name}, ${colours}`);
  }
  await theme(app.page, "light");
}

const focused = (page) => page.execute(() => document.activeElement?.dataset.testid ?? document.activeElement?.dataset.cell ?? document.activeElement?.tagName);
const focusOn = (page, testid) => page.execute((id) => document.querySelector(`[data-testid="${id}"]`).focus(), testid);
const isFocused = (page, what) => waitFor(`the focus on ${what}`, async () => (await focused(page)) === what);

test("the points grid is written in where it stands, and the accounts are read side by side", () =>
  story("compare", async ({ open }) => {
    const app = await open();
    const { page } = app;
    const call = throughPage(page);
    await page.id("first-start");
    await openDemo(page);
    const [{ id: case_id }] = await call("case.list", {});
    const grid = () => call("compare.points", { case_id });

    // Findings share one column, beside the accounts; the heads stay low.
    assert.equal((await page.all("[data-testid=points-grid] thead th")).length, 4, "the questions, two accounts, and the findings in one column");
    const head = await page.execute(() => document.querySelector("[data-testid=points-grid] thead").getBoundingClientRect().height);
    assert.ok(head < 110, `the heads leave room for the rows: ${head} px`);
    await both(app, "compare-points");

    // A correction in the cell: Enter opens it with what is there, Ctrl-Enter keeps it, and the focus is back on the cell.
    await focusOn(page, "cell-2-B");
    await page.keys(Key.enter);
    await isFocused(page, "answer-value");
    await page.put("answer-value", "Sarin, a nerve agent");
    await page.keys(Key.control, Key.enter);
    await page.sees("Sarin, a nerve agent");
    await isFocused(page, "cell-2-B");
    await page.press("undo");
    await page.seesNot("Sarin, a nerve agent");

    // A refusal stands at its place, and what was typed stays; a form that was left keeps it as a draft.
    await focusOn(page, "cell-2-B");
    await page.keys("n");
    await page.put("answer-value", "unsure");
    await page.put("statement-words", "“Something else.”");
    await page.press("answer-save");
    await page.sees("Name who said it");
    await page.keys(Key.escape);
    await isFocused(page, "cell-2-B");
    await page.keys("n");
    await page.id("draft-restored");
    assert.equal(await (await page.id("statement-words")).property("value"), "“Something else.”", "the draft came back");
    await page.press("draft-discard");
    await page.press("answer-cancel");
    await isFocused(page, "cell-2-B");

    // Earlier versions unfold as a thread; an editor says that the later statement differs, with a reason.
    await page.press("cell-8-A-versions");
    await page.id("cell-8-A-thread");
    await page.press("cell-8-A-differs-2");
    await page.press("differs-save");
    await page.sees("Say in what they differ");
    await page.put("differs-reason", "The earlier one left it open.");
    await page.press("differs-save");
    await page.sees("later statement differs");

    // A look for evidence, noted from a cell by its key, stands in the cell.
    await focusOn(page, "cell-3-A");
    await page.keys("i");
    await page.put("inquiry-sought", "a statement on evidence");
    await page.put("inquiry-looked", "the ministry’s site");
    await page.put("inquiry-date", "2017-05-02");
    await page.press("inquiry-save");
    await page.gone("inquiry-pane");
    await page.sees("Looked for a statement on evidence in the ministry’s site on 2 May: not found");
    await isFocused(page, "cell-3-A");

    // Rows move by keys; so does a column, from its head. Undo brings both back.
    const questions = async () => (await grid()).rows.map((row) => row.question);
    const before = await questions();
    await page.execute(() => document.querySelector("[data-testid=point-2] th").focus());
    await page.keys("\uE00A", Key.up);
    await waitFor("the row to move", async () => (await questions())[0] === before[1]);
    await page.press("undo");
    await waitFor("the row to be back", async () => (await questions())[0] === before[0]);
    const [first] = (await grid()).accounts;
    await page.execute((id) => document.querySelector(`[data-cell="head|${id}"]`).focus(), first.id);
    await page.keys("\uE00A", Key.right);
    await waitFor("the account to move", async () => (await grid()).accounts[1].id === first.id);
    await page.press("undo");
    await waitFor("the account to be back", async () => (await grid()).accounts[0].id === first.id);

    // A row is dragged by its number, once the window shows the columns as they were: what is drawn anew lets go of a drag.
    await saved(page);
    await waitFor("the window to show the accounts as they were", async () => {
      const order = (await grid()).accounts.map(({ id }) => `head|${id}`);
      const heads = await page.execute(() => [...document.querySelectorAll("[data-cell^='head|']")].map((node) => node.dataset.cell));
      return JSON.stringify(heads.filter((cell) => order.includes(cell))) === JSON.stringify(order);
    });
    const at = (selector) =>
      page.execute((css) => {
        const box = document.querySelector(css).getBoundingClientRect();
        return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };
      }, selector);
    await page.execute(() => document.querySelector(".work").scrollTo(0, 0));
    const from = await at("[data-testid=point-1] .number");
    const to = await at("[data-testid=point-3] .number");
    const move = (place) => ({ type: "pointerMove", duration: 50, origin: "viewport", ...place });
    await page.send("POST", "/actions", {
      actions: [
        {
          type: "pointer",
          id: "mouse",
          parameters: { pointerType: "mouse" },
          actions: [move(from), { type: "pointerDown", button: 0 }, move({ x: to.x, y: to.y - 20 }), move(to), { type: "pointerUp", button: 0 }],
        },
      ],
    });
    await waitFor("the dragged row to land", async () => (await questions())[2] === before[0]);
    await page.press("undo");
    await waitFor("the dragged row to be back", async () => (await questions())[0] === before[0]);

    // Rows are chosen together, moved to the trash, and come back.
    await page.execute(() => document.querySelector("[data-testid=point-11] th").focus());
    await page.keys(Key.shift, Key.down);
    await page.sees("2 points chosen");
    await app.picture("compare-chosen");
    await page.keys(Key.delete);
    await waitFor("two rows to go", async () => (await grid()).rows.length === before.length - 2);
    await page.press("undo");
    await waitFor("both rows to be back at once", async () => (await grid()).rows.length === before.length);

    // The menu of a cell, by the keyboard's own key.
    await focusOn(page, "cell-1-A");
    await page.keys(Key.shift, "\uE03A");
    await page.id("grid-menu-correct");
    await app.picture("compare-menu");
    await page.keys(Key.escape);
    await isFocused(page, "cell-1-A");

    // Filters count, and say what they leave.
    await page.press("state-agreed");
    await waitFor("only agreed rows", async () => (await page.all("[data-testid=points-grid] tbody tr")).length === 1);
    await page.press("state-all");
    await page.press("common-first");
    await waitFor("agreed rows first", async () => /agreed/i.test(await (await page.find("[data-testid=points-grid] tbody tr")).text()));
    await page.press("common-first");

    // Effort, in plain numbers.
    await page.press("effort-open");
    const table = await (await page.id("effort-table")).text();
    for (const words of ["Russia", "United States", "Evidence linked", "Looks for evidence"]) assert.ok(table.includes(words), `the effort table says "${words}": ${table}`);
    await both(app, "compare-effort");
    await page.keys(Key.escape);

    // Side by side: both accounts in time order, with what only one of them says.
    await page.press("view-side");
    const side = await (await page.id("side-by-side")).text();
    assert.ok(side.indexOf("5 April 2017") < side.indexOf("11 April 2017"), "days stand in their order");
    for (const words of ["B is silent", "A = B", "Nothing said on"]) assert.ok(side.includes(words), `it says "${words}"`);
    await both(app, "compare-side");
  }));

test("an ugly case stands in the grid and side by side: six accounts, six scripts, missing dates", () =>
  story("compare-ugly", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await page.id("first-start");
    await begin(page, "I. Marr");
    const made = await ugly(throughPage(page), { evidence: 60 });
    await page.execute((id) => (location.hash = `#/case/${id}/compare`), made.case_id);
    await page.id("points-grid");
    for (const state of ["agreed", "compatible", "contradicted", "different_not_compared", "one_side_only", "silent", "not_looked_at"]) {
      await page.id(`state-${state}`);
    }
    await both(app, "compare-ugly");
    // The heads stay in sight while one scrolls in either direction.
    await page.execute(() => document.querySelector(".work").scrollTo(700, 900));
    const corner = await page.execute(() => {
      const area = document.querySelector(".work").getBoundingClientRect();
      const head = document.querySelector("[data-testid=points-grid] thead th").getBoundingClientRect();
      return { top: head.top - area.top, left: head.left - area.left };
    });
    assert.deepEqual(corner, { top: 0, left: 0 }, "the corner stands where it stood");
    await page.press("view-side");
    await page.id("side-by-side");
    await page.execute(() => document.querySelector("[data-testid=side-account-C]").click());
    await waitFor("a third account", async () => (await page.all("[data-testid=side-by-side] [role=columnheader]")).length === 4);
    await both(app, "compare-ugly-side");
  }));
