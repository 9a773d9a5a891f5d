// Reading preserved copies inside the window: text, a page that means harm, a picture, a PDF; excerpts made of what is selected.

import assert from "node:assert/strict";
import { chmodSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { story } from "./app.mjs";
import { assertNoFaultsInBoth } from "./axe.mjs";
import { begin, call, openDemo, saved } from "./desk.mjs";
import { Key, sleep, waitFor } from "./driver.mjs";
import { throughPage } from "./ugly.mjs";

const go = (page, hash) => page.execute((to) => void (location.hash = to), hash);
const ready = (page) => page.find("[data-testid=reader-sheet][data-ready]", { ms: 30_000 });
const shift = (page, ...keys) => page.keys(Key.shift, ...keys);

/** An item with one file, made through the window. */
async function item(page, where, name, kind, file, bytes) {
  const path = join(where.home, file);
  writeFileSync(path, bytes);
  const through = throughPage(page);
  const { id } = await through("item.add", { name, kind, reading: "read", language: "en" });
  const { id: capture } = await through("item.attach", { item_id: id, path });
  return { id, capture };
}

/** A picture of one colour with a darker square, as PNG. */
function png(width, height) {
  const crc = (bytes) => {
    let c = ~0;
    for (const byte of bytes) {
      c ^= byte;
      for (let n = 0; n < 8; n += 1) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
    }
    return ~c >>> 0;
  };
  const chunk = (type, data) => {
    const out = Buffer.alloc(12 + data.length);
    out.writeUInt32BE(data.length, 0);
    out.write(type, 4, "latin1");
    data.copy(out, 8);
    out.writeUInt32BE(crc(out.subarray(4, 8 + data.length)), 8 + data.length);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 3 + 1) * height, 170);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width * 3 + 1)] = 0;
    for (let x = 0; x < width; x += 1)
      if (x > width / 2 && y > height / 2) rows.fill(60, y * (width * 3 + 1) + 1 + x * 3, y * (width * 3 + 1) + 4 + x * 3);
  }
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A PDF of so many pages, each with three lines in a standard face that the file leaves out. */
function pdf(pages) {
  const objects = ["<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"];
  const kids = Array.from({ length: pages }, (_, n) => `${4 + n * 2} 0 R`).join(" ");
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`);
  objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (let n = 1; n <= pages; n += 1) {
    const words = `BT /F1 16 Tf 72 720 Td (Page ${n} of the log) Tj 0 -24 Td (The crew of flight ${n} said that nothing had been moved from the ware-) Tj 0 -20 Td (house at noon.) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + (n - 1) * 2} 0 R >>`,
    );
    objects.push(`<< /Length ${words.length} >>\nstream\n${words}\nendstream`);
  }
  let text = "%PDF-1.4\n";
  const places = objects.map((object, n) => {
    const at = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of places) text += `${String(at).padStart(10, "0")} 00000 n \n`;
  return `${text}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
}

const words = `Statement of the ministry, 4 April 2017

The ministry said at noon that nothing had been moved from the warehouse.
It said no more.

قالت الوزارة إن المستودع كان فارغا منذ آذار.

${Array.from({ length: 3000 }, (_, n) => `Line ${n + 1} of the log.`).join("\n")}
The last line.
`;

