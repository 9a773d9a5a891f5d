// The size of all text, from 100 to 200 %. Sizes are in rem, so one number changes them; and since larger text needs more
// room, the widths and heights at which a screen rearranges itself grow with it.

export const scales = [100, 110, 125, 150, 175, 200] as const;
export type Scale = (typeof scales)[number];

const key = 'counterclaim.scale';
const written = new WeakMap<CSSMediaRule, string>();

export function storedScale(): Scale {
  try {
    const stored = Number(localStorage.getItem(key));
    return scales.find((scale) => scale === stored) ?? 100;
  } catch {
    return 100;
  }
}

/** "(max-width: 1100px)" at 200 % is "(max-width: 2200px)". */
export function scaled(condition: string, scale: number): string {
  return condition.replace(
    /((?:min|max)-(?:width|height)\s*:\s*|(?:width|height)\s*[<>]=?\s*)([\d.]+)px/g,
    (_, head: string, pixels: string) => `${head}${(Number(pixels) * scale) / 100}px`,
  );
}

let applied: Scale = 100;
let watching = false;

/** A screen brings its styles when it is first opened: they are scaled as they come. */
function watch(): void {
  if (watching || typeof MutationObserver === 'undefined') return;
  watching = true;
  const hear = (node: Node): void => {
    if (node instanceof HTMLLinkElement && node.rel === 'stylesheet')
      node.addEventListener('load', () => scaleSheets(applied), { once: true });
    else if (node instanceof HTMLStyleElement) scaleSheets(applied);
  };
  document.head.querySelectorAll('link').forEach(hear);
  new MutationObserver((changes) => changes.forEach((change) => change.addedNodes.forEach(hear))).observe(
    document.head,
    { childList: true },
  );
}

export function applyScale(scale: Scale): void {
  applied = scale;
  watch();
  document.documentElement.style.fontSize = scale === 100 ? '' : `${(16 * scale) / 100}px`;
  document.documentElement.style.setProperty('--unit', String(scale / 100));
  scaleSheets(scale);
}

function scaleSheets(scale: Scale): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSMediaRule)) continue;
      const first = written.get(rule) ?? rule.media.mediaText;
      written.set(rule, first);
      const now = scaled(first, scale);
      if (rule.media.mediaText !== now) rule.media.mediaText = now;
    }
  }
}

export function chooseScale(scale: Scale): void {
  applyScale(scale);
  try {
    localStorage.setItem(key, String(scale));
  } catch {
    // Without storage the choice holds until the window closes.
  }
}

/** The next larger or smaller size; the same at the ends. */
export function nextScale(from: Scale, by: -1 | 1): Scale {
  const at = scales.indexOf(from) + by;
  return scales[Math.max(0, Math.min(scales.length - 1, at))] ?? from;
}
