// Review in the window: a rating with citations by keyboard, a blind second reading by another editor, a disagreement that goes
// back with both reasons, the verdict; the checklist and the right of reply.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { openDemo, saved, tab, work } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

const claim = "The Assad government is responsible for the attack.";
const firstReason = "Quincunx: nobody with a mandate";
const secondReason = "Harlequin: two bodies name the air force";

/** Opens the claim in the work list. */
async function openClaim(page) {
  await tab(page, "review");
  await page.id("work-list");
  await waitFor("the claim", async () => {
    await page.click("link", claim);
    await waitFor("its title", async () => (await page.has("claim-title")) && (await (await page.id("claim-title")).text()) === claim, { ms: 2_000 });
    return true;
  });
}

const stage = async (page) => (await page.id("review-pane")).attribute("data-stage");
const reached = (page, wanted) => waitFor(`the stage ${wanted}`, async () => (await stage(page)) === wanted);
const source = (page) => page.execute(() => document.documentElement.outerHTML);

async function bothThemes(app, name) {
  for (const theme of ["light", "dark"]) {
    await app.page.execute((wanted) => void (document.documentElement.dataset.theme = wanted), theme);
    await app.picture(`review-${name}-${theme}`);
    await assertNoFaults(app.page, `${name}, ${theme}`);
  }
}

test("two editors rate a claim, the second without seeing the first, and agree in the end", () =>
  story("review", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);

    // The first editor rates, and cites by keyboard; the preview is what the report prints.
    await openClaim(page);
    await page.id("assessment-form");
    await page.press("label-4");
    await page.put("assessment-until", "2017-04-12");
    const area = await page.id("assessment-rationale");
    await area.type(`${firstReason} says so @White Hou`);
    await page.id("cite-list");
    await page.keys(Key.enter);
    await area.type(" **yet**.");
    const preview = await page.find("[data-testid='preview']");
    await waitFor("the citation as a chip with its name", async () =>
      (await preview.all("a.cite")).length === 1 && (await preview.text()).includes("White House assessment"),
    );
    assert.equal((await preview.all("strong")).length, 1, "Markdown is drawn");
    assert.match(await area.property("value"), /\[@[^\]]+\] \*\*yet\*\*\.$/, "the field holds a short citation");
    await page.press("assessment-save");
    await reached(page, "waiting");
    await page.sees(firstReason);
    await saved(page);

    // The second editor: who rated is said; the label and the reason are nowhere on the page, on no screen of the case.
    await work(page, "T. Lind");
    await page.id("assessment-form");
    assert.ok(await page.has("covered"), "the first rating is covered");
    const seen = async (where) => {
      const html = await source(page);
      assert.ok(!html.includes("Quincunx"), `${where}: the first reason is not on the page`);
      assert.ok(!(await page.has("assessment")), `${where}: no assessment is shown`);
    };
    await seen("review");
    assert.equal(
      await page.execute((words) => {
        const row = [...document.querySelectorAll("[data-testid=work-link]")].find((each) => each.textContent.includes(words));
        return /Refuted/.test(row.textContent);
      }, claim),
      false,
      "the work list does not tell the label",
    );
    await bothThemes(app, "covered");
    await tab(page, "claims");
    await page.click("link", claim);
    await page.id("claim-title");
    await waitFor("the covered bar under Claims", () => page.has("covered"));
    await seen("claims");
    await tab(page, "compare");
    await page.id("points-grid");
    await seen("compare");

    // They rate first. Then both stand side by side; the labels differ, so it goes back with both reasons.
    await openClaim(page);
    await page.id("assessment-form");
    await page.press("label-1");
    await page.put("assessment-until", "2017-04-12");
    await page.put("assessment-rationale", secondReason);
    await page.press("assessment-save");
    await page.id("side-by-side");
    await page.sees(firstReason);
    await page.sees("different labels");
    assert.equal((await page.all("[data-testid='side-by-side'] [data-testid='assessment']")).length, 2, "two, side by side");
    await bothThemes(app, "side-by-side");
    await page.put("second-reason", "The mandate reports came later and weigh more.");
    await page.press("second-save");
    await reached(page, "disagreed");
    await page.sees("blind: rated before the first was uncovered");

    // The first editor sees both reasons, and changes the rating with a reason.
    await work(page, "I. Marr");
    await page.id("change-mine");
    for (const words of [firstReason, secondReason, "weigh more"]) await page.sees(words);
    assert.ok(await page.has("stand-by-mine"), "one may also stand by one's own");
    await page.press("change-mine");
    await page.press("label-1");
    await page.put("assessment-reason", "The later reports were not weighed.");
    await page.press("assessment-save");
    await reached(page, "waiting");

    // The second agrees; then there is a verdict.
    await work(page, "T. Lind");
    await page.id("second-form");
    await page.sees("same label");
    await page.put("second-reason", "Now we weigh the same.");
    await page.press("second-save");
    await reached(page, "ready");
    await page.press("verdict-save");
    await reached(page, "verdict");
    await page.id("verdict-mark");
    await saved(page);

    // By key to the next and the one before.
    const title = async () => (await page.id("claim-title")).text();
    await (await page.id("claim-title")).session.execute(() => document.activeElement.blur());
    const before = await title();
    await page.keys("k");
    await waitFor("another claim", async () => (await title()) !== before);
    await page.keys(Key.alt, Key.down);
    await waitFor("the claim again", async () => (await title()) === before);
  }));

