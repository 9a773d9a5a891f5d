// The window itself: it opens, it is painted, and our two instruments (pictures, axe) see what they should.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { binary, story, terminal } from "./app.mjs";
import { assertNoFaults, faults } from "./axe.mjs";
import { addCase, begin, call, saved } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";
import { colours } from "./picture.mjs";

test("a window opens, with its title, and is painted", () =>
  story("window", async ({ open }) => {
    const app = await open();
    await app.page.byRole("main");
    assert.match(await app.page.title(), /Counterclaim/, "the window says whose it is");
    assert.ok((await app.picture("window")) > 8, "the page is painted, not only read");
  }));

test("a second start calls the first window forward, and one that only reads stands beside it", () =>
  story("second", async ({ where, open }) => {
    const first = await open();
    assert.equal(await show(first, "can_write"), true, "the first window writes");

    const second = spawnSync(binary, [], { env: where.env, timeout: 20_000, encoding: "utf8" });
    assert.equal(second.status, 0, `the second start ends well, for the first window came forward: ${second.stderr}`);
    assert.equal(await show(first, "can_write"), true, "the first window is still there, and still writes");

    const words = ["--workspace", where.workspace, "--editor", "I. Marr", "--json", "call", "case.add", '{"name":"From beside"}'];
    const beside = spawnSync(terminal, words, { env: where.env, timeout: 20_000, encoding: "utf8" });
    assert.equal(beside.status, 1, "the terminal may not write while the window does");
    const problem = JSON.parse(beside.stderr);
    assert.equal(problem.code, "locked", "and is told why");
    assert.equal(problem.params.writer.program, "window", "and who it is that writes");

    const reader = await open(["--read-only"]);
    assert.equal(await show(reader, "can_write"), false, "the third was asked to read alone");
    await reader.page.sees("Read only");
    assert.equal(await reader.page.has("new-case"), false, "and offers nothing that it could not do");
  }));

test("a window that was cut off leaves nothing in the way of the next", () =>
  story("cut-off", async ({ open }) => {
    await (await open()).kill();
    assert.equal(await show(await open(), "can_write"), true, "the next window writes, whatever the first left behind");
  }));

test("the window comes back at the size that it had, even after it was cut off", () =>
  story("place", async ({ where, open }) => {
    const first = await open();
    await first.page.send("POST", "/window/rect", { x: 40, y: 30, width: 900, height: 700 });
    const kept = join(where.workspace, "local", "window.json");
    await waitFor("the place to be kept", () => readFileSync(kept, "utf8").includes("900"));
    await first.kill();
    const again = await open();
    await waitFor("the size to be as it was", async () => (await again.page.execute(() => innerWidth)) === 900);
  }));

test("another workspace is opened in the same window, and the first is left whole", () =>
  story("workspaces", async ({ where, open }) => {
    const first = where.workspace;
    const second = join(where.home, "another desk");
    const letters = join(where.home, "letters");
    mkdirSync(second);
    mkdirSync(letters);
    writeFileSync(join(letters, "letter.txt"), "mine");
    const app = await open();
    const { page } = app;
    const choose = async (folder) => {
      await page.execute((path) => (window.__counterclaim_dialogs = { folder: path }), folder);
      await page.press("workspace-open");
    };
    const titled = (words) => waitFor(`the title to say ${words}`, async () => (await page.title()).includes(words));
    await begin(page, "I. Marr");
    await addCase(page, "The first case");
    await titled("workspace");

    // A folder that holds something else is left alone, with words.
    await page.press("rail-settings");
    await choose(letters);
    const refusal = await page.id("workspace-refused");
    assert.match(await refusal.text(), /something else, and no workspace.*empty folder/s, "it says why, and what to choose");
    await assertNoFaults(page, "the refused folder");
    await app.picture("workspace-refused");
    await page.press("workspace-close");
    await page.gone("workspace-dialog");
    assert.equal(await show(app, "can_write"), true, "the window is where it was");

    // What is being typed stays with the workspace that is left: the palette leads away in the middle of it.
    await page.press("rail-cases");
    await page.press("new-case");
    await page.put("case-name", "Half a nam");
    await page.keys(Key.escape);
    await page.gone("new-case-dialog");
    await page.execute((path) => (window.__counterclaim_dialogs = { folder: path }), second);
    await page.keys(Key.control, "k");
    await page.put("palette-field", "another workspace");
    await page.keys(Key.enter);
    await page.id("workspace-make");
    await assertNoFaults(page, "the question before a workspace is made");
    await app.picture("workspace-make");
    await page.press("workspace-make");
    await page.id("first-start");
    assert.equal(await (await page.id("workspace-path")).text(), second, "the empty folder is a workspace now");
    await begin(page, "T. Lind");
    await titled("another desk");
    await page.seesNot("The first case");
    assert.equal(await page.execute(() => location.hash), "#/cases", "one begins at its cases");
    await page.keys(Key.alt, Key.left);
    assert.equal(await page.execute(() => location.hash), "#/cases", "nothing leads back into the other");
    await addCase(page, "The second case");

    // The lock went along: others may write in the first, not in the second, whose window a second start calls forward.
    call({ ...where, workspace: first }, "editor.use", { name: "I. Marr" });
    call({ ...where, workspace: first }, "case.add", { name: "Added beside" });
    const words = ["--workspace", second, "--editor", "I. Marr", "--json", "call", "case.add", '{"name":"No"}'];
    assert.equal(spawnSync(terminal, words, { env: where.env, timeout: 20_000 }).status, 1, "the second is held");
    const start = spawnSync(binary, ["--workspace", second], { env: where.env, timeout: 20_000, encoding: "utf8" });
    assert.equal(start.status, 0, `the window comes forward: ${start.stderr}`);
    await page.send("POST", "/window/rect", { x: 40, y: 30, width: 910, height: 710 });
    await waitFor("the place to be kept with the second", () => {
      const kept = join(second, "local", "window.json");
      return existsSync(kept) && readFileSync(kept, "utf8").includes("910");
    });

    // Back, by the list of those that were open; what was typed is there.
    await page.press("rail-settings");
    await page.id("recent-workspaces");
    await page.execute(() => document.querySelector("[data-testid=recent-workspaces]").scrollIntoView({ block: "center" }));
    await app.picture("workspace-recent");
    await assertNoFaults(page, "the list of workspaces");
    for (const folder of [first, second]) assert.equal(existsSync(join(folder, "workspaces.json")), false);
    await page.press("recent-open");
    await titled("workspace");
    await page.sees("Added beside");
    await page.press("new-case");
    await page.id("draft-restored");
    assert.equal(await (await page.id("case-name")).property("value"), "Half a nam", "the draft came back");
    await page.press("draft-discard");
    await page.keys(Key.escape);
    await saved(page);

    // A workspace that another window has open comes forward there, and this window stays.
    const other = await open(["--workspace", second]);
    await other.page.sees("The second case");
    await page.press("rail-settings");
    await choose(second);
    await page.sees("It is open in another window");
    await page.press("workspace-close");
    assert.equal(await show(app, "name"), first, "this one stays");
  }));

