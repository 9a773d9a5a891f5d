// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { addressIn, pageIntake, type Brought } from './intake';

let stop: () => void = () => undefined;
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

function hear(automated: boolean): Brought[] {
  const came: Brought[] = [];
  stop = pageIntake(automated).hear({ brought: (what) => came.push(what) });
  return came;
}

function paste(on: EventTarget, kinds: Record<string, string>, files: File[] = []): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.assign(event, {
    clipboardData: { files, types: Object.keys(kinds), getData: (kind: string) => kinds[kind] ?? '' },
  });
  on.dispatchEvent(event);
}
const settle = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

describe('what is pasted', () => {
  it('is text, with the address where it is one', async () => {
    const came = hear(false);
    paste(document.body, { 'text/plain': 'Sarin, it was said.' });
    paste(document.body, { 'text/plain': 'https://example.org/a' });
    await settle();
    expect(came).toEqual([
      { kind: 'text', text: 'Sarin, it was said.', url: null },
      { kind: 'text', text: 'https://example.org/a', url: 'https://example.org/a' },
    ]);
  });
  it('is a picture, with its bytes', async () => {
    const came = hear(false);
    const file = new File([new Uint8Array([1, 2, 255])], 'image.png', { type: 'image/png' });
    file.arrayBuffer ??= async () => new Uint8Array([1, 2, 255]).buffer;
    paste(document.body, {}, [file]);
    await settle();
    expect(came).toEqual([
      { kind: 'files', files: [{ name: 'image.png', type: 'image/png', base64: 'AQL/' }] },
    ]);
  });
  it('stays in a text field, and is heard no more when the screen is gone', async () => {
    const came = hear(false);
    paste(document.body.appendChild(document.createElement('textarea')), { 'text/plain': 'a' });
    stop();
    paste(document.body, { 'text/plain': 'b' });
    await settle();
    expect(came).toEqual([]);
  });
});

describe('under automation', () => {
  const detail: Brought = { kind: 'paths', paths: ['/a.pdf'] };
  it('a test brings it; without, the page cannot', () => {
    const came = hear(true);
    dispatchEvent(new CustomEvent('counterclaim:bring', { detail }));
    expect(came).toEqual([detail]);
    stop();
    const none = hear(false);
    dispatchEvent(new CustomEvent('counterclaim:bring', { detail }));
    expect(none).toEqual([]);
  });
});

describe('an address', () => {
  it('is one alone', () => {
    expect(addressIn(' https://example.org/a ')).toBe('https://example.org/a');
    for (const words of ['see https://example.org', 'file:///etc/passwd', 'javascript:1', 'Sarin'])
      expect(addressIn(words)).toBeNull();
  });
});
