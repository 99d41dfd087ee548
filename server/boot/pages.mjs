import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { digestOf, pathInClone, textOf, writeBeside } from './places.mjs'
import { run, tell } from './run.mjs'

/** All that the built pages are made of: from the server `web/` imports only the rules and the words. */
const sources = [
  'web',
  'server/domain',
  'server/words',
  'server/boot/build.ts',
  'package.json',
  'package-lock.json',
]

/**
 * Builds the pages when their sources differ from those last built. `dist/` is replaced whole or left as it was.
 * @param {string} node the program that can run TypeScript
 */
export async function buildPages(node) {
  const asked = digestOf(sources)
  const dist = pathInClone('dist')
  if (textOf(join(dist, 'built-from')) === asked) return
  tell('Building the pages …')
  await writeBeside(dist, async (folder) => {
    // Any other NODE_ENV would put the framework's development checks into the pages.
    const env = { ...process.env, NODE_ENV: 'production' }
    const built = await run(node, [pathInClone('server/boot/build.ts'), folder], { env })
    if (built.code) throw new Failure(`The pages could not be built:\n${built.output.trim()}`)
    await writeFile(join(folder, 'built-from'), asked)
  })
}
