// Tried as a new user would: the demo case written from nothing in the window, by keys and buttons, compared, rated by two
// editors and published. What it asks of a hand is counted and printed. The terminal command only checks, at the end.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { ask, call, saved } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";
import { Person } from "./person.mjs";
import { answers, comparisons, findings, items, points, ratings, silences, stances, states, US } from "./trial.mjs";

/** The letters of the accounts and findings as the heads of the grid have them now, by name. */
const letters = (page) =>
  page.execute(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[data-testid^='account-'], [data-testid^='finding-']")]
        .filter((node) => /^(account|finding)-[A-Z]$/.test(node.dataset.testid))
        .map((node) => [node.textContent.replace(/\s+/g, " ").trim(), node.dataset.testid.at(-1)]),
    ),
  );
const letterOf = async (page, name) => {
  const all = await letters(page);
  const found = Object.entries(all).find(([words]) => words.includes(name));
  assert.ok(found, `a column of ${name} among ${JSON.stringify(all)}`);
  return found[1];
};

/** Moves the keyboard by arrows to the cell of a point and column, from the cell that has it, or from the question after a click on it. */
async function goTo(me, row, column) {
  const here = () =>
    me.page.execute(() => {
      const cell = document.activeElement?.closest("[data-cell]");
      const number = cell?.closest("[data-testid^='point-']")?.dataset.testid.split("-")[1];
      return cell && number ? { row: Number(number), column: cell.dataset.testid?.split("-")[2] ?? null } : null;
    });
  if (!(await here())) await me.clickAt(`[data-testid='point-${row}'] [data-cell$='|point']`);
  const at = await waitFor("the keyboard in the grid", here);
  const accounts = await me.page.execute(() =>
    [...document.querySelectorAll("[data-testid^='account-']")].map((node) => node.dataset.testid).filter((id) => /^account-[A-Z]$/.test(id)).map((id) => id.at(-1)),
  );
  const order = [null, ...accounts.sort(), "findings"];
  const down = row - at.row;
  const side = order.indexOf(column) - order.indexOf(at.column);
  for (let n = 0; n < Math.abs(down); n += 1) await me.tap(down < 0 ? Key.up : Key.down);
  for (let n = 0; n < Math.abs(side); n += 1) await me.tap(side < 0 ? Key.left : Key.right);
  await me.at(`cell-${row}-${column}`);
}

/** Writes an answer into the cell that has the keyboard. */
async function answer(me, given, cell) {
  await me.tap(given.more ? "n" : Key.enter);
  await me.at("answer-value");
  await me.write(given.value);
  if (given.known) await me.choose("answer-known", given.known);
  else {
    await me.fill("statement-words", given.words);
    if (given.speaker) await me.fill("statement-speaker", given.speaker);
    if (given.actor) await me.choose("statement-speaker-kind", given.actor);
    if (given.date) await me.fill("statement-date", given.date);
    if (given.holds) {
      await me.to("answer-holds");
      await me.tap(" ");
    }
    if (given.wording) await me.choose("statement-wording", given.wording);
    if (given.item) await me.choose("statement-item", given.item);
  }
  if (given.kind) await me.choose("claim-kind", given.kind);
  await me.tap(Key.control, Key.enter);
  await me.page.gone("cell-editor");
  await waitFor(`the keyboard back on ${cell}`, async () => (await me.focused()).startsWith("cell-"));
}

/** The pane of review shows the claim: clicked in the list of what is to be done, scrolled to if need be. */
async function openClaim(me, words) {
  const { page } = me;
  const shown = async () => (await page.has("claim-title")) && (await (await page.id("claim-title")).text()).includes(words);
  let top = -300;
  await waitFor(`the claim "${words}"`, async () => {
    if (await shown()) return true;
    const found = await page.execute(
      (words, top) => {
        const link = [...document.querySelectorAll("[data-testid=work-link]")].find((each) => each.textContent.replace(/\s+/g, " ").includes(words));
        if (link) return true;
        // As the wheel does it.
        const list = document.querySelector("[data-testid=work-list] [role=list], [data-testid=work-list] [role=listbox], [data-testid=work-list]");
        const area = [list, ...list.querySelectorAll("*")].find((each) => each.scrollHeight > each.clientHeight + 4 && getComputedStyle(each).overflowY !== "visible");
        area?.scrollTo(0, top);
        return false;
      },
      words,
      (top += 300) % 2400,
    );
    if (!found) return false;
    await me.clickOn("link", words, { ms: 1_000 });
    return waitFor("its title", shown, { ms: 2_000 });
  });
}

