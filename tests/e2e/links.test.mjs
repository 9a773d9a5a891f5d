// Links: every kind of record is led to where it stands, opened and with the focus; every list copies a link to its rows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { story } from "./app.mjs";
import { call, openDemo } from "./desk.mjs";
import { Key, waitFor } from "./driver.mjs";
import { throughPage } from "./ugly.mjs";

const hash = (page) => page.execute(() => location.hash);

/** What has the focus: the record or row that it is, or the cell of the grid, and whether it is in sight. */
const focus = (page) =>
  page.execute(() => {
    const here = document.activeElement;
    const of = here?.closest("[data-record], [data-key], [data-cell]");
    const { top, bottom } = here.getBoundingClientRect();
    return {
      record: of?.dataset.record ?? of?.dataset.key ?? null,
      cell: of?.dataset.cell ?? null,
      sheet: Boolean(here?.closest("[data-testid=reader-sheet]")),
      inSight: bottom > 0 && top < innerHeight,
      words: here?.textContent.replace(/\s+/g, " ").slice(0, 200) ?? "",
    };
  });

async function follow(page, id, what, test) {
  await page.execute((address) => void (location.hash = address), `#/record/${id}`);
  let last;
  await waitFor(
    `${what} to be shown with the focus`,
    async () => {
      last = await focus(page);
      return last.inSight && test(last);
    },
    { ms: 20_000 },
  ).catch(async (error) => {
    throw new Error(`${error.message}: ${JSON.stringify(last)} at ${await hash(page)}`, { cause: error });
  });
}

test("a link to a record of any kind leads to it, opened and with the focus", () =>
  story("leads", async ({ where, open }) => {
    const app = await open();
    const { page } = app;
    await openDemo(page);
    const [{ id: caseId }] = call(where, "case.list", {});
    const all = call(where, "case.show", { case_id: caseId }).case;
    const grid = call(where, "compare.points", { case_id: caseId });
    const is = (id) => (at) => at.record === id;
    const inCell = (row, column) => (at) => at.cell === `${row}|${column}`;

    const last = grid.rows.at(-1);
    await follow(page, last.id, "the last point", inCell(last.id, "point"));
    await app.picture("leads-point");
    const account = grid.accounts.at(-1);
    await follow(page, account.id, "an account", inCell("head", account.id));
    await follow(page, all.findings[0].uuid, "a finding", inCell("head", "findings"));

    const row = grid.rows.find((one) => one.cells.some((cell) => cell.current?.statement));
    const cell = row.cells.find((one) => one.current?.statement);
    await follow(page, cell.current.id, "an answer", inCell(row.id, cell.account_id));
    const { statement } = cell.current;
    await follow(page, statement.id, "a statement that answers", (at) => at.cell !== null && at.words.includes(statement.words.slice(0, 20)));
    await app.picture("leads-statement");
    const silent = all.silences[0];
    await follow(page, silent.uuid, "a silence", inCell(silent.point_id, silent.account_id));

    const answering = new Set(all.answers.map((one) => one.claim_id));
    const other = all.acts.find((act) => all.acts.every((one) => one.statement_id !== act.statement_id || !answering.has(one.claim_id)));
    if (other) await follow(page, other.statement_id, "a statement of a claim without answer", is(other.statement_id));

    const link = all.links.find((one) => one.to_claim_id);
    await follow(page, link.uuid, "an evidence link", is(link.uuid));
    assert.equal(await hash(page), `#/case/${caseId}/claims/${link.to_claim_id}/at/${link.uuid}`, "beside its claim");
    await app.picture("leads-link");
    await follow(page, all.stances.find((one) => one.link_id === link.uuid).uuid, "a stance", is(link.uuid));
    const assessment = all.assessments[0];
    await follow(page, assessment.uuid, "an assessment", is(assessment.uuid));
    const inquiry = all.inquiries[0];
    if (inquiry) await follow(page, inquiry.uuid, "an inquiry", inquiry.claim_id ? is(inquiry.uuid) : (at) => at.cell?.startsWith(inquiry.point_id ?? "head"));
    const [event] = all.events;
    if (event) {
      await follow(page, event.uuid, "an event", is(event.uuid));
      await page.id("entry-pane");
      await app.picture("leads-event");
    }

    await follow(page, all.items[0].uuid, "an item", () => true);
    await waitFor("the item", async () => (await hash(page)) === `#/items/${all.items[0].uuid}`);
    await page.id("item-detail");
    if (all.captures[0]) await follow(page, all.captures[0].uuid, "a preserved copy", is(all.captures[0].uuid));
    const [excerpt] = all.excerpts;
    if (excerpt) {
      await follow(page, excerpt.uuid, "an excerpt, in its copy", (at) => at.sheet);
      assert.ok((await hash(page)).endsWith(`/read/${excerpt.capture_id}/${excerpt.uuid}`), "at its place");
    }
    await follow(page, all.actors[0].uuid, "a source", () => true);
    await page.id("source-detail");
    if (all.actor_names[0]) await follow(page, all.actor_names[0].uuid, "another name of a source", is(all.actor_names[0].uuid));

    // What has to be seen to, what was asked of a party, what was published.
    const write = throughPage(page);
    await write("checklist.start", { case_id: caseId });
    const [line] = call(where, "checklist_line.list", { case_id: caseId });
    await follow(page, line.id, "a line of the checklist", is(line.id));
    const { id: reply } = await write("reply.add", { case_id: caseId, actor_id: all.actors[0].uuid, asked: "2017-04-12" });
    await follow(page, reply, "what was asked of a party", is(reply));
    const { id: report } = await write("report.publish", { case_id: caseId, folder: where.home, formats: ["md"] });
    await follow(page, report, "a published report", is(report));
    await app.picture("leads-report");

    const [operation] = call(where, "history.list", { limit: 1 });
    await follow(page, operation.id, "an operation", is(operation.id));
    await page.id("operation-pane");

    // What lies in the trash is shown there.
    await follow(page, last.id, "the last point again", inCell(last.id, "point"));
    await page.keys(Key.delete);
    await waitFor("the point to be in the trash", () => call(where, "record.find", { id: last.id }).trashed);
    await follow(page, last.id, "a point in the trash", is(last.id));
    await page.id("case-trash-list");

    // Back leads over what was visited, and shows each again.
    await page.keys(Key.alt, Key.left);
    await waitFor("the grid again", async () => (await hash(page)) === `#/case/${caseId}/compare/at/${last.id}`);
    await page.keys(Key.alt, Key.left);
    await waitFor("the operation again, with the focus", async () => (await focus(page)).record === operation.id);

    // What is nowhere says so.
    await page.execute(() => void (location.hash = "#/record/00000000-0000-7000-8000-000000000000"));
    await page.id("record-problem");
  }));

