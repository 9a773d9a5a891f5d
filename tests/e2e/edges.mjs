// Looks at a screen as a strict proof-reader does: what hangs over, is cut off or covered, and where the focus cannot be seen.

/**
 * Runs in the page. Gives one line for each fault:
 * - the page itself scrolls sideways, or a part stands outside the window and no scroller leads to it;
 * - a control is cut off by a box that does not scroll, or lies under something else;
 * - words are cut off without an ellipsis, or with one and no way to read the rest, or run over their neighbours.
 */
function look() {
  const found = [];
  const [wide, high] = [innerWidth, innerHeight];
  const slack = 2;
  const styles = new Map();
  const style = (node) => {
    let known = styles.get(node);
    if (!known) styles.set(node, (known = getComputedStyle(node)));
    return known;
  };
  const name = (node) => {
    const own = node.closest("[data-testid]");
    const words = (node.getAttribute("aria-label") ?? node.innerText ?? node.value ?? "").replace(/\s+/g, " ").trim().slice(0, 50);
    const path = `${own ? `${own.dataset.testid}${own === node ? "" : ` ${node.localName}`}` : node.localName}.${String(node.className?.baseVal ?? node.className ?? "").replace(/ ?svelte-\w+/g, "")}`;
    return `${path} "${words}"`;
  };
  const scrolls = (value) => value === "auto" || value === "scroll";
  const cuts = (value) => value === "hidden" || value === "clip";
  // What is for assistive technology alone, closed, or a drawing is not looked at; nor what lies under a dialog.
  const dialog = document.querySelector("dialog[open]");
  const hidden = (node) => {
    if (dialog && !dialog.contains(node)) return true;
    if (node.closest(".vh, .skip, [hidden], [inert], svg, iframe, script, style, template, option")) return true;
    return !node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };

  /** The part of `box` that its ancestors let be seen; `cut` names the first box that hides the rest for good. */
  const seen = (node, box) => {
    let { left, right, top, bottom } = box;
    let cut = null;
    // Once a scroller leads to what is hidden in a direction, no outer box cuts it off in that direction.
    const led = { x: false, y: false };
    for (let at = node; at && at !== document.documentElement; at = at.parentElement) {
      const s = style(at);
      if (at !== node || !/^(input|textarea|select)$/.test(at.localName)) {
        const edge = at.getBoundingClientRect();
        for (const [axis, overflow, before, after] of [["x", s.overflowX, "left", "right"], ["y", s.overflowY, "top", "bottom"]]) {
          if (overflow === "visible") continue;
          if (scrolls(overflow)) led[axis] = true;
          const over = Math.max(edge[before] - box[before], box[after] - edge[after]);
          if (cuts(overflow) && !led[axis] && over > slack && !cut) cut = { by: at, axis, over };
        }
        if (s.overflowX !== "visible") [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (s.overflowY !== "visible") [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      if (s.position === "fixed") break;
    }
    if (!led.x && !cut && (box.left < -slack || box.right > wide + slack)) cut = { by: document.body, axis: "x", over: Math.max(-box.left, box.right - wide) };
    if (!led.y && !cut && (box.top < -slack || box.bottom > high + slack)) cut = { by: document.body, axis: "y", over: Math.max(-box.top, box.bottom - high) };
    [left, right, top, bottom] = [Math.max(left, 0), Math.min(right, wide), Math.max(top, 0), Math.min(bottom, high)];
    return { left, right, top, bottom, cut };
  };
  /** The box that shortens what it holds by dots, if one does. */
  const shortens = (node) => {
    for (let at = node; at && at !== document.body; at = at.parentElement) {
      const s = style(at);
      if (scrolls(s.overflowX) && scrolls(s.overflowY)) return null;
      if (cuts(s.overflowX) && (s.textOverflow === "ellipsis" || s.webkitLineClamp !== "none")) return at;
    }
    return null;
  };
  /** Whether `at` stays where it is while what `node` stands in is scrolled: then scrolling leads to the node. */
  const stays = (at, node) => {
    for (; at && !at.contains(node); at = at.parentElement) if (style(at).position === "sticky") return true;
    return false;
  };
  const past = ({ by, axis, over }) => `by ${Math.round(over)} px (${axis}) at ${by === document.body ? "the window" : name(by).split(' "')[0]}`;

  for (const node of [document.documentElement, document.body]) {
    if (node.scrollWidth > wide + slack) found.push(`the page is ${node.scrollWidth} wide in a window of ${wide}`);
  }

  const controls = [...document.querySelectorAll("button, a[href], input, select, textarea, summary, [tabindex='0'], [role=button], [role=tab]")].filter((node) => !hidden(node));
  for (const node of controls) {
    const box = node.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const part = seen(node, box);
    // A control within shortened words is one with them.
    if (part.cut && shortens(node)) continue;
    if (part.cut) {
      found.push(`cut off: ${name(node)} ${past(part.cut)}`);
      continue;
    }
    // A control of which half is scrolled away is reached by scrolling.
    if (part.right - part.left < box.width - slack || part.bottom - part.top < box.height - slack) continue;
    if (node.matches(":disabled") || style(node).pointerEvents === "none") continue;
    const at = document.elementFromPoint((part.left + part.right) / 2, (part.top + part.bottom) / 2);
    const own = at && (node.contains(at) || at.contains(node) || (node.labels && [...node.labels].some((label) => label.contains(at))) || at.closest("label")?.contains(node));
    if (!own && !stays(at, node)) found.push(`covered: ${name(node)} by ${at ? name(at) : "nothing"}`);
  }

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const told = new Set();
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.data.trim()) continue;
    const node = text.parentElement;
    if (told.has(node) || hidden(node)) continue;
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width < 1) continue;
    // Words that end in dots are whole in the title, or are opened by the control that they stand in.
    const dotted = shortens(node);
    if (dotted) {
      const over = dotted.scrollWidth > dotted.clientWidth + slack || dotted.scrollHeight > dotted.clientHeight + slack + 2;
      const whole = dotted.closest("[title], button, a[href], [role=gridcell], td, th, [role=option], summary, [data-whole]") ?? dotted.querySelector("[title]");
      if (over && !whole) {
        told.add(node);
        found.push(`shortened, and the rest cannot be read: ${name(dotted)}`);
      }
      continue;
    }
    const { cut } = seen(node, box);
    if (cut) {
      told.add(node);
      found.push(`words cut off: ${name(node)} ${past(cut)}`);
      continue;
    }
    let block = node;
    while (block !== document.body && style(block).display.startsWith("inline") && style(block).display !== "inline-block") block = block.parentElement;
    const room = block.getBoundingClientRect();
    const over = Math.max(room.left - box.left, box.right - room.right);
    if (over > slack + 1 && style(block).display !== "contents") {
      told.add(node);
      found.push(`words run over by ${Math.round(over)} px: ${name(block)}`);
    }
  }
  return [...new Set(found)];
}

