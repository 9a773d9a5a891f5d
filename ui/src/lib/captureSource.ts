// Where the bytes of a preserved copy come from. The sheets of the reader ask here alone.
import { type Desk } from './desk.svelte';

/** A preserved file at hand: its bytes, unchanged since they were taken in. */
export interface CaptureFile {
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface CaptureSource {
  /** The whole file; refused where it is missing or has changed. */
  file(captureId: string): Promise<CaptureFile>;
}

function fromBase64(words: string): Uint8Array<ArrayBuffer> {
  const raw = atob(words);
  const bytes = new Uint8Array(raw.length);
  for (let n = 0; n < raw.length; n++) bytes[n] = raw.charCodeAt(n);
  return bytes;
}

export function captureSource(desk: Desk): CaptureSource {
  return {
    file: async (captureId) => {
      const { media_type, base64 } = await desk.read('capture.bytes', { id: captureId });
      return { mediaType: media_type, bytes: fromBase64(base64) };
    },
  };
}
