import type { Room } from '../http/room.ts'
import { feedbackAnswer, feedbackLetter } from './mails.ts'
import { feedbackDuties } from './duties.ts'
import { feedbackFormRoutes } from './form.ts'
import { feedbackMinePage } from './answer.page.ts'
import { feedbackPage } from './feedback.page.ts'
import { feedbackRoutes } from './routes.ts'
import { forgetSendersCalled } from './store.ts'

export const feedback: Room = {
  name: 'feedback',
  routes: [[26, feedbackRoutes]],
  site: [feedbackFormRoutes],
  pages: [feedbackPage, feedbackMinePage],
  duties: [[10, feedbackDuties]],
  mails: { feedback: feedbackLetter, 'feedback-answer': feedbackAnswer },
  erased: async (tx, { email }) => {
    if (email) await forgetSendersCalled(tx, email)
  },
}