/** The faults of the screen in view, as lines. */
export const edges = (page) => page.execute(look);

/** Runs in the page: what is wrong with the sight of the focus where it is now. */
function seenFocus() {
  const node = document.activeElement;
  if (!node || node === document.body) return "the focus is nowhere";
  const name = node.dataset.testid ?? `${node.localName}.${node.className} ${node.innerText?.slice(0, 40)}`;
  // A handle may be a point that its words hang on.
  const own = node.getBoundingClientRect();
  const box = own.width < 1 && node.firstElementChild ? node.firstElementChild.getBoundingClientRect() : own;
  if (box.width < 1 || box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return `the focus is out of sight: ${name}`;
  // The ring may be drawn by the box around a field, or by what stands for it.
  const around = [node, node.firstElementChild, node.parentElement, node.nextElementSibling, node.parentElement?.parentElement].filter(Boolean);
  const ring = (each) => {
    const s = getComputedStyle(each);
    return (s.outlineStyle !== "none" && Number.parseFloat(s.outlineWidth) >= 1.5) || (s.boxShadow !== "none" && /\d/.test(s.boxShadow));
  };
  const drawn = around.find(ring);
  if (!drawn) return `no ring on ${name}`;
  const s = getComputedStyle(drawn);
  const out = s.outlineStyle === "none" ? 0 : Math.max(0, Number.parseFloat(s.outlineOffset) + Number.parseFloat(s.outlineWidth) - 1);
  const edge = drawn.getBoundingClientRect();
  for (let at = drawn.parentElement; at && at !== document.documentElement; at = at.parentElement) {
    const clip = getComputedStyle(at);
    if (clip.overflowX === "visible" && clip.overflowY === "visible") continue;
    const limit = at.getBoundingClientRect();
    // At the edge of what scrolls the ring is whole after a step; half of it is seen there.
    const give = 4;
    const sideways = clip.overflowX !== "visible" && (edge.left - out < limit.left - give || edge.right + out > limit.right + give);
    const upwards = clip.overflowY !== "visible" && (edge.top - out < limit.top - give || edge.bottom + out > limit.bottom + give);
    // A box larger than what scrolls around it shows its ring where it ends.
    const larger = edge.width > limit.width || edge.height > limit.height;
    if ((sideways || upwards) && !larger) return `the ring of ${name} is cut at ${at.dataset.testid ?? at.localName}.${at.className}`;
  }
  return null;
}

/** Goes on by Tab from where the focus is, `times` times; gives what is wrong with its sight, as lines. */
export async function focusFaults(page, times, tab) {
  const found = [];
  for (let n = 0; n < times; n += 1) {
    await page.keys(tab);
    const wrong = await page.execute(seenFocus);
    if (wrong) found.push(wrong);
  }
  return [...new Set(found)];
}
