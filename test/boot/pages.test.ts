import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { freshClone, lendFile, lendPackages, type Clone } from './clone.ts'

const packages = ['vite', 'svelte', '@sveltejs/vite-plugin-svelte', '@types', '@fontsource-variable']

/** A house with one page, one rule and one font, and this house's own way of building. */
async function smallHouse(): Promise<Clone> {
  const clone = freshClone()
  const imports = { '#domain/*': './server/domain/*', '#words/*': './server/words/*' }
  clone.write('package.json', JSON.stringify({ name: 'small', version: '1.0.0', type: 'module', imports }))
  clone.write('server/domain/double.ts', 'export const double = (n: number): number => n * 2\n')
  clone.write(
    'web/Page.svelte',
    `<script lang="ts">
  import { double } from '#domain/double.ts'
  let { n }: { n: number } = $props()
</script>
<p class="sum">{double(n)} {'åäö'}</p>`,
  )
  clone.write(
    'web/render.ts',
    `import { render } from 'svelte/server'
import Page from './Page.svelte'
export const html = (n: number): string => render(Page, { props: { n } }).body\n`,
  )
  clone.write(
    'web/hydrate.ts',
    `import { hydrate } from 'svelte'
export const wake = (View: never) => hydrate(View, { target: document.body, props: {} })\n`,
  )
  clone.write(
    'web/home/Home.svelte',
    `<script lang="ts">
  import Page from '../Page.svelte'
</script>
<Page n={2} />\n`,
  )
  clone.write('web/session.ts', 'export {}\n')
  clone.write('web/chart.ts', 'export {}\n')
  clone.write('web/worker/sw.ts', 'export {}\n')
  clone.write(
    'web/styles/public.css',
    '@import "@fontsource-variable/source-sans-3";\n.sum { color: #123456 }\n',
  )
  clone.write('web/styles/work.css', '.sum { color: #654321 }\n')
  lendFile(clone, 'web/vite.config.ts')
  await clone.boot(['link'])
  lendPackages(clone, packages)
  return clone
}

const drawn = async (clone: Clone, n: number): Promise<string> => {
  const at = pathToFileURL(clone.path('dist/server/render.js')).href
  return (
    (await import(`${at}?${statSync(clone.path('dist')).ino}`)) as { html: (n: number) => string }
  ).html(n)
}

describe('building the pages', () => {
  it('shows what is wrong when they cannot be built, starts nothing and leaves nothing', async () => {
    const clone = await smallHouse()
    clone.replace('web/Page.svelte', '</p>', '</q>')
    const { code, out, err } = await clone.boot(['serve'])
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toContain('The pages could not be built:')
    expect(err).toContain('Page.svelte')
    expect(readdirSync(clone.folder).filter((name) => name.includes('dist'))).toEqual([])
  })

  it('keeps the pages built before when the new ones cannot be built', async () => {
    const clone = await smallHouse()
    expect((await clone.boot(['build'])).code).toBe(0)
    clone.replace('web/Page.svelte', '</p>', '</q>')
    expect((await clone.boot(['serve'])).code).toBe(1)
    expect(await drawn(clone, 4)).toContain('8 åäö')
  })

  it('builds for the browser and for the server, once for the same sources', async () => {
    const clone = await smallHouse()
    const first = await clone.boot(['serve'], { NODE_ENV: 'development' })
    expect(first).toMatchObject({ code: 0, err: 'Building the pages …\n' })
    expect(await drawn(clone, 3)).toMatch(/<p class="sum">6 åäö<\/p>/)
    expect(clone.read('dist/server/render.js')).not.toMatch(/^import .* from ["'](?!node:)/m)

    const manifest = JSON.parse(clone.read('dist/client/manifest.json')) as Record<
      string,
      { file: string; name?: string }
    >
    const script = Object.values(manifest).find(({ name }) => name === 'home/Home')?.file ?? ''
    const style = manifest['styles/public.css']?.file ?? ''
    expect(script).toMatch(/^assets\/Home-[\w-]{8}\.js$/)
    expect(style).toMatch(/^assets\/public-[\w-]{8}\.css$/)
    expect(clone.read(`dist/client/${style}`)).not.toContain('data:')
    for (const each of [script, style]) {
      const bytes = readFileSync(clone.path(`dist/client/${each}`))
      expect(brotliDecompressSync(readFileSync(clone.path(`dist/client/${each}.br`)))).toEqual(bytes)
      expect(gunzipSync(readFileSync(clone.path(`dist/client/${each}.gz`)))).toEqual(bytes)
    }
    const fonts = readdirSync(clone.path('dist/client/assets')).filter((name) => name.includes('.woff2'))
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((name) => !name.endsWith('.woff2'))).toEqual([])

    const built = statSync(clone.path('dist')).ino
    expect((await clone.boot(['serve'])).err).toBe('')
    expect(statSync(clone.path('dist')).ino).toBe(built)
  })

  it('builds again when a rule changes that the pages use, and not for the server’s own files', async () => {
    const clone = await smallHouse()
    await clone.boot(['build'])
    clone.write('server/plans/store.ts', '')
    expect((await clone.boot(['build'])).err).toBe('')
    clone.replace('server/domain/double.ts', 'n * 2', 'n + n + 1')
    expect((await clone.boot(['build'])).err).toContain('Building the pages')
    expect(await drawn(clone, 3)).toContain('7 åäö')
  })

  it('is not waited for by what needs no pages', async () => {
    const clone = await smallHouse()
    expect((await clone.boot(['verify'])).err).toBe('')
    expect(existsSync(clone.path('dist'))).toBe(false)
  })
})
