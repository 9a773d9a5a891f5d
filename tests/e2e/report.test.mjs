// The report, from its preview to two published numbers, of which the second corrects the first.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { call, openDemo, saved, tab } from "./desk.mjs";
import { waitFor } from "./driver.mjs";

/** The page of the report that the window holds, without its marks. */
const preview = async (page) =>
  (await (await page.id("report-preview")).attribute("srcdoc")) ?? "";

/** Waits until the preview holds what `asked` looks for. */
const previews = (page, what, asked) =>
  waitFor(`the preview to be ${what}`, async () => asked(await preview(page)));

/** The words stand in this order. */
const inOrder = (html, first, second) => {
  const heading = (words) => html.search(new RegExp(`<h2[^>]*>\\s*${words}`));
  return heading(first) >= 0 && heading(first) < heading(second);
};

/** What a person would choose in the dialog of the system. */
const chooses = (page, answers) =>
  page.execute((given) => (window.__counterclaim_dialogs = given), answers);

test("report: preview in two languages, order, export, publication and its correction", () =>
  story("report", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const [{ id }] = call(where, "case.list", {});
    await tab(page, "report");

    // The page as it would be, in the house's language, then in Russian, then in English.
    await previews(
      page,
      "in English",
      (html) => html.includes('lang="en"') && html.includes("Points at issue"),
    );
    await page.pick("report-language", "ru");
    await previews(page, "in Russian", (html) =>
      /<html[^>]*lang="ru"/.test(html),
    );
    await app.picture("report-russian");
    await page.pick("report-language", "en");
    await previews(page, "in English again", (html) =>
      /<html[^>]*lang="en"/.test(html),
    );

    // A section moves; one that is off is not there.
    assert.ok(
      inOrder(await preview(page), "Claim by claim", "Timeline"),
      "the usual order",
    );
    await page.press("section-up-timeline");
    await previews(page, "in the order asked for", (html) =>
      inOrder(html, "Timeline", "Claim by claim"),
    );
    await page.press("section-sources");
    await previews(
      page,
      "without its sources",
      (html) => !/<h2[^>]*>\s*Sources/.test(html),
    );

    // Light and dark; the report itself is paper.
    await assertNoFaults(page, "the report");
    await app.picture("report");
    await page.execute(() => (document.documentElement.dataset.theme = "dark"));
    await assertNoFaults(page, "the report, dark");
    await app.picture("report-dark");
    await page.execute(
      () => (document.documentElement.dataset.theme = "light"),
    );

    // Exported where a person chose; nobody choosing writes nothing.
    const out = join(where.home, "report.md");
    await page.pick("report-format", "md");
    await chooses(page, { save: null });
    await page.press("report-export");
    await waitFor(
      "the export to be over",
      async () => !(await page.has("export-done")),
    );
    assert.ok(!existsSync(out));
    await chooses(page, { save: out });
    await page.press("report-export");
    await page.id("export-done", { ms: 30_000 });
    const written = readFileSync(out, "utf8");
    assert.ok(written.includes("Khan Shaykhun"));
    assert.ok(
      written.indexOf("# Timeline") < written.indexOf("# Claim by claim"),
      "the file has the same order",
    );

    // What should be looked at leads to its place.
    const lead = (from) =>
      page.execute(
        (testid) =>
          document
            .querySelector(`[data-testid="${testid}"] a`)
            ?.getAttribute("href"),
        from,
      );
    const line = await lead("report-notes");
    assert.match(line, /^#\/case\//);

    // Published: a number, and files that the ledger knows.
    const first = join(where.home, "first");
    mkdirSync(first);
    await chooses(page, { folder: first });
    await page.press("report-publish");
    await page.id("publish-done", { ms: 60_000 });
    await saved(page);
    const [one] = call(where, "report.list", { case_id: id });
    const published = await page.id("report-published");
    assert.ok((await published.text()).includes(one.number));
    const { files } = call(where, "report.show", { id: one.id });
    assert.deepEqual(files.map(({ format, state }) => [format, state]).sort(), [["html", "unchanged"], ["pdf", "unchanged"]]);
    for (const { path } of files) assert.ok(path.startsWith(first), `${path} is where the person chose`);
    const pageOf = (list) => readFileSync(list.find(({ format }) => format === "html").path, "utf8");
    assert.ok(pageOf(files).includes(one.number));

    // A second one corrects it; without a reason it is refused, and nothing is written.
    const second = join(where.home, "second");
    mkdirSync(second);
    await page.pick("publish-supersedes", one.number);
    await chooses(page, { folder: second });
    await page.press("report-publish");
    await page.id("publish-problem");
    assert.equal(call(where, "report.list", { case_id: id }).length, 1);
    await page.put("publish-reason", "The time of the release was misread.");
    await page.press("report-publish");
    await waitFor(
      "the second report",
      () => call(where, "report.list", { case_id: id }).length === 2,
      { ms: 60_000 },
    );
    const both = call(where, "report.list", { case_id: id });
    assert.equal(both[1].supersedes.number, one.number);
    await page.sees(`superseded by ${both[1].number}`);
    const corrected = call(where, "report.show", { id: both[1].id }).files;
    assert.ok(corrected.every(({ path }) => path.startsWith(second)));
    assert.ok(pageOf(corrected).includes("The time of the release was misread."), "the reason is printed");
    await app.picture("report-published");
    await assertNoFaults(page, "the report with what was published");

    // The list of all cases has both.
    await page.press("rail-reports");
    await page.sees(both[1].number);
    await page.sees(one.number);
  }));
