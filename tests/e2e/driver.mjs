// A small WebDriver client: what the stories need, by fetch, and nothing else.
// Every wait is bounded and says what it waited for.

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys of the WebDriver protocol that the stories press. */
export const Key = {
  backspace: "\uE003",
  tab: "\uE004",
  enter: "\uE007",
  shift: "\uE008",
  control: "\uE009",
  alt: "\uE00A",
  escape: "\uE00C",
  end: "\uE010",
  home: "\uE011",
  left: "\uE012",
  up: "\uE013",
  right: "\uE014",
  down: "\uE015",
  delete: "\uE017",
};

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Asks `probe` until it gives something truthy; after `ms` fails with what was waited for and the last error. */
export async function waitFor(what, probe, { ms = 15_000, every = 50 } = {}) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      const got = await probe();
      if (got) return got;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${ms} ms for ${what}${last ? `; last: ${last.message}` : ""}`);
    }
    await sleep(every);
  }
}

/** One request to the driver; WebDriver's own errors become errors that name the command. */
async function send(base, method, path, body, ms = 30_000) {
  const answer = await fetch(base + path, {
    method,
    headers: body === undefined ? {} : { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(ms),
  });
  const { value } = await answer.json();
  if (!answer.ok) {
    const error = new Error(`${method} ${path}: ${value?.error}: ${value?.message}`);
    error.code = value?.error;
    throw error;
  }
  return value;
}

/** What a person finds on the page by its role and name, as assistive technology reads it. */
function findByRole(role, name, exact) {
  const implied = {
    button: "button, summary, input[type=button], input[type=submit]",
    link: "a[href]",
    heading: "h1, h2, h3, h4, h5, h6",
    textbox: "input:not([type]), input[type=text], input[type=search], input[type=url], input[type=date], textarea",
    searchbox: "input[type=search]",
    combobox: "select",
    option: "option",
    checkbox: "input[type=checkbox]",
    radio: "input[type=radio]",
    table: "table",
    row: "tr",
    cell: "td",
    rowheader: "th[scope=row]",
    columnheader: "th[scope=col]",
    dialog: "dialog[open]",
    list: "ul, ol",
    listitem: "li",
    region: "section[aria-label], section[aria-labelledby]",
    navigation: "nav",
    main: "main",
    status: "output",
  };
  const text = (node) => (node.innerText ?? node.textContent ?? "").replace(/\s+/g, " ").trim();
  const nameOf = (node) => {
    const by = node.getAttribute("aria-labelledby");
    if (by) {
      return by
        .split(/\s+/)
        .map((id) => text(document.getElementById(id) ?? document.createElement("i")))
        .join(" ")
        .trim();
    }
    const label = node.getAttribute("aria-label");
    if (label) return label.trim();
    if (node.labels?.length) return [...node.labels].map(text).join(" ").trim();
    return text(node) || node.getAttribute("title")?.trim() || node.getAttribute("placeholder")?.trim() || "";
  };
  const shown = (node) => node.getClientRects().length > 0 && getComputedStyle(node).visibility !== "hidden";
  const own = implied[role] ? implied[role].split(", ").map((s) => `${s}:not([role])`) : [];
  return [...document.querySelectorAll([...own, `[role="${role}"]`].join(", "))].filter((node) => {
    if (!shown(node) || node.closest("[aria-hidden=true], [inert]")) return false;
    if (name === null) return true;
    const found = nameOf(node);
    return exact ? found === name : found.toLowerCase().includes(name.toLowerCase());
  });
}

/** The first shown element with a test id. */
function shownById(testid) {
  const all = [...document.querySelectorAll(`[data-testid="${CSS.escape(testid)}"]`)];
  return all.find((node) => node.getClientRects().length > 0 || node.matches("input[type=radio], option")) ?? null;
}

export class Session {
  constructor(base, session) {
    this.base = base;
    this.session = session;
  }

  /** Opens the app: the driver at `base` starts `binary` with `args`, in the driver's own environment. */
  static async open(base, binary, args = []) {
    const { sessionId } = await send(
      base,
      "POST",
      "/session",
      { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { binary, args } } } },
      60_000,
    );
    const session = new Session(base, sessionId);
    await session.send("POST", "/timeouts", { script: 20_000, pageLoad: 30_000, implicit: 0 });
    return session;
  }

  send(method, path, body) {
    return send(this.base, method, `/session/${this.session}${path}`, body);
  }

  close() {
    return this.send("DELETE", "");
  }

  title() {
    return this.send("GET", "/title");
  }

  url() {
    return this.send("GET", "/url");
  }

  /** Runs `script` (a function or its body as text) in the page, with `args`; elements go in and come out as they are. */
  execute(script, ...args) {
    const body = typeof script === "function" ? `return (${script}).apply(null, arguments)` : script;
    return this.send("POST", "/execute/sync", { script: body, args });
  }

  /** As `execute`, for a function that returns a promise. */
  async executeAsync(script, ...args) {
    const body = `const done = arguments[arguments.length - 1];
      Promise.resolve((${script}).apply(null, [...arguments].slice(0, -1)))
        .then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.send("POST", "/execute/async", { script: body, args });
    if (error) throw new Error(error);
    return value;
  }

  /** The first element for a CSS selector, once there is one. */
  find(css, options) {
    return waitFor(`an element ${css}`, async () => (await this.all(css))[0], options);
  }

  /** Every element for a CSS selector, at this moment. */
  async all(css, within) {
    const path = within ? `/element/${within.id}/elements` : "/elements";
    const found = await this.send("POST", path, { using: "css selector", value: css });
    return found.map((each) => new Element(this, each[ELEMENT]));
  }

  /** Every shown element of a role (with a name that contains `name`; `exact` for the whole name). */
  async allByRole(role, name = null, { exact = false } = {}) {
    const found = await this.execute(findByRole, role, name, exact);
    return found.map((each) => new Element(this, each[ELEMENT]));
  }

  /** The first shown element of a role and name, once there is one; a whole name goes before a part of one. */
  byRole(role, name = null, options = {}) {
    return waitFor(
      `a ${role}${name === null ? "" : ` named "${name}"`}`,
      async () =>
        (await this.allByRole(role, name, { exact: true }))[0] ??
        (options.exact ? undefined : (await this.allByRole(role, name))[0]),
      options,
    );
  }

  async click(role, name, options) {
    // Found and clicked in one go: a screen that is just being drawn anew is asked again.
    await waitFor(
      `a click on the ${role} "${name}"`,
      async () => {
        await (await this.byRole(role, name, { ...options, ms: 500 })).click();
        return true;
      },
      options,
    );
  }

  /** Replaces what a field holds. */
  async fill(name, text, options = {}) {
    const field = await this.byRole(options.role ?? "textbox", name, options);
    await field.clear();
    await field.type(text);
    return field;
  }

  // The same by the ids that the page gives for tests: data-testid.

  /** The first shown element with that test id, once there is one. */
  id(testid, options) {
    return waitFor(
      `the element ${testid}`,
      async () => {
        const found = await this.execute(shownById, testid);
        return found && new Element(this, found[ELEMENT]);
      },
      options,
    );
  }

  /** Whether an element with that test id is shown now. */
  async has(testid) {
    return Boolean(await this.execute(shownById, testid));
  }

  /** Clicks it, once it is there and can be clicked. */
  async press(testid, options) {
    await waitFor(
      `a click on ${testid}`,
      async () => {
        const element = await this.id(testid, { ms: 500 });
        if (await this.execute((node) => node.matches(":disabled"), element.json())) return false;
        await element.click();
        return true;
      },
      options,
    );
  }

  /** Replaces what a field holds, as by typing. */
  async put(testid, text) {
    const field = await this.id(testid);
    await field.clear();
    await field.type(text);
  }

  /** Chooses the option of a select by its value, or by words in its label. */
  async pick(testid, choice) {
    const chosen = await waitFor(`the option "${choice}" of ${testid}`, () =>
      this.execute(
        (id, wanted) => {
          const select = document.querySelector(`[data-testid="${CSS.escape(id)}"]`);
          const options = [...(select?.options ?? [])];
          const option =
            options.find((each) => each.value === wanted) ?? options.find((each) => each.text.includes(wanted));
          if (!option) return null;
          select.focus();
          select.value = option.value;
          select.dispatchEvent(new Event("input", { bubbles: true }));
          select.dispatchEvent(new Event("change", { bubbles: true }));
          return option.text;
        },
        testid,
        choice,
      ),
    );
    return chosen;
  }

  /** Waits until no element with that test id is shown. */
  async gone(testid, options) {
    await waitFor(`${testid} to go`, async () => !(await this.has(testid)), options);
  }

  /** The text that a reader sees on the page, in one line. */
  async text() {
    return (await this.execute(() => document.body?.innerText ?? "")).replace(/\s+/g, " ").trim();
  }

  /** Waits until the page shows `words`. */
  async sees(words, options) {
    try {
      await waitFor(`the words "${words}"`, async () => (await this.text()).includes(words), options);
    } catch (error) {
      throw new Error(`${error.message}\nThe page shows: ${(await this.text()).slice(0, 600)}`, { cause: error });
    }
  }

  /** Waits until the page no longer shows `words`. */
  async seesNot(words, options) {
    await waitFor(`the words "${words}" to go`, async () => !(await this.text()).includes(words), options);
  }

  /** Presses keys where the focus is: `keys(Key.control, "z")` holds all but the last. */
  async keys(...chord) {
    const down = chord.map((value) => ({ type: "keyDown", value }));
    const up = [...chord].reverse().map((value) => ({ type: "keyUp", value }));
    await this.send("POST", "/actions", {
      actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }],
    });
  }

  /** A PNG of the page, taken after two frames have been painted. */
  async screenshot() {
    await this.executeAsync(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
    );
    return Buffer.from(await this.send("GET", "/screenshot"), "base64");
  }
}

export class Element {
  constructor(session, id) {
    this.session = session;
    this.id = id;
  }

  /** As the protocol passes an element to a script. */
  json() {
    return { [ELEMENT]: this.id };
  }

  send(method, path, body) {
    return this.session.send(method, `/element/${this.id}${path}`, body);
  }

  async click() {
    await this.session.execute((node) => node.scrollIntoView({ block: "center" }), this.json());
    await this.send("POST", "/click", {});
  }

  /** Types as a person does: key by key, or a path into a file field. */
  type(text) {
    return this.send("POST", "/value", { text });
  }

  clear() {
    return this.send("POST", "/clear", {});
  }

  async text() {
    return (await this.send("GET", "/text")).replace(/\s+/g, " ").trim();
  }

  attribute(name) {
    return this.send("GET", `/attribute/${name}`);
  }

  property(name) {
    return this.send("GET", `/property/${name}`);
  }

  focus() {
    return this.session.execute((node) => node.focus(), this.json());
  }

  all(css) {
    return this.session.all(css, this);
  }
}
