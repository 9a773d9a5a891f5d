// Every screen mirrored and with letters twice as large, in two sizes of the window, light and dark: nothing hangs over an
// edge, no control is cut off or covered, no words are lost, the focus can be seen, and axe finds nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { faults } from "./axe.mjs";
import { call, openDemo } from "./desk.mjs";
import { Key, sleep, waitFor } from "./driver.mjs";
import { edges, focusFaults } from "./edges.mjs";
import { screenAt } from "./golden.mjs";
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

// How the window is opened. Layout is asked in each; axe where no other story asks it: mirrored in the dark, of the demo case.
const modes = [
  { name: "mirrored", language: "en-XM", scale: 100, width: 1280, height: 800, theme: "dark", axe: true, focus: true },
  { name: "mirrored, narrow", language: "en-XM", scale: 100, width: 900, height: 700, theme: "light" },
  { name: "200 %", language: "en", scale: 200, width: 1280, height: 800, theme: "light", focus: true },
  { name: "200 %, narrow", language: "en", scale: 200, width: 900, height: 700, theme: "dark" },
];

/** Loads the page anew, as it comes up in that language, with letters of that size and in that theme. */
async function load(page, { language, scale, theme, width, height }) {
  await screenAt(page, width, height);
  await page.execute(
    (size, look) => {
      localStorage.setItem("counterclaim.scale", String(size));
      localStorage.setItem("counterclaim.theme", look);
    },
    scale,
    theme,
  );
  const address = new URL(await page.url());
  address.search = `?lang=${language}`;
  address.hash = "#/settings";
  await page.send("POST", "/url", { url: address.href });
  // The same address with another end of it is no new page.
  await page.send("POST", "/refresh", {});
  await waitFor("the page in its new look", () =>
    page.execute(
      (dir, size, look) => document.readyState === "complete" && document.documentElement.dir === dir && getComputedStyle(document.documentElement).fontSize === `${16 * size / 100}px` && document.documentElement.dataset.theme === look,
      language === "en-XM" ? "rtl" : "ltr",
      scale,
      theme,
    ),
  );
  await page.id("rail-cases");
}

test("every screen holds its edges, mirrored and with letters of twice the size", () =>
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
      for (const [name, address, testid] of screens) {
        await page.execute((hash) => (location.hash = hash), address(of));
        await page.id(testid, { ms: 30_000 });
        await waitFor(`${name} to stand still`, () => page.execute(() => !document.querySelector("[aria-busy=true]")));
        // What is filled in after the first paint is given a moment.
        await sleep(150);
        const found = await edges(page);
        if (mode.focus && !name.endsWith("ugly")) {
          // From the head of the screen on, past its tools and into its work.
          await page.execute(() => document.querySelector("main")?.focus());
          found.push(...(await focusFaults(page, 6, Key.tab)));
        }
        if (mode.axe && !name.endsWith("ugly")) found.push(...(await faults(page)));
        wrong.push(...found.map((fault) => `${mode.name}, ${name}: ${fault}`));
        if (found.length > 0) await app.picture(`looks-${mode.name}-${name}`.replace(/\W+/g, "-"));
      }
    }
    assert.deepEqual(wrong, [], "no screen has a fault");
  }));
