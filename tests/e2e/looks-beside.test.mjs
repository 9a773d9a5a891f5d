// The screens around comparing, and what opens on them, mirrored and with letters twice as large, in two sizes of the window,
// light and dark: nothing hangs over an edge, no control is cut off or covered, no words are lost, the focus can be seen, and axe
// finds nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { call, openDemo } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";
import { load, modes, walk } from "./looks.mjs";

// A screen that is just being filled may move under the pointer: what did not open is pressed again.
const press = (testid, wanted) => (page) =>
  waitFor(`${testid} to open ${wanted}`, async () => {
    if (!(await page.has(wanted))) await page.press(testid, { ms: 2_000 });
    return Boolean(await page.id(wanted, { ms: 2_000 }));
  });
// The boxes of a row of choices are drawn by their words.
const choose = (testid, wanted) => async (page) => {
  await page.execute((id) => document.querySelector(`[data-testid="${id}"]`).click(), testid);
  await page.id(wanted);
};
const escape = (...gone) => async (page) => {
  await page.keys(Key.escape);
  for (const testid of gone) await page.gone(testid);
};
const inCase = (tab) => (of) => `#/case/${of.demo}/${tab}`;

const screens = [
  ["sources", () => "#/sources", "source-list"],
  ["source", (of) => `#/sources/${of.actor}`, "source-detail"],
  ["sources in the trash", () => "#/sources", "source-list", choose("sources-scope-trash", "source-count"), choose("sources-scope-use", "source-list")],
  ["items", () => "#/items", "item-list"],
  ["item", (of) => `#/items/${of.item}`, "item-detail"],
  ["items in the trash", () => "#/items", "item-list", choose("items-scope-trash", "item-count"), choose("items-scope-use", "item-list")],
  ["reports", () => "#/reports", "report-count"],
  ["evidence", (of) => `#/case/${of.demo}/evidence/${of.item}`, "quick-link"],
  ["review", (of) => `#/case/${of.demo}/review/${of.claim}`, "review-pane"],
  ["checklist", inCase("review/checklist"), "review-checklist"],
  ["right of reply", inCase("review/reply"), "review-reply"],
  ["report", inCase("report"), "report-preview"],
  ["history", inCase("history"), "history"],
  ["trash of a case", inCase("history/trash"), "history"],
  ["settings", () => "#/settings", "settings-editors"],
];

const opened = [
  ["palette", () => "#/cases", "cases", (page) => openBy(page, "palette", Key.control, "k"), escape("palette")],
  ["search", () => "#/cases", "cases", (page) => search(page), (page) => page.execute(() => { const field = document.querySelector("[data-testid=search]"); field.value = ""; field.dispatchEvent(new Event("input", { bubbles: true })); })],
  ["help", () => "#/cases", "cases", press("help-open", "help"), escape("help")],
  ["new case", () => "#/cases", "cases", press("new-case", "new-case-dialog"), escape("new-case-dialog")],
  ["new source", () => "#/sources", "source-list", press("add-source", "source-pane"), escape("source-pane")],
  ["new item", () => "#/items", "item-list", press("add-item", "item-pane"), escape("item-pane")],
  ["new claim", (of) => `#/case/${of.demo}/claims`, "claim-list", press("claim-add", "claim-add-pane"), escape("claim-add-pane")],
  ["rating", (of) => `#/case/${of.demo}/claims/${of.claim}`, "claim-title", press("rate-claim", "rate-pane"), escape("rate-pane")],
  ["using a claim as evidence", (of) => `#/case/${of.demo}/claims/${of.claim}`, "claim-title", press("bears-on-add", "bear-other")],
  ["new scale", () => "#/settings", "settings-editors", press("scale-new", "scale-dialog"), escape("scale-dialog")],
  ["backup", () => "#/settings", "settings-editors", press("backup-full", "backup-dialog"), escape("backup-dialog")],
  ["restore", () => "#/settings", "settings-editors", press("backup-restore", "restore-dialog"), escape("restore-dialog")],
];

async function openBy(page, testid, ...keys) {
  await page.execute(() => document.activeElement?.blur?.());
  await page.keys(...keys);
  await page.id(testid);
}

async function search(page) {
  await page.put("search", "sarin");
  await page.id("hits");
}

test("the screens around comparing, and what opens on them, hold their edges", () =>
  story("looks-beside", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await page.id("first-start");
    const wrong = [];
    for (const mode of modes) {
      await load(page, mode, "first-start");
      wrong.push(...(await walk(app, mode, [["first start", () => "#/cases", "first-start"]], {})));
    }
    await load(page, { name: "plain", language: "en", scale: 100, width: 1280, height: 800, theme: "light" }, "first-start");
    await page.execute(() => (location.hash = "#/cases"));
    await openDemo(page);
    const [{ id: demo }] = call(where, "case.list", {});
    const { case: held } = call(where, "case.show", { case_id: demo });
    const of = { demo, claim: held.assessments[0].claim_id, item: held.captures[0].item_id, actor: held.items.find((item) => item.publisher_id).publisher_id };
    for (const mode of modes) {
      await load(page, mode);
      wrong.push(...(await walk(app, mode, screens, of)));
      // What opens is looked at where there is least room, and mirrored.
      if (mode.axe || mode.width < 1000) wrong.push(...(await walk(app, { ...mode, focus: false }, opened, of)));
    }
    assert.equal(wrong.join("\n"), "", "no screen has a fault");
  }));
