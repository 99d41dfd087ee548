import OnPhone from './OnPhone.svelte'
import { canPrepare } from './phone.ts'
import Queue from './Queue.svelte'
import { phoneQueue } from './queue.svelte.ts'

/** What lets a form wait on the phone for the network: for somebody signed in. A form by link keeps nothing, and does not carry it. */
export const onPhone = { canPrepare, phoneQueue, Queue, OnPhone }
