// The benchmarks of the window; run by `make bench` on a release build. Each figure stands beside the same done by a bare
// page in the same engine, in turn with it, in the same run. It prints a table and fails nothing: what could not be measured
// is said so. It ends by itself: after `longest` with what it has.
//
//     scripts/bench window     fills a ledger (BENCH_FILLED says where and what), and measures the window alone
//
// A time in the page begins with the time stamp of the event itself and ends when the frame that shows the change has been
// handed on: after the change is in the document, one animation frame, and the task after it. Waits of this script, and the
// way of a key through the driver, are in no figure.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { resolve } from "node:path";
import { App, binary, freePort, place, terminal } from "./app.mjs";
import { start } from "./bench-start.mjs";
import { begin } from "./desk.mjs";
import { Session, sleep, waitFor } from "./driver.mjs";

const longest = 8 * 60_000;
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

/** When the present part has to come to an end with the samples that it has. */
let end = Infinity;
const late = () => performance.now() > end;

/** One part; a part that fails, or hangs, is told in the table, and the others go on. */
async function part(what, target, measure, ms = 75_000) {
  let timer;
  end = performance.now() + ms;
  const hung = new Promise((_, no) => (timer = setTimeout(() => no(new Error(`it took longer than ${(ms + 45_000) / 1000} s`)), ms + 45_000)));
  console.error(`bench: ${what}`);
  try {
    await Promise.race([measure(), hung]);
  } catch (error) {
    row(what, "not measured", target, null, String(error.message).split("\n")[0].replaceAll("|", "/").slice(0, 160));
  } finally {
    clearTimeout(timer);
  }
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
  app.page = await Session.open(base, browser, ["--automation"]);
  await app.page.send("POST", "/url", { url: address });
  await waitFor("the page", () => app.page.execute(() => document.readyState === "complete"), { every: 5 });
  await app.page.send("POST", "/window/rect", { width: 1280, height: 800 });
  return { app, page: app.page, close: () => app.close().finally(where.remove) };
}

/* global changed -- the function that says whether the change is in the document; it goes to the page as text, before this one. */
/** In the page: makes ready to time the next key. */
const armed = (css) => {
  const cell = document.querySelector(css);
  window.__took = null;
  const heard = (event) => {
    removeEventListener("keydown", heard, true);
    // The stamp of the event is the earlier one: from when it came to the page, not from when the page had time for it.
    const began = Math.min(event.timeStamp, performance.now());
    const watch = new MutationObserver(look);
    function look() {
      if (!changed(document.querySelector(css) ?? cell, event.key)) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.__took = performance.now() - began), 0));
    }
    watch.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
    setTimeout(look, 0);
  };
  addEventListener("keydown", heard, true);
  cell.focus();
};

