// What an editor does again and again, in the window, as steps that stories are told with.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { terminal } from "./app.mjs";
import { Key, sleep, waitFor } from "./driver.mjs";

/** The first start: says who works here. */
export async function begin(page, name) {
  await page.id("first-start");
  await page.put("editor-name", name);
  await page.press("editor-begin");
  await page.gone("first-start");
}

/** The first start, with the demo case: waits until it is written and its points grid stands. */
export async function openDemo(page, name = "I. Marr") {
  await begin(page, name);
  await page.press("choose-demo");
  await page.id("points-grid", { ms: 60_000 });
  await saved(page);
  await page.press("tour-decline");
  await page.gone("tour-offer");
}

/** Empties a field by keys, as a person does: `clear` of the protocol says nothing to the page. */
export async function wipe(page, testid) {
  await (await page.id(testid)).focus();
  await page.keys(Key.control, "a");
  await page.keys(Key.backspace);
}

/** Another editor sits down at the desk: chosen in the footer. */
export async function work(page, name) {
  await page.press("who-works");
  await page.id("editor-choice");
  // The sheet finds its place once the names are there.
  await sleep(200);
  await page.click("button", `Work as ${name}`);
  await waitFor(`the footer to name ${name}`, async () => (await (await page.id("who-works")).text()) === name);
}

/** Opens a tab of the present case. */
export async function tab(page, name) {
  await page.press(`tab-${name}`);
  await waitFor(`the tab ${name}`, () =>
    page.execute((id) => document.querySelector(`[data-testid="${id}"]`)?.ariaCurrent === "page", `tab-${name}`),
  );
}

/** Waits until what was written is acknowledged: the footer says so. */
export const saved = (page) =>
  waitFor("the footer to say that all is saved", () =>
    page.execute(() => document.querySelector("[data-testid=save-state]")?.dataset.state === "saved"),
  );

/** A new case from the list of cases; the window then shows it. */
export async function addCase(page, name) {
  await page.press((await page.has("choose-own")) ? "choose-own" : "new-case");
  await page.put("case-name", name);
  await page.press("case-save");
  await page.sees(name);
  await saved(page);
}

export async function addAccount(page, name, summary, holder) {
  // The first two are asked for; the others come from the menu.
  if (!(await page.has("account-name"))) {
    await page.press("add");
    await page.press("add-account");
  }
  await page.put("account-name", name);
  await page.put("account-summary", summary);
  await page.put("account-holder", holder);
  await page.press("account-save");
  await page.sees(name);
}

export async function addPoint(page, question) {
  await page.put("point-question", question);
  await page.press("point-save");
  await page.sees(question);
  await page.gone("point-save");
}

/** What an account answers to a point, with the statement behind it. */
export async function answer(page, point, letter, { claim, value, speaker, words, date }) {
  await page.press(`cell-${point}-${letter}-claim`);
  await page.press("answer-more");
  await page.put("claim-text", claim);
  await page.put("answer-value", value);
  await page.put("statement-speaker", speaker);
  await page.put("statement-words", words);
  await page.put("statement-date", date);
  await page.press("answer-save");
  await page.gone("answer-pane");
  await page.sees(value);
}

export async function addItem(page, name, publisher, date) {
  await page.press("add-item");
  await page.put("item-name", name);
  await page.put("item-publisher", publisher);
  await page.put("item-date", date);
  await page.press("item-save");
  await page.sees(name);
}

/** Opens the claim whose text contains `words`, from the list of claims. */
export async function openClaim(page, words) {
  await tab(page, "claims");
  await page.click("link", words);
  await waitFor(`the claim "${words}"`, async () => (await (await page.id("claim-title")).text()).includes(words));
}

/** Runs the terminal command beside the window; gives what it says as JSON, and fails with its own words. */
export function ask(where, ...words) {
  const ran = spawnSync(terminal, ["--workspace", where.workspace, "--json", ...words], { env: where.env, encoding: "utf8" });
  assert.equal(ran.status, 0, `counterclaim ${words.join(" ")}: ${ran.stderr}${ran.stdout}`);
  return JSON.parse(ran.stdout);
}

/** Runs a command of the table beside the window. */
export const call = (where, name, request) => ask(where, "call", name, JSON.stringify(request));

/** How many operations the history holds. */
export const operations = (where) => ask(where, "history").length;
