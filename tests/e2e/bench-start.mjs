// Starting a program, seen from outside: nothing in it takes part. Both programs, the app and a bare window of the same web
// engine, are started in turn on the same screen, whose pixels are watched until they stand still.
//
// A start takes from the moment when the program is called to the first picture in which 95 of 100 of the pixels that are not
// ground stand as they will stay. A row of the list is drawn when its handlers are there, so the window can then be used.

import { spawn } from "node:child_process";
import { openSync, readFileSync, readSync } from "node:fs";
import { alive, family } from "./app.mjs";
import { sleep, waitFor } from "./driver.mjs";

const quiet = 1200;
/** So long each start is watched: what loads at rest is then there too, and counts as memory. */
const lasting = 5000;
const longest = 15_000;

/** What Xvfb keeps of its screen in a file (-fbdir, in the form of xwd): some of its rows. */
class Screen {
  constructor(file) {
    this.file = openSync(file, "r");
    const head = Buffer.alloc(100);
    readSync(this.file, head, 0, 100, 0);
    const word = (n) => head.readUInt32BE(n * 4);
    this.start = word(0) + word(19) * 12;
    this.line = word(12);
    this.rows = Array.from({ length: Math.floor(word(5) / 6) }, (_, n) => n * 6);
  }

  look() {
    const seen = Buffer.alloc(this.rows.length * this.line);
    this.rows.forEach((row, n) => readSync(this.file, seen, n * this.line, this.line, this.start + row * this.line));
    return seen;
  }
}

const pixels = (seen) => new Uint32Array(seen.buffer, seen.byteOffset, seen.length / 4);

/** Which pixels of a picture are drawn: not of the two grounds, the page's and what of the screen the window leaves free. */
function drawn(seen) {
  const count = new Map();
  for (const each of seen) count.set(each, (count.get(each) ?? 0) + 1);
  const ground = new Set([...count].sort((a, b) => b[1] - a[1]).slice(0, 2).map(([colour]) => colour));
  const found = [];
  for (let n = 0; n < seen.length; n += 1) if (!ground.has(seen[n])) found.push(n);
  return found;
}

/** When the first picture stood that is nearly the last one; nothing while nothing is drawn. */
function stood(pictures) {
  const last = pixels(pictures.at(-1).seen);
  const marks = drawn(last);
  if (marks.length < 200) return undefined;
  return pictures.find(({ seen }) => {
    const now = pixels(seen);
    let same = 0;
    for (const n of marks) if (now[n] === last[n]) same += 1;
    return same >= marks.length * 0.95;
  }).at;
}

/** What each process of a family holds of memory, its share of what is shared counted once (PSS), in kB, by its name. */
function memory(pid) {
  const held = {};
  for (const each of family(pid)) {
    try {
      const name = readFileSync(`/proc/${each}/comm`, "utf8").trim();
      const pss = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${each}/smaps_rollup`, "utf8"))?.[1] ?? 0);
      held[name] = (held[name] ?? 0) + pss;
    } catch {
      // It ended while we looked.
    }
  }
  return held;
}

/** The processor time that a family has taken, in ms. */
function worked(pid) {
  return family(pid).reduce((sum, each) => {
    try {
      const stat = readFileSync(`/proc/${each}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return sum;
    }
  }, 0);
}

/** Starts a program and watches the screen; gives the milliseconds to its picture, and its memory some time later. */
export async function start(screenFile, program, words, env) {
  const screen = new Screen(screenFile);
  const before = screen.look();
  const pictures = [];
  const began = performance.now();
  const child = spawn(program, words, { env, stdio: "ignore" });
  let failed;
  child.on("error", (error) => (failed = error));
  child.on("exit", (code) => (failed ??= new Error(`${program} ended with ${code}`)));
  try {
    let seen = before;
    for (;;) {
      await sleep(3);
      if (failed) throw failed;
      const now = screen.look();
      const at = performance.now() - began;
      if (!now.equals(seen)) pictures.push({ at, seen: now });
      seen = now;
      const last = pictures.at(-1)?.at;
      if (at > longest) throw new Error(last === undefined ? "no window came" : "the window did not stand still");
      if (last === undefined || at - last < quiet || at < lasting) continue;
      const took = stood(pictures);
      if (took !== undefined) return { took, held: memory(child.pid), worked: worked(child.pid), first: pictures[0].at };
      await sleep(200);
    }
  } finally {
    const all = family(child.pid);
    child.removeAllListeners("exit");
    child.kill("SIGTERM");
    await waitFor("the window to end", () => !all.some(alive), { ms: 5000 }).catch(() => {
      for (const pid of all) if (alive(pid)) process.kill(pid, "SIGKILL");
    });
    // The screen is empty again before the next one starts.
    await waitFor("the screen to be empty", () => screen.look().equals(before), { ms: 3000, every: 20 }).catch(() => {});
  }
}
