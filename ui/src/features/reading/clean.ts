// An archived page as it may be shown: no script, nothing that asks for anything outside, nothing that leads away.
// It is a second lock: the frame that shows it runs no script, and its policy loads nothing but what the page itself holds.

/** What goes with all that it holds. */
const gone =
  'script, noscript, iframe, frame, frameset, object, embed, applet, portal, base, link, meta, template, dialog[is], param, source:not(picture source), track';

/** Attributes that name a place to ask; each is kept only where it holds the data itself. */
const addresses = new Set(
  'src srcset poster background data href xlink:href action formaction ping cite longdesc profile manifest codebase classid archive usemap lowsrc dynsrc imagesrcset attributionsrc'.split(
    ' ',
  ),
);

const picture = /^data:image\/(png|jpeg|gif|webp|avif|bmp|svg\+xml)[;,]/i;

export const policy =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; form-action 'none'; base-uri 'none'";

/** A style without addresses and imports. */
export function cleanStyle(css: string): string {
  return (
    css
      // A letter that is written as a number hides its word from the eye that looks for it.
      .replace(/\\([0-9a-fA-F]{1,6})\s?/g, (written, digits: string) => {
        const letter = String.fromCodePoint(Math.min(0x10ffff, parseInt(digits, 16)));
        return /[a-z@]/i.test(letter) ? letter : written;
      })
      .replace(/@import\b[^;]*;?/gi, '')
      .replace(/@namespace\b[^;]*;?/gi, '')
      .replace(/url\((?!\s*['"]?\s*data:)[^)]*\)/gi, 'none')
      .replace(/\b(image-set|src)\(\s*(['"])(?!data:)[^)]*\)/gi, 'none')
  );
}

function cleanElement(element: Element): void {
  for (const { name, value } of [...element.attributes]) {
    const lower = name.toLowerCase();
    if (lower.startsWith('on') || lower === 'nonce' || lower === 'autofocus' || lower === 'is') {
      element.removeAttribute(name);
    } else if (lower === 'style') {
      element.setAttribute(name, cleanStyle(value));
    } else if (addresses.has(lower) || lower.endsWith(':href')) {
      const trimmed = value.trim();
      const drawn = /^(img|image|source)$/i.test(element.localName) && picture.test(trimmed);
      const inside = /^(use|textpath)$/i.test(element.localName) && trimmed.startsWith('#');
      if (drawn && !lower.endsWith('set')) continue;
      if (inside) continue;
      if (lower === 'href' && element.localName.toLowerCase() === 'a' && !/^javascript:/i.test(trimmed)) {
        element.setAttribute('data-address', trimmed);
        if (!element.hasAttribute('title')) element.setAttribute('title', trimmed);
      }
      element.removeAttribute(name);
    } else if (/^\s*(javascript|vbscript):/i.test(value)) {
      element.removeAttribute(name);
    } else if (/url\(/i.test(value)) {
      element.setAttribute(name, cleanStyle(value));
    }
  }
}

/** The page as a document of its own that may be put into a frame; pictures that it only points to are left out. */
export function cleanPage(html: string): { html: string; leftOut: number } {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const outside = page.querySelectorAll(
    'img[src]:not([src^="data:"]), link[rel~="stylesheet"], iframe',
  ).length;
  for (const element of page.querySelectorAll(gone)) element.remove();
  for (const style of page.querySelectorAll('style')) style.textContent = cleanStyle(style.textContent);
  // SVG can change an attribute while it is shown.
  for (const element of page.querySelectorAll('animate, set, animateMotion, animateTransform, foreignObject'))
    element.remove();
  for (const element of page.querySelectorAll('*')) cleanElement(element);
  const lang = page.documentElement.getAttribute('lang');
  const dir = page.documentElement.getAttribute('dir');
  const head = page.head;
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const lock = page.createElement('meta');
  lock.setAttribute('http-equiv', 'Content-Security-Policy');
  lock.setAttribute('content', policy);
  const quiet = page.createElement('meta');
  quiet.setAttribute('name', 'referrer');
  quiet.setAttribute('content', 'no-referrer');
  const look = page.createElement('style');
  look.textContent = ':root{color-scheme:light;background:#fff}a{cursor:text}';
  head.prepend(charset, lock, quiet, look);
  if (lang) page.documentElement.setAttribute('lang', lang);
  if (dir) page.documentElement.setAttribute('dir', dir);
  return { html: `<!doctype html>\n${page.documentElement.outerHTML}`, leftOut: outside };
}

/** The words of a page's bytes: by its mark of order, by what it says of itself, else as UTF-8. */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const head = new TextDecoder('latin1').decode(bytes.slice(0, 4096));
    const said = /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? 'windows-1252';
    try {
      return new TextDecoder(said).decode(bytes);
    } catch {
      return new TextDecoder('utf-8').decode(bytes);
    }
  }
}