test("a text is read, searched and marked by keys, and an address leads to the exact place", () =>
  story("viewer-text", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const [{ id: case_id }] = call(where, "case.list", {});
    const text = await item(page, where, "Ministry statement", "document", "statement.txt", words);
    await go(page, `#/items/${text.id}`);
    await page.press("capture-read");
    await ready(page);
    assert.match(await page.execute(() => location.hash), new RegExp(`/items/${text.id}/read/${text.capture}$`), "an address of its own");
    assert.match(await (await page.id("reader-state")).text(), /unchanged/);

    // Search leads to the place, however far down; s takes the words found, Shift and an arrow takes more, e makes an excerpt.
    await page.put("reader-find", "nothing had");
    await waitFor("one place", async () => /^1 of 1/.test(await (await page.id("reader-hits")).text()));
    await page.keys(Key.escape);
    await page.keys("s");
    await shift(page, Key.right);
    await shift(page, Key.right);
    await page.id("picked");
    await page.keys("e");
    assert.equal(await (await page.id("excerpt-quote")).property("value"), "nothing had been moved");
    await page.press("excerpt-save");
    await page.find("[data-testid=reader-excerpt][data-state=there]");
    const [excerpt] = call(where, "excerpt.list", {}).filter((one) => one.capture_id === text.capture);
    assert.equal(excerpt.quote, "nothing had been moved");
    assert.equal(words.slice(excerpt.start).startsWith("nothing had been moved"), true, "anchored at its place");
    await page.find("[data-testid=sheet-text] + [data-over] [data-testid=mark-tag]");

    // Escape leads back to the item, with the keyboard where it was opened.
    await waitFor("the form to go", async () => !(await page.has("excerpt-form")));
    await page.keys(Key.escape);
    await page.id("capture-read");
    await waitFor("the focus", () => page.execute(() => document.activeElement?.dataset.testid === "capture-read"));

    // The place read last is kept; an address with an excerpt goes before it.
    await page.press("capture-read");
    await ready(page);
    await page.execute(() => {
      const sheet = document.querySelector("[data-testid=reader-sheet]");
      sheet.scrollTop = sheet.scrollHeight;
    });
    await page.sees("The last line.");
    await sleep(500);
    await page.keys(Key.escape);
    await page.press("capture-read");
    await ready(page);
    await waitFor("the place read last", () => page.execute(() => document.querySelector("[data-testid=reader-sheet]").scrollTop > 20_000));
    await go(page, `#/case/${case_id}/evidence/${text.id}/read/${text.capture}/${excerpt.id}`);
    await ready(page);
    await waitFor("the excerpt in sight", () =>
      page.execute((id) => {
        const mark = document.querySelector(`[data-mark="${id}"]`);
        const sheet = document.querySelector("[data-testid=reader-sheet]").getBoundingClientRect();
        const box = mark?.getBoundingClientRect();
        return !!box && box.top >= sheet.top && box.bottom <= sheet.bottom;
      }, excerpt.id),
    );
    await assertNoFaultsInBoth(page, "a text with an excerpt");
    await app.picture("viewer-text");

    // The library of excerpts leads there as well.
    await go(page, "#/items");
    await (await page.find("[data-testid=items-scope-excerpts]")).focus();
    await page.keys(" ");
    await page.put("excerpt-search", "nothing had been moved");
    await waitFor("one excerpt", async () => /^1 of/.test(await (await page.id("excerpt-count")).text()));
    await assertNoFaultsInBoth(page, "the library of excerpts");
    await (await page.find("[data-testid=excerpt-rows] [data-key]")).focus();
    await page.keys(Key.enter);
    await ready(page);
    assert.match(await page.execute(() => location.hash), new RegExp(`/read/${text.capture}/${excerpt.id}$`));

    // What is no longer what was preserved is named, and nothing of it is drawn.
    const kept = join(where.workspace, "files");
    for (const name of readdirSync(kept, { recursive: true })) {
      const path = join(kept, name);
      if (statSync(path).isFile() && statSync(path).size === Buffer.byteLength(words)) {
        chmodSync(path, 0o644);
        writeFileSync(path, words.replace("nothing", "everything").slice(0, words.length));
      }
    }
    await page.keys(Key.escape);
    await page.press("capture-read");
    await page.id("reader-refused");
    await waitFor("the mark", async () => /changed/.test(await (await page.id("reader-state")).text()));
    assert.equal(await page.has("sheet-text"), false, "nothing is drawn as if it were right");
    await assertNoFaultsInBoth(page, "a copy that has changed");
  }));

