import type { Outlook, Status } from '#domain/status.ts'
import type { MeetingData } from '../../../../server/reviews/meetings/meeting.page.ts'

type Update = NonNullable<NonNullable<MeetingData['live']>['update']>

/** What stands in the fields beside a point; '' where nothing was said. */
export interface Typed {
  decision: {
    text: string
    organisation: string
    /** Kept from the decision that is replaced, where it names one. */
    function: string
    points: string[]
    dueOn: string
    replaces: number | null
  }
  said: string
  status: Status
  outlook: Outlook
  reason: string
}

export const noDecision = (): Typed['decision'] => ({
  text: '',
  organisation: '',
  function: '',
  points: [],
  dueOn: '',
  replaces: null,
})

/** The fields as a point is first shown. */
export const beginning = ({ status, outlook }: Update): Typed => ({
  decision: noDecision(),
  said: '',
  status,
  outlook,
  reason: '',
})
