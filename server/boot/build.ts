import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'vite'
import { clone } from './places.mjs'

// Run by pages.mjs: `node server/boot/build.ts FOLDER` fills FOLDER with what is put at dist/.
//   client/manifest.json, client/assets/*  for the browser, with .br and .gz beside what compresses
//   server/render.js                       everything the server draws pages with, in one file

const [folder] = process.argv.slice(2)
if (!folder) throw new Error('Which folder is to be filled?')

const web = join(clone, 'web')
const shared = { configFile: join(web, 'vite.config.ts'), configLoader: 'native', logLevel: 'warn' } as const

try {
  await build({ ...shared, build: { outDir: join(folder, 'client'), emptyOutDir: true } })
  const ssr = join(web, 'render.ts')
  await build({ ...shared, build: { outDir: join(folder, 'server'), emptyOutDir: true, ssr } })
  await compressAssets(join(folder, 'client', 'assets'))
} catch (error) {
  // The message shows the place in the source; the builder's own stack would only bury it.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Compressing once at build leaves nothing to do at each request. Fonts (woff2) are compressed already. */
async function compressAssets(assets: string) {
  const names = await readdir(assets)
  for (const name of names.filter((each) => /\.(js|css|svg|json)$/.test(each))) {
    const bytes = await readFile(join(assets, name))
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }
    await writeFile(join(assets, `${name}.br`), brotliCompressSync(bytes, quality))
    await writeFile(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
}
