import type { Room } from './http/room.ts'
import { http } from './http/site.ts'
import { trail } from './trail/room.ts'
import { texts } from './texts/room.ts'
import { files } from './files/room.ts'
import { mail } from './mail/room.ts'
import { people } from './people/room.ts'
import { organisations } from './people/organisations/room.ts'
import { privacy } from './people/privacy/room.ts'
import { signIn } from './sign-in/room.ts'
import { oidc } from './sign-in/oidc/room.ts'
import { plans } from './plans/room.ts'
import { indicators } from './plans/indicators/room.ts'
import { sharing } from './plans/sharing/room.ts'
import { points } from './points/room.ts'
import { owners } from './points/owners/room.ts'
import { tags } from './points/tags/room.ts'
import { followUp } from './points/follow-up/room.ts'
import { activities } from './activities/room.ts'
import { drafts } from './activities/drafts/room.ts'
import { reviews } from './reviews/room.ts'
import { preparation } from './reviews/preparation/room.ts'
import { invitations } from './reviews/invitations/room.ts'
import { meetings } from './reviews/meetings/room.ts'
import { afterwards } from './reviews/afterwards/room.ts'
import { comparison } from './reviews/comparison/room.ts'
import { reports } from './reports/room.ts'
import { exchange } from './exchange/room.ts'
import { feedback } from './feedback/room.ts'
import { accessibility } from './accessibility/room.ts'
import { mine } from './mine/room.ts'
import { upkeep } from './upkeep/room.ts'

/**
 * The house, from the ground up: a room stands on the rooms before it, and below them all lie domain/, words/ and database/. The program is put
 * together from this list, and the house test holds its order. A feature is one folder on each side and one line here.
 */
export const rooms: readonly Room[] = [
  http,
  trail,
  texts,
  files,
  mail,
  people,
  organisations,
  privacy,
  signIn,
  oidc,
  plans,
  indicators,
  sharing,
  points,
  owners,
  tags,
  followUp,
  activities,
  drafts,
  reviews,
  preparation,
  invitations,
  meetings,
  afterwards,
  comparison,
  reports,
  exchange,
  feedback,
  accessibility,
  mine,
  upkeep,
]
