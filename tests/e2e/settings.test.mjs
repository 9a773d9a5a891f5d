// Settings, as the head of a desk uses them: people, scales, the house, the look, backups and the proof of the ledger.

import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { begin, call, saved } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

const icon = resolve(import.meta.dirname, "../../src-tauri/icons/icon.png");

/** A choice in a row of choices: what a person clicks is its label. */
const segment = (page, id) =>
  page.execute((wanted) => document.querySelector(`[data-testid="${wanted}"]`).closest("label").click(), id);

const names = async (where) => call(where, "editor.list", {}).map((editor) => editor.name);

test("settings: editors, a scale and its new version, the house, the look, backups and verification", () =>
  story("settings", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    await page.press("rail-settings");

    // People: one is added, takes over, and the other gets a new name and leaves.
    await page.put("settings-editor", "T. Lind");
    await page.press("settings-editor-save");
    await waitFor("the editor to be there", async () => (await names(where)).includes("T. Lind"));
    await page.click("radio", "T. Lind");
    await waitFor("the other to work here", () => call(where, "workspace.show", {}).editor === "T. Lind");
    await page.click("button", "Rename I. Marr");
    await page.put("editor-rename-name", "Ida Marr");
    await page.press("editor-rename-save");
    await page.sees("Ida Marr");
    await page.click("button", "Ida Marr: No longer works here");
    await page.sees("No longer work here: 1");
    assert.deepEqual(await names(where), ["T. Lind"]);

    // A refused name stays where it was typed.
    await page.press("settings-editor-save");
    await page.id("settings-editor-save-problem");

    // A scale of the house's own, and its second version; the first stays for the ratings that were made on it.
    await page.press("scale-new");
    await page.put("scale-name", "House scale");
    await page.put("scale-label-0", "Borne out");
    await page.put("scale-label-1", "Borne out");
    await page.press("scale-save");
    await page.sees("Two labels read the same.");
    await page.put("scale-label-1", "Not borne out");
    await page.put("scale-meaning-1", "What was looked for was not found.");
    await assertNoFaults(page, "the form of a scale");
    await page.press("scale-save");
    await page.gone("scale-dialog");
    const first = call(where, "scale.list", {}).find((each) => each.scale.name === "House scale");
    assert.deepEqual(first.labels.map((label) => [label.name, label.number]), [["Borne out", 2], ["Not borne out", 1]]);
    await page.execute(() => {
      const all = [...document.querySelectorAll("[data-testid=scale]")];
      const own = all.find((each) => each.textContent.includes("House scale"));
      for (const each of all) if (each !== own) each.remove();
      own.open = true;
    });
    await page.press("scale-version");
    await page.press("scale-add-label");
    await page.put("scale-label-2", "Cannot be said");
    await page.press("scale-save");
    await page.gone("scale-dialog");
    const second = call(where, "scale.list", {}).find((each) => each.scale.supersedes_id === first.id);
    assert.deepEqual([second.scale.version, second.labels.length, second.labels[2].number], [2, 3, null]);
    await saved(page);

    // The house.
    await page.put("house-name", "The Desk");
    await page.put("house-url", "https://desk.example/");
    await page.press("house-save");
    await page.sees("Saved.");
    assert.equal(call(where, "house.show", {}).url, "https://desk.example/");

    // Its logo: what is no picture is refused with words, and a picture is shown, small enough for the page.
    const drawing = join(where.home, "logo.svg");
    writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "run"</script></svg>');
    const choose = async (path) => {
      await page.execute((file) => (window.__counterclaim_dialogs = { open: file }), path);
      await page.press("house-logo-choose");
    };
    await choose(drawing);
    assert.match(await (await page.id("house-logo-problem")).text(), /Save the logo as PNG/, "it says what to do");
    await choose(icon);
    await waitFor("the picture to be drawn", () =>
      page.execute(() => document.querySelector("[data-testid=house-logo-picture]")?.naturalWidth > 0),
    );
    assert.equal(await page.has("house-logo-problem"), false, "what was refused before is forgotten");
    await assertNoFaults(page, "the logo");
    await page.execute(() => document.querySelector("[data-testid=house-logo]").scrollIntoView());
    await app.picture("settings-logo");
    await page.press("house-logo-remove");
    await page.sees("No logo. Reports show the name alone.");
    await choose(icon);
    await page.id("house-logo-picture");
    assert.equal(call(where, "house.show", {}).logo_media_type, "image/png");

    // The look.
    await segment(page, "theme-dark");
    assert.equal(await page.execute(() => document.documentElement.dataset.theme), "dark");
    // The choice outlives the page.
    await page.send("POST", "/refresh", {});
    await page.id("settings-editor");
    assert.equal(await page.execute(() => document.documentElement.dataset.theme), "dark");
    await assertNoFaults(page, "settings, dark");
    await app.picture("settings-dark");
    await segment(page, "theme-light");
    await segment(page, "scale-200");
    await waitFor("the text to be larger", () =>
      page.execute(() => parseFloat(getComputedStyle(document.documentElement).fontSize) === 32),
    );
    await assertNoFaults(page, "settings at 200 %");
    await segment(page, "scale-100");

    // Backups: now, and in full into a new folder; a folder that is there is refused with words.
    await page.press("backup-now");
    await page.id("backup-made");
    const folder = join(where.home, "full");
    await page.press("backup-full");
    await page.put("backup-folder", where.home);
    await page.press("backup-full-save");
    await page.id("backup-full-save-problem");
    await page.put("backup-folder", folder);
    await page.press("backup-full-save");
    await page.gone("backup-dialog");
    assert.ok(existsSync(join(folder, "ledger.sqlite")), "the full backup holds the ledger");

    // A backup is restored into a new folder, which then is a workspace of its own; never over one that is there.
    const restored = join(where.home, "restored");
    await page.press("backup-restore");
    await page.press("restore-save");
    await page.sees("Say which backup is meant");
    await page.execute((path) => (window.__counterclaim_dialogs = { folder: path }), folder);
    await page.press("restore-folder");
    await page.put("restore-to", where.workspace);
    await page.press("restore-save");
    await page.id("restore-save-problem");
    await assertNoFaults(page, "the form of a restore");
    await page.put("restore-to", restored);
    await page.press("restore-save");
    await page.gone("restore-dialog");
    await page.id("restored");
    await app.picture("settings-restored");
    const there = call({ ...where, workspace: restored }, "editor.list", {}).map((editor) => editor.name);
    assert.deepEqual(there, ["T. Lind"], "the restored workspace has the same people");

    // The folder is shown by the system's own program; under automation it is written down instead.
    await page.press("workspace-show");
    assert.deepEqual(await page.execute(() => window.__counterclaim_shown), [where.workspace], "this folder, and no other");

    // Verification, with a head that is noted, and one that is not of this history.
    await page.press("settings-verify");
    const result = await page.id("verify-result");
    assert.equal(await result.attribute("data-ok"), "true");
    const [{ hash }] = call(where, "workspace.show", {}).heads;
    for (const [head, found] of [[hash, "true"], ["0".repeat(64), "false"]]) {
      await page.put("verify-head", head);
      await page.press("verify-again");
      await waitFor(`the answer to be ${found}`, async () =>
        (await page.has("head-found")) && (await (await page.id("head-found")).attribute("data-found")) === found,
      );
    }

    // What helps with a fault names nobody and nothing.
    const text = await (await page.id("diagnostics")).text();
    assert.match(text, /Counterclaim \d/);
    for (const word of [where.home, "Lind", "The Desk"]) assert.ok(!text.includes(word), `it does not hold ${word}`);

    await page.keys(Key.control, Key.home);
    await app.picture("settings");
    await assertNoFaults(page, "settings");
  }));
