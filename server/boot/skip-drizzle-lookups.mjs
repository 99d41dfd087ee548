// Loaded before the program (`--import`). For each file of a package Node 24 reads the package's whole package.json anew; drizzle-orm's is 179 kB
// with 447 exports, and it has some 200 files: a third of the start, and 100 MB thrown away. Its own files name each other by relative paths
// with their endings and are all modules, so there is nothing to look up. Measured in docs/performance.md; take it away when Node caches that.
import { registerHooks } from 'node:module'

registerHooks({
  resolve(specifier, context, next) {
    const from = context.parentURL
    if (
      specifier.startsWith('.') &&
      specifier.endsWith('.js') &&
      from?.includes('/node_modules/drizzle-orm/')
    ) {
      return { url: new URL(specifier, from).href, format: 'module', shortCircuit: true }
    }
    return next(specifier, context)
  },
})
