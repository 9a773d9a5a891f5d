// The benchmarks of the window; run by `make bench` on a release build. Each figure stands beside the same done by a bare
// page in the same engine, in the same run. It prints a table and fails nothing: what could not be measured is said so.
//
//     scripts/bench window     fills a ledger (BENCH_FILLED says where and what), and measures the window alone
//
// A time ends when the frame that shows the change has been handed on.

import { spawn } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, release, totalmem } from "node:os";
import { resolve } from "node:path";
import { App, place } from "./app.mjs";
import { begin } from "./desk.mjs";
import { Session, sleep, waitFor } from "./driver.mjs";

const filled = JSON.parse(process.env.BENCH_FILLED ?? "null");
const page = `file://${resolve(import.meta.dirname, "bench-page.html")}`;
const browser = ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser"].find(existsSync);
const inWindow = !process.env.COUNTERCLAIM_E2E_HOST;

const sorted = (all) => [...all].sort((a, b) => a - b);
const median = (all) => sorted(all)[Math.floor(all.length / 2)];
const p95 = (all) => sorted(all)[Math.min(all.length - 1, Math.ceil(all.length * 0.95) - 1)];
const ms = (time) => (time >= 1000 ? `${(time / 1000).toFixed(2)} s` : `${time.toFixed(time < 10 ? 1 : 0)} ms`);
const times = (ratio) => `${ratio.toFixed(2)}x`;

const rows = [];
const row = (what, measured, target, ok, beside = "") =>
  rows.push(`| ${what} | ${measured} | ${target} | ${ok === null ? "" : ok ? "ok" : "**over**"} | ${beside} |`);

/** One part; a part that fails is told in the table, and the others go on. */
async function part(what, target, measure) {
  try {
    await measure();
  } catch (error) {
    row(what, "not measured", target, null, String(error.message).split("\n")[0].replaceAll("|", "/").slice(0, 160));
  }
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A bare window of the same engine on a page; ended by `close`. */
async function bare(address = page) {
  if (!browser) throw new Error("WebKit's MiniBrowser is not there");
  const where = place();
  const port = await freePort();
  const driver = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], { env: where.env, stdio: "ignore" });
  const base = `http://127.0.0.1:${port}`;
  const app = new App();
  app.driver = driver;
  await waitFor("the driver", async () => (await fetch(`${base}/status`)).ok);
  const began = performance.now();
  app.page = await Session.open(base, browser, ["--automation"]);
  await app.page.send("POST", "/url", { url: address });
  await waitFor("the page", () => app.page.execute(() => document.readyState === "complete"), { every: 5 });
  app.took = performance.now() - began;
  await app.page.send("POST", "/window/rect", { width: 1280, height: 800 });
  return { app, page: app.page, close: () => app.close().finally(where.remove) };
}

/** The programs below a process, and what they hold of memory that is theirs (PSS), in kB. */
function memory(pid) {
  const children = new Map();
  for (const each of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${each}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(each)]);
    } catch {
      // It ended while we looked.
    }
  }
  const below = [...(children.get(pid) ?? [])];
  for (const each of below) below.push(...(children.get(each) ?? []));
  return below.reduce((sum, each) => {
    try {
      return sum + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, "utf8"))?.[1] ?? 0);
    } catch {
      return sum;
    }
  }, 0);
}

/** In the page: presses a key on what has the focus, and waits until `changed` sees it painted. Gives the milliseconds of each. */
async function keyToPaint(session, keys, prepare, css) {
  await session.execute(prepare, css);
  const out = [];
  for (const key of keys) {
    await session.execute((css) => {
      const cell = document.querySelector(css);
      window.__took = null;
      const heard = (event) => {
        const began = performance.now();
        removeEventListener("keydown", heard, true);
        void event;
        const seen = () => requestAnimationFrame(() => setTimeout(() => (window.__took = performance.now() - began), 0));
        const watch = new MutationObserver(() => {
          watch.disconnect();
          seen();
        });
        watch.observe(cell, { attributes: true, childList: true, characterData: true, subtree: true });
      };
      addEventListener("keydown", heard, true);
      cell.focus();
    }, css);
    await session.keys(key);
    out.push(await waitFor("the cell to be painted", () => session.execute(() => window.__took), { ms: 5_000, every: 10 }));
  }
  return out;
}

/** In the page: scrolls what scrolls for `span` ms and counts frames, and how many of them showed a row in the middle. */
const scrollFrames = (css, row, span) =>
  new Promise((done) => {
    const scroller = document.querySelector(css);
    const box = scroller.getBoundingClientRect();
    const began = performance.now();
    let frames = 0;
    let drawn = 0;
    const step = (now) => {
      frames += 1;
      if (document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2)?.closest(row)) drawn += 1;
      scroller.scrollTop += 60;
      if (now - began < span) requestAnimationFrame(step);
      else done({ fps: (frames * 1000) / (now - began), drawn: drawn / frames, rows: scroller.querySelectorAll(row).length });
    };
    requestAnimationFrame(step);
  });

