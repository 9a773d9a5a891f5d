// What blocks publication: made by an editor, listed in the window, each line leading to where it is mended; and what a second
// reader is not shown, nor may publish, until they have rated.

import assert from "node:assert/strict";
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { call, openDemo, tab, wipe, work } from "./desk.mjs";
import { waitFor } from "./driver.mjs";

// A picture of one point.
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const secret = "Quincunx: nobody with a mandate said so";

/** The lines under a heading, as code and place. */
const lines = (page, testid) =>
  page.execute(
    (id) => [...document.querySelectorAll(`[data-testid="${id}"] a`)].map((line) => [line.dataset.code, line.getAttribute("href")]),
    testid,
  );

/** Waits until a line of that code is there, and gives its place. */
async function blockedBy(page, code) {
  const found = await waitFor(`a line ${code}`, async () => (await lines(page, "report-blocks")).find(([one]) => one === code));
  const publish = await page.id("report-publish");
  assert.ok(await page.execute((node) => node.matches(":disabled"), publish.json()), `${code}: nothing is published`);
  return found[1];
}

const follow = (page, code) => page.execute((wanted) => document.querySelector(`[data-code="${wanted}"]`).click(), code);
const free = (page) => page.gone("report-blocks");
const preview = async (page) => (await (await page.id("report-preview")).attribute("srcdoc")) ?? "";

/** Writes through the window's own door (the terminal may not while the window holds the ledger), and lets the screen read again. */
async function writes(page, name, request) {
  await page.executeAsync(
    (command, payload) =>
      window.__TAURI_INTERNALS__
        ? window.__TAURI_INTERNALS__.invoke("call", { command, payload })
        : fetch(`/call/${command}`, {
            method: "POST",
            headers: { "content-type": "application/json" },
            body: JSON.stringify(payload),
          }).then(async (answer) => (answer.ok ? null : Promise.reject(new Error(await answer.text())))),
    name,
    request,
  );
  await tab(page, "claims");
  await tab(page, "report");
  await page.id("report-preview", { ms: 30_000 });
}

test("report: each thing that blocks publication is listed, and its line leads to its place", () =>
  story("blocks", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const [{ id }] = call(where, "case.list", {});
    const { case: whole } = call(where, "case.show", { case_id: id });
    await tab(page, "report");
    await page.id("report-preview", { ms: 30_000 });
    assert.ok(!(await page.has("report-blocks")), "the demo can be published");

    // A rating cites a statement; the statement goes to the trash.
    const claim = whole.claims.find((one) => one.kind === "factual" && !whole.assessments.some((rated) => rated.claim_id === one.uuid));
      const label = whole.labels.find((one) => one.name === "Probable");
    const cited = whole.statements[0];
    await writes(page, "assessment.add", {
      claim_id: claim.uuid,
      scale_id: label.scale_id,
      label_id: label.uuid,
      evidence_until: "2017-04-12",
      rationale: `${secret} [@${cited.uuid}].`,
    });
    await page.id("report-preview", { ms: 30_000 });
    await writes(page, "statement.trash", { id: cited.uuid });
    assert.equal(await blockedBy(page, "broken_citation"), `#/case/${id}/claims/${claim.uuid}`);
    await waitFor("the broken place on the page", async () => (await preview(page)).includes("[this citation leads nowhere]"));
    await page.sees("which lies in the trash");
    await app.picture("report-blocks");
    await assertNoFaults(page, "the report with what blocks");
    await follow(page, "broken_citation");
    await waitFor("the claim", async () => (await (await page.id("claim-title")).text()) === claim.text);
    await writes(page, "statement.restore", { id: cited.uuid });
    await free(page);

    // Its kind is changed after the rating.
    await writes(page, "claim.edit", { id: claim.uuid, set: { kind: "opinion" } });
    assert.equal(await blockedBy(page, "rating_not_allowed"), `#/case/${id}/claims/${claim.uuid}`);
    await writes(page, "claim.edit", { id: claim.uuid, set: { kind: "factual" } });
    await free(page);

    // ClaimReview is to be published, and the house has no address.
    await page.execute(() => void (location.hash = "#/settings"));
    await wipe(page, "house-url");
    await page.press("house-save");
    await waitFor("no address", () => call(where, "house.show", {}).url === null);
    await page.execute((to) => void (location.hash = to), `#/case/${id}/report`);
    await page.press("publish-claimreview");
    assert.equal(await blockedBy(page, "house_missing"), "#/settings", "the house is named in Settings");
    await follow(page, "house_missing");
    await page.put("house-url", "https://desk.example/");
    await page.press("house-save");
    await waitFor("the address", () => call(where, "house.show", {}).url === "https://desk.example/");

    // It has a logo, of which the file is lost.
    const logo = join(where.home, "logo.png");
    writeFileSync(logo, Buffer.from(PIXEL, "base64"));
    await page.execute((open) => void (window.__counterclaim_dialogs = { open }), logo);
    await page.press("house-logo-choose");
    await page.id("house-logo-picture");
    const { logo_sha256 } = call(where, "house.show", {});
    const kept = join(where.workspace, "files", logo_sha256.slice(0, 2), logo_sha256.slice(2));
    const bytes = readFileSync(kept);
    rmSync(kept, { force: true });
    await page.execute((to) => void (location.hash = to), `#/case/${id}/report`);
    assert.equal(await blockedBy(page, "logo_missing"), "#/settings");
    await page.sees("The logo of the house cannot be read.");
    await follow(page, "logo_missing");
    await page.id("house-name");
    writeFileSync(kept, bytes);
    await page.execute((to) => void (location.hash = to), `#/case/${id}/report`);
    await page.id("report-preview", { ms: 30_000 });
    await free(page);

    // A preserved copy that a note leads to is no longer what was preserved.
    const altered = whole.captures.find((one) => whole.excerpts.some((excerpt) => excerpt.capture_id === one.uuid));
    const place = join(where.workspace, "files", altered.sha256.slice(0, 2), altered.sha256.slice(2));
    const before = readFileSync(place);
    chmodSync(place, 0o644);
    appendFileSync(place, "!");
    await tab(page, "claims");
    await tab(page, "report");
    assert.equal(await blockedBy(page, "copy_changed"), `#/case/${id}/evidence/${altered.item_id}`);
    await app.picture("report-copy-changed");
    await follow(page, "copy_changed");
    await page.id("item-heading");
    writeFileSync(place, before);
    await tab(page, "report");
    await page.id("report-preview", { ms: 30_000 });
    await free(page);

    // A preserved copy that a note leads to is gone.
    const capture = whole.captures.find((one) => whole.excerpts.some((excerpt) => excerpt.capture_id === one.uuid));
    rmSync(join(where.workspace, "files", capture.sha256.slice(0, 2), capture.sha256.slice(2)), { force: true });
    await tab(page, "claims");
    await tab(page, "report");
    assert.equal(await blockedBy(page, "copy_missing"), `#/case/${id}/evidence/${capture.item_id}`);
    await follow(page, "copy_missing");
    await page.id("item-heading");
  }));