async function rate(me, { label, rationale, likelihood, confidence, until }) {
  await me.click(`label-${label}`);
  if (likelihood) await me.clickAt(`label:has([data-testid='assessment-likelihood-${likelihood}'])`);
  if (confidence) await me.clickAt(`label:has([data-testid='assessment-confidence-${confidence}'])`);
  await me.fill("assessment-rationale", rationale);
  await me.fill("assessment-until", until);
  await me.tap(Key.control, Key.enter);
}

async function work(me, name) {
  const { page } = me;
  await me.click("who-works");
  await page.id("editor-choice");
  await me.clickOn("button", `Work as ${name}`);
  await waitFor(`the footer to name ${name}`, async () => (await (await page.id("who-works")).text()) === name);
}

const stage = (page, wanted) =>
  waitFor(`the stage ${wanted}`, async () => (await (await page.id("review-pane")).attribute("data-stage")) === wanted);

// A long story: on a busy machine it may take longer than the others are given.
test("the demo case is written from nothing in the window, rated by two editors, and published", { timeout: 900_000 }, () =>
  story("trial", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    const me = new Person(page);

    // First start: the name is asked for, and the cursor is there.
    await page.id("first-start");
    await me.at("editor-name");
    await me.write("I. Marr");
    await me.tap(Key.enter);
    await me.click("choose-own");
    await me.at("case-name");
    await me.write("Chemical release at Khan Shaykhun");
    await me.fill("case-summary", "On 4 April 2017 a chemical was released at Khan Shaykhun in Idlib, Syria; at least 86 people were killed.");
    await me.fill("case-date", "2017-04-04");
    await me.fill("case-place", "Khan Shaykhun, Idlib, Syria");
    await me.tap(Key.enter);

    // Two accounts with their holders; the second is asked for at once.
    await me.at("account-name");
    await me.write(US);
    await me.fill("account-summary", "The Syrians dropped a nerve agent on the town; Russia shares responsibility.");
    await me.fill("account-holder", US);
    await me.tap(Key.enter);
    await page.id("account-A");
    await me.at("account-name");
    await me.write("Russia");
    await me.fill("account-summary", "Syrian aircraft bombed a place where toxic agents were; the U.S. strike was unlawful.");
    await me.fill("account-holder", "Russia");
    await me.tap(Key.enter);
    await page.id("account-B");
    await me.at("head|point");

    // The twelve questions, one after the other.
    await me.tap(Key.control, Key.end);
    await me.at("point-question");
    for (const question of points) {
      await me.write(question);
      await me.tap(Key.enter);
      await page.sees(question);
    }
    me.part("case, accounts, points");

    // Where it is known from: six items.
    await me.click("tab-evidence");
    for (const [n, item] of items.entries()) {
      if (n === 0) await me.click("add-item");
      else {
        await me.at("add-item");
        await me.tap(Key.enter);
      }
      await me.at("item-name");
      await me.write(item.name);
      if (item.kind) await me.choose("item-kind", item.kind);
      if (item.publisher) {
        await me.fill("item-publisher", item.publisher);
        await me.choose("item-publisher-kind", "body");
      }
      await me.fill("item-date", item.date);
      if (item.symbol) await me.fill("item-symbol", item.symbol);
      if (item.cited) await me.choose("item-reading", "cited");
      await me.tap(Key.control, Key.enter);
      await page.gone("item-pane");
      await page.sees(item.name);
    }
    me.part("items");

    // What each account answers, with the words, who said them, and when.
    await me.click("tab-compare");
    await page.id("point-12");
    await app.picture("trial-points-empty");
    // Accounts stand in the order of their first statement: with the first Russian one the columns change places, so the
    // next is looked for when the grid shows this one.
    const cellOf = async ({ point, account }) => `cell-${point}-${await letterOf(page, account)}`;
    const shown = async (given) =>
      page.execute((id) => document.querySelector(`[data-testid="${id}"]`)?.textContent ?? null, await cellOf(given));
    for (const given of answers) {
      const cell = await cellOf(given);
      await goTo(me, given.point, cell.at(-1));
      const before = await shown(given);
      await answer(me, given, cell);
      await waitFor(`the grid to show what ${given.account} answers to ${given.point}`, async () => {
        const now = await shown(given);
        return now !== null && now !== before;
      });
    }
    me.part("answers");
    for (const [account, list] of Object.entries(silences)) {
      for (const [n, point] of list.points.entries()) {
        await goTo(me, point, await letterOf(page, account));
        await me.tap("s");
        await me.at("silence-looked");
        if (n === 0) {
          if (await page.execute(() => document.activeElement.value)) await me.tap(Key.control, "a");
          await me.write(list.looked);
          await me.fill("silence-until", "2017-04-12");
        }
        await me.tap(Key.control, Key.enter);
        await page.gone("silence-looked");
      }
    }
    me.part("silences");

    // Three findings of bodies that are no party, beside the accounts.
    for (const finding of findings) {
      await me.click("add");
      await me.click("add-finding");
      await me.at("finding-name");
      await me.write(finding.name);
      await me.fill("finding-body", finding.name);
      await me.choose("finding-item", finding.name);
      if (finding.date) await me.fill("finding-date", finding.date);
      if (finding.standard) await me.fill("finding-standard", finding.standard);
      await me.tap(Key.control, Key.enter);
      await page.gone("finding-pane");
      const letter = await waitFor(`a column of ${finding.name}`, () => letterOf(page, finding.name));
      for (const given of finding.answers) {
        await me.click(`cell-${given.point}-findings`);
        await me.click(`cell-${given.point}-${letter}-claim`);
        await me.at("answer-value");
        await me.write(given.value);
        if (given.known) await me.choose("answer-known", given.known);
        else await me.fill("statement-words", given.words);
        await me.tap(Key.control, Key.enter);
        await page.gone("cell-editor");
      }
    }
    me.part("findings");

    // Comparisons, each with its reason.
    for (const one of comparisons) {
      await me.click(`point-${one.point}-judge`);
      await page.id("judge-pane");
      const [a, b] = [await letterOf(page, one.a), await letterOf(page, one.b)].sort();
      if (!(await page.has(`judge-reason-${a}-${b}`))) await me.click(`judge-${a}-${b}`);
      await waitFor("the choice to have the focus", async () => /^judge-relation/.test(await me.focused()));
      await me.tap({ same: "1", compatible: "2", contradict: "3" }[one.relation]);
      await me.tap(Key.tab);
      await me.write(one.reason);
      await me.tap(Key.control, Key.enter);
      await waitFor("the comparison to be said", async () => !(await page.has(`judge-save-${a}-${b}`)));
      await me.tap(Key.escape);
      await page.gone("judge-pane");
    }
    me.part("comparisons");
    for (const [n, state] of states.entries()) {
      await waitFor(`point ${n + 1} to be ${state}`, async () => (await (await page.id(`point-${n + 1}-state`)).attribute("data-state")) === state).catch(async (error) => {
        throw new Error(`${error.message}; it is ${await (await page.id(`point-${n + 1}-state`)).attribute("data-state")}`, { cause: error });
      });
    }
    await app.picture("trial-points");

    // Evidence, weighed in the matrix of a point: a column for each item, a number for each cell.
    await me.click("view-matrix");
    for (const [n, { question, weigh, keys }] of stances.entries()) {
      // From the cells back to the choice of a question there are many stops: a click is shorter.
      if (n > 0) await me.click("view-matrix");
      await me.choose("matrix-of", question);
      await me.click("weigh");
      await me.at("weigh-find");
      for (const item of weigh) {
        await me.write(item);
        await me.tap(Key.enter);
        await waitFor("the field to be free for the next", async () => (await (await page.id("weigh-find")).property("value")) === "");
      }
      await me.tap(Key.escape);
      await page.gone("weigh-pane");
      await me.clickAt("[data-testid='matrix'] [data-testid^='matrix-'][tabindex='0']");
      for (const line of keys) {
        await me.tap(Key.home);
        for (const key of line) {
          if (key !== " ") await me.tap(key);
          await me.tap(Key.right);
        }
        await me.tap(Key.down);
      }
      await me.tap(Key.escape);
    }
    me.part("stances");
    await app.picture("trial-matrix");

    // The first editor rates six claims; Ctrl-Enter signs and leads to the next.
    await me.click("tab-review");
    await page.id("work-list");
    for (const one of ratings) {
      await openClaim(me, one.claim);
      await rate(me, one);
      await waitFor("the next claim", async () => !(await (await page.id("claim-title")).text()).includes(one.claim));
      await saved(page);
    }
    me.part("ratings");

    // A second editor comes, rates before the first rating is uncovered, and reads it.
    await me.click("who-works");
    await me.to("editor-other");
    await me.write("T. Lind");
    await me.tap(Key.enter);
    await waitFor("the footer to name T. Lind", async () => (await (await page.id("who-works")).text()) === "T. Lind");
    for (const one of ratings) {
      await openClaim(me, one.claim);
      await page.id("covered");
      await rate(me, { ...one, ...one.second });
      await me.at("second-reason");
      await me.write(one.reading);
      await me.tap(Key.control, Key.enter);
      if (one.second.label !== undefined) {
        await stage(page, "disagreed");
        continue;
      }
      await stage(page, "ready");
      await me.click("verdict-save");
      await stage(page, "verdict");
    }
    me.part("second readings and verdicts");

    // The one on which they differ goes back with both reasons; the first editor changes, the second agrees.
    const differs = ratings.find((one) => one.second.label !== undefined);
    await work(me, "I. Marr");
    await openClaim(me, differs.claim);
    for (const words of [differs.rationale, differs.second.rationale, differs.reading]) await page.sees(words);
    await me.click("change-mine");
    await me.click(`label-${differs.second.label}`);
    await me.fill("assessment-reason", differs.change, { most: 30 });
    await me.tap(Key.control, Key.enter);
    await stage(page, "waiting");
    await work(me, "T. Lind");
    await openClaim(me, differs.claim);
    await me.click("second-reason");
    await me.write("Now we weigh the same.");
    await me.tap(Key.control, Key.enter);
    await stage(page, "ready");
    await me.click("verdict-save");
    await stage(page, "verdict");
    me.part("the disagreement");
    await app.picture("trial-review");

    // The house; then the report: nothing blocks, it is exported, and published into a folder.
    await me.click("rail-settings");
    await me.click("settings-house");
    await me.click("house-name");
    await me.write("The Example Desk");
    await me.fill("house-url", "https://example.org/");
    await me.tap(Key.enter);
    await saved(page);
    await me.click("rail-cases");
    await me.clickOn("link", "Chemical release at Khan Shaykhun");
    await me.click("tab-report");
    await page.id("report-preview", { ms: 30_000 });
    assert.ok(!(await page.has("report-blocks")), "nothing blocks");
    const [folder, file] = [join(where.home, "published"), join(where.home, "report.html")];
    mkdirSync(folder);
    // The system's own dialogs answer as if the person had chosen.
    await page.execute((given) => (window.__counterclaim_dialogs = given), { save: file, folder });
    await me.click("report-export");
    await page.id("export-done", { ms: 60_000 });
    await me.click("report-publish");
    await page.id("publish-done", { ms: 90_000 });
    await saved(page);
    me.part("report");
    await app.picture("trial-report");

    // Only to check: what the terminal says of it.
    const [{ id }] = call(where, "case.list", {});
    const grid = call(where, "compare.points", { case_id: id });
    assert.deepEqual(grid.rows.map((row) => row.question), points, "all twelve points, in their order");
    assert.deepEqual(grid.rows.map((row) => row.state), states, "each row says what the comparison is");
    const [report] = call(where, "report.list", { case_id: id });
    const { files } = call(where, "report.show", { id: report.id });
    assert.ok(files.length >= 2 && files.every(({ state, path }) => state === "unchanged" && path.startsWith(folder) && existsSync(path)), "the files lie where the person chose");
    const html = readFileSync(files.find(({ format }) => format === "html").path, "utf8");
    for (const words of ["Khan Shaykhun", "unlawful attack", "The Example Desk", "T. Lind", report.number]) assert.ok(html.includes(words), `the report says "${words}"`);
    assert.ok(readFileSync(file, "utf8").includes("Khan Shaykhun"), "and so does the export");
    assert.equal(call(where, "case.show", { case_id: id }).case.verdicts.length, ratings.length, "a verdict for each claim that both rated");
    assert.ok(ask(where, "verify").ok, "the history verifies");
    console.log(me.table());
  }));
