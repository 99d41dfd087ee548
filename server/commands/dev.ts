import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createServer } from 'vite'
import type { Render } from '../dependencies.ts'

const files = {
  style: '/styles/public.css',
  workStyle: '/styles/work.css',
  scriptsOf: (view: string) => [`/views/${view}.js`],
  session: ['/session.ts'],
  chart: '/chart.ts',
  font: '',
  icon: '/favicon.ico',
}

/** Pages straight from web/, drawn anew at each request and reloaded in the browser on save. */
export async function devPages(root: string) {
  const vite = await createServer({
    configFile: join(root, 'web/vite.config.ts'),
    root: join(root, 'web'),
    appType: 'custom',
    server: { middlewareMode: true, ws: { port: 24_679 }, hmr: { port: 24_679 } },
  })
  const render: Render = async (view, drawing) => {
    const module = await vite.ssrLoadModule('/render.ts')
    const draw = module.render as (
      view: string,
      drawing: Parameters<Render>[1],
      assets: typeof files,
    ) => string
    return draw(view, drawing, files).replace(
      '</head>',
      '<script type="module" src="/@vite/client"></script></head>',
    )
  }
  /** Vite answers for its own files before the routes are asked. */
  const prepare = (app: FastifyInstance): void => {
    app.addHook('onRequest', (request, reply, done) => {
      if (
        !/^\/(@|node_modules\/|[^?]*\.(svelte|ts|js|css|woff2)(\?|$))/.test(request.url) ||
        request.url.startsWith('/api/')
      )
        return done()
      reply.hijack()
      vite.middlewares(request.raw, reply.raw, () => reply.raw.writeHead(404).end())
    })
  }
  return { render, prepare, development: true as const, close: () => vite.close() }
}
