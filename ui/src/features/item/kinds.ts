// What kind of work a file that comes in most likely is, by its name. A person corrects it in place.
import { type ItemKind } from '$lib/api/bindings';

const kinds: readonly [RegExp, ItemKind][] = [
  [/\.(jpe?g|png|gif|webp|tiff?|heic|bmp|avif)$/i, 'photo'],
  [/\.(mp4|mov|webm|mkv|avi|m4v)$/i, 'video'],
  [/\.(mp3|wav|ogg|opus|m4a|flac)$/i, 'audio'],
  [/\.(csv|tsv|xlsx?|ods|json|geojson|kml)$/i, 'dataset'],
  [/\.(html?|mhtml|warc(\.gz)?|wacz)$/i, 'web_page'],
];

export function kindOf(fileName: string): ItemKind {
  return kinds.find(([ending]) => ending.test(fileName))?.[1] ?? 'document';
}

/** The name that an item of this file begins with: without folders and ending. */
export function nameOf(fileName: string): string {
  const last = fileName.split(/[\\/]/).findLast((part) => part !== '') ?? fileName;
  return last.replace(/\.[a-z0-9]{1,5}$/i, '').trim() || last;
}

/** What an item begins with that is known by its address alone: the house and the end of the way. */
export function nameOfAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, '');
  const end = pathname.split('/').findLast((part) => part !== '');
  if (end === undefined) return host;
  try {
    return `${host}: ${decodeURIComponent(end)}`;
  } catch {
    return `${host}: ${end}`;
  }
}
