// History, as an editor reads it: differences in words, one record's life, the case as it was, taking back, erasing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults, assertNoFaultsInBoth } from "./axe.mjs";
import { call, tab } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

/** Chooses the operation whose line holds these words. */
async function choose(page, words) {
  await waitFor(`the operation "${words}"`, () =>
    page.execute((wanted) => {
      const line = [...document.querySelectorAll("[data-testid=operation]")].find((each) =>
        each.textContent.includes(wanted),
      );
      line?.click();
      return Boolean(line);
    }, words),
  );
  await page.id("change");
}

test("history: what changed is read, one record is followed, changes are taken back, text is erased for good", () =>
  story("history", async ({ where, open }) => {
    const summary = "At four in the morning a train left the rails near the harbour, and two companies blame each other.";
    // What was done before the window opens: the terminal writes while no window holds the ledger.
    call(where, "editor.use", { name: "I. Marr" });
    const { id } = call(where, "case.add", { name: "Derailment at the harbour", summary });
    call(where, "case.edit", { id, set: { summary: summary.replace("four", "five"), status: "open" } });
    const claim = call(where, "claim.add", { case_id: id, text: "The signal was broken." });
    call(where, "claim.edit", { id: claim.id, set: { text: "The signal was broken and known to be." } });

    const app = await open();
    const { page } = app;
    await page.press("rail-history");
    await page.id("history");
    await choose(page, "Correct claim");
    const pane = await (await page.id("operation-pane")).text();
    assert.match(pane, /and known to be/, "the words that came stand inside the text");
    assert.deepEqual(
      await page.execute(() => [...document.querySelectorAll("[data-testid=change] :is(ins, del)")].map((each) => each.tagName)),
      ["INS"],
      "nothing that stayed is marked",
    );
    await app.picture("history");
    await assertNoFaultsInBoth(page, "history");

    await choose(page, "Correct case");
    const changed = await (await page.id("change")).text();
    assert.match(changed, /Draft\s*Open/, "values of a list are said in words");
    assert.ok(!changed.includes("status_"), "fields are said in words");

    // Only what concerns one record, by one kind of change, by one editor.
    await page.press("record-history");
    await page.id("history-record");
    await waitFor("the list to hold the case's changes alone", async () =>
      (await page.execute(() => document.querySelectorAll("[data-testid=operation]").length)) === 2,
    );
    await page.press("history-all");
    await page.pick("history-kind", "claim");
    await waitFor("the list to hold the claim's changes alone", async () =>
      (await page.execute(() => document.querySelectorAll("[data-testid=operation]").length)) === 2,
    );
    const marr = call(where, "editor.list", {})[0].uuid;
    await page.pick("history-editor", marr);
    const kinds = () =>
      page.execute(() => [...document.querySelectorAll("[data-testid=history-kind] option")].map((each) => each.textContent.trim()));
    await waitFor("the kinds of this editor's changes alone", async () => (await kinds()).length === 3);
    assert.deepEqual(
      await kinds(),
      ["anything", "case (2)", "claim (2)"],
      "the kinds there are, each with its number",
    );
    await page.pick("history-kind", "");
    await page.pick("history-editor", "");

    // The case as it was, and back.
    await choose(page, "Add case");
    await page.press("as-of");
    await page.id("as-of-banner");
    await page.sees("as it stood on");
    await page.press("present");
    await page.gone("as-of-banner");
    await tab(page, "history");
    await page.id("history");

    // Taking back down to one change, newest first, each as an operation of its own.
    await choose(page, "Add claim");
    await page.press("undo-back");
    await page.put("undo-reason", "It was never said so.");
    await page.press("undo-back-save");
    await page.gone("undo-dialog");
    assert.deepEqual(call(where, "claim.list", { case_id: id }), []);
    const log = call(where, "history.list", { limit: 2 });
    assert.deepEqual(log.map((line) => line.reason), ["It was never said so.", "It was never said so."]);

    // Erasing needs the text, the reason and a confirmation; then the text is nowhere, and the ledger still verifies.
    await choose(page, "Correct case");
    await page.press("erase-open");
    await page.press("erase-summary");
    await page.press("erase-save");
    await page.sees("Say why.");
    await page.put("erase-reason", "A person asked for it.");
    await page.press("erase-save");
    await page.sees("Confirm that you know");
    await assertNoFaults(page, "erasing");
    await page.press("erase-sure");
    await page.press("erase-save");
    await page.id("erase-done");
    await page.keys(Key.escape);
    await page.gone("erase-dialog");
    assert.ok(!JSON.stringify(call(where, "case.record", { id })).includes("harbour, and two"), "the record holds it no more");
    await page.seesNot("two companies blame");
    await page.press("verify");
    const result = await page.id("verify-result");
    assert.equal(await result.attribute("data-ok"), "true");
  }));
