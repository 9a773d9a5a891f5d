// An ugly case, made through the commands: 20 points, 6 accounts, 5 findings, 300 pieces of evidence; claims of 1,500
// characters; Arabic, Hebrew, Cyrillic and Chinese words; missing dates, names that do not end. All of it is made up.
//
// In a story: `await ugly(throughPage(page))`, then open the case. From a shell, on a host that listens:
//     node tests/e2e/ugly.mjs http://127.0.0.1:PORT/ [POINTS ACCOUNTS EVIDENCE]

import { argv } from "node:process";
import { pathToFileURL } from "node:url";

export const NAME = "Night fire at the grain harbour of Marivel, the second one, of which the first reports spoke as if it had been the first";

const tongues = [
  { language: "en", words: "We saw the light before we heard anything, and nobody on the quay had been told to leave." },
  { language: "ar", words: "رأينا الضوء قبل أن نسمع أي شيء، ولم يطلب أحد من الناس على الرصيف أن يغادروا." },
  { language: "ru", words: "Сначала мы увидели свет, потом услышали удар; людей на причале никто не предупредил." },
  { language: "zh", words: "我们先看到亮光，然后才听到声音；码头上没有人接到撤离的通知。" },
  { language: "he", words: "ראינו את האור לפני ששמענו משהו, ואיש על הרציף לא התבקש לצאת." },
  { language: "el", words: "Είδαμε το φως πριν ακούσουμε οτιδήποτε, και κανείς στην αποβάθρα δεν είχε ειδοποιηθεί." },
];

const parties = [
  ["Harbour authority", "The authority of the harbour of Marivel and its four subsidiary companies", "body"],
  ["Управление гражданской обороны", "Управление гражданской обороны Маривельского края", "body"],
  ["اتحاد عمال الميناء", "اتحاد عمال ميناء ماريفيل", "body"],
  ["The republic’s ministry of transport, inland waterways and the maintenance of public warehouses", "Ministry of transport", "state"],
  ["马里维尔粮食公司", "马里维尔粮食进出口有限公司", "body"],
  ["Residents", "Donaudampfschifffahrtsgesellschaftskapitänswitwenvereinigung", "body"],
];

const subjects = [
  "How did the fire begin?",
  "When did the fire begin?",
  "Was anybody warned?",
  "How many people died?",
  "What was stored in warehouse 14, by whose order, and since when, as far as the papers that were kept outside the harbour show?",
  "Who gave the order to open the gates?",
  "Did the sprinklers work?",
  "Was the safety inspection of the year before carried out?",
  "Кто отвечал за склад в ту ночь?",
  "من كان المسؤول عن الحراسة تلك الليلة؟",
  "仓库里储存了什么？",
  "Did the duty officer leave his post?",
  "Was the pier closed in time?",
  "Were ships asked to leave?",
  "Was the water supply cut?",
  "Who first reported the fire?",
  "Is the harbour authority liable? (law)",
  "Should the harbour be moved?",
  "Will the inquiry be public?",
  "Were the cameras switched off?",
];

const sentence = (n) =>
  [
    "The log of the gate, which was kept by hand, gives another minute than the log of the pumps.",
    "Two of the five lorries that stood there that evening had been unloaded, it was said, and three had not.",
    "What the guard wrote down at 02:10 is not what the shift leader remembered a week later.",
    "No paper that was shown so far says who had the second key to the northern door.",
    "The wind came from the west, and turned, according to the lighthouse, shortly after three.",
  ][n % 5];

/** A claim of about 1,500 characters. */
function long(n) {
  let text = `Statement ${n} of the version in full.`;
  for (let at = n; text.length < 1440; at += 1) text += ` ${sentence(at)}`;
  return text;
}

const stances = ["strongly_supports", "supports", "neutral", "contradicts", "strongly_contradicts", "not_applicable", null];
const some = (list, n) => list[n % list.length];
const day = (n) => (n % 5 === 0 ? null : n % 7 === 0 ? "2031-03" : n % 11 === 0 ? "2031-03-04~" : `2031-03-${String((n % 27) + 1).padStart(2, "0")}`);