test("a page that means harm is shown and asks nobody for anything", () =>
  story("viewer-page", async ({ where, open }) => {
    const asked = [];
    const canary = createServer((request, answer) => {
      asked.push(request.url);
      answer.end();
    });
    await new Promise((done) => canary.listen(0, "127.0.0.1", done));
    const h = `http://127.0.0.1:${canary.address().port}`;
    try {
      // The ear works: what is asked of it is heard.
      await fetch(`${h}/ear`);
      assert.deepEqual(asked.splice(0), ["/ear"]);
      const app = await open();
      const { page } = app;
      await begin(page, "I. Marr");
      const hostile = `<!doctype html><html lang="en"><head><title>Harm</title><base href="${h}/base/">
<meta http-equiv="refresh" content="0;url=${h}/refresh"><meta http-equiv="Content-Security-Policy" content="default-src *">
<link rel="stylesheet" href="${h}/link.css"><link rel="preconnect" href="${h}"><link rel="dns-prefetch" href="${h}"><link rel="prefetch" href="${h}/prefetch"><link rel="preload" as="image" href="${h}/preload"><link rel="modulepreload" href="${h}/module.js"><link rel="icon" href="${h}/icon"><link rel="manifest" href="${h}/manifest">
<style>@import "${h}/import.css"; @import url(${h}/import2.css); @font-face{font-family:x;src:url(${h}/font.woff2)} body{font-family:x,serif;background:url(${h}/bg.png)} p::before{content:url(${h}/content.png)} b{cursor:url(${h}/cursor.png),auto} i{background:u\\72l(${h}/escaped.png)}</style>
<script>fetch("${h}/script"); parent.document.title = "taken over"</script><script src="${h}/script.js"></script></head>
<body onload="fetch('${h}/onload')" background="${h}/body.png"><h1>The page as it was</h1>
<p id="words">The ministry said that <b>nothing</b> had been <i>moved</i>.</p>
<img src="${h}/img.png" srcset="${h}/img2.png 2x" onerror="fetch('${h}/onerror')"><picture><source srcset="${h}/source.webp"><img src="x" alt=""></picture>
<video src="${h}/video.mp4" poster="${h}/poster.png" autoplay><source src="${h}/video2.mp4"><track src="${h}/track.vtt" default></video><audio src="${h}/audio.mp3" autoplay></audio>
<iframe src="${h}/iframe"></iframe><iframe srcdoc="<img src='${h}/srcdoc.png'>"></iframe><object data="${h}/object"></object><embed src="${h}/embed">
<svg width="10" height="10"><image href="${h}/svg.png"/><use href="${h}/use.svg#a"/><script>fetch("${h}/svgscript")</script><foreignObject><img src="${h}/foreign.png"></foreignObject><rect fill="url(${h}/fill.svg#a)" width="9" height="9"/></svg>
<form action="${h}/form" id="f"><input name="q" autofocus onfocus="fetch('${h}/focus')"><button id="send" formaction="${h}/formaction">Send</button></form>
<a id="out" href="${h}/link" ping="${h}/ping" target="_top">a way out</a> <a id="js" href="javascript:fetch('${h}/js')">a trick</a>
<p style="background-image:url('${h}/inline.png')">styled</p><table background="${h}/table.png"><tr><td>cell</td></tr></table>
<noscript><img src="${h}/noscript.png"></noscript><template><img src="${h}/template.png"></template><input type="image" src="${h}/input.png" alt="x">
</body></html>`;
      const made = await item(page, where, "A page that means harm", "web_page", "harm.html", hostile);
      await go(page, `#/items/${made.id}/read/${made.capture}`);
      await ready(page);
      await page.put("reader-find", "nothing had been moved");
      await waitFor("the words of the page", async () => /^1 of 1/.test(await (await page.id("reader-hits")).text()));
      await app.picture("viewer-page");

      // Everything on it that can be pressed is pressed, by the pointer and from outside.
      await page.execute(() => {
        const within = document.querySelector("[data-testid=sheet-page]");
        for (const one of within.contentDocument.querySelectorAll("a, button, input, form")) {
          one.click?.();
          try {
            one.requestSubmit?.();
          } catch {
            // A form without a button of its own is not sent.
          }
        }
        within.contentDocument.getElementById("out")?.dispatchEvent(new MouseEvent("click", { bubbles: true, ctrlKey: true }));
      });
      await sleep(1500);
      assert.deepEqual(asked, [], "nobody was asked for anything");
      const [address, sandbox] = await page.execute(() => {
        const frame = document.querySelector("[data-testid=sheet-page]");
        return [frame.contentDocument.URL, frame.getAttribute("sandbox")];
      });
      assert.equal(address, "about:srcdoc", "the frame is still the page");
      assert.equal(sandbox, "allow-same-origin", "no script runs in it");
      assert.doesNotMatch(await page.title(), /taken over/);

      // Words are selected on it by keys, and an excerpt is made of them.
      await page.keys(Key.escape);
      await page.keys("s");
      await page.id("picked");
      await assertNoFaultsInBoth(page, "an archived page");
    } finally {
      await new Promise((done) => canary.close(done));
    }
  }));

