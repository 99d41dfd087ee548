import * as addresses from '#domain/addresses.ts'
import type { Slide } from '../../../../server/reviews/meetings/slides.ts'

/** What somebody who follows is told. */
interface Follower {
  shown: (slide: Slide) => void
  /** The connection is broken; it is tried again by itself. */
  away: () => void
  /** The meeting is over. */
  over: () => void
}

/** How long a stream may be silent before it is taken for dead: the server says something every ten seconds. */
const patience = 5_000

/**
 * Follows a meeting by its page's address: what is shown comes as it changes. A browser comes back by itself after a lost network; where it gives
 * up – the server answered with something else – the page is asked whether the meeting goes on. Gives what stops it.
 */
export function following(path: string, follower: Follower): () => void {
  let source: EventSource | undefined
  let later: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  function open() {
    if (stopped) return
    source?.close()
    source = new EventSource(addresses.meetingEvents(path))
    source.onmessage = (event: MessageEvent<string>) => follower.shown(JSON.parse(event.data) as Slide)
    source.addEventListener('over', () => void ask())
    source.onerror = () => {
      if (stopped) return
      follower.away()
      if (source?.readyState === EventSource.CLOSED) {
        clearTimeout(later)
        later = setTimeout(() => void ask(), patience)
      }
    }
  }

  /** Whether it goes on: a server that was closed for a moment says `over` too. */
  async function ask() {
    source?.close()
    if (stopped) return
    try {
      const answer = await fetch(path, { headers: { accept: 'application/json' }, cache: 'no-store' })
      if (answer.status === 410 || answer.status === 404) {
        stop()
        follower.over()
        return
      }
      if (answer.ok) {
        open()
        return
      }
    } catch {
      // No network: asked again below.
    }
    follower.away()
    later = setTimeout(() => void ask(), patience)
  }

  function stop() {
    stopped = true
    clearTimeout(later)
    source?.close()
  }

  const online = () => open()
  addEventListener('online', online)
  open()
  return () => {
    removeEventListener('online', online)
    stop()
  }
}
