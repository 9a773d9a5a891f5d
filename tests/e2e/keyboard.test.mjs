// By keyboard alone: the first two points of a disputed case from nothing, with accounts, answers with their statements,
// a silence and a comparison. No click is made, and no element is asked to take the focus.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { Key, waitFor } from "./driver.mjs";
import { throughPage } from "./ugly.mjs";

const Alt = "\uE00A";

test("the first two points of the demo case are written from nothing by keyboard alone", () =>
  story("keyboard", async ({ open }) => {
    const app = await open();
    const { page } = app;
    const call = throughPage(page);
    let strokes = 0;

    const focused = () => page.execute(() => document.activeElement?.dataset.testid ?? document.activeElement?.dataset.cell ?? document.activeElement?.tagName);
    const visible = () =>
      page.execute(() => {
        const node = document.activeElement;
        if (!node || node === document.body) return false;
        const style = getComputedStyle(node);
        return node.matches("input, textarea, select, [tabindex='-1']") || style.outlineStyle !== "none" || node.matches(":has(:focus-visible)");
      });
    const press = async (...chord) => {
      strokes += 1;
      await page.keys(...chord);
    };
    /** Types into what has the focus, key by key. */
    const type = async (text) => {
      const actions = [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      strokes += text.length;
      await page.send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    };
    const at = async (what) => {
      await waitFor(`the focus on ${what}`, async () => (await focused()) === what).catch(async (error) => {
        throw new Error(`${error.message}; it is on ${await focused()}`, { cause: error });
      });
      assert.ok(await visible(), `the focus is seen on ${what}`);
    };
    /** Tab, until the focus is on `what`. */
    const tabTo = async (what, { most = 40, back = false } = {}) => {
      for (let n = 0; n < most && (await focused()) !== what; n += 1) await (back ? press(Key.shift, Key.tab) : press(Key.tab));
      assert.equal(await focused(), what, `Tab leads to ${what}`);
    };
    const field = async (what, text) => {
      await tabTo(what);
      await type(text);
    };

    // The first start, and a case.
    await page.id("first-start");
    await field("editor-name", "I. Marr");
    await press(Key.enter);
    await page.id("choose-own");
    await tabTo("choose-own");
    await press(Key.enter);
    await page.id("case-name");
    await field("case-name", "Chemical release at Khan Shaykhun");
    await press(Key.enter);

    // Two accounts: the first is asked for at once, and then the second.
    await at("account-name");
    await type("United States");
    await field("account-summary", "The Syrians dropped a lethal nerve gas.");
    await press(Key.enter);
    await page.id("account-A");
    await at("account-name");
    await type("Russia");
    await press(Key.enter);
    await page.id("account-B");

    // Two points: Ctrl-End leads to the row that adds one; Enter adds, and the next can be typed.
    await waitFor("the keyboard in the grid", async () => /\|/.test(await focused()));
    await press(Key.control, Key.end);
    await at("point-question");
    for (const question of ["How did the chemical get out?", "What was the agent?"]) {
      await type(question);
      await press(Key.enter);
      await page.sees(question);
    }
    await page.id("point-2");

    /** Sets down an answer in the cell that has the keyboard. */
    const answer = async (cell, value, words, speaker, date) => {
      await at(cell);
      await press(Key.enter);
      await at("answer-value");
      await type(value);
      await field("statement-words", words);
      await field("statement-speaker", speaker);
      if (date) await field("statement-date", date);
      await press(Key.control, Key.enter);
      await page.gone("cell-editor");
      // The account may have another letter now, for accounts stand in the order of their first statement.
      await waitFor("the keyboard back on the cell", async () => (await focused()).startsWith(cell.slice(0, -1)));
    };

    // Point 1: both accounts answer. The arrow keys lead from cell to cell.
    await press(Key.up);
    await press(Key.up);
    await press(Key.home);
    await press(Key.right);
    await answer("cell-1-A", "Dropped from the air", "Military intelligence confirmed that the Syrians dropped a lethal nerve gas.", "James Mattis", "2017-04-11");
    await press(Key.right);
    await answer("cell-1-B", "A rebel lab was bombed", "Syrian aircraft bombed a rebel lab and the chemical was released.", "Igor Konashenkov", "2017-04-05");
    await waitFor("the accounts to be ordered by their first statements", async () => (await call("case.list", {})).length === 1);
    const [{ id: case_id }] = await call("case.list", {});
    const grid = () => call("compare.points", { case_id });
    assert.deepEqual((await grid()).rows.map((row) => row.state), ["different_not_compared", "not_looked_at"], "two answers wait for a comparison");

    // The comparison: C opens it, 3 chooses "contradict", and the reason is asked for.
    await press("c");
    await page.id("judge-pane");
    await waitFor("the choice to have the focus", async () => /^judge-relation/.test(await focused()));
    await press("3");
    await press(Key.tab);
    await type("One says that the agent was dropped, the other that it got out of a store.");
    await press(Key.control, Key.enter);
    await waitFor("the row to be contradicted", async () => (await grid()).rows[0].state === "contradicted");
    await press(Key.escape);
    await page.gone("judge-pane");
    await waitFor("the keyboard back in the grid", async () => /^cell-1-/.test(await focused()));

    // Point 2: one account answers, the other is silent, as an editor found.
    const letterOf = async (name) => (await grid()).accounts.find((account) => account.name === name).letter;
    const [us, russia] = [await letterOf("United States"), await letterOf("Russia")];
    await press(Key.down);
    await press(Key.home);
    await press(Key.right);
    if (us !== "A") await press(Key.right);
    await answer(`cell-2-${us}`, "Sarin", "There is overwhelming evidence that Syria used a sarin nerve agent.", "The White House", "2017-04-11");
    await press(us === "A" ? Key.right : Key.left);
    await at(`cell-2-${russia}`);
    await press("s");
    await at("silence-looked");
    await type("the news report of 12 April 2017");
    await press(Key.tab);
    await type("2017-04-12");
    await press(Key.control, Key.enter);
    await page.sees("Silent. Looked at: the news report of 12 April 2017");
    await at(`cell-2-${russia}`);

    // Where it stands: as the demo case has it.
    const rows = (await grid()).rows;
    assert.deepEqual(rows.map((row) => row.state), ["contradicted", "one_side_only"], "the two rows read as they should");
    assert.equal(rows[0].pairs[0].reason, "One says that the agent was dropped, the other that it got out of a store.");
    assert.equal(rows[0].cells.flatMap((cell) => cell.current ?? []).length, 2);

    // A question is renamed in its place, moved by Alt and an arrow key, and undone.
    await press(Key.home);
    await press("\uE032");
    await at("point-rename");
    await type("Which agent was it?");
    await press(Key.enter);
    await page.sees("Which agent was it?");
    await press(Alt, Key.up);
    await waitFor("the point to move", async () => (await grid()).rows[0].question === "Which agent was it?");
    await press(Key.control, "z");
    await waitFor("the point to be back", async () => (await grid()).rows[1].question === "Which agent was it?");
    await press(Key.control, "z");
    await waitFor("the question to be back", async () => (await grid()).rows[1].question === "What was the agent?");
    await app.picture("keyboard");
    assert.ok(strokes < 900, `it took ${strokes} keys, text included`);
  }));
