// The screens of comparing mirrored and with letters twice as large, in two sizes of the window, light and dark: nothing hangs over an
// edge, no control is cut off or covered, no words are lost, the focus can be seen, and axe finds nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { call, openDemo } from "./desk.mjs";
import { load, modes, walk } from "./looks.mjs";
import { throughPage, ugly } from "./ugly.mjs";

// A screen: its name, its address, and the test id that says that it stands. `of` gives the ids: `demo`, `claim` and `ugly`.
const screens = [
  ["cases", () => "#/cases", "cases"],
  ["archive", () => "#/cases/archive", "cases-archive"],
  ["points", (of) => `#/case/${of.demo}/compare`, "points-grid"],
  ["points, ugly", (of) => `#/case/${of.ugly}/compare`, "points-grid"],
  ["matrix", (of) => `#/case/${of.demo}/compare/matrix`, "matrix"],
  ["matrix, ugly", (of) => `#/case/${of.ugly}/compare/matrix`, "matrix"],
  ["side by side", (of) => `#/case/${of.demo}/compare/side`, "side-by-side"],
  ["side by side, ugly", (of) => `#/case/${of.ugly}/compare/side`, "side-by-side"],
  ["claim", (of) => `#/case/${of.demo}/claims/${of.claim}`, "claim-title"],
  ["claims, ugly", (of) => `#/case/${of.ugly}/claims`, "claim-list"],
  ["timeline", (of) => `#/case/${of.demo}/timeline`, "timeline"],
  ["timeline, ugly", (of) => `#/case/${of.ugly}/timeline`, "timeline"],
];

test("the screens of comparing hold their edges, mirrored and with letters of twice the size", () =>
  story("looks", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const [{ id: demo }] = call(where, "case.list", {});
    const claim = call(where, "case.show", { case_id: demo }).case.assessments[0].claim_id;
    const { case_id } = await ugly(throughPage(page), { points: 10, evidence: 30 });
    const of = { demo, claim, ugly: case_id };

    const wrong = [];
    for (const mode of modes) {
      await load(page, mode);
      wrong.push(...(await walk(app, mode, screens, of)));
    }
    assert.equal(wrong.join("\n"), "", "no screen has a fault");
  }));
