// Lints of the programs outside ui/: stories, benchmarks, scripts. A name that nobody gave fails here in a second, not minutes later in one story.
import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 'latest',
      sourceType: 'module',
      globals: { ...globals.node, ...globals.browser },
    },
  },
];
