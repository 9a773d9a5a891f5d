// Golden pictures: each screen of the manual as the real window draws it, within a tolerance. UPDATE=1 takes them anew.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { story } from "./app.mjs";
import { call, openDemo } from "./desk.mjs";
import { waitFor } from "./driver.mjs";
import { difference, golden, goldens, screenAt } from "./golden.mjs";

test("each screen looks as the manual shows it", () =>
  story("pictures", async ({ where, open }) => {
    const { page } = await open();
    await screenAt(page, 1280, 800);
    await page.id("first-start");
    // The manual shows a folder that is the same each time; where the system keeps such folders elsewhere, it is passed over.
    await page.execute(() => document.querySelector("[data-testid=workspace-path]")?.setAttribute("data-moving", ""));
    await golden(page, "first-start");
    await openDemo(page);
    const [{ id }] = call(where, "case.list", {});
    const rated = call(where, "case.show", { case_id: id }).case.assessments[0].claim_id;

    const wrong = [];
    const screen = async (name, address, testid) => {
      await page.execute((hash) => (location.hash = hash), address);
      await page.id(testid, { ms: 30_000 });
      // Every point below the other shows most of what a matrix is.
      if (testid === "matrix") await page.pick("matrix-of", "points");
      await waitFor(`${name} to stand still`, () => page.execute(() => !document.querySelector("[aria-busy=true]")));
      try {
        await golden(page, name);
      } catch (error) {
        wrong.push(error.message);
      }
    };
    const inCase = (tab) => `#/case/${id}/${tab}`;
    await screen("cases", "#/cases", "cases");
    await screen("points", inCase("compare"), "points-grid");
    await screen("matrix", inCase("compare/matrix"), "matrix");
    await screen("side", inCase("compare/side"), "side-by-side");
    await screen("claim", inCase(`claims/${rated}`), "claim-title");
    await screen("evidence", inCase("evidence"), "item-list");
    await screen("timeline", inCase("timeline"), "timeline");
    await screen("review", inCase(`review/${rated}`), "review-pane");
    await screen("report", inCase("report"), "report-preview");
    await screen("history", inCase("history"), "history");
    await screen("items", "#/items", "item-list");
    await screen("sources", "#/sources", "source-list");
    await screen("settings", "#/settings", "settings-editor");
    await page.execute(() => (document.documentElement.dataset.theme = "dark"));
    await screen("cases-dark", "#/cases", "cases");
    await screen("points-dark", inCase("compare"), "points-grid");
    await screen("matrix-dark", inCase("compare/matrix"), "matrix");
    await screen("evidence-dark", inCase("evidence"), "item-list");
    await screen("review-dark", inCase(`review/${rated}`), "review-pane");
    await screen("history-dark", inCase("history"), "history");
    await screen("sources-dark", "#/sources", "source-list");
    await screen("settings-dark", "#/settings", "settings-editor");
    await screen("side-dark", inCase("compare/side"), "side-by-side");
    await screen("claim-dark", inCase(`claims/${rated}`), "claim-title");
    await screen("timeline-dark", inCase("timeline"), "timeline");
    assert.deepEqual(wrong, [], "each picture is as it was");
  }, { home: "counterclaim-manual" }));

test("a picture of another screen is told apart", { skip: Boolean(process.env.UPDATE) && "they are just being taken" }, () => {
  const at = (name) => join(goldens, `${name}.png`);
  assert.equal(difference(at("points"), at("points")), 0, "a picture is like itself");
  assert.ok(difference(at("points"), at("matrix")) > 0.01, "another screen is not");
  assert.ok(difference(at("points"), at("points-dark")) > 0.01, "nor is the same screen in the dark");
});
