import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'

/**
 * How the pages are built, by `server/build.ts` (client, then server) and served by `npm run dev`.
 * The manifest's keys are paths from this folder: `hydrate.ts`, `styles/index.css`. Every asset lies under
 * `/assets/` with its hash in its name, and none is inlined: the content security policy allows no `data:`.
 */
export default defineConfig(({ command, isSsrBuild }) => ({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [svelte({ configFile: false, compilerOptions: { css: 'external' } })],
  build: {
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: isSsrBuild ? false : 'manifest.json',
    rolldownOptions: isSsrBuild
      ? { output: { entryFileNames: 'render.js' } }
      : {
          input: ['hydrate.ts', 'chart.ts', 'styles/index.css', 'worker/sw.ts'].map(
            (file) => `${import.meta.dirname}/${file}`,
          ),
          // A worker answers for what lies below its own address: it keeps its name, at the top.
          output: {
            entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
          },
        },
  },
  ssr: command === 'build' ? { noExternal: true } : {},
}))
