import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** Files that speak to the person at the terminal; everything else speaks through the log. */
const speakingFiles = ['server/main.ts', 'server/boot.mjs', 'server/boot/**', 'server/commands/**']

/** The types know the browser everywhere (one tsconfig); on the server it does not exist. */
const browserOnly = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
]

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', '.dist-*/', 'data/', 'migrations/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    languageOptions: {
      globals: globals.node,
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: ['error', 'always'],
      // A store is async because PostgreSQL is, also where SQLite has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        // What is taken out of an object so that the rest can go on is not unused.
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        // Fastify's reply can be awaited but need not be; the test runner waits for its own.
        {
          allowForKnownSafePromises: [{ from: 'package', package: 'fastify', name: 'FastifyReply' }],
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: tseslint.parser },
    },
  },
  { files: ['web/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['server/**'],
    rules: { 'no-restricted-globals': ['error', ...browserOnly] },
  },
  { files: ['server/**'], ignores: speakingFiles, rules: { 'no-console': 'error' } },
  {
    // An answer's body is whatever the server said: tests look into it without a type.
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
)
