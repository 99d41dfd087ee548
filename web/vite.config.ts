import { globSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig, type Plugin } from 'vite'

const ours = /svelte|web[\\/]|server[\\/](domain|words)[\\/]/

/** The views that exist: 'plans/Dashboard' …, by the rule that render.ts finds them by. */
const views = globSync(['*/*.svelte', '*/*/*.svelte'], { cwd: import.meta.dirname })
  .filter((path) => !/(^ui|\bparts)\//.test(path))
  .map((path) => path.slice(0, -'.svelte'.length))

/** A script a view, that wakes it: `/views/plans/Dashboard.js`. One that could wake any view would name the files of all. */
const viewScripts: Plugin = {
  name: 'view-scripts',
  resolveId: (id) => (id.startsWith('/views/') ? id : undefined),
  load(id) {
    const view = /^\/views\/(.+)\.js$/.exec(id)?.[1]
    return view && `import View from '/${view}.svelte'\nimport { wake } from '/hydrate.ts'\nwake(View)\n`
  },
}

const scripts = Object.fromEntries(views.map((view) => [view, `/views/${view}.js`]))
const files = ['session.ts', 'chart.ts', 'styles/public.css', 'styles/work.css', 'worker/sw.ts']

/**
 * How the pages are built, by `server/boot/build.ts` (client, then server) and served by `npm run dev`.
 * The manifest's keys are paths from this folder: `chart.ts`, `styles/public.css`; a view's script bears the view's name. Every asset lies under
 * `/assets/` with its hash in its name, and none is inlined: the content security policy allows no `data:`.
 */
export default defineConfig(({ command, isSsrBuild }) => ({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [viewScripts, svelte({ configFile: false, compilerOptions: { css: 'external' } })],
  build: {
    assetsInlineLimit: 0,
    // A page's head names all its files already (render.ts).
    modulePreload: false,
    manifest: isSsrBuild ? false : 'manifest.json',
    rolldownOptions: isSsrBuild
      ? { output: { entryFileNames: 'render.js' } }
      : {
          input: {
            ...scripts,
            ...Object.fromEntries(
              files.map((file) => [file.replace(/^.*\/|\.\w+$/g, ''), `${import.meta.dirname}/${file}`]),
            ),
          },
          output: {
            // A worker answers for what lies below its own address: it keeps its name, at the top.
            entryFileNames: ({ name }) =>
              name === 'sw' ? 'sw.js' : `assets/${name.split('/').at(-1)}-[hash].js`,
            // A group's name lists every view that shares it.
            chunkFileNames: ({ name }) => `assets/${name.split('~', 1)[0]}-[hash].js`,
            // Few files a page: what twelve views or more need in one, what fewer share in pieces of 5 kB at least (measured: 25 files of a
            // form became at most 7, and 37 kB of script a page on average became 31).
            codeSplitting: {
              groups: [
                { name: 'base', test: ours, minShareCount: 12 },
                {
                  name: 'shared',
                  test: ours,
                  minShareCount: 2,
                  entriesAware: true,
                  entriesAwareMergeThreshold: 5000,
                },
              ],
            },
          },
        },
  },
  ssr: command === 'build' ? { noExternal: true } : {},
}))
