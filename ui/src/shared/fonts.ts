// The faces that ship with the app; their licences are copied beside them at build time.
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-sans-3/wght-italic.css';
import '@fontsource/scheherazade-new/arabic-400.css';
import '@fontsource/scheherazade-new/arabic-600.css';
import '@fontsource/noto-serif-hebrew/hebrew-400.css';
import '@fontsource/noto-serif-hebrew/hebrew-600.css';
import '@fontsource/source-code-pro/latin-400.css';
// The most frequent Chinese characters (and kana) alone; see vite.config.ts. Others come from the system.
import '@fontsource-variable/noto-serif-sc/wght.css';
