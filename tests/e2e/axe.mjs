// Accessibility of a screen, by axe-core, injected into the page.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const source = readFileSync(resolve(import.meta.dirname, "../../ui/node_modules/axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Waits until no colour is half way between two themes or states: what is in between is in neither. Never longer than 3 s. */
async function still(page) {
  await page.executeAsync(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    const ended = Promise.all(ending.map((each) => each.finished.catch(() => null)));
    await Promise.race([ended, new Promise((done) => setTimeout(done, 3000))]);
    await frame();
    return true;
  });
}

/** What axe finds wrong on the page: one line for each rule that is broken, with the places. */
export async function faults(page) {
  await still(page);
  await page.execute(`${source}; return true`);
  const found = await page.executeAsync(
    (tags) =>
      window.axe
        .run(document, { runOnly: tags })
        .then((result) =>
          result.violations.map((each) => ({
            rule: each.id,
            help: each.help,
            places: each.nodes.map((node) => `${node.target.join(" ")}: ${node.html.slice(0, 160)}`),
          })),
        ),
    rules,
  );
  return found.map(({ rule, help, places }) => `${rule} (${help})\n    ${places.join("\n    ")}`);
}

/** Fails with every fault of the page; `screen` says where we are. */
export async function assertNoFaults(page, screen) {
  const found = await faults(page);
  if (found.length > 0) throw new Error(`axe on ${screen}:\n  ${found.join("\n  ")}`);
}

/** The same in the theme of the system, then in the dark. */
export async function assertNoFaultsInBoth(page, screen) {
  const dark = (on) =>
    page.execute((theme) => (theme ? (document.documentElement.dataset.theme = theme) : delete document.documentElement.dataset.theme), on ? "dark" : null);
  await assertNoFaults(page, screen);
  await dark(true);
  await assertNoFaults(page, `${screen}, dark`);
  await dark(false);
}
