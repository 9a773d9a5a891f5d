// Sources: found by every spelling, corrected in place, graded with a reason; look-alikes by name; trash and back. Then the reports of all cases.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaultsInBoth } from "./axe.mjs";
import { begin, call, openDemo, saved, wipe } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

const go = (page, hash) => page.execute((to) => void (location.hash = to), hash);
const count = async (page) => (await page.id("source-count")).text();
test("sources are found by each spelling, corrected in place, graded with a reason, and brought back", () =>
  story("sources", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    await page.press("rail-sources");
    await page.id("source-list");
    await assertNoFaultsInBoth(page, "sources");
    await app.picture("sources");

    // Found by a spelling in another script; opened by keys, with the way into the detail.
    await page.put("source-search", "песков");
    await waitFor("one source", async () => /^1 of /.test(await count(page)));
    await page.keys(Key.down);
    await page.keys(Key.enter);
    await waitFor("the source", async () => (await (await page.id("source-name")).property("value")) === "Dmitry Peskov");
    const peskov = call(where, "actor.list", {}).find((actor) => actor.name === "Dmitry Peskov").id;
    await assertNoFaultsInBoth(page, "one source");

    // Another spelling, an office with dates, a grade with its reason; the older grade stays in sight.
    await page.press("source-name-open");
    await page.put("source-name-new", "Dmitri Peskow");
    await page.put("source-name-language", "de");
    await page.press("source-name-save");
    await page.sees("Dmitri Peskow");
    await page.press("office-open");
    await page.put("office-name", "Press secretary of the president");
    await page.put("office-from", "2012-05");
    await page.press("office-save");
    await page.sees("Press secretary of the president");
    await page.press("reliability-open");
    await page.pick("reliability-grade", "D");
    await page.press("reliability-save");
    await page.id("reliability-save-problem");
    await page.put("reliability-reason", "Two of three statements were withdrawn.");
    await page.press("reliability-save");
    await page.sees("Two of three statements were withdrawn.");
    await page.press("reliability-open");
    await page.pick("reliability-grade", "C");
    await page.put("reliability-reason", "The third was confirmed.");
    await page.press("reliability-save");
    await page.sees("The third was confirmed.");
    await page.sees("superseded");
    assert.deepEqual(
      call(where, "reliability.list", {})
        .filter((one) => one.actor_id === peskov)
        .map((one) => one.grade),
      ["D", "C"],
      "both grades are kept",
    );

    // Corrected in place; what it depends on; one that looks like it by name is pointed out.
    const about = await page.id("source-description");
    await about.clear();
    await about.type("Spokesman.");
    await page.keys(Key.tab);
    await saved(page);
    assert.equal(call(where, "actor.show", { id: peskov }).description, "Spokesman.");
    await page.press("derivation-open");
    await page.put("derivation-other", "TASS");
    await page.pick("derivation-kind", "cites");
    await page.press("derivation-save");
    await page.id("derivation");
    await wipe(page, "source-search");
    await page.press("add-source");
    await page.put("new-source-name", "PESKOV, Dmitry");
    await page.pick("new-source-kind", "person");
    await page.press("new-source-save");
    await page.id("source-alike");
    assert.match(await (await page.id("source-alike")).text(), /Dmitry Peskov/);
    await app.picture("source-alike");

    // To the trash, and back.
    const all = call(where, "actor.list", {}).length;
    await page.press("source-trash");
    await waitFor("one less", async () => call(where, "actor.list", {}).length === all - 1);
    await (await page.find("[data-testid=sources-scope-trash]")).focus();
    await page.keys(" ");
    await page.press("source-list-all");
    await page.press("sources-trash-chosen");
    await waitFor("all again", async () => call(where, "actor.list", {}).length === all);
  }));

test("the reports of all cases stand in one list, and lead to their case", () =>
  story("reports-list", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    await go(page, "#/reports");
    await page.sees("No report has been published yet");
    await assertNoFaultsInBoth(page, "no reports");
    await page.press("rail-cases");
    await page.press("choose-demo");
    await page.id("points-grid", { ms: 60_000 });
    const published = call(where, "report.list", {});
    await page.press("rail-reports");
    if (published.length === 0) await page.sees("No report has been published yet");
    else {
      await page.id("report-list");
      await page.sees(published[0].number);
      await assertNoFaultsInBoth(page, "reports");
      await app.picture("reports-list");
      await page.click("link", "Khan Shaykhun");
      await page.id("tab-report");
    }
  }));
