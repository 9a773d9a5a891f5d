// The demo case in the window: every main screen is painted, has something true to show, and holds to axe.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { begin, call, operations, saved, tab } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

test("the demo case fills every main screen, and each can be read by everyone", () =>
  story("demo", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    const screen = async (name) => {
      await app.picture(`demo-${name}`);
      await assertNoFaults(page, name);
    };

    await page.id("first-start");
    await screen("first-start");
    await begin(page, "I. Marr");
    await page.id("choose-demo");
    await screen("choices");
    await page.press("choose-demo");
    await page.id("points-grid", { ms: 60_000 });
    await saved(page);

    // The points grid: findings beside the accounts, and each state of a row in words.
    const grid = await (await page.id("points-grid")).text();
    for (const words of ["Agreed", "Contradicted", "One side only"]) assert.ok(grid.toLowerCase().includes(words.toLowerCase()), `a row reads "${words}"`);
    await screen("points");

    // The matrix: an editor weighs a cell by keyboard; it is one operation, and undo takes it back.
    await page.press("view-matrix");
    await page.id("matrix");
    await screen("matrix");
    await page.execute(() => document.querySelector("[data-testid=matrix] td button[tabindex='0']").focus());
    const before = operations(where);
    await page.keys("2");
    await waitFor("the stance to be an operation", () => operations(where) === before + 1);
    await page.keys(Key.control, "z");
    await waitFor("undo to be an operation", () => operations(where) === before + 2);

    await tab(page, "claims");
    const [{ id }] = call(where, "case.list", {});
    const rated = call(where, "case.show", { case_id: id }).case.assessments[0].claim_id;
    await (await page.find(`[data-testid="claim-link"][href*="${rated}"]`)).click();
    await page.id("claim-title");
    await page.id("assessment");
    await screen("claim");
    await page.press("rate-claim");
    await page.id("assessment-form");
    await screen("rating");

    await tab(page, "evidence");
    await page.id("item-list");
    await screen("evidence");
    await tab(page, "report");
    await page.id("report-preview", { ms: 30_000 });
    await screen("report");
    await tab(page, "history");
    await page.id("history");
    await screen("history");

    await page.press("rail-cases");
    await page.id("cases");
    await screen("cases");
    await page.press("rail-settings");
    await page.id("settings-editor");
    await screen("settings");

    assert.equal(call(where, "case.list", {}).length, 1, "there is one case");
  }));

test("text that looks like a page or a script is shown as it was written, and runs nowhere", () =>
  story("hostile", async ({ open }) => {
    const { page } = await open();
    await begin(page, "<img src=x onerror='window.__ran=1'>");
    const name = "<script>window.__ran=1</script> & <b>bold</b>";
    await page.press("choose-own");
    await page.put("case-name", name);
    await page.press("case-save");
    await page.sees(name);
    await tab(page, "report");
    await page.id("report-preview", { ms: 30_000 });
    await tab(page, "history");
    await page.id("history");
    assert.equal(await page.execute(() => window.__ran ?? null), null, "nothing of it ran");
  }));
