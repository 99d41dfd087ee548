import type { Room } from '../../http/room.ts'
import { invitationRoutes } from './routes.ts'
import { reviewInvitation } from './mails.ts'

export const invitations: Room = {
  name: 'reviews/invitations',
  routes: [[20, invitationRoutes]],
  mails: { 'review-invitation': reviewInvitation },
}
