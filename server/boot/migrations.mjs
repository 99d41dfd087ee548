// Writes the next migration of both engines from the tables: `npm run migrations -- --name what_it_does`.
import { findNode } from './node.mjs'
import { pathInClone } from './places.mjs'
import { run } from './run.mjs'
import { keepNewestSnapshot } from './snapshots.mjs'

const node = await findNode()
for (const engine of ['sqlite', 'postgres']) {
  const words = ['generate', '--config', `drizzle.${engine}.config.ts`, ...process.argv.slice(2)]
  const { code } = await run(node, [pathInClone('node_modules/drizzle-kit/bin.cjs'), ...words], {
    terminal: true,
  })
  if (code !== 0) process.exit(code)
  keepNewestSnapshot(pathInClone(`migrations/${engine}/meta`))
}