/** Presses keys on what `css` names, and gives the milliseconds of each until `done` (a function of the page) sees the change, and it was painted. */
async function keysToPaint(session, keys, css, done, pace = 120) {
  const out = [];
  for (const key of keys) {
    if (late()) break;
    await session.execute(`const changed = ${done}; return (${armed}).apply(null, arguments)`, css);
    await session.keys(key);
    out.push(await waitFor("the cell to be painted", () => session.execute(() => window.__took), { ms: 5_000, every: 10 }));
    // As a person types: what a key sets off may still be at work when the next one comes.
    await sleep(pace);
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
    const middle = box.top + box.height / 2;
    // By where the rows stand: a list that is being scrolled may take no pointer.
    const stands = (each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return top <= middle && bottom >= middle && getComputedStyle(each).visibility !== "hidden";
    };
    const step = (now) => {
      frames += 1;
      const all = scroller.querySelectorAll(row);
      // A plain list has all its rows.
      if (all.length > 500 || [...all].some(stands)) drawn += 1;
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

/** In turn: a bare window with a static page, and ours with the demo case in its list. Nothing drives either of them. */
async function starting() {
  if (!inWindow) throw new Error("only in the real window");
  const { BENCH_BARE: plain, BENCH_SCREEN: screen } = process.env;
  if (!plain || !existsSync(plain)) throw new Error("the bare window was not built: a C compiler and the headers of webkit2gtk-4.1 are needed");
  const ours = place();
  const theirs = place();
  const asked = (...words) => {
    const ran = spawnSync(terminal, ["--workspace", ours.workspace, ...words], { env: ours.env, encoding: "utf8" });
    if (ran.status !== 0) throw new Error(`counterclaim ${words.join(" ")}: ${ran.stderr}`);
  };
  try {
    asked("--editor", "I. Marr", "demo");
    asked("call", "editor.use", JSON.stringify({ name: "I. Marr" }));
    const all = { ours: [], theirs: [] };
    for (let n = 0; n <= 9 && !(late() && n > 3); n += 1) {
      const still = await start(screen, plain, [page], theirs.env);
      const app = await start(screen, binary, [], ours.env);
      // The first of each fills the system's caches.
      if (n > 0) {
        all.theirs.push(still);
        all.ours.push(app);
      }
    }
    const of = (who, what) => median(all[who].map((each) => each[what]));
    const held = (who) => median(all[who].map((each) => Object.values(each.held).reduce((sum, one) => sum + one, 0)));
    const ratio = of("ours", "took") / of("theirs", "took");
    const spread = (who) => `${ms(of(who, "took"))} (${ms(Math.min(...all[who].map((each) => each.took)))} to ${ms(Math.max(...all[who].map((each) => each.took)))})`;
    row(`start to the list of cases, painted, beside a bare window with a static page (medians of ${all.ours.length}, in turn)`, times(ratio), "1.5x", ratio <= 1.5, `${spread("ours")} beside ${spread("theirs")}; processor time ${ms(of("ours", "worked"))} beside ${ms(of("theirs", "worked"))}`);
    const share = held("ours") / held("theirs");
    row("memory (PSS) of all its processes, 5 s after the start, beside the same", times(share), "1.5x", share <= 1.5, `${Math.round(held("ours") / 1024)} MB beside ${Math.round(held("theirs") / 1024)} MB`);
  } finally {
    await ours.remove();
    await theirs.remove();
  }
}

/** In turn, ten keys at a time: a cell of our matrix, and a cell of a plain table of as many. */
async function rating(window, large) {
  const css = "[data-testid=matrix] [data-cursor]";
  const marks = { 1: "strongly_contradicts", 2: "contradicts", 3: "neutral", 4: "supports", 5: "strongly_supports" };
  const marked = `(cell, key) => cell.dataset.mark === (${JSON.stringify(marks)})[key]`;
  await go(window.page, `#/case/${large.matrix}/compare/matrix`);
  await window.page.find(css, { ms: 30_000 });
  await sleep(1500);
  const still = await bare();
  const ours = [];
  const plain = [];
  const saves = [];
  try {
    await still.page.execute(() => {
      const table = document.createElement("table");
      for (let r = 0; r < 20; r += 1) {
        const line = table.insertRow();
        for (let c = 0; c < 200; c += 1) line.insertCell().textContent = "0";
      }
      document.body.append(table);
      const cell = table.rows[2].cells[3];
      cell.id = "cell";
      cell.tabIndex = 0;
      cell.addEventListener("keydown", (event) => (cell.textContent = event.key));
    });
    for (let turn = 0; turn < 12 && !late(); turn += 1) {
      const keys = Array.from({ length: 10 }, (_, n) => String(((n + turn) % 5) + 1));
      ours.push(...(await keysToPaint(window.page, keys, css, marked)));
      plain.push(...(await keysToPaint(still.page, keys, "#cell", (cell, key) => cell.textContent === key)));
    }
    end += 15_000;
    for (let n = 0; n < 30 && !late(); n += 1) {
      const saved = (cell) => cell.dataset.mark !== undefined && cell.dataset.writing === undefined && document.querySelector("[data-testid=save-state]").dataset.state === "saved";
      saves.push(...(await keysToPaint(window.page, [String((n % 5) + 1)], css, saved)));
    }
  } finally {
    await still.close();
  }
  const ratio = median(ours) / median(plain);
  const worst = p95(ours) / p95(plain);
  row(`key press to painted cell, matrix of 200 x 20 (p95 of ${ours.length})`, ms(p95(ours)), "50 ms", p95(ours) <= 50, `median ${ms(median(ours))}; marked as being saved until it is; to saved and painted so: median ${ms(median(saves))}, p95 ${ms(p95(saves))} of ${saves.length}`);
  row("the same beside a plain table of as many cells with one changed, in turn (medians)", times(ratio), "1.5x", ratio <= 1.5, `plain: median ${ms(median(plain))}, p95 ${ms(p95(plain))}; ratio of the p95: ${times(worst)}`);
}

async function searching(window) {
  await go(window.page, "#/cases");
  await window.page.id("search", { ms: 30_000 });
  const words = ["kaloka", "mine", "rusa", "tivo", "bade", "fugo", "hija", "poze", "lomi", "neru"];
  const first = [];
  const next = [];
  for (const word of [...words, ...words]) {
    if (late()) break;
    await window.page.execute(() => {
      const field = document.querySelector("[data-testid=search]");
      field.focus();
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await waitFor("the hits to go", async () => !(await window.page.has("hit")));
    await sleep(120);
    for (const [n, letter] of [...word].slice(0, 3).entries()) {
      const found = `() => Boolean(document.querySelector('[data-testid=hits][data-words="${word.slice(0, n + 1)}"] [data-testid=hit]'))`;
      (n === 0 ? first : next).push(...(await keysToPaint(window.page, [letter], "[data-testid=search]", found)));
    }
  }
  row(`typing in search, 10,000 claims and 10,000 items, to the first results painted (p95 of ${first.length})`, ms(p95(first)), "50 ms", p95(first) <= 50, `the first letter; median ${ms(median(first))}; the second and third: median ${ms(median(next))}, p95 ${ms(p95(next))} of ${next.length}`);
}

async function switching(window, large) {
  const took = [];
  const cases = [large.grid, large.report];
  await go(window.page, `#/case/${cases[1]}/compare`);
  await window.page.id("points-grid", { ms: 30_000 });
  for (let n = 0; n < 30 && !late(); n += 1) {
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
  row(`switching cases to the painted points grid (p95 of ${took.length})`, ms(p95(took)), "100 ms", p95(took) <= 100, `median ${ms(median(took))}; grids of 20 x 6 and 20 x 2; from the change of the address`);
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
  // It begins from a list that stands: its first rows are drawn again.
  await waitFor("the first rows", () =>
    window.page.execute(() => {
      const box = document.getElementById("bench-list").getBoundingClientRect();
      return Boolean(document.elementFromPoint(box.left + box.width / 3, box.top + box.height / 2)?.closest("[data-key]"));
    }),
  );
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

function table() {
  const [{ model }] = cpus();
  console.log(`\nThe window${inWindow ? "" : " (NOT the real one: a bare browser on the loopback host)"} · ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC · ${model} · ${cpus().length} cores · ${Math.round(totalmem() / 1024)} kB memory · Linux ${release()} · load before ${load[0].toFixed(1)}, after ${loadavg()[0].toFixed(1)}\n`);
  console.log("| what | measured | target | | beside it |\n|---|---|---|---|---|");
  console.log(rows.join("\n"));
}

if (!filled) {
  console.error("bench: BENCH_FILLED says where the filled ledger is; run it through `make bench`.");
  process.exit(2);
}
const load = loadavg();
let window;
setTimeout(() => {
  row("what else there is to measure", "not measured", "", null, `out of time after ${longest / 60_000} minutes`);
  table();
  void Promise.resolve(window?.close()).finally(() => process.exit(0));
}, longest).unref();
await part("start to the list of cases", "1.5x", starting, 150_000);
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
}
table();
await window?.close().catch(() => {});
process.exit(0);
