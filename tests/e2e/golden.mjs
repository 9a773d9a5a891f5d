// Golden pictures: each screen as docs/manual/ shows it, compared within a tolerance. `UPDATE=1` takes them anew.
//
// What differs by nature (times of the day, ids) is painted over in both pictures before they are compared: every <time>,
// and whatever carries data-moving. Both are halved in size first, so that the smoothing of letters does not count.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { sleep } from "./driver.mjs";

export const goldens = resolve(import.meta.dirname, "../../docs/manual/pictures");
const taken = resolve(import.meta.dirname, "pictures");

/** How far a point's colour may be off before it counts, and the share of such points that is let pass. */
const FUZZ = "12%";
const TOLERANCE = 0.01;

function run(program, words, codes = [0]) {
  const ran = spawnSync(program, words, { encoding: "utf8", timeout: 60_000 });
  if (ran.error) throw new Error(`${program} (ImageMagick) is needed to compare pictures: ${ran.error.message}`);
  if (!codes.includes(ran.status)) throw new Error(`${program} ${words.join(" ")}: ${ran.stderr}`);
  return `${ran.stdout}${ran.stderr}`.trim();
}

/** The share (0 to 1) of points in which two pictures differ, outside of `masks` ({x, y, width, height}). */
export function difference(one, other, masks = []) {
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-golden-"));
  try {
    const paint = masks.flatMap(({ x, y, width, height }) => ["-draw", `rectangle ${x},${y} ${x + width},${y + height}`]);
    const plain = [one, other].map((picture, n) => {
      const to = join(folder, `${n}.png`);
      run("convert", [picture, "-alpha", "off", "-fill", "#808080", ...paint, "-resize", "50%", to]);
      return to;
    });
    const [first, second] = plain.map((picture) => run("identify", ["-format", "%w %h", picture]));
    if (first !== second) return 1;
    const [width, height] = first.split(" ").map(Number);
    const said = run("compare", ["-metric", "AE", "-fuzz", FUZZ, ...plain, "null:"], [0, 1]);
    return Number.parseFloat(said) / (width * height);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the page shows what is never twice the same. */
function moving(page) {
  return page.execute(() =>
    [...document.querySelectorAll("time, [data-moving]")]
      .map((node) => node.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.bottom > 0 && box.right > 0)
      .map((box) => ({ x: Math.floor(box.x) - 2, y: Math.floor(box.y) - 2, width: Math.ceil(box.width) + 4, height: Math.ceil(box.height) + 4 })),
  );
}

/** Compares the page with the golden picture `name`, or takes that anew. Fails with the share of points that differ. */
export async function golden(page, name) {
  // The pointer and a blinking caret are no part of a screen.
  await page.execute(() => document.activeElement?.blur?.());
  await page.executeAsync(() => document.fonts.ready.then(() => true));
  const kept = join(goldens, `${name}.png`);
  mkdirSync(taken, { recursive: true });
  const now = join(taken, `${name}.png`);
  if (process.env.UPDATE) {
    // Lines that are filled in after the first paint are given time to come.
    await sleep(2_000);
    writeFileSync(now, await page.screenshot());
    mkdirSync(goldens, { recursive: true });
    // 128 colours are plenty for a page of three inks, and a third of the size.
    run("convert", [now, "-alpha", "off", "-dither", "None", "-colors", "128", "-strip", kept]);
    return;
  }
  if (!existsSync(kept)) throw new Error(`there is no golden picture ${name}; UPDATE=1 takes it`);
  // A screen may fill in its last lines a moment after the first: it is looked at again, a few times.
  let share = 1;
  for (let tries = 0; tries < 10 && share > TOLERANCE; tries += 1) {
    if (tries > 0) await sleep(500);
    writeFileSync(now, await page.screenshot());
    share = difference(kept, now, await moving(page));
  }
  if (share > TOLERANCE) {
    throw new Error(`${name} differs from its golden picture in ${(share * 100).toFixed(2)} % of its points (${(TOLERANCE * 100).toFixed(0)} % may); see ${now}`);
  }
}

/** Gives the page itself that size, whatever the window puts around it. */
export async function screenAt(page, width, height) {
  await page.send("POST", "/window/rect", { width, height });
  const inner = await page.execute(() => [innerWidth, innerHeight]);
  await page.send("POST", "/window/rect", { width: 2 * width - inner[0], height: 2 * height - inner[1] });
}
