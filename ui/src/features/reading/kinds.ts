// Which sheet shows which kind of file, by its content.

export type SheetKind = 'pdf' | 'page' | 'text' | 'picture' | 'sound' | 'film' | 'none';

/** What the web engine draws itself; others (TIFF, HEIC) are tried, and said so where it cannot. */
export function sheetOf(mediaType: string): SheetKind {
  const type = mediaType.toLowerCase().split(';')[0]?.trim() ?? '';
  if (type === 'application/pdf') return 'pdf';
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page';
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('audio/')) return 'sound';
  if (type.startsWith('video/')) return 'film';
  if (type.startsWith('text/') || ['application/json', 'application/xml', 'message/rfc822'].includes(type))
    return 'text';
  return 'none';
}

/** Text that a person wrote, not a table of signs. */
export function isProse(mediaType: string): boolean {
  return mediaType === 'text/plain';
}