async function open(workspace) {
  const where = place();
  if (workspace) cpSync(workspace, where.workspace, { recursive: true });
  const app = await App.open(where);
  return { app, page: app.page, where, close: () => app.close().finally(where.remove) };
}

const go = (session, hash) => session.execute((hash) => void (location.hash = hash), hash);

async function starting() {
  if (!inWindow) throw new Error("only in the real window");
  const first = await open();
  try {
    await begin(first.page, "I. Marr");
    await first.page.press("choose-demo");
    await first.page.id("points-grid", { ms: 60_000 });
    await first.app.close();
    const ours = [];
    const theirs = [];
    let held = 0;
    let besideHeld = 0;
    for (let n = 0; n < 7; n += 1) {
      const still = await bare();
      theirs.push(still.app.took);
      await sleep(1500);
      besideHeld = memory(still.app.driver.pid);
      await still.close();
      const began = performance.now();
      const app = await App.open(first.where);
      await waitFor("the list of cases", () => app.page.execute(() => Boolean(document.querySelector("[data-testid=cases], [data-testid=points-grid]"))), { every: 5 });
      ours.push(performance.now() - began);
      await sleep(1500);
      held = memory(app.driver.pid);
      await app.close();
    }
    const ratio = median(ours) / median(theirs);
    row("start to interactive, beside a bare window with a static page (median of 7)", times(ratio), "1.5x", ratio <= 1.5, `${ms(median(ours))} beside ${ms(median(theirs))}, both through the driver`);
    const share = held / besideHeld;
    row("memory (PSS) beside the same", times(share), "1.5x", share <= 1.5, `${Math.round(held / 1024)} MB beside ${Math.round(besideHeld / 1024)} MB`);
  } finally {
    first.where.remove();
  }
}

async function rating(window, large) {
  const keys = Array.from({ length: 60 }, (_, n) => String((n % 5) + 1));
  await go(window.page, `#/case/${large.matrix}/compare/matrix`);
  await window.page.id("matrix", { ms: 30_000 });
  await sleep(1500);
  const css = "[data-testid=matrix] [data-cursor]";
  const ours = await keyToPaint(window.page, keys, (css) => document.querySelector(css).focus(), css);
  const still = await bare();
  const plain = await keyToPaint(still.page, keys, () => {
      const table = document.createElement("table");
      for (let r = 0; r < 20; r += 1) {
        const line = table.insertRow();
        for (let c = 0; c < 200; c += 1) line.insertCell().textContent = "0";
      }
      document.body.append(table);
      const cell = table.rows[2].cells[3];
      cell.id = "cell";
      cell.tabIndex = 0;
      cell.addEventListener("keydown", (event) => (cell.textContent = `${event.key} ${performance.now()}`));
    }, "#cell").finally(still.close);
  const ratio = p95(ours) / p95(plain);
  row("key press to painted cell, matrix of 200 x 20 (p95 of 60)", ms(p95(ours)), "50 ms", p95(ours) <= 50, `median ${ms(median(ours))}; each is written and acknowledged first`);
  row("the same beside a plain table with one cell changed", times(ratio), "1.5x", ratio <= 1.5, `plain: p95 ${ms(p95(plain))}, median ${ms(median(plain))}`);
}

