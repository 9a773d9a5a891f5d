// Items: taken in by button, pasted and dropped; corrected in place; look-alikes and damage pointed out; linked by keys.

import assert from "node:assert/strict";
import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaultsInBoth } from "./axe.mjs";
import { begin, call, openDemo, saved, tab, wipe } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";
import { throughPage } from "./ugly.mjs";

const go = (page, hash) => page.execute((to) => void (location.hash = to), hash);
const rows = (page) => page.execute(() => document.querySelectorAll("[data-testid=item-list] [data-key]").length);
const count = async (page) => (await page.id("item-count")).text();

/** Corrects a field where it stands, and leaves it by Enter. */
async function correct(page, testid, text) {
  const field = await page.id(testid);
  await field.clear();
  await field.type(text + Key.enter);
  await saved(page);
}

/** Pastes text where the focus is, as the web engine tells the page of it. */
const paste = (page, text) =>
  page.execute((words) => {
    const data = new DataTransfer();
    data.setData("text/plain", words);
    document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

/** Brings something as the desk does when it is dropped on the window. */
const bring = (page, what) =>
  page.execute((detail) => void window.dispatchEvent(new CustomEvent("counterclaim:bring", { detail })), what);

/** Waits until the element says so; it may be drawn anew meanwhile. */
const says = (page, testid, words) =>
  waitFor(`${testid} to say ${words}`, async () => words.test(await (await page.id(testid, { ms: 500 })).text()));

/** Every file below a folder. */
const files = (folder) =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

test("a researcher takes files in, corrects what is known of them, and sees what is the same and what is damaged", () =>
  story("items", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    const given = ["Statement 4 April.txt", "Crater north.png", "Copy of the statement.txt"].map((name) => join(where.home, name));
    writeFileSync(given[0], "The ministry said at noon that nothing had been moved.\nIt said no more.\n");
    writeFileSync(given[1], Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    writeFileSync(given[2], "The ministry said at noon that nothing had been moved.\nIt said no more.\n");

    // By the button, many at once: each file becomes an item of its own. One that is not there says so, and can be tried again.
    await page.press("rail-items");
    const missing = join(where.home, "not there.pdf");
    await page.execute((open) => void (window.__counterclaim_dialogs = { open }), [given[0], given[1], missing]);
    await page.press("attach-files");
    await page.id("attach-problem");
    await says(page, "attach-problem", /not there\.pdf/);
    await waitFor("two items", async () => call(where, "item.list", {}).length === 2);
    assert.deepEqual(
      call(where, "item.list", {}).map(({ name, kind }) => [name, kind]),
      [
        ["Statement 4 April", "document"],
        ["Crater north", "photo"],
      ],
      "each is named after its file, with the kind that its ending tells",
    );
    writeFileSync(missing, "%PDF-1.4 now it is there");
    await page.press("attach-again");
    await waitFor("a third item", async () => call(where, "item.list", {}).length === 3);
    await waitFor("the one that was tried again to be open", async () => (await (await page.id("item-name")).property("value")) === "not there");
    await says(page, "capture-state", /unchanged/);

    // Corrected in place; what is refused stays typed, with the reason beside it.
    const [statement] = call(where, "item.list", {});
    await go(page, `#/items/${statement.id}`);
    await waitFor("the first item", async () => (await (await page.id("item-name")).property("value")) === "Statement 4 April");
    await correct(page, "item-publisher", "Ministry of defence");
    await correct(page, "item-url", "https://example.org/statement");
    const date = await page.id("item-date");
    await date.clear();
    await date.type(`yesterday${Key.enter}`);
    await page.id("item-date-problem");
    assert.equal(await date.property("value"), "yesterday", "what was typed stays");
    await date.clear();
    await date.type(`2017-04-04${Key.enter}`);
    await waitFor("the date", async () => call(where, "item.show", { id: statement.id }).date === "2017-04-04");
    await page.gone("item-date-problem");
    const now = call(where, "item.show", { id: statement.id });
    assert.equal(now.url, "https://example.org/statement");
    assert.equal(call(where, "actor.show", { id: now.publisher_id }).name, "Ministry of defence");

    // Pasted words become an excerpt of the open item, anchored to its place.
    await (await page.id("item-detail")).focus();
    await paste(page, "nothing had been moved");
    await page.press("pasted-excerpt");
    await page.press("excerpt-save");
    await page.id("excerpt");
    assert.equal(call(where, "excerpt.list", {})[0].start, 31, "anchored at its place in the text");

    // A picture out of the clipboard becomes a copy of the open item, if a person says so; a copy of it is what is opened.
    await bring(page, { kind: "files", files: [{ name: "image.png", type: "image/png", base64: "iVBORw0KGgo=" }] });
    await page.press("pasted-copy");
    await waitFor("a second copy", async () => call(where, "capture.list", {}).filter((one) => one.item_id === statement.id).length === 2);
    await page.press("capture-reveal");
    const shown = await waitFor("what was asked to be opened", () => page.execute(() => window.__counterclaim_shown?.[0] ?? null));
    assert.ok(shown.startsWith(where.workspace) && !shown.includes(join(where.workspace, "files")), `a copy, not the preserved file: ${shown}`);

    // A pasted or dropped address becomes an item; the same address again is pointed out, and the way leads back.
    await page.press("item-close");
    const again = "https://www.example.org/statement/";
    await bring(page, { kind: "text", text: again, url: again });
    await page.id("alike");
    await says(page, "alike", /the same address/);
    await assertNoFaultsInBoth(page, "an item that looks like another");
    await app.picture("items-alike");
    await page.press("alike-open");
    await waitFor("the one that was there", async () => (await (await page.id("item-name")).property("value")) === "Statement 4 April");
    assert.equal(call(where, "item.list", {}).length, 3, "the second one is in the trash");

    // The same file under another name is pointed out as well.
    // Dropped from the desktop while an item is open, a person says what it is to be.
    await bring(page, { kind: "paths", paths: [given[2]] });
    await page.press("pasted-items");
    await page.id("alike");
    await says(page, "alike", /byte for byte/);
    await page.press("item-close");

    // Search as one types, and a filter with its way out.
    await page.put("item-search", "ministry");
    await waitFor("one item", async () => /^1 of 4/.test(await count(page)));
    await wipe(page, "item-search");
    await page.press("item-filter");
    await page.pick("item-filter-kind", "photo");
    await page.keys(Key.escape);
    await waitFor("the sheet to go", async () => (await page.all("[data-testid=item-filter-sheet]")).length === 0);
    await waitFor("the photo alone", async () => /^1 of 4/.test(await count(page)));
    await page.press("item-narrowed-kind");
    await waitFor("all items", async () => /^4 items/.test(await count(page)));

    // A damaged file is marked, by word as well as by shape.
    for (const path of files(join(where.workspace, "files"))) {
      if (statSync(path).size === 72) {
        chmodSync(path, 0o644);
        writeFileSync(path, "The ministry said at noon that everything had been moved.\nIt said no more");
      }
    }
    await go(page, `#/items/${statement.id}`);
    await page.id("item-detail");
    await page.press("capture-check");
    await page.id("capture-damage");
    await says(page, "capture-state", /changed/);
    await assertNoFaultsInBoth(page, "an item whose copy is damaged");
    await app.picture("items-damaged");

    // All are chosen by keys and moved to the trash; the trash gives them back.
    await (await page.find("[data-testid=item-list] [data-key][tabindex='0']")).focus();
    await page.keys(Key.control, "a");
    await page.press("trash-chosen");
    await waitFor("an empty list", async () => call(where, "item.list", {}).length === 0);
    await (await page.find("[data-testid=items-scope-trash]")).focus();
    await page.keys(" ");
    // Four, the look-alike, and the item of the file that was not there.
    await waitFor("the trash", async () => (await rows(page)) === 6);
    await page.press("item-list-all");
    await page.press("trash-chosen");
    await waitFor("all back", async () => call(where, "item.list", {}).length === 6);
  }));

test("in a case one item is linked to claim after claim by keys", () =>
  story("evidence", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const [{ id: case_id }] = call(where, "case.list", {});
    const { id: item } = await throughPage(page)("item.add", { name: "Flight log", kind: "dataset", reading: "read" });
    await tab(page, "evidence");
    await page.id("item-list");
    await assertNoFaultsInBoth(page, "the evidence of a case");
    await go(page, `#/case/${case_id}/evidence/${item}`);
    await page.id("quick-link");
    await (await page.find("[data-testid=quick-rows] [data-key][tabindex='0']")).focus();
    const links = () => call(where, "case.show", { case_id }).case.links.filter((link) => link.from_item_id === item);
    await page.keys("4");
    await waitFor("a link", async () => links().length === 1);
    for (const key of ["2", "0"]) {
      await page.keys(Key.down);
      await page.keys(key);
      await waitFor("one link more", async () => links().length === (key === "2" ? 2 : 3));
    }
    // Relevance, credibility and a note are the desk's, the same for every account.
    await page.keys(Key.enter);
    await page.id("link-fields");
    await page.pick("quick-relevance", "high");
    await saved(page);
    await page.pick("quick-credibility", "2");
    await saved(page);
    const note = await page.id("quick-note");
    await note.type("The log ends at 06:30.");
    await page.keys(Key.tab);
    await waitFor("the note", async () => links().some((link) => link.note === "The log ends at 06:30."));
    assert.equal(call(where, "case.show", { case_id }).case.relevances.at(-1).value, "high");
    await page.execute(() => document.querySelector("[data-testid=quick-link]").scrollIntoView());
    await assertNoFaultsInBoth(page, "linking an item");
    await app.picture("evidence-linking");
  }));

test("a list of thousands of items stays small in the page, and its end is one key away", () =>
  story("items-many", async ({ open }) => {
    const { page } = await open();
    await begin(page, "I. Marr");
    await go(page, "#/items");
    const through = throughPage(page);
    // COUNTERCLAIM_E2E_MANY=10000 asks for more; making them takes minutes, since each new item is compared with all.
    const many = Number(process.env.COUNTERCLAIM_E2E_MANY ?? 3000);
    const made = [];
    for (let n = 1; n <= many; n += 1) made.push(through("item.add", { name: `Record ${n}`, kind: "document", reading: "read" }));
    await Promise.all(made);
    assert.equal((await through("item.list", {})).length, many);
    // Any write in the window lets it read again.
    await page.press("add-item");
    await page.put("item-name", "The last one in");
    await page.press("item-save");
    await page.id("item-detail", { ms: 30_000 });
    await page.press("item-close");
    await waitFor("all of them", async () => (await count(page)).startsWith(`${many + 1} items`));
    assert.ok((await rows(page)) < 120, `only what is in sight is drawn: ${await rows(page)} rows`);
    // A table that is just being read anew may let a key pass by.
    await waitFor("the end of the list", async () => {
      await (await page.find("[data-testid=item-list] [data-key][tabindex='0']")).focus();
      await page.keys(Key.end);
      await page.sees("The last one in", { ms: 2_000 });
      return true;
    });
    await page.keys(Key.home);
    await page.sees("Record 1");
    assert.ok((await rows(page)) < 120, "and after a walk from end to end");
    await page.put("item-search", "record 2777");
    await waitFor("one of them", async () => (await count(page)).startsWith(`1 of ${many + 1}`));
  }));
