import { hydrate, type Component } from 'svelte'
import Page from './Page.svelte'
import type { PageProps, ViewProps } from './page.ts'

const views = import.meta.glob<Component<ViewProps<unknown>>>(
  ['./*/*.svelte', './*/*/*.svelte', '!./**/parts/*', '!./ui/*'],
  {
    import: 'default',
  },
)

/** Wakes the page the server drew: the same view, with the same data. */
async function wake() {
  const told = document.getElementById('page')?.textContent
  if (!told) return
  const { view, props } = JSON.parse(told) as { view: string; props: PageProps }
  const View = await views[`./${view}.svelte`]?.()
  if (View) hydrate(Page, { target: document.body, props: { View, props } })
}

await wake()
