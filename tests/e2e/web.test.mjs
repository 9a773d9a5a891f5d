// A page of the web is kept, fails with words and is tried again, changes, and is compared; the network has its settings.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { story } from "./app.mjs";
import { assertNoFaultsInBoth } from "./axe.mjs";
import { begin, call } from "./desk.mjs";
import { waitFor } from "./driver.mjs";

const go = (page, hash) => page.execute((to) => void (location.hash = to), hash);
const says = (page, testid, words) =>
  waitFor(`${testid} to say ${words}`, async () => words.test(await (await page.id(testid, { ms: 500 })).text()));

/** A server on loopback whose page changes, and can be down. */
async function pages() {
  const state = { down: true, toll: "Seventy" };
  const server = createServer((request, response) => {
    if (state.down) {
      response.writeHead(503).end();
    } else if (request.url === "/page") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(`<!doctype html><title>The week</title><link rel=stylesheet href=/s.css><h1>The week</h1><p>${state.toll} people died.</p><img src=/p.png>`);
    } else if (request.url === "/s.css") {
      response.writeHead(200, { "content-type": "text/css" }).end("h1 { color: #300 }");
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const end = () => new Promise((done) => server.close(done));
  return { state, end, address: `http://127.0.0.1:${server.address().port}/page` };
}

test("a researcher keeps a page, sees why it failed, keeps it later, and compares what changed", () =>
  story("web", async ({ where, open }) => {
    const web = await pages();
    try {
      const { page } = await open();
      await begin(page, "I. Marr");

      // An item is added by its address, and a copy is wanted at once: a private address is refused, and says so.
      await page.press("rail-items");
      await page.press("add-item");
      await (await page.id("item-name")).type("A page");
      await (await page.id("item-url")).type(web.address);
      await page.press("item-keep");
      await (await page.id("item-keep-why")).type("It may be taken down");
      await page.press("item-save");
      await waitFor("the item", () => call(where, "item.list", {}).length === 1);
      const item = call(where, "item.list", {})[0].id;
      await waitFor("the attempt to be written down", () => call(where, "fetch.list", { item_id: item }).length === 1);
      await says(page, "web-state", /may not be fetched/);
      assert.equal(call(where, "capture.list", {}).length, 0, "never half a copy");

      // The settings allow it; the server is down, and then is not.
      await go(page, "#/settings");
      await page.press("settings-network");
      await page.press("network-private");
      await page.press("network-save");
      await page.id("network-saved");
      await assertNoFaultsInBoth(page, "the settings of the network");
      await go(page, `#/items/${item}`);
      await page.press("web-retry");
      await page.press("web-save");
      await says(page, "web-problem", /503/);
      await waitFor("two attempts", () => call(where, "fetch.list", { item_id: item }).length === 2);
      web.state.down = false;
      await page.press("web-save");
      await page.id("web-done");
      await says(page, "web-done", /kept/);
      const parts = call(where, "capture.list", {}).map(({ part }) => part);
      assert.deepEqual(parts, ["archive", "page", "text"], "the exchange, a copy for reading, and its text");
      const reasons = new Set(call(where, "capture.list", {}).map(({ reason }) => reason));
      assert.deepEqual([...reasons], ["It may be taken down"], "why it was saved stands with it");
      await says(page, "capture-address", /127\.0\.0\.1/);

      // Later the page says something else: what changed is shown, and the excerpt that lost its words is named.
      const [, , text] = call(where, "capture.list", {});
      await (await page.find(`[data-record="${text.id}"] [data-testid=excerpt-open]`)).click();
      await (await page.id("excerpt-quote")).type("Seventy people");
      await page.press("excerpt-save");
      await page.id("excerpt");
      web.state.toll = "Eighty";
      await page.press("web-open");
      await page.press("web-save");
      await waitFor("the second capture", () => call(where, "capture.list", {}).length === 6);
      await page.press("web-compare");
      await says(page, "web-compared", /one place/);
      await says(page, "web-touched", /Seventy people/);
      await assertNoFaultsInBoth(page, "two captures compared");
    } finally {
      await web.end();
    }
  }));
