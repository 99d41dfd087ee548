import { Type } from 'typebox'
import type { Page } from '../page.ts'

/** `/logga-ut`: where signing out leads when activities wait on the phone and would be lost. */
export const signOutPage: Page = {
  of: 'installation',
  path: '/logga-ut',
  view: 'people/SignOut',
  schema: Type.Object({}),
  access: 'mine.read',
  rooms: ['people'],
  script: 'none',
  load: async ({ say, words }) => ({
    title: say(words.people.signOut.title),
    description: say(words.people.signOut.title),
    data: {},
  }),
}
