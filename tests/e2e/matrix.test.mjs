// The evidence matrix by keyboard alone: ten pieces of evidence by six claims, a note, leaving out, explanations.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { begin, saved } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";
import { throughPage } from "./ugly.mjs";

const letters = ["A", "B", "C", "D", "E", "F"];
const mark = (page, cell) => page.execute((id) => document.querySelector(`[data-testid="matrix-${id}"]`)?.dataset.mark ?? null, cell);
const here = (page) => page.execute(() => document.activeElement?.ariaLabel ?? "");

/** Six accounts that each answer one point, and ten items that nothing is linked to yet. */
async function prepare(call) {
  const { id: case_id } = await call("case.add", { name: "The bridge at Osk", date: "2031-05-02" });
  const { id: point_id } = await call("point.add", { case_id, question: "Why did the bridge fall?" });
  for (const letter of letters) {
    const { id: account_id } = await call("account.add", { case_id, name: `Account ${letter}` });
    await call("cell.fill", { case_id, point_id, account_id, text: `The cause was ${letter}.`, kind: "value", value: `cause ${letter}` });
  }
  for (let n = 1; n <= 10; n += 1) await call("item.add", { name: `Paper ${String(n).padStart(2, "0")}`, kind: "document", reading: "read", date: `2031-05-${String(n + 2).padStart(2, "0")}` });
  return { case_id, point_id };
}

test("a matrix of ten by six is filled by keyboard, and says what carries it", () =>
  story("matrix", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    await page.id("choose-own");
    const call = throughPage(page);
    const { case_id, point_id } = await prepare(call);
    await page.execute((hash) => void (location.hash = hash), `#/case/${case_id}/compare/matrix`);

    // Nothing is linked yet: ten papers are chosen to be weighed, each gets a column.
    await (await page.id("weigh-first")).focus();
    await page.keys(Key.enter);
    await page.id("weigh-pane");
    for (let n = 0; n < 10; n += 1) {
      const name = `Paper ${String(n + 1).padStart(2, "0")}`;
      await waitFor(`${name} to be offered first`, () =>
        page.execute((name) => {
          const first = document.querySelector("[data-testid=weigh-item]");
          if (!first?.textContent.includes(name)) return false;
          first.focus();
          return true;
        }, name),
      );
      await page.keys(Key.enter);
    }
    await page.id("matrix");
    await page.keys(Key.escape);
    await page.gone("weigh-pane");

    // The person has chosen that the keyboard goes on after a rating: a row is ten digits.
    await page.pick("advance", "next");
    await page.execute(() => document.querySelector("[data-testid=matrix] [data-cursor]").focus());
    const rows = ["5432101234", "4321012345", "1234543210", "2223334445", "0123451234", "5555511111"];
    for (const [at, digits] of rows.entries()) {
      for (const digit of digits) await page.keys(digit);
      if (at < rows.length - 1) {
        await page.keys(Key.home);
        await page.keys(Key.down);
      }
    }
    await waitFor("all sixty ratings to be written", async () => {
      const { matrices } = await call("compare.matrix", { case_id, point_id });
      return matrices[0].coverage.covered === 60 && matrices[0].columns.length === 10;
    }, { ms: 30_000 });
    await saved(page);
    await waitFor("the last cell to show it", async () => (await mark(page, "G1-E10")) === "strongly_contradicts");
    assert.equal(await mark(page, "A1-E1"), "strongly_supports");
    assert.equal(await mark(page, "A1-E6"), "not_applicable");
    assert.match(await here(page), /^G1 cause F, E10 Paper 10: strongly contradicts/, "the name says claim, evidence and stance");
    await app.picture("matrix-filled");
    await assertNoFaults(page, "a full matrix");

    // Enter takes a note on one's stance; Escape leads back to the cell. Delete withdraws.
    await page.keys(Key.enter);
    await waitFor("the note to have the keyboard", () => page.execute(() => document.activeElement?.dataset.testid === "cell-note"));
    await page.put("cell-note", "Read twice.");
    await page.press("cell-note-save");
    await waitFor("the note to be written", async () => {
      const { matrices } = await call("compare.matrix", { case_id, point_id });
      return matrices[0].rows[5].cells[9].stances[0].note === "Read twice.";
    });
    await waitFor("the note to keep the keyboard", () => page.execute(() => document.activeElement?.dataset.testid === "cell-note" && !document.querySelector("[data-testid=cell-note-save]")));
    await page.keys(Key.escape);
    await page.gone("cell-pane");
    await waitFor("the cell to have the keyboard again", async () => /^G1 cause F, E10/.test(await here(page)));
    await page.keys(Key.delete);
    await waitFor("the cell to be unrated", async () => (await mark(page, "G1-E10")) === "unrated");

    // One step back from a cell is the choice of its point; Enter leads from there to the cell.
    await page.keys(Key.shift, Key.tab);
    await waitFor("the choice of a point to have the keyboard", () => page.execute(() => document.activeElement?.dataset.testid === "matrix-of"));
    await page.keys(Key.enter);
    await waitFor("the cell to have it again", async () => /^G1 cause F, E10/.test(await here(page)));

    // The menu of a cell offers what its keys do.
    await page.execute(() => document.querySelector("[data-testid=matrix] [data-cursor]").dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX: 300, clientY: 300 })));
    await waitFor("the menu of the cell", () => page.execute(() => document.querySelectorAll("[role=menu] [role^=menuitem]").length >= 9));
    await page.keys(Key.escape);
    await waitFor("the menu to close", () => page.execute(() => !document.querySelector("[role=menu]")));

    // What is left out counts in no number: one sentence says what turned over, and old numbers stay in sight.
    await page.press("counts-E8");
    const turned = await waitFor("what turned over", async () => {
      const text = await page.execute(() => document.querySelector("[data-testid=turned]")?.textContent.replace(/\s+/g, " ").trim());
      return text && /^Without E8/.test(text) ? text : null;
    });
    assert.match(turned, /turns over|stays as it was/);
    await waitFor("an old score, struck", () => page.execute(() => document.querySelectorAll("[data-testid=matrix] s").length > 0));
    await page.pick("matrix-order", "rank");
    await app.picture("matrix-left-out");
    await assertNoFaults(page, "with evidence left out");
    await page.press("put-back");
    await page.gone("turned");

    // Any number opens to its formula and the rows that went in.
    await page.press("score-A1");
    await page.id("explanation-formula");
    assert.ok((await (await page.id("explanation-rows")).all("tbody tr")).length >= 9, "the rows are there");
    await page.keys(Key.escape);
    await page.press("diagnosticity-E1");
    await page.id("explanation-formula");
    await page.keys(Key.escape);
    await page.gone("explanation");

    // Transposed, and in the dark, it is the same for everyone.
    await page.press("transpose");
    await waitFor("evidence in lines", () => page.execute(() => Boolean(document.querySelector("[data-testid=matrix].transposed"))));
    await assertNoFaults(page, "the matrix, transposed");
    await page.execute(() => (document.documentElement.dataset.theme = "dark"));
    await app.picture("matrix-dark");
    await assertNoFaults(page, "the matrix in the dark");
  }));