test("rows of every list copy a link, and the link leads there from the palette and from search", () =>
  story("copy-link", async ({ where, open }) => {
    const { page } = await open();
    await openDemo(page);
    const [{ id: caseId }] = call(where, "case.list", {});
    const all = call(where, "case.show", { case_id: caseId }).case;
    // The clipboard of a driven window is its own: what is put there is written down.
    await page.execute(() => {
      window.__copied = [];
      Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void window.__copied.push(text) }, configurable: true });
    });
    const copied = () => page.execute(() => window.__copied.at(-1) ?? null);
    const go = (address) => page.execute((to) => void (location.hash = to), `#/${address}`);

    /** Opens the menu on what fits, by the keys that open a menu, and copies. */
    async function copyOn(what, css) {
      await waitFor(what, () => page.execute((to) => document.querySelector(to) !== null, css), { ms: 20_000 });
      await page.execute((to) => {
        const row = document.querySelector(to);
        row.focus();
        const { left, top } = row.getBoundingClientRect();
        row.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, clientX: left + 12, clientY: top + 8 }));
      }, css);
      const before = await page.execute(() => window.__copied.length);
      await waitFor(`the menu of ${what}`, () => page.execute(() => document.querySelector('[data-testid$="-copy-link"]') !== null));
      await page.execute(() => document.querySelector('[data-testid$="-copy-link"]').click());
      await page.keys(Key.escape);
      await waitFor("the menu to close", () => page.execute(() => document.querySelector("[role=menu]") === null));
      await waitFor(`the link of ${what}`, () => page.execute((n) => window.__copied.length > n, before));
      const link = await copied();
      assert.match(link, /^counterclaim:\/\//, what);
      return link;
    }

    const point = all.points[0].uuid;
    const links = {};
    await go(`case/${caseId}/compare`);
    links.point = await copyOn("a point", `[data-cell="${point}|point"]`);
    links.account = await copyOn("an account", `[data-cell="head|${all.accounts[0].uuid}"]`);
    links.cell = await copyOn("a cell", `[data-testid="cell-1-A"]`);
    await go(`case/${caseId}/compare/matrix`);
    links.matrix = await copyOn("a cell of the matrix", "[data-testid=matrix] td button[tabindex='0']");
    await go(`case/${caseId}/claims`);
    links.claim = await copyOn("a claim", "[data-testid=claim-list] [data-key]");
    const rated = all.assessments[0].claim_id;
    await go(`case/${caseId}/claims/${rated}`);
    links.statement = await copyOn("a statement", "[data-testid=statement]");
    links.evidence = await copyOn("a piece of evidence", "[data-testid=evidence-for] [data-record], [data-testid=evidence-against] [data-record]");
    links.assessment = await copyOn("an assessment", "[data-testid=assessment]");
    await go(`case/${caseId}/evidence`);
    links.itemInCase = await copyOn("an item of the case", "[data-testid=item-list] [data-key]");
    await go(`case/${caseId}/timeline`);
    links.entry = await copyOn("an entry of the timeline", "[data-testid=entry]");
    await go(`case/${caseId}/history`);
    links.change = await copyOn("a change", "[data-testid=history] [data-key]");
    await go("items");
    links.item = await copyOn("an item", "[data-testid=item-list] [data-key]");
    await go("sources");
    links.source = await copyOn("a source", "[data-testid=source-list] [data-key]");
    const write = throughPage(page);
    const { id: report } = await write("report.publish", { case_id: caseId, folder: where.home, formats: ["md"] });
    await go("reports");
    links.report = await copyOn("a published report", "[data-testid=report-list] [data-key]");
    assert.equal(links.report, `counterclaim://case/${caseId}/report/at/${report}`);
    await go("cases");
    links.case = await copyOn("a case", "[data-testid=case-row]");
    assert.equal(new Set(Object.values(links)).size, Object.keys(links).length, `each link is its own: ${JSON.stringify(links)}`);
    assert.equal(links.case, `counterclaim://case/${caseId}/compare`);

    await page.put("search", links.point);
    await page.keys(Key.enter);
    await waitFor("the point, from search", async () => (await focus(page)).cell === `${point}|point`);
    await page.keys(Key.control, "k");
    await page.put("palette-field", links.statement);
    await page.keys(Key.enter);
    await page.gone("palette");
    await waitFor("the statement, from the palette", async () => links.statement.endsWith((await focus(page)).record ?? "nothing"));
  }));
