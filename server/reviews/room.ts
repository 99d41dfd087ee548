import type { Room } from '../http/room.ts'
import { calendarRoutes } from './calendar.ts'
import { cancellationRoutes } from './cancel.routes.ts'
import { reviewCancellation } from './mails.ts'
import { changingPage } from './change.page.ts'
import { closingPage } from './close.page.ts'
import { planningPage } from './plan.page.ts'
import { reportPage } from './report.page.ts'
import { reviewsPage } from './reviews.page.ts'
import { reviewActions } from './actions.ts'
import { reviewDuties } from './duties.ts'
import { reviewRoutes } from './routes.ts'

export const reviews: Room = {
  name: 'reviews',
  routes: [
    [9, reviewRoutes],
    [18, calendarRoutes],
    [21, cancellationRoutes],
  ],
  pages: [reviewsPage, reportPage, planningPage, changingPage, closingPage],
  duties: [[1, reviewDuties]],
  actions: reviewActions,
  mails: { 'review-cancellation': reviewCancellation },
}
