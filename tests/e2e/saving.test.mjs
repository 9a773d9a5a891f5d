// Saving: a change that did not reach the file is named and tried again where it is said; steps back are never dropped.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { addAccount, addPoint, begin, call, operations, saved } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

/** Holds the file as another program would, until it is called. */
async function holdFile(where) {
  const hold = [
    "import sqlite3, sys",
    "db = sqlite3.connect(sys.argv[1], isolation_level=None)",
    "db.execute('BEGIN IMMEDIATE')",
    "print('held', flush=True)",
    "sys.stdin.read()",
  ].join("\n");
  const holder = spawn("python3", ["-c", hold, join(where.workspace, "ledger.sqlite")], { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  holder.stdout.on("data", (data) => (said += data));
  await waitFor("the file to be held", () => said.includes("held"));
  return () =>
    new Promise((done) => {
      holder.on("exit", done);
      holder.stdin.end();
    });
}

const state = (page) => page.execute(() => document.querySelector("[data-testid=save-state]").dataset.state);

test("what was not saved is named in the footer, and tried again there", () =>
  story("retry", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    await page.press("choose-own");
    await page.put("case-name", "The bridge");
    await page.press("case-save");
    await addAccount(page, "The city", "It fell.", "City");
    await page.keys(Key.escape);
    const [{ id }] = call(where, "case.list", {});
    const names = () => call(where, "compare.points", { case_id: id }).rows.map((row) => row.question);

    const release = await holdFile(where);
    try {
      await page.put("point-question", "When did it fall?");
      await page.press("point-save");
      await waitFor("the footer to say that it failed", async () => (await state(page)) === "failed", { ms: 30_000 });
      assert.match(await page.execute(() => document.querySelector("[data-testid=save-state]").textContent), /Not saved: add point/, "it says what was not saved");
      await app.picture("saving-failed");
      await assertNoFaults(page, "a failed save");
      await page.press("save-retry");
      await waitFor("a second try", async () => (await state(page)) === "saving");
      await waitFor("the footer to say so again", async () => (await state(page)) === "failed", { ms: 30_000 });
    } finally {
      await release();
    }
    await page.press("save-retry");
    await saved(page);
    await page.sees("When did it fall?");
    assert.deepEqual(names(), ["When did it fall?"], "it was written once");
    assert.ok(!(await page.has("save-retry")), "nothing is left to try again");
    assert.equal(await page.execute(() => document.querySelector("[data-testid=point-question]").value), "", "the form is as after any save");
  }));

test("undo and redo pressed rapidly are all done, in order, and told", () =>
  story("steps", async ({ where, open }) => {
    const { page } = await open();
    await begin(page, "I. Marr");
    await page.press("choose-own");
    await page.put("case-name", "The bridge");
    await page.press("case-save");
    await addAccount(page, "The city", "It fell.", "City");
    await page.keys(Key.escape);
    for (const question of ["One?", "Two?", "Three?", "Four?"]) await addPoint(page, question);
    await saved(page);
    const before = operations(where);
    // Away from the field: there Ctrl Z is the field's own.
    await page.execute(() => document.getElementById("work").focus());
    await page.execute(() => {
      const press = (shiftKey) =>
        document.activeElement.dispatchEvent(
          new KeyboardEvent("keydown", { key: shiftKey ? "Z" : "z", code: "KeyZ", ctrlKey: true, shiftKey, bubbles: true, cancelable: true }),
        );
      for (const shift of [false, false, false, true]) press(shift);
    });
    await waitFor("four steps", () => operations(where) === before + 4);
    const [{ id }] = call(where, "case.list", {});
    const questions = call(where, "compare.points", { case_id: id }).rows.map((row) => row.question);
    assert.deepEqual(questions, ["One?", "Two?"], "three were taken back, and one of them done again");
    await waitFor("the footer to tell it", async () => (await (await page.id("said")).text()).includes("Done again: add point"));
  }));
