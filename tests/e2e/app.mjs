// Starts the real window for a story: a driver on a free loopback port, a workspace and a home of its own.
// Whatever is started here is ended here, by its process id.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Session, sleep, waitFor } from "./driver.mjs";
import { colours } from "./picture.mjs";

const root = resolve(import.meta.dirname, "../..");
// COUNTERCLAIM_E2E_PROGRAMS names another folder of programs, for example of a release build.
const programs = process.env.COUNTERCLAIM_E2E_PROGRAMS ?? join(root, "target/debug");
export const binary = join(programs, "counterclaim-desktop");
export const terminal = join(programs, "counterclaim");
const pictures = join(root, "tests/e2e/pictures");

// With COUNTERCLAIM_E2E_HOST (a program that serves the page: a script around `xtask host`) a story runs in the bare
// browser of the same web engine. That is for work on a screen: the stories are proof only in the real window.
const host = process.env.COUNTERCLAIM_E2E_HOST;
const browsers = ["/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser"];

/** A port of this machine that nobody listens on. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A process and those below it, parents first. */
export function family(pid) {
  const parents = new Map();
  for (const each of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${each}/stat`, "utf8");
      parents.set(Number(each), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
    } catch {
      // It ended while we looked.
    }
  }
  const found = [pid];
  for (const each of found) {
    for (const [child, parent] of parents) if (parent === each) found.push(child);
  }
  return found;
}

/** Whether a process runs: one that ended and was not yet seen off does not. */
export function alive(pid) {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended already.
  }
}

/** A place for one story: a home without a past, and a workspace folder in it (not yet made). With a name, it is always of that name. */
export function place(name) {
  const home = name ? join(tmpdir(), name) : mkdtempSync(join(tmpdir(), "counterclaim-e2e-"));
  if (name) {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home);
  }
  const runtime = join(home, "run");
  mkdirSync(runtime, { mode: 0o700 });
  const workspace = join(home, "workspace");
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_DATA_HOME: join(home, "data"),
    XDG_CACHE_HOME: join(home, "cache"),
    XDG_STATE_HOME: join(home, "state"),
    XDG_RUNTIME_DIR: runtime,
    COUNTERCLAIM_WORKSPACE: workspace,
    LANG: "C.UTF-8",
    // The app has to start where no D-Bus is.
    DBUS_SESSION_BUS_ADDRESS: "disabled:",
    GSETTINGS_BACKEND: "memory",
    NO_AT_BRIDGE: "1",
    // The driver's pictures of a page that is drawn plainly can wait for ever; the benchmarks take none, and draw as the app does.
    COUNTERCLAIM_DRAWING: process.env.COUNTERCLAIM_DRAWING ?? "card",
  };
  // A process that is just ending may still write into its cache.
  const remove = () =>
    waitFor("the story's folder to go", () => {
      rmSync(home, { recursive: true, force: true });
      return true;
    });
  return { home, workspace, env, remove };
}

export class App {
  /** Opens the window on the place's workspace, and waits until the page has been loaded. */
  static async open(where, args = []) {
    if (host) return App.#openInBrowser(where, args);
    if (!existsSync(binary)) throw new Error(`${binary} is not there: cargo build --workspace --all-targets`);
    const app = new App();
    app.where = where;
    app.said = "";
    const port = await freePort();
    app.driver = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], {
      env: { ...where.env, TAURI_WEBVIEW_AUTOMATION: "true" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [app.driver.stdout, app.driver.stderr]) {
      stream.on("data", (data) => (app.said += data));
    }
    try {
      const base = `http://127.0.0.1:${port}`;
      await waitFor("the driver", async () => (await fetch(`${base}/status`)).ok);
      app.page = await Session.open(base, binary, args);
      await waitFor("the page", () => app.page.execute(() => document.readyState === "complete"));
      return app;
    } catch (error) {
      await app.kill();
      throw new Error(`${error.message}\nThe window said: ${app.said.slice(0, 4000)}`, { cause: error });
    }
  }

  static async #openInBrowser(where, args) {
    const browser = browsers.find(existsSync);
    if (!browser) throw new Error("WebKit's MiniBrowser is not there");
    const app = new App();
    app.where = where;
    app.said = "";
    const readOnly = args.filter((word) => word === "--read-only");
    app.server = spawn(host, ["--workspace", where.workspace, "--page", join(root, "ui/dist"), ...readOnly], {
      env: where.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let address = "";
    app.server.stdout.on("data", (data) => (address += data));
    app.server.stderr.on("data", (data) => (app.said += data));
    const port = await freePort();
    app.driver = spawn("WebKitWebDriver", ["--host=127.0.0.1", `--port=${port}`], { env: where.env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [app.driver.stdout, app.driver.stderr]) stream.on("data", (data) => (app.said += data));
    try {
      const base = `http://127.0.0.1:${port}`;
      await waitFor("the host", () => address.includes("\n"));
      await waitFor("the driver", async () => (await fetch(`${base}/status`)).ok);
      app.page = await Session.open(base, browser, ["--automation"]);
      await app.page.send("POST", "/window/rect", { width: 1280, height: 800 });
      await app.page.send("POST", "/url", { url: address.trim() });
      await waitFor("the page", () => app.page.execute(() => document.readyState === "complete"));
      return app;
    } catch (error) {
      await app.kill();
      throw new Error(`${error.message}\nThe host said: ${app.said.slice(0, 4000)}`, { cause: error });
    }
  }

  /** The process id of the app itself; in a browser, of the host that serves it. */
  get pid() {
    if (this.server) return this.server.pid;
    return family(this.driver.pid).slice(1).find((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/exe`) === binary;
      } catch {
        return false;
      }
    });
  }

  /** Takes a picture of the page and asserts that something has been painted; `name` is its file name. */
  async picture(name) {
    // The first paint can come later than the page: an empty picture is taken again, a few times.
    let png;
    let found = 0;
    for (let tries = 0; tries < 20 && found <= 8; tries += 1) {
      if (tries > 0) await sleep(100);
      png = await this.page.screenshot();
      found = colours(png);
    }
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `${name}.png`), png);
    if (found <= 8) throw new Error(`the picture ${name} is blank: it has ${found} colours`);
    return found;
  }

  /** Closes the window as a person does, then ends the driver. */
  async close() {
    await this.page.close().catch(() => {});
    await this.end("SIGTERM");
  }

  /** Ends the app at once, as a power cut does: no handler runs, nothing is flushed by us. */
  async kill() {
    const { pid } = this;
    if (pid) kill(pid, "SIGKILL");
    await this.end("SIGKILL");
  }

  async end(signal) {
    const pids = this.driver ? [...family(this.driver.pid).slice(1), this.driver.pid] : [];
    if (this.server) pids.push(this.server.pid);
    for (const pid of pids) kill(pid, signal);
    await waitFor("the processes to end", () => !pids.some(alive), { ms: 5_000 }).catch(() => {
      for (const pid of pids) kill(pid, "SIGKILL");
    });
  }
}

/** One story: opens the window, tells the story, closes all; keeps a picture and what was said when it fails. */
export async function story(name, tell, { home } = {}) {
  const where = place(home);
  const apps = [];
  const open = async (args) => {
    const app = await App.open(where, args);
    apps.push(app);
    return app;
  };
  try {
    await tell({ where, open });
  } catch (error) {
    const app = apps.at(-1);
    if (app?.page) {
      const png = await app.page.screenshot().catch(() => undefined);
      if (png) {
        mkdirSync(pictures, { recursive: true });
        writeFileSync(join(pictures, `failed-${name}.png`), png);
      }
      throw new Error(`${error.message}\nThe window said: ${app.said.slice(0, 4000)}`, { cause: error });
    }
    throw error;
  } finally {
    for (const app of apps) await app.close();
    await where.remove();
  }
}