test("an open reading is a choice, and the record says so", () =>
  story("review-open", async ({ open }) => {
    const { page } = await open();
    await openDemo(page);
    await openClaim(page);
    await page.press("label-1");
    await page.put("assessment-until", "2017-04-12");
    await page.put("assessment-rationale", firstReason);
    await page.press("assessment-save");
    await reached(page, "waiting");
    await work(page, "T. Lind");
    await page.press("read-openly");
    await page.sees(firstReason);
    await page.press("second-save");
    await page.id("second-save-problem");
    await page.execute(() => document.querySelector("[data-testid=second-outcome-agrees]").click());
    await page.put("second-reason", "I would say the same.");
    await page.press("second-save");
    await reached(page, "ready");
    await page.sees("open: the first rating was known");
  }));

test("the checklist and the right of reply are kept with the case", () =>
  story("review-lists", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    await tab(page, "review");
    await page.press("review-checklist");
    if (await page.has("checklist-start")) await page.press("checklist-start");
    await page.id("checklist-progress");
    const ticked = () => page.execute(() => document.querySelectorAll("[data-testid=checklist-line][data-done=true]").length);
    const start = await ticked();
    await page.execute(() => document.querySelector("[data-testid=checklist-line][data-done=false] input").click());
    await waitFor("one more line seen to", async () => (await ticked()) === start + 1);
    await page.sees(`${start + 1} of `);
    await waitFor("who ticked it", async () => (await page.text()).includes("I. Marr, "));
    await page.put("checklist-new", "The map was checked against the photographs.");
    await page.press("checklist-add");
    await waitFor("the new line", async () => (await (await page.find("[data-testid='checklist-line']:last-child")).text()).includes("The map was checked"));
    await bothThemes(app, "checklist");

    await page.press("review-reply");
    await page.press("reply-add");
    await page.put("reply-who", "Russian defence ministry");
    await page.put("reply-asked", "2017-04-10");
    await page.put("reply-how", "by e-mail");
    await page.put("reply-deadline", "2017-04-01");
    await page.press("reply-save");
    await page.sees("before the asking");
    await page.put("reply-deadline", "2017-04-20");
    await page.press("reply-save");
    await page.gone("reply-form");
    await page.sees("Asked 10 April 2017, by e-mail");
    await page.sees("Answer asked for by 20 April 2017");
    await page.sees("No answer is recorded.");
    await bothThemes(app, "reply");
  }));
