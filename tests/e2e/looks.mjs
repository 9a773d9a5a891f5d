// How a story looks at screens: in which sizes, sides and themes the window is opened, and what is asked of each screen there.

import { sleep, waitFor, Key } from "./driver.mjs";
import { faults } from "./axe.mjs";
import { edges, focusFaults } from "./edges.mjs";
import { screenAt } from "./golden.mjs";

// How the window is opened. Layout is asked in each; axe where no other story asks it: mirrored in the dark, of the demo case.
export const modes = [
  { name: "mirrored", language: "en-XM", scale: 100, width: 1280, height: 800, theme: "dark", axe: true, focus: true },
  { name: "mirrored, narrow", language: "en-XM", scale: 100, width: 900, height: 700, theme: "light" },
  { name: "200 %", language: "en", scale: 200, width: 1280, height: 800, theme: "light", focus: true },
  { name: "200 %, narrow", language: "en", scale: 200, width: 900, height: 700, theme: "dark" },
];

/** Loads the page anew, as it comes up in that language, with letters of that size and in that theme. */
export async function load(page, { language, scale, theme, width, height }, standing = "rail-cases") {
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
  await page.id(standing);
}

/**
 * Looks at screens, each a line of its name, its address of the ids `of`, the test id that says that it stands, and, where
 * something is to be opened on it, how: `open(page)`, and `shut(page)`. Gives the faults as lines.
 */
export async function walk(app, mode, screens, of) {
  const { page } = app;
  const wrong = [];
  for (const [name, address, testid, open, shut] of screens) {
    await page.execute((hash) => (location.hash = hash), address(of));
    await page.id(testid, { ms: 30_000 });
    await waitFor(`${name} to stand still`, () => page.execute(() => !document.querySelector("[aria-busy=true]")));
    await open?.(page);
    // What is filled in after the first paint is given a moment.
    await sleep(150);
    const found = await edges(page);
    if (mode.focus && !open && !name.endsWith("ugly")) {
      // From the head of the screen on, past its tools and into its work.
      await page.execute(() => document.querySelector("main")?.focus());
      found.push(...(await focusFaults(page, 6, Key.tab)));
    }
    if (mode.axe && !name.endsWith("ugly")) found.push(...(await faults(page)));
    wrong.push(...found.map((fault) => `${mode.name}, ${name}: ${fault}`));
    if (found.length > 0 || process.env.LOOKS) await app.picture(`looks-${mode.name}-${name}`.replace(/\W+/g, "-"));
    await shut?.(page);
  }
  return wrong;
}
