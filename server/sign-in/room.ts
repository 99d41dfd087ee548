import type { Room } from '../http/room.ts'
import { linkPage, sentPage, signInPage, signOutPage } from './sign-in.page.ts'
import { peopleRoutes } from './routes.ts'
import { signInMail } from './mails.ts'

export const signIn: Room = {
  name: 'sign-in',
  site: [peopleRoutes],
  pages: [signInPage, sentPage, linkPage, signOutPage],
  mails: { 'sign-in': signInMail },
}
