// The list of cases, as an editor-in-chief works in it: find, filter, keep a filter, do a thing to many, undo it at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { call, saved } from "./desk.mjs";
import { Key, sleep, waitFor } from "./driver.mjs";

const names = (page) =>
  page.execute(() => [...document.querySelectorAll("[data-testid=open-case]")].map((each) => each.textContent.trim()));
const listed = (page, wanted) =>
  waitFor(`the list ${wanted.join(", ")}`, async () => JSON.stringify(await names(page)) === JSON.stringify(wanted));
const light = (page, theme) =>
  page.execute((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);

/** A click on a row, beside its name, with the keys that are held. */
const row = (page, name, held = {}) =>
  page.execute(
    (wanted, keys) => {
      const line = [...document.querySelectorAll("[data-testid=case-row]")].find((each) => each.textContent.includes(wanted));
      line.focus();
      line.querySelector("td:last-child").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...keys }));
    },
    name,
    held,
  );

/** A line of a menu that is open. */
const line = async (page, name) => {
  await waitFor(`the line ${name} of the menu`, () =>
    page.execute(
      (wanted) =>
        [...document.querySelectorAll("[role^=menuitem]")].some((each) => each.textContent.trim().startsWith(wanted)),
      name,
    ),
  );
  await page.execute((wanted) => {
    const found = [...document.querySelectorAll("[role^=menuitem]")].find((each) => each.textContent.trim().startsWith(wanted));
    for (const type of ["pointermove", "pointerdown", "pointerup"]) found.dispatchEvent(new PointerEvent(type, { bubbles: true }));
    found.click();
  }, name);
};

test("cases: found, filtered, changed by the dozen and back by one undo", () =>
  story("cases", async ({ where, open }) => {
    call(where, "editor.use", { name: "I. Marr" });
    const ids = {};
    for (const name of ["Alpha derailment", "Beta flood", "Gamma strike", "Delta fire"])
      ids[name] = call(where, "case.add", { name, place: "Harbour", date: "2017-04-04" }).id;
    call(where, "case.tag_all", { case_ids: [ids["Beta flood"]], name: "water" });
    call(where, "claim.add", { case_id: ids["Gamma strike"], text: "The strike was lawful, said the harbour master." });
    const app = await open();
    const { page } = app;
    await page.id("cases");

    // Order by a column's head, and the other way round.
    await page.press("cases-sort-name");
    await listed(page, ["Alpha derailment", "Beta flood", "Delta fire", "Gamma strike"]);
    await page.press("cases-sort-name");
    await listed(page, ["Gamma strike", "Delta fire", "Beta flood", "Alpha derailment"]);
    await page.press("cases-sort-name");

    // A filter, kept under a name, taken again, and removed.
    await page.pick("cases-tag", "water");
    await listed(page, ["Beta flood"]);
    await page.press("filters");
    await line(page, "Save this filter");
    await page.put("filter-name", "By the water");
    await page.press("filter-keep");
    await page.gone("filter-dialog");
    await page.press("cases-filter-clear");
    await listed(page, ["Alpha derailment", "Beta flood", "Delta fire", "Gamma strike"]);
    const before = call(where, "history.list", {}).length;
    await page.press("filters");
    await line(page, "By the water");
    await listed(page, ["Beta flood"]);
    assert.equal(call(where, "history.list", {}).length, before, "a filter is no part of the history");
    await page.press("cases-filter-clear");
    await page.press("filters");
    await line(page, "Rename or remove");
    await page.press("filter-remove");
    await page.sees("No filter is saved.");
    await page.keys(Key.escape);

    // One case at a glance.
    await row(page, "Gamma strike");
    await page.id("case-preview");
    await app.picture("cases");
    await assertNoFaults(page, "cases");
    await light(page, "dark");
    await sleep(200);
    await assertNoFaults(page, "cases, dark");
    await app.picture("cases-dark");
    await light(page, "light");

    // Many at once: Shift, Ctrl, and by keyboard; each act is one operation, and one undo takes it back.
    await row(page, "Alpha derailment");
    await row(page, "Delta fire", { shiftKey: true });
    await page.sees("3 cases chosen");
    await row(page, "Beta flood", { ctrlKey: true });
    await page.sees("2 cases chosen");
    await assertNoFaults(page, "many cases");
    await page.press("bulk-status");
    await line(page, "In review");
    const inReview = () => call(where, "case.list", { status: "review" }).length;
    await waitFor("two cases to be in review", () => inReview() === 2);
    await page.press("bulk-tag");
    await page.put("tag-name", "harbour");
    await assertNoFaults(page, "tagging");
    await page.press("tag-save");
    await page.gone("tag-dialog");
    await waitFor("two cases to have the tag", () => call(where, "case.list", { tag: "harbour" }).length === 2);
    await page.press("bulk-assign");
    await line(page, "I. Marr");
    await waitFor("two cases to be assigned", () => call(where, "case.list", {}).filter((each) => each.assignee === "I. Marr").length === 2);
    await page.press("undo");
    await waitFor("nobody to have them", () => call(where, "case.list", {}).every((each) => each.assignee === null));
    await page.press("bulk-untag");
    await line(page, "harbour");
    await waitFor("the tag to be gone", () => call(where, "case.list", { tag: "harbour" }).length === 0);
    await saved(page);
    await row(page, "Alpha derailment");
    await page.keys(Key.control, "a");
    await page.sees("4 cases chosen");
    await page.press("bulk-trash");
    await waitFor("all to be in the trash", () => call(where, "case.list", {}).length === 0);
    await page.press("undo");
    await listed(page, ["Alpha derailment", "Beta flood", "Delta fire", "Gamma strike"]);

    // Put aside by the menu of a right click, and taken out again.
    await page.execute(() => {
      const first = document.querySelector("[data-testid=case-row]");
      const { left, top } = first.getBoundingClientRect();
      first.dispatchEvent(
        new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX: left + 200, clientY: top + 20 }),
      );
    });
    await line(page, "Put aside");
    await listed(page, ["Beta flood", "Delta fire", "Gamma strike"]);
    await page.press("cases-archive");
    await listed(page, ["Alpha derailment"]);
    await page.press("cases-in-use");

    // To the trash by keyboard, and back from it.
    await row(page, "Beta flood");
    await page.keys(Key.delete);
    await listed(page, ["Delta fire", "Gamma strike"]);
    await page.press("cases-trash");
    await row(page, "Beta flood");
    await page.press("case-restore");
    await page.sees("The trash is empty.");
    await page.press("cases-in-use");

    // Everything is searched as one types; Enter leads to the record.
    await page.put("search", "harb mas");
    await waitFor("the words to be marked", async () =>
      (await page.execute(() => [...document.querySelectorAll("mark")].map((each) => each.textContent))).includes("harb"),
    );
    await app.picture("cases-search");
    await assertNoFaults(page, "search");
    await page.keys(Key.enter);
    await page.id("claim-title");
    await page.sees("said the harbour master");
  }));