async function searching(window) {
  await go(window.page, "#/cases");
  await window.page.id("search", { ms: 30_000 });
  const words = ["kaloka", "mine", "rusa", "tivo", "bade", "fugo", "hija", "poze", "lomi", "neru"];
  const took = [];
  for (const word of [...words, ...words]) {
    await (await window.page.id("search")).clear();
    await sleep(150);
    await window.page.execute(() => {
      window.__took = null;
      const field = document.querySelector("[data-testid=search]");
      field.focus();
      let began = 0;
      field.addEventListener("input", () => (began = performance.now()));
      const watch = new MutationObserver(() => {
        if (!began || !document.querySelector("[data-testid=hit]")) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.__took = performance.now() - began), 0));
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    await window.page.keys(word[0]);
    took.push(await waitFor("the first hits", () => window.page.execute(() => window.__took), { ms: 5_000, every: 10 }));
  }
  row("typing in search, 10,000 claims and 10,000 items, to the first results painted (p95 of 20)", ms(p95(took)), "50 ms", p95(took) <= 50, `median ${ms(median(took))}`);
}

async function switching(window, large) {
  const took = [];
  const cases = [large.grid, large.report];
  await go(window.page, `#/case/${cases[1]}/compare`);
  await window.page.id("points-grid", { ms: 30_000 });
  for (let n = 0; n < 20; n += 1) {
    await window.page.execute((hash) => {
      window.__took = null;
      const before = document.querySelector("[data-testid=title]").textContent;
      const began = performance.now();
      const watch = new MutationObserver(() => {
        if (document.querySelector("[data-testid=title]").textContent.trim() in { "": 1, [before.trim()]: 1 }) return;
        if (!document.querySelector("[data-testid=points-grid] [data-testid^=point-]")) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.__took = performance.now() - began), 0));
      });
      watch.observe(document.body, { childList: true, subtree: true, characterData: true });
      location.hash = hash;
    }, `#/case/${cases[n % 2]}/compare`);
    took.push(await waitFor("the other case", () => window.page.execute(() => window.__took), { ms: 10_000, every: 10 }));
    await sleep(200);
  }
  row("switching cases to the painted points grid (p95 of 20)", ms(p95(took)), "100 ms", p95(took) <= 100, `median ${ms(median(took))}; grids of 20 x 6 and 20 x 2`);
}

async function scrolling(window) {
  await go(window.page, "#/items");
  await window.page.find("main [data-key]", { ms: 30_000 });
  await window.page.execute(() => {
    for (let node = document.querySelector("main [data-key]"); node; node = node.parentElement) {
      if (node.scrollHeight > node.clientHeight + 100 && getComputedStyle(node).overflowY !== "visible") return void (node.id = "bench-list");
    }
  });
  await window.page.find("#bench-list");
  // The list reads further pages as one comes near its end: it is measured with all of its rows.
  await window.page.executeAsync(async () => {
    const list = document.getElementById("bench-list");
    for (let n = 0, last = -1; n < 80 && list.scrollHeight !== last; n += 1) {
      last = list.scrollHeight;
      list.scrollTop = last;
      await new Promise((done) => setTimeout(done, 220));
    }
    list.scrollTop = 0;
    await new Promise((done) => setTimeout(done, 400));
  });
  const ours = await window.page.executeAsync(scrollFrames, "#bench-list", "[data-key]", 4000);
  const total = await window.page.execute(() => {
    const list = document.getElementById("bench-list");
    return Math.round(list.scrollHeight / (list.querySelector("[data-key]")?.offsetHeight || 1));
  });
  const still = await bare();
  const plain = await (async () => {
    await still.page.execute(() => {
      const list = document.createElement("div");
      list.id = "list";
      list.style.cssText = "height:600px;overflow:auto";
      for (let n = 0; n < 10_000; n += 1) {
        const line = document.createElement("div");
        line.className = "line";
        line.style.cssText = "height:36px;border-bottom:1px solid #ccc";
        line.textContent = `Row ${n} with a few words in it`;
        list.append(line);
      }
      document.body.append(list);
    });
    return still.page.executeAsync(scrollFrames, "#list", ".line", 4000);
  })().finally(still.close);
  const target = Math.min(60, plain.fps);
  row(`scrolling a list of ${total.toLocaleString("en")} rows`, `${ours.fps.toFixed(0)} frames/s`, `${target.toFixed(0)} frames/s`, ours.fps >= target * 0.95, `plain list of 10,000 rows: ${plain.fps.toFixed(0)}; a row stood in the middle in ${Math.round(ours.drawn * 100)} % of frames`);
}

if (!filled) {
  console.error("bench: BENCH_FILLED says where the filled ledger is; run it through `make bench`.");
  process.exit(2);
}
await part("start to interactive", "1.5x", starting);
let window;
try {
  window = await open(filled.workspace);
  await window.page.find("[data-testid=first-start], [data-testid=cases]");
  if (await window.page.has("first-start")) await begin(window.page, "I. Marr");
  await part("key press to painted cell, matrix of 200 x 20", "50 ms", () => rating(window, filled));
  await part("typing in search", "50 ms", () => searching(window));
  await part("switching cases", "100 ms", () => switching(window, filled));
  await part("scrolling a long list", "60 frames/s", () => scrolling(window));
} catch (error) {
  row("the window on the large ledger", "not measured", "", null, String(error.message).split("\n")[0].slice(0, 160));
} finally {
  await window?.close();
}
const { model } = cpus()[0];
console.log(`\nThe window${inWindow ? "" : " (NOT the real one: a bare browser on the loopback host)"} · ${model} · ${cpus().length} cores · ${Math.round(totalmem() / 1024)} kB memory · Linux ${release()}\n`);
console.log("| what | measured | target | | beside it |\n|---|---|---|---|---|");
console.log(rows.join("\n"));
