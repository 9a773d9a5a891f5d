// The whole way, once, in the window: first start, a case with two accounts, evidence, a rating, the report; undo;
// and after a kill -9 every acknowledged change is there.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { addAccount, addCase, addItem, addPoint, answer, ask, begin, call, openClaim, operations, saved, tab } from "./desk.mjs";
import { waitFor } from "./driver.mjs";

test("from a first start to a report, and back after a power cut", () =>
  story("whole-way", async ({ where, open }) => {
    const app = await open();
    const { page } = app;

    // First start: the folder is named, and the editor says who works here.
    assert.equal(await (await page.id("workspace-path")).text(), where.workspace, "the window names the folder");
    await app.picture("first-start");
    await begin(page, "I. Marr");
    assert.ok(existsSync(join(where.workspace, "ledger.sqlite")), "the ledger lies in the workspace");

    // A case with two accounts that answer one point differently.
    await addCase(page, "Fire at the mill");
    await addAccount(page, "Arson", "Somebody set it.", "Mill owner");
    await addAccount(page, "Accident", "A cable failed.", "Insurer");
    await addPoint(page, "How did the fire start?");
    await answer(page, 1, "A", {
      claim: "The fire was set by hand.",
      value: "set by hand",
      speaker: "Mill owner",
      words: "Somebody did this to us.",
      date: "2024-03-02",
    });
    await answer(page, 1, "B", {
      claim: "The fire began in a cable.",
      value: "a cable",
      speaker: "Insurer",
      words: "The cable had been failing for weeks.",
      date: "2024-03-05",
    });
    const state = async () => (await page.id("point-1-state")).text();
    await waitFor("the row to say what was compared", async () => /different, not compared/i.test(await state()));
    await app.picture("points");

    // An item, linked as evidence to a claim, with a stance.
    await tab(page, "evidence");
    await addItem(page, "Fire brigade report", "Fire brigade", "2024-03-09");
    await openClaim(page, "The fire began in a cable.");
    await page.press("claim-link-evidence");
    await page.pick("link-item", "Fire brigade report");
    await page.pick("link-stance", "strongly_supports");
    await page.pick("link-relevance", "high");
    await page.press("link-save");
    await page.gone("link-pane");
    await waitFor("the evidence under the claim", async () =>
      (await (await page.id("evidence-for")).text()).includes("Fire brigade report"),
    );

    // A rating, with its reason. One without a reason is refused, and says where.
    await page.press("rate-claim");
    await page.press("label-1");
    await page.put("assessment-until", "2024-03-10");
    await page.press("assessment-save");
    await page.id("assessment-save-problem");
    await page.put("assessment-rationale", "The brigade found the cable burnt from within.");
    await page.press("assessment-save");
    await page.gone("rate-pane");
    await page.id("assessment");
    await page.sees("The brigade found the cable burnt from within.");
    await app.picture("claim");

    // The report, into a file that a person chose (the dialog answers beforehand).
    await tab(page, "report");
    await page.id("report-preview");
    const out = join(where.home, "mill.html");
    await page.execute((path) => void (window.__counterclaim_dialogs = { save: path }), out);
    await page.pick("report-format", "html");
    await page.press("report-export");
    await page.id("export-done");
    const html = readFileSync(out, "utf8");
    for (const words of ["Fire at the mill", "set by hand", "The fire began in a cable.", "Fire brigade report", "one reader"]) {
      assert.ok(html.toLowerCase().includes(words.toLowerCase()), `the report says "${words}"`);
    }
    assert.doesNotMatch(html, /<script/i, "the report runs nothing");
    await app.picture("report");

    // Undo takes back the last change; redo brings it again.
    const before = operations(where);
    const [mill] = ask(where, "case", "list");
    const rated = async () => call(where, "case.list", {})[0].n_claims_rated;
    assert.equal(await rated(), 1, "one claim is rated");
    await page.press("undo");
    await waitFor("the rating to be taken back", async () => (await rated()) === 0);
    await page.press("redo");
    await waitFor("the rating to come again", async () => (await rated()) === 1);
    assert.equal(operations(where), before + 2, "undo and redo are operations of their own");

    // One more change, acknowledged by the footer; then the power is cut.
    await page.press("rail-cases");
    await addCase(page, "Second case");
    await saved(page);
    const known = operations(where);
    await app.kill();

    const again = await open();
    await again.page.sees("Fire at the mill");
    await again.page.sees("Second case");
    assert.equal(operations(where), known, "every acknowledged change is there, and nothing else");
    const verified = ask(where, "verify");
    assert.ok(verified.ok, `the history verifies: ${JSON.stringify(verified).slice(0, 400)}`);
    await again.page.click("link", "Fire at the mill");
    await again.page.sees("How did the fire start?");
    await again.page.sees("set by hand");
    assert.equal(ask(where, "case", "list").find((each) => each.id === mill.id)?.name, "Fire at the mill", "under the same id");
  }));
