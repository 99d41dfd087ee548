import { hydrate, mount } from 'svelte'
import Page from './Page.svelte'
import type { Drawn, PageProps } from './page.ts'

const props = JSON.parse(document.getElementById('page')!.textContent) as PageProps

/** Wakes the page the server drew: the same view, with the same data. What stands around it needs no script. */
export function wake(View: Drawn): void {
  hydrate(Page, { target: document.getElementById('main')!, props: { View, props } })
}

/** Puts what no server draws at the end of the page. */
export function add(View: Drawn): void {
  mount(Page, { target: document.body, props: { View, props } })
}