test("a backup is restored, and opened at once", () =>
  story("restored", async ({ where, open }) => {
    const { page } = await open();
    await begin(page, "I. Marr");
    await addCase(page, "Kept in the backup");
    await page.press("rail-settings");
    await page.press("backup-full");
    const full = join(where.home, "full");
    await page.put("backup-folder", full);
    await page.press("backup-full-save");
    await page.gone("backup-dialog");

    // A backup is not worked in; it is restored, and that is opened.
    await page.execute((path) => (window.__counterclaim_dialogs = { folder: path }), full);
    await page.press("workspace-open");
    assert.match(await (await page.id("workspace-refused")).text(), /full backup/, "working in it would change it");
    await page.press("workspace-close");
    const restored = join(where.home, "restored");
    await page.press("backup-restore");
    await page.put("restore-from", full);
    await page.put("restore-to", restored);
    await page.press("restore-save");
    await page.press("restored-open");
    await begin(page, "I. Marr");
    await page.sees("Kept in the backup");
    assert.equal(call({ ...where, workspace: restored }, "workspace.verify", {}).ok, true, "and it is whole");
  }));

test("nothing from outside can be loaded or run in it", () =>
  story("csp", async ({ open }) => {
    const { page } = await open();
    const fetched = await page.executeAsync(() => fetch("http://127.0.0.1:9/").then(() => "loaded", () => "refused"));
    assert.equal(fetched, "refused", "the page may not reach any address");
    const ran = await page.executeAsync(() => {
      const script = document.createElement("script");
      script.textContent = "window.__ran = true";
      document.head.append(script);
      return new Promise((done) => setTimeout(() => done(window.__ran === true), 50));
    });
    assert.equal(ran, false, "a script that got into the page does not run");
  }));

test("axe sees a planted fault, and sees it gone", () =>
  story("axe", async ({ open }) => {
    const { page } = await open();
    await page.execute(() => {
      const image = document.createElement("img");
      image.id = "planted";
      image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
      document.body.append(image);
    });
    const planted = (found) => found.some((fault) => fault.startsWith("image-alt"));
    assert.ok(planted(await faults(page)), "an image without a text is a fault, and axe has to see it");
    await page.execute(() => document.getElementById("planted").remove());
    assert.ok(!planted(await faults(page)), "with the image gone the fault is gone");
  }));

test("a blank picture is told from a painted one", () => {
  assert.equal(colours(png(4, 4, () => [255, 255, 255])), 1, "a white picture has one colour");
  assert.equal(colours(png(4, 4, (x, y) => [x, y, 0])), 16, "each of 16 pixels has its own");
});

/** One field of what the door says about the workspace. */
const show = (app, field) =>
  app.page
    .executeAsync(() => window.__TAURI_INTERNALS__.invoke("call", { command: "workspace.show", payload: {} }))
    .then((workspace) => workspace[field]);

/** A PNG with the given pixels (unfiltered lines, no checksums: our reader looks at neither). */
function png(width, height, pixel) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const lines = [];
  for (let y = 0; y < height; y += 1) {
    lines.push(0);
    for (let x = 0; x < width; x += 1) lines.push(...pixel(x, y));
  }
  const chunk = (kind, data) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(kind, 4, "latin1");
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from(lines))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
