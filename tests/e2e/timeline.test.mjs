// The timeline: what was known by a day, on every screen; a story that changed opens both its versions; events; by keyboard.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { openDemo, saved, tab } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

const status = (page) => page.execute(() => document.querySelector("[data-testid=status]").textContent);
const form = (page, name) => page.execute((id) => document.querySelector(`[data-testid=${id}]`).click(), `timeline-form-${name}`);
const value = (page) => page.execute(() => document.querySelector("[data-testid=known-by-slider]").getAttribute("aria-valuetext"));

test("the timeline shows what was known by a day, and where a story changed", () =>
  story("timeline", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    await tab(page, "timeline");
    await page.id("timeline");
    await page.id("lane-findings");
    await waitFor("everything in view", async () => /3 findings/.test(await status(page)));
    await app.picture("timeline");
    await assertNoFaults(page, "the timeline");

    // The slider: Home is the first day, each arrow a day; eight days later it is 12 April 2017.
    await (await page.id("known-by-slider")).focus();
    await page.keys(Key.home);
    await waitFor("the first day", async () => (await value(page)) === "4 Apr 2017");
    for (let day = 0; day < 8; day += 1) await page.keys(Key.right);
    await waitFor("12 April", async () => (await value(page)) === "12 Apr 2017");
    await waitFor("two accounts and no finding", async () => /Known by 12 Apr 2017: 2 accounts, .*no findings/.test(await status(page)));
    await page.sees("No finding had been made.");
    assert.equal(await (await page.id("known-by")).property("value"), "2017-04-12", "the field beside it says the same day");
    const later = () => page.execute(() => document.querySelectorAll("[data-testid=entry][data-later]").length);
    assert.ok((await later()) > 0, "what came later is drawn as such");
    await app.picture("timeline-known-by");
    await page.press("show-later");
    await waitFor("nothing later", async () => (await later()) === 0);

    // The comparison and the report follow.
    await tab(page, "compare");
    await page.id("points-grid");
    await waitFor("no finding beside the accounts", () => page.execute(() => !document.querySelector("[data-testid^=finding-]")));
    await tab(page, "report");
    const preview = () => page.execute(() => document.querySelector("[data-testid=report-preview]")?.srcdoc ?? "");
    await page.id("report-preview", { ms: 30_000 });
    await waitFor("the report as of then", async () => {
      const text = await preview();
      return text.length > 500 && !text.includes("S/2017/904");
    });

    // Back to everything by keyboard, then to the story that changed.
    await tab(page, "timeline");
    await (await page.id("known-by-slider")).focus();
    await page.keys(Key.end);
    await waitFor("everything again", async () => (await value(page)) === "everything");
    await waitFor("the findings again", async () => /3 findings/.test(await status(page)));
    const differs = await page.execute(() => {
      const entry = document.querySelector("[data-testid=zigzag]").closest("button");
      entry.focus();
      return entry.textContent;
    });
    assert.match(differs, /differs from an earlier statement/, "its name says so");
    await page.keys(Key.enter);
    await page.id("entry-pane");
    const both = await (await page.id("versions")).text();
    assert.match(both, /not on the agenda/);
    assert.match(both, /while it was under way/);
    await app.picture("timeline-versions");
    await assertNoFaults(page, "a story that changed");
    await page.keys(Key.escape);
    await page.gone("entry-pane");

    // Arrow keys move between entries, and the mark can be made from here.
    const here = () => page.execute(() => document.activeElement?.dataset?.key ?? null);
    const from = await here();
    assert.ok(from, "the keyboard is back on the entry");
    await page.keys(Key.right);
    await waitFor("the next entry", async () => (await here()) !== from);
    await page.keys(Key.enter);
    await page.press("differs-open");
    await page.id("differs-form");
    const [, first] = await page.execute(() => [...document.querySelector("[data-testid=differs-from]").options].map((one) => one.value));
    await page.pick("differs-from", first);
    await page.press("differs-save");
    await page.sees("Say in a sentence what differs.");
    await page.put("differs-reason", "The later one names a day.");
    await page.press("differs-save");
    await page.gone("differs-form");
    assert.equal(await (await page.id("differs-why")).text(), "The later one names a day.");

    // An event with a time of day stands in the day by the hour, in local time and UTC.
    await page.press("add-event");
    await page.put("event-name", "A siren was heard in the town");
    await page.put("event-date", "2017-04-04");
    await page.put("event-from", "06:30");
    await page.put("event-to", "07:00");
    await page.put("event-zone", "Asia/Damascus");
    await page.press("event-save");
    await page.gone("event-pane");
    await saved(page);
    const hours = await (await page.id("day-detail")).text();
    assert.match(hours, /06:30 to 07:00/);
    assert.match(hours, /03:30 UTC/);

    // The same as a list, and everything once more in the dark.
    await form(page, "list");
    await page.id("timeline-list");
    await page.sees("A siren was heard in the town");
    await assertNoFaults(page, "the list");
    await page.execute(() => (document.documentElement.dataset.theme = "dark"));
    await assertNoFaults(page, "the list in the dark");
    await form(page, "drawing");
    await page.id("timeline");
    await app.picture("timeline-dark");
    await assertNoFaults(page, "the timeline in the dark");
  }));