/** Makes the case with `call(name, request)`; gives its id, and the ids of its points and accounts. */
export async function ugly(call, { points = 20, accounts = 6, evidence = 300, findings = 5 } = {}) {
  const case_id = (
    await call("case.add", {
      name: NAME,
      summary: long(0),
      place: "Marivel, quay 9 to 14, on the northern side of the inner basin, opposite the old customs house",
      date: "2031-03-04",
      why: "Six versions of one night stand against each other.",
    })
  ).id;
  for (const [name, language] of [["Пожар в Маривеле", "ru"], ["حريق ميناء ماريفيل", "ar"], ["马里维尔港火灾", "zh"]]) {
    await call("case_name.add", { case_id, name, language });
  }
  const actors = [];
  for (let n = 0; n < accounts; n += 1) {
    const [, name, kind] = some(parties, n);
    actors.push((await call("actor.add", { name: n < parties.length ? name : `${name} ${n}`, kind })).id);
  }
  const account_ids = await Promise.all(
    actors.map(async (actor, n) => {
      const [name] = some(parties, n);
      const summary = n % 3 === 2 ? null : `${sentence(n)} ${n % 2 ? sentence(n + 1) : ""}`.trim();
      const added = await call("account.add", { case_id, name: n < parties.length ? name : `${name} ${n}`, summary, holder_ids: n % 4 === 3 ? actors.slice(0, 4) : [actor] });
      return added.id;
    }),
  );
  const bodies = await Promise.all(Array.from({ length: findings }, (_, n) => call("actor.add", { name: `Commission of inquiry no. ${n + 1}`, kind: "body" })));
  const finding_ids = await Promise.all(
    bodies.map(async ({ id }, n) => {
      const name = n % 2 ? `Report of the commission of inquiry no. ${n + 1} to the assembly` : `Commission ${n + 1}`;
      return (await call("finding.add", { case_id, name, body_id: id, date: day(n + 1), standard: n % 2 ? "on the balance of probabilities, with two members in the minority" : null })).id;
    }),
  );
  const point_ids = await Promise.all(
    Array.from({ length: points }, async (_, n) => {
      const question = n < subjects.length ? subjects[n] : `${some(subjects, n)} (${n + 1})`;
      return (await call("point.add", { case_id, question, note: n % 6 === 4 ? sentence(n) : null })).id;
    }),
  );
  const items = await Promise.all(
    Array.from({ length: evidence }, async (_, n) => {
      const name = `Record ${n + 1}${n % 9 === 0 ? `: ${sentence(n)}` : ""}`;
      const request = { name, kind: some(["document", "photo", "video", "news_article", "dataset"], n), date: day(n), reading: n % 4 ? "read" : "cited_not_read" };
      return (await call("item.add", request)).id;
    }),
  );

  // Row by row another kind of row: told by what the accounts do there.
  const claims = [];
  const fill = async (point, row, column, value) => {
    const n = row * accounts + column;
    const tongue = some(tongues, n);
    const filled = await call("cell.fill", {
      case_id,
      point_id: point,
      account_id: account_ids[column],
      text: n % 4 === 1 ? long(n) : `${value}: so the version has it (${row + 1}, ${column + 1}).`,
      claim_kind: some(["factual", "factual", "factual", "legal", "opinion", "position"], row),
      kind: n % 13 === 12 ? "denial" : "value",
      value: n % 13 === 12 ? null : value,
      statement: {
        speaker: n % 8 === 5 ? some(parties, column + 1)[1] : some(parties, column)[1],
        speaker_kind: "body",
        office: n % 3 ? null : "deputy head of the second department",
        date: day(n),
        words: n % 10 === 7 ? `${tongue.words} ${long(n)}` : tongue.words,
        wording: some(["quotation", "paraphrase", "quotation", "partial_quotation"], n),
        language: tongue.language,
        act: n % 8 === 5 ? "reports" : "asserts",
        item_id: items[n % Math.max(1, items.length)] ?? null,
      },
    });
    return filled;
  };
  const values = ["a spark from the belt of the grain lift", "a lorry that was still running", "在北门附近", "неисправная проводка", "بسبب عطل كهربائي"];
  await Promise.all(
    point_ids.map(async (point, row) => {
      const kind = row % 7;
      for (let column = 0; column < accounts; column += 1) {
        if (kind === 6) continue;
        if (kind === 5) {
          if (column % 2) await call("silence.add", { account_id: account_ids[column], point_id: point, looked: "every statement of the first week, and the minutes of the two sittings", until: "2031-03-11" });
          continue;
        }
        if (kind === 4 && column > 0) {
          if (column === 1) await call("silence.add", { account_id: account_ids[column], point_id: point, looked: "its three statements", until: "2031-03" });
          continue;
        }
        if ((row + column) % 9 === 8) continue;
        const value = kind === 0 ? "yes" : some(values, row + column);
        await fill(point, row, column, value);
        // A second and third version, later than the first.
        if (row % 5 === 1 && column === 2) await fill(point, row + 20, column, "a lorry, but another one");
      }
      for (let column = 0; column < findings; column += 1) {
        if ((row + column) % 4 !== 0) continue;
        await call("cell.fill", {
          case_id,
          point_id: point,
          finding_id: finding_ids[column],
          text: `Commission ${column + 1} concluded on point ${row + 1}: ${sentence(row)}`,
          kind: "value",
          value: some(values, row),
          statement: { speaker: `Commission of inquiry no. ${column + 1}`, speaker_kind: "body", words: sentence(row + column), wording: "paraphrase", date: day(row + 1), language: "en" },
        });
      }
    }),
  );

  const grid = await call("compare.points", { case_id });
  const relations = [null, "compatible", "contradict"];
  await Promise.all(
    grid.rows.flatMap((row, at) =>
      row.pairs.filter((pair) => !pair.comparison_id).map((pair, n) => {
        const relation = at % 7 === 0 ? "same" : relations[at % 7];
        if (!relation || (relation === "contradict" && n > 3)) return null;
        return call("comparison.add", { answer_id: pair.answer_id, other_id: pair.other_id, relation, reason: sentence(n) });
      }),
    ),
  );
  for (const row of grid.rows) for (const cell of row.cells) if (cell.current) claims.push(cell.current.claim_id);
  await Promise.all(
    claims.length === 0 ? [] : items.map((item, n) => {
      // The first point gets a fifth of all evidence, so that one matrix is wide.
      const first = grid.rows[0].cells.filter((cell) => cell.current);
      const target = n % 5 === 0 && first.length ? first[(n / 5) % first.length].current.claim_id : some(claims, n * 7);
      const stance = some(stances, n);
      return call("evidence.link", {
        case_id,
        from_item_id: item,
        to_claim_id: target,
        note: n % 6 === 0 ? sentence(n) : null,
        ...(stance ? { stance } : {}),
        ...(n % 3 ? {} : { relevance: some(["low", "medium", "high"], n / 3), credibility: (n % 6) + 1 }),
      });
    }),
  );
  await call("inquiry.add", { case_id, account_id: account_ids[0], point_id: point_ids[0], sought: "the log of the pumps", looked: "the harbour’s archive", date: "2031-04-02", outcome: "not_found" });
  await call("inquiry.add", { case_id, account_id: account_ids[0], sought: "photographs of the northern door", looked: "three picture agencies", outcome: "found" });
  return { case_id, point_ids, account_ids, finding_ids };
}

