import { add } from './hydrate.ts'
import SessionEnd from './sign-in/parts/SessionEnd.svelte'

// Beside the view of somebody signed in: says that the sign-in is about to end.

add(SessionEnd)
