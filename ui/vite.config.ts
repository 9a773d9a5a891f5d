import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const faces = [
  '@fontsource-variable/source-serif-4',
  '@fontsource-variable/source-sans-3',
  '@fontsource/scheherazade-new',
  '@fontsource/noto-serif-hebrew',
  '@fontsource/source-code-pro',
  '@fontsource-variable/noto-serif-sc',
];

/**
 * Fontsource cuts its Chinese face into a hundred files, the most frequent characters last. We ship those from 100 on:
 * 1.5 MB for some 3,100 characters of everyday text. The browser loads only the files that a page needs.
 */
function frequentCharacters(): Plugin {
  return {
    name: 'frequent-characters',
    enforce: 'pre',
    transform(code, id) {
      if (!/noto-serif-sc[\\/]wght\.css/.test(id)) return null;
      const blocks = code.match(/@font-face \{[^}]*\}/g) ?? [];
      const frequent = blocks.filter((block) => Number(/-(\d+)-wght-/.exec(block)?.[1]) >= 100);
      return frequent.join('\n');
    },
  };
}

/** The licence of each bundled face stands next to the faces, as OFL-1.1 asks. */
function faceLicences(): Plugin {
  return {
    name: 'face-licences',
    apply: 'build',
    generateBundle() {
      for (const face of faces) {
        const name = face.split('/')[1];
        const source = readFileSync(here(`node_modules/${face}/LICENSE`));
        this.emitFile({ type: 'asset', fileName: `assets/${name}-LICENSE.txt`, source });
      }
    },
  };
}

/**
 * What pdf.js reads when a file asks for it: tables of characters (most Chinese, Japanese and Korean files name one), the
 * standard faces that a file may leave out, and the decoder of JPEG 2000 that needs no compiled code.
 */
function pdfData(): Plugin {
  const from = here('node_modules/pdfjs-dist');
  return {
    name: 'pdf-data',
    apply: 'build',
    generateBundle() {
      const emit = (file: string, as = file): void =>
        void this.emitFile({ type: 'asset', fileName: `pdf/${as}`, source: readFileSync(`${from}/${file}`) });
      for (const folder of ['cmaps', 'standard_fonts'])
        for (const file of readdirSync(`${from}/${folder}`)) emit(`${folder}/${file}`);
      for (const file of readdirSync(`${from}/wasm`)) if (!file.endsWith('.wasm')) emit(`wasm/${file}`);
      emit('LICENSE');
    },
  };
}

export default defineConfig({
  plugins: [svelte(), frequentCharacters(), faceLicences(), pdfData()],
  base: './',
  resolve: {
    alias: {
      $lib: here('src/lib'),
      $shared: here('src/shared'),
      $features: here('src/features'),
    },
    ...(process.env['VITEST'] ? { conditions: ['browser'] } : {}),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['safari16.4', 'chrome111'],
    // The content policy allows no script in the page itself, and fonts stay files.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One sheet: a part that is loaded later would else have the whole page styled and painted again.
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['test/setup.ts'],
    // axe reads a whole grid in one go; a busy machine takes longer over it than the usual 5 s.
    testTimeout: 30_000,
  },
});
