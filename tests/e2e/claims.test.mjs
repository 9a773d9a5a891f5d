// Claims in the window: found, filtered and picked in the list; corrected in their place; a statement with its time of day,
// translation, acts and appearances; the same space for and against; the history of a claim; trash and back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaults } from "./axe.mjs";
import { openDemo, saved, tab } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";

/** Opens a claim in the list; one that is being measured anew while it is pressed is pressed again. */
async function choose(page, words) {
  await waitFor(`the claim "${words}"`, async () => {
    await page.click("link", words);
    await waitFor("its title", async () => (await page.has("claim-title")) && (await (await page.id("claim-title")).text()).includes(words), { ms: 2_000 });
    return true;
  });
}

test("claims are found, corrected where they stand, and judged on equal space", () =>
  story("claims", async ({ open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    await tab(page, "claims");
    const rows = () => page.execute(() => document.querySelectorAll("[data-testid=claim-link]").length);
    const count = async (state) =>
      Number(await page.execute((id) => document.querySelector(`[data-testid=claims-state-${id}]`).parentElement.textContent.match(/\d+/)[0], state));

    // Found as one types; a state leaves those that are in it.
    await page.id("claims-state-all");
    const all = await count("all");
    await page.put("claims-find", "leadership panel");
    await waitFor("the one claim of these words", async () => (await rows()) === 1);
    assert.equal(await count("all"), 1, "the counts follow the words");
    await page.put("claims-find", " ");
    await waitFor("all claims", async () => (await count("all")) === all);
    const unrated = await count("unrated");
    await page.execute(() => document.querySelector("[data-testid=claims-state-unrated]").click());
    await waitFor("the unrated ones", async () =>
      page.execute(() => [...document.querySelectorAll("[data-testid=claim-link]")].every((row) => row.textContent.includes("unrated"))),
    );
    assert.ok(unrated > 0 && unrated < all, `${unrated} of ${all} are unrated`);
    await page.execute(() => document.querySelector("[data-testid=claims-state-all]").click());

    // One claim: both sides have the same width, also where one is empty.
    await choose(page, "The Syrian Arab Republic is responsible for the release of sarin");
    const width = async (side) => (await page.execute((id) => document.querySelector(`[data-testid=${id}]`).getBoundingClientRect().width, side));
    assert.equal(await width("evidence-for"), await width("evidence-against"), "equal space for both sides");
    await page.sees("What would exist if this were not so?");
    for (const theme of ["light", "dark"]) {
      await page.execute((wanted) => void (document.documentElement.dataset.theme = wanted), theme);
      await app.picture(`claims-${theme}`);
      await assertNoFaults(page, `claims, ${theme}`);
    }

    // Corrected where it stands.
    await page.press("claim-edit");
    await page.put("claim-text", "The Syrian Arab Republic is answerable for the release.");
    await page.put("claim-claimant", "OPCW-UN Joint Investigative Mechanism");
    await page.press("claim-save");
    await page.gone("claim-form");
    await waitFor("the corrected words", async () => (await (await page.id("claim-title")).text()).includes("is answerable"));
    await page.sees("claimed by OPCW-UN Joint Investigative Mechanism");

    // A statement with its time of day in a zone: both clocks stand beside it. One that cannot be read is refused in place.
    await page.press("statement-add");
    await page.put("statement-speaker", "A spokesperson");
    await page.put("statement-words", "Говорилось об этом.");
    await page.put("statement-language", "ru");
    await page.put("statement-date", "2017-10-26");
    await page.press("statement-more");
    await page.put("statement-earliest", "2017-10-26T11:30");
    await page.press("statement-save");
    await page.sees("name the zone");
    await page.put("statement-zone", "Asia/Damascus");
    await page.put("statement-latest", "2017-10-26T12:30");
    await page.put("statement-translation", "It was spoken of.");
    await page.put("statement-venue", "New York");
    await page.press("statement-save");
    await page.gone("statement-pane");
    await page.sees("11:30 to 12:30 Asia/Damascus (08:30 to 09:30 UTC)");
    await page.sees("It was spoken of.");

    // It bears on a second claim, and appears in an item through a carrier.
    await page.execute(() => [...document.querySelectorAll("[data-testid=statement-edit]")].at(-1).click());
    const acts = () => page.execute(() => document.querySelectorAll("[data-testid=statement-acts] li").length);
    await page.id("statement-acts");
    assert.equal(await acts(), 1, "it does something to this claim");
    await page.put("act-claim", "The agent was sarin");
    await page.id("act-claim-option");
    await page.keys(Key.enter);
    await page.press("act-add");
    await waitFor("a second act", async () => (await acts()) === 2);
    await page.put("appearance-item", "White House");
    await page.id("appearance-item-option");
    await page.keys(Key.enter);
    await page.press("appearance-add");
    await page.press("carrier-add");
    await page.put("carrier-name", "TASS");
    await page.press("carrier-save");
    await page.sees("TASS");
    await assertNoFaults(page, "the statement's form");
    await page.keys(Key.escape);

    // The history of this claim names what was done, by whom.
    await page.execute(() => document.querySelector("[data-testid=claim-history] summary").click());
    await waitFor("what was done", async () => /correct claim|edit claim/i.test(await (await page.id("claim-history")).text()));

    // Two are picked by keyboard and moved to the trash at once; undo brings them back.
    await page.execute(() => document.querySelector("[data-testid=claim-list] [data-key]").focus());
    await page.keys(" ");
    await page.keys(Key.down);
    await page.keys(" ");
    await waitFor("two picked", async () => (await (await page.id("claims-picked")).text()).includes("2 picked"));
    await app.picture("claims-picked");
    await page.press("claims-trash");
    await waitFor("two fewer", async () => (await count("all")) === all - 2);
    await saved(page);
    for (let tries = 0; tries < 2 && (await count("all")) < all; tries += 1) {
      const before = await count("all");
      await page.press("undo");
      await waitFor("some back", async () => (await count("all")) > before);
    }
    assert.equal(await count("all"), all, "undo brought them back");

    // A claim is evidence too: it objects to an item, with a stance and a note, and the item says so as well.
    await choose(page, "The agent was sarin.");
    await page.press("bears-on-add");
    await page.press("bear-save");
    await page.sees("Choose one of the list.");
    await page.put("bear-other", "White House");
    await page.id("bear-other-option");
    await page.keys(Key.enter);
    await page.pick("link-stance", "contradicts");
    await page.put("link-note", "It names another agent.");
    await page.press("bear-save");
    await page.gone("bear-save");
    await waitFor("the line of what it bears on", async () => /It names another agent\./.test(await (await page.id("bears-on")).text()));
    await app.picture("claims-bears-on");
    await assertNoFaults(page, "what a claim bears on");
    await page.execute(() => [...document.querySelectorAll("[data-testid=bears-on] a")].at(-1).click());
    await page.id("on-item");
    await waitFor("the item to say what speaks against it", async () => page.execute(() => /The agent was sarin\.\s+It names another agent\.\s+contradicts/.test(document.querySelector("[data-testid=on-item]").innerText)));
    await app.picture("claims-on-item");
    await assertNoFaults(page, "what bears on an item");
    // One's own stance is set there, and the link is taken away there.
    await page.press("around-open");
    await page.press("quick-rate-strongly_contradicts");
    await waitFor("the new stance", () => page.execute(() => document.querySelector("[data-testid=around-line]")?.dataset.mark === "strongly_contradicts"));
    await page.press("quick-unlink");
    await waitFor("nothing to speak against it", async () => /Nothing is recorded that speaks/.test(await (await page.id("on-item")).text()));
    await page.press("on-item-add");
    await page.id("bear-other");
    await page.keys(Key.escape);
    await tab(page, "claims");

    // On by key.
    await page.execute(() => document.activeElement.blur());
    await choose(page, "The agent was sarin.");
    const title = async () => (await page.id("claim-title")).text();
    await waitFor("the claim", async () => (await title()) === "The agent was sarin.");
    await page.execute(() => document.activeElement.blur());
    await page.keys("j");
    await waitFor("the next claim", async () => (await title()) !== "The agent was sarin.");
  }));
