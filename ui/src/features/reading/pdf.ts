// PDF files, by pdf.js (Apache-2.0): its worker and data come with the page, nothing is evaluated, and no script of a file runs.
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

export type Pdf = PDFDocumentProxy;
export type PdfPage = PDFPageProxy;
type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** The largest picture within a file that is drawn, in pixels: one that says more of itself would fill the memory. */
const largestPicture = 64_000_000;
/** The most pixels that a page is drawn with. */
export const mostPixels = 16_000_000;

async function library() {
  const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs');
  pdf.GlobalWorkerOptions.workerSrc = worker;
  return pdf;
}

export async function openPdf(data: Uint8Array<ArrayBuffer>): Promise<Pdf> {
  const { getDocument } = await library();
  const at = (folder: string): string => new URL(`pdf/${folder}/`, document.baseURI).href;
  return getDocument({
    data,
    isEvalSupported: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    maxImageSize: largestPicture,
    cMapUrl: at('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: at('standard_fonts'),
    wasmUrl: at('wasm'),
    verbosity: 0,
  }).promise;
}

/** The words of a page as its text layer has them: a new line where a line ends. */
export async function wordsOf(page: PdfPage): Promise<string> {
  // Read piece by piece: the web engine does not walk through a stream by itself.
  const pieces = page.streamTextContent().getReader() as ReadableStreamDefaultReader<TextContent>;
  let text = '';
  for (let next = await pieces.read(); !next.done; next = await pieces.read())
    for (const item of next.value.items) if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
  return text;
}

/** Lays the words of a page over its picture, unseen, so that they can be selected; ends when they are there. */
export async function layWords(page: PdfPage, over: HTMLElement, scale: number): Promise<void> {
  const { TextLayer } = await library();
  await new TextLayer({
    textContentSource: page.streamTextContent(),
    container: over,
    viewport: page.getViewport({ scale }),
  }).render();
  // The library measures faces on a canvas of its own, which is nobody's content.
  for (const canvas of document.querySelectorAll('.hiddenCanvasElement'))
    canvas.setAttribute('aria-hidden', 'true');
}
