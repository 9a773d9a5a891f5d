// Independent validators over the demo case's report, in each format.
//
//   make validate VALIDATORS=DIR
//
// DIR may hold scripts/ and ref/ (checks in Python and Node), and node_modules/ (their libraries). Python's libraries
// come from VENV (a virtual environment), Node's from DIR/node_modules or NODE_TOOLS; other tools from the PATH.
// A validator that is not there is named and passed over; one that finds a fault fails the whole. The project needs none.

import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { delimiter, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
process.chdir(root);
const out = resolve("out/validate");
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const given = process.argv[2] ? resolve(process.argv[2]) : "";
if (given && !existsSync(given)) fail(`there is no folder ${given}`);

// --- the demo case's report, in each format ----------------------------------------------------------

// A word of an answer is changed; a part is not the one that is listed; the archive is packed a second time.
const breaking = `
import gzip, sys, zipfile
source, warc, wacz, packed = sys.argv[1:]
parts = [(i, zipfile.ZipFile(source).read(i)) for i in zipfile.ZipFile(source).infolist()]
data = dict((i.filename, b) for i, b in parts)["archive/data.warc.gz"]
open(warc, "wb").write(gzip.decompress(data).replace(b"Words ", b"Other "))
def write(path, change, how):
    with zipfile.ZipFile(path, "w") as out:
        for info, body in parts:
            name = info.filename
            out.writestr(zipfile.ZipInfo(name), change(name, body), how)
write(wacz, lambda name, body: body + b"\\n" if name.startswith("pages/") else body, zipfile.ZIP_STORED)
write(packed, lambda name, body: body, zipfile.ZIP_DEFLATED)
`;

const counterclaim = resolve("target/debug/counterclaim");
if (!existsSync(counterclaim)) fail("the terminal command is not built yet: make check, or cargo build --workspace --all-targets");
const workspace = join(out, "workspace");

function command(...words) {
  const ran = spawnSync(counterclaim, ["--workspace", workspace, "--json", ...words], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (ran.status !== 0) fail(`counterclaim ${words.join(" ")}: ${ran.stderr || ran.stdout}`);
  return ran.stdout;
}

const demo = JSON.parse(command("demo")).id;
const report = {};
for (const format of ["html", "pdf", "md", "claimreview", "json", "csv"]) {
  report[format] = join(out, `report.${{ claimreview: "jsonld" }[format] ?? format}`);
  command("report", demo, "--format", format, "--out", report[format]);
}
const bag = join(out, "bag");
command("bag", demo, "--out", bag);
// A page served on loopback, captured: its archive, and beside it archives that are broken on purpose.
const archive = join(out, "page.wacz");
const unpacked = join(out, "wacz");
const warc = join(unpacked, "archive/data.warc.gz");
const broken = { warc: join(out, "broken.warc"), wacz: join(out, "broken.wacz"), packed: join(out, "packed.wacz") };
await captured();
// The reader of marked-up pages wants a page.
const page = join(out, "claimreview.html");
const jsonld = readFileSync(report.claimreview, "utf8").replaceAll("</", "<\\/");
writeFileSync(page, `<!doctype html><title>ClaimReview</title><script type="application/ld+json">${jsonld}</script>\n`);

// --- what is there to check with ---------------------------------------------------------------------

// Scripts resolve their libraries from where they lie: they are copied beside the libraries' folder.
const tools = join(out, "tools");
mkdirSync(tools);
for (const part of ["scripts", "ref"]) {
  if (given && existsSync(join(given, part))) cpSync(join(given, part), join(tools, part), { recursive: true });
}
const modules = [process.env.NODE_TOOLS && join(process.env.NODE_TOOLS, "node_modules"), given && join(given, "node_modules")]
  .filter(Boolean)
  .find(existsSync);
if (modules) symlinkSync(resolve(modules), join(tools, "node_modules"));
const venv = process.env.VENV ? resolve(process.env.VENV, "bin") : "";
const path = [venv, modules && join(modules, ".bin"), process.env.PATH].filter(Boolean).join(delimiter);
const env = { ...process.env, PATH: path };

const script = (name) => join(tools, "scripts", name);
const library = (name) => join(tools, "node_modules", name);
const onPath = (name) => path.split(delimiter).some((folder) => existsSync(join(folder, name)));
const python = (name) =>
  onPath("python3") && spawnSync("python3", ["-c", `import ${name}`], { env }).status === 0;

/** What is missing of `needs`; a need is [what it is called, whether it is there]. */
const missing = (needs) => needs.filter(([, there]) => !there).map(([name]) => name);

const vnu = library("vnu-jar/build/dist/vnu.jar");
const pdfUa = "import sys, pdf_oxide; d = pdf_oxide.PdfDocument(sys.argv[1]); r = d.validate_pdf_ua(); print(r); " +
  "ok = r.get('valid', r.get('is_compliant')) if isinstance(r, dict) else getattr(r, 'valid', getattr(r, 'is_compliant', r)); sys.exit(0 if ok else 1)";
const csv = "import csv, sys; rows = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''), strict=True)); " +
  "bad = [c for r in rows for c in r if c[:1] in '=+-@\\t\\r' and c]; print(len(rows), 'rows;', len(bad), 'cells that a sheet would run'); sys.exit(bool(bad) or not rows)";
const schema = [["schemaorg_check.py", existsSync(script("schemaorg_check.py"))], ["pyld", python("pyld")], ["pyshacl", python("pyshacl")]];

// The validator reads the contexts of RO-Crate from a cache, filled once from files.
const contexts = join(out, "contexts");
const warmed = existsSync(script("warm_roc.py")) && spawnSync("python3", [script("warm_roc.py"), contexts], { env }).status === 0;

const checks = [
  ["HTML: Nu Html Checker", ["java", "-jar", vnu, "--errors-only", report.html], [["java", onPath("java")], ["vnu-jar", existsSync(vnu)]]],
  ["HTML: axe in Chromium", ["node", script("axe_chromium.cjs"), report.html],
    [["axe_chromium.cjs", existsSync(script("axe_chromium.cjs"))], ["puppeteer-core", existsSync(library("puppeteer-core"))],
      ["axe-core", existsSync(library("axe-core"))], ["/usr/bin/chromium", existsSync("/usr/bin/chromium")]]],
  ["PDF: qpdf", ["qpdf", "--check", report.pdf], [["qpdf", onPath("qpdf")]]],
  ["PDF: structure by poppler", ["pdfinfo", "-struct-text", report.pdf], [["pdfinfo", onPath("pdfinfo")]]],
  ["PDF: structure by pdf.js", ["node", script("pdf_struct.mjs"), report.pdf],
    [["pdf_struct.mjs", existsSync(script("pdf_struct.mjs"))], ["pdfjs-dist", existsSync(library("pdfjs-dist"))]]],
  ["PDF: PDF/UA by pikepdf", ["python3", script("pdf_ua_min.py"), report.pdf],
    [["pdf_ua_min.py", existsSync(script("pdf_ua_min.py"))], ["pikepdf", python("pikepdf")]]],
  ["PDF: PDF/UA by pdf_oxide", ["python3", "-c", pdfUa, report.pdf], [["pdf_oxide", python("pdf_oxide")]]],
  ["ClaimReview: schema.org shapes", ["python3", script("schemaorg_check.py"), report.claimreview], schema],
  ["ClaimReview: Google's rules", ["sdtt", "-f", page, "-p", "Google", "-s", "jsonld:ClaimReview"], [["structured-data-testing-tool", onPath("sdtt")]]],
  ["JSON: the verification script", ["python3", resolve("docs/verify_ledger.py"), report.json], [["python3", onPath("python3")]]],
  ["Ledger: the verification script", ["python3", resolve("docs/verify_ledger.py"), join(workspace, "ledger.sqlite")], [["python3", onPath("python3")]]],
  ["Ledger: plain sqlite3", ["sqlite3", "-readonly", join(workspace, "ledger.sqlite"), "PRAGMA integrity_check; PRAGMA foreign_key_check"], [["sqlite3", onPath("sqlite3")]]],
  ["Bag: its own list, by sha256sum", ["sha256sum", "--check", "--strict", "--quiet", join(bag, "manifest-sha256.txt")], [["sha256sum", onPath("sha256sum")]], bag],
  ["Bag: BagIt by bagit.py", ["python3", "-m", "bagit", "--validate", bag], [["bagit", python("bagit")]]],
  ["Bag: RO-Crate 1.2 by rocrate-validator",
    ["rocrate-validator", "--no-interactive", "-y", "validate", "-p", "ro-crate-1.2", join(bag, "data"), "--offline", "--cache-path", contexts, "-l", "REQUIRED"],
    [["rocrate-validator", onPath("rocrate-validator")], ["its contexts", warmed]]],
  ["Bag: the verification script", ["python3", join(bag, "data/verify_ledger.py"), join(bag, "data/case.json"), "--files", join(bag, "data/files")], [["python3", onPath("python3")]]],
  ["WARC: warcio", ["warcio", "check", "-v", warc], [["warcio", onPath("warcio")]]],
  ["WARC: warcat", ["python3", "-m", "warcat", "verify", warc], [["warcat", python("warcat")]]],
  ["WACZ: wacz", ["wacz", "validate", "-f", archive], [["wacz", onPath("wacz")]]],
  ["WACZ: pages, stored parts, offsets", ["python3", resolve("scripts/check_wacz.py"), archive], [["python3", onPath("python3")]]],
  ["WARC: warcio refuses a broken one", refuses("warcio", "check", broken.warc), [["warcio", onPath("warcio")]]],
  ["WARC: warcat refuses a broken one", refuses("python3", "-m", "warcat", "verify", broken.warc), [["warcat", python("warcat")]]],
  ["WACZ: wacz refuses a broken one", refuses("wacz", "validate", "-f", broken.wacz), [["wacz", onPath("wacz")]]],
  ["WACZ: one packed a second time is refused", refuses("python3", resolve("scripts/check_wacz.py"), broken.packed), [["python3", onPath("python3")]]],
  ["CSV: strict reading", ["python3", "-c", csv, report.csv], [["python3", onPath("python3")]]],
];

// --- the checks --------------------------------------------------------------------------------------

let ran = 0;
let failed = 0;
for (const [name, [program, ...words], needs, folder] of checks) {
  const lacking = missing(needs);
  if (lacking.length > 0) {
    console.log(`not run  ${name} (needs ${lacking.join(", ")})`);
    continue;
  }
  const done = spawnSync(program, words, { encoding: "utf8", env, cwd: folder ?? tools, timeout: 180_000, maxBuffer: 1 << 28 });
  const said = `${done.stdout}${done.stderr}${done.error ?? ""}`.trim();
  writeFileSync(join(out, `${name.replaceAll(/[^A-Za-z0-9]+/g, "-")}.log`), `${said}\n`);
  ran += 1;
  if (done.status === 0) {
    console.log(`pass     ${name}`);
  } else {
    failed += 1;
    console.log(`FAIL     ${name} (exit ${done.status})\n${said.split("\n").slice(-25).map((line) => `         ${line}`).join("\n")}`);
  }
}
console.log(`validate: ${ran} run, ${failed} failed, ${checks.length - ran} not run; what they said is in out/validate`);
if (failed > 0 || ran === 0) process.exit(1);

/** A check that passes when the program refuses. */
function refuses(...words) {
  return ["sh", "-c", '! "$@"', "refuses", ...words];
}

/** Captures a page of our own, and writes what is broken on purpose. */
async function captured() {
  const server = createServer((request, response) => {
    const picture = request.url.endsWith(".png");
    response.writeHead(200, { "content-type": picture ? "image/png" : "text/html; charset=utf-8" });
    response.end(picture ? Buffer.from("89504e470d0a1a0a", "hex") : "<!doctype html><title>A page</title><p>Words <img src=/a.png>");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const ran = spawn(counterclaim, ["--workspace", workspace, "--json", "capture", address, "--allow-private"], { stdio: ["ignore", "pipe", "inherit"] });
  const said = (await ran.stdout.toArray()).join("");
  await new Promise((done) => server.close(done));
  const capture = JSON.parse(said).captures[0];
  cpSync(join(workspace, "files", capture.sha256.slice(0, 2), capture.sha256.slice(2)), archive);
  const python = (...words) => {
    const done = spawnSync("python3", words, { encoding: "utf8" });
    if (done.status !== 0) fail(`python3 ${words.join(" ")}: ${done.stderr}`);
  };
  python("-m", "zipfile", "-e", archive, unpacked);
  python("-c", breaking, archive, broken.warc, broken.wacz, broken.packed);
}

function fail(words) {
  console.error(`validate: ${words}`);
  process.exit(2);
}