test("report: a second reader sees that a claim is rated and not how, publishes nothing, and may choose to read openly", () =>
  story("report-covered", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const [{ id }] = call(where, "case.list", {});
    const { case: whole } = call(where, "case.show", { case_id: id });
    const claim = whole.claims.find((one) => one.kind === "factual" && !whole.assessments.some((rated) => rated.claim_id === one.uuid));
      const label = whole.labels.find((one) => one.name === "Refuted");
    await tab(page, "report");
    await writes(page, "assessment.add", {
      claim_id: claim.uuid,
      scale_id: label.scale_id,
      label_id: label.uuid,
      evidence_until: "2017-04-12",
      rationale: secret,
    });
    await waitFor("the rating of one's own", async () => (await preview(page)).includes(secret), { ms: 30_000 });

    await work(page, "T. Lind");
    await waitFor("the covered rating", async () => (await preview(page)).includes("Rated; covered until you have read it yourself."), { ms: 30_000 });
    const everything = () => page.execute(() => document.documentElement.outerHTML);
    assert.ok(!(await everything()).includes(secret), "the rationale is not in the page");
    assert.equal(await blockedBy(page, "covered"), `#/case/${id}/review/${claim.uuid}`);
    await app.picture("report-covered");
    await assertNoFaults(page, "the report of a second reader");

    // What they export says so too.
    const out = join(where.home, "report.md");
    await page.pick("report-format", "md");
    await page.execute((given) => (window.__counterclaim_dialogs = given), { save: out });
    await page.press("report-export");
    await page.id("export-covered", { ms: 30_000 });
    const written = readFileSync(out, "utf8");
    assert.ok(written.includes("covered until you have read it yourself") && !written.includes(secret));

    // The history says that something is covered.
    await tab(page, "history");
    await page.id("operation");
    await page.execute(() => document.querySelector('[data-testid="operation"]').click());
    await page.id("operation-pane");
    await page.id("covered");
    assert.ok(!(await everything()).includes(secret), "nor in the history");
    await app.picture("history-covered");

    // Openly, because they say so.
    await tab(page, "report");
    await page.press("report-read-openly", { ms: 30_000 });
    await waitFor("the rating", async () => (await preview(page)).includes(secret), { ms: 30_000 });
    await free(page);
    const folder = join(where.home, "out");
    mkdirSync(folder);
    await page.execute((given) => (window.__counterclaim_dialogs = given), { folder });
    await page.press("report-publish");
    await page.id("publish-done", { ms: 60_000 });
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith(".")), [], "nothing temporary is left");
    assert.ok(existsSync(folder));
  }));