test("a PDF opens at once however long, and is searched and quoted across its lines", () =>
  story("viewer-pdf", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    const log = await item(page, where, "The log", "document", "log.pdf", pdf(60));
    await go(page, `#/items/${log.id}/read/${log.capture}`);
    await ready(page);
    await page.find('[data-page="1"] .pdf-words span');
    assert.ok((await page.all("[data-page] canvas")).length < 12, "only the pages near the one in sight are drawn");
    await page.put("reader-find", "flight 47 said that nothing had been moved from the warehouse");
    await waitFor("the place", async () => /^1 of 1/.test(await (await page.id("reader-hits")).text()), { ms: 30_000 });
    await page.find('[data-page="47"] .pdf-words span');
    await waitFor("its page", async () => (await (await page.id("reader-page")).property("value")) === "47");
    await page.keys(Key.escape);
    await page.keys("s");
    await page.id("picked");
    await page.keys("e");
    assert.equal(
      await (await page.id("excerpt-quote")).property("value"),
      "flight 47 said that nothing had been moved from the warehouse",
      "the word that the end of a line parted is whole",
    );
    await page.press("excerpt-save");
    await page.find("[data-testid=reader-excerpt][data-state=there]");
    await saved(page);
    const [excerpt] = call(where, "excerpt.list", {});
    assert.equal(excerpt.page_number, 47);
    await app.picture("viewer-pdf");
    await assertNoFaultsInBoth(page, "a PDF with an excerpt");

    // From another place the address leads to the page and the words.
    await page.keys(Key.escape);
    await page.id("item-detail");
    await go(page, `#/record/${excerpt.id}`);
    await ready(page);
    await page.find(`[data-page="47"] [data-mark="${excerpt.id}"]`, { ms: 30_000 });
  }));

test("a picture is enlarged, turned and marked by keys and by hand", () =>
  story("viewer-picture", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await begin(page, "I. Marr");
    const crater = await item(page, where, "Crater north", "photo", "crater.png", png(800, 500));
    await go(page, `#/items/${crater.id}/read/${crater.capture}`);
    await ready(page);
    const wide = () => page.execute(() => document.querySelector("[data-testid=sheet-picture]").getBoundingClientRect());
    const before = await wide();
    assert.ok(before.width > before.height);
    await page.keys("r");
    await waitFor("the picture turned", async () => (await wide()).height > (await wide()).width);
    for (let n = 0; n < 3; n += 1) await page.keys("r");
    await page.keys("+");
    await waitFor("the picture larger", async () => (await wide()).width > before.width * 1.2);
    await page.keys("0");
    await page.keys("s");
    await page.id("region");
    await shift(page, Key.right);
    await page.keys("e");
    await page.put("excerpt-quote", "The rim of the crater, broken to the north");
    await page.press("excerpt-colour-red");
    await page.press("excerpt-save");
    await page.find("[data-testid=reader-excerpt][data-state=there][data-colour=red]");
    await saved(page);
    const [excerpt] = call(where, "excerpt.list", {});
    assert.deepEqual([excerpt.kind, excerpt.region], ["region", "xywh=percent:35,35,32,30"]);
    await assertNoFaultsInBoth(page, "a picture with a region");
    await app.picture("viewer-picture");
  }));