/** Gathers what is asked in one turn and hands it over together, so that a slow door is passed seldom. */
function gathered(pass) {
  let waiting = [];
  return (name, request) =>
    new Promise((done, fail) => {
      waiting.push({ name, request, done, fail });
      if (waiting.length > 1) return;
      setTimeout(async () => {
        const turn = waiting;
        waiting = [];
        try {
          const answers = await pass(turn.map(({ name: asked, request: what }) => [asked, what]));
          turn.forEach((one, at) => {
            const { ok, problem } = answers[at];
            if (problem) one.fail(new Error(`${one.name}: ${JSON.stringify(problem)} on ${JSON.stringify(one.request).slice(0, 300)}`));
            else one.done(ok);
          });
        } catch (error) {
          for (const one of turn) one.fail(error);
        }
      }, 0);
    });
}

/** The commands through the window that shows the page: the same door that the screens use. */
export function throughPage(page) {
  const some = async (asked) => {
    const answers = [];
    for (const [name, request] of asked) {
      try {
        if ("__TAURI_INTERNALS__" in window) {
          answers.push({ ok: await window.__TAURI_INTERNALS__.invoke("call", { command: name, payload: request }) });
        } else {
          const got = await fetch(`/call/${name}`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(request) });
          answers.push(got.ok ? { ok: await got.json() } : { problem: await got.json() });
        }
      } catch (error) {
        answers.push({ problem: error instanceof Error ? String(error) : error });
      }
    }
    return answers;
  };
  return gathered(async (asked) => {
    const answers = [];
    for (let at = 0; at < asked.length; at += 60) answers.push(...(await page.executeAsync(some, asked.slice(at, at + 60))));
    return answers;
  });
}

/** The commands through a host that listens on loopback. */
export function throughHost(address) {
  return async (name, request) => {
    const got = await fetch(new URL(`/call/${name}`, address), { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(request) });
    const body = await got.json();
    if (!got.ok) throw new Error(`${name}: ${JSON.stringify(body)} on ${JSON.stringify(request).slice(0, 300)}`);
    return body;
  };
}

if (argv[1] && import.meta.url === pathToFileURL(argv[1]).href) {
  const [address, points, accounts, evidence] = argv.slice(2);
  const sizes = Object.fromEntries(Object.entries({ points, accounts, evidence }).flatMap(([key, value]) => (value ? [[key, Number(value)]] : [])));
  const call = throughHost(address);
  await call("editor.use", { name: "I. Marr" });
  const made = await ugly(call, sizes);
  console.log(`${address}#/case/${made.case_id}/compare`);
}
