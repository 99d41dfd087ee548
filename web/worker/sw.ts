// The worker of one address: the log form's, on a phone whose owner asked for it (A16). It gives out what the form's page laid on the
// phone when there is no network, and nothing else: it keeps nothing itself, answers for no other page, and never sees the API.
// It takes over when every page of the old one is closed, so that no form is changed under somebody's hands.

const worker = self as unknown as ServiceWorkerGlobalScope

/** How long a bad network may think before the page comes from the phone. */
const patience = 4000

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate') {
    if (pathname === new URL(worker.registration.scope).pathname) event.respondWith(fresh(request))
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(kept(request).then((answer) => answer ?? fetch(request)))
  }
})

/** Files carry their hash in their names: what lies on the phone is what the server would send. */
const kept = (request: Request): Promise<Response | undefined> =>
  caches.match(request, { ignoreSearch: true, ignoreVary: true })

/** The page as it is now; without network, or with a server that can not answer, as it was laid on the phone. */
async function fresh(request: Request): Promise<Response> {
  const asked = fetch(request)
  const inTime = await Promise.race([asked.catch(() => undefined), late()])
  if (inTime && inTime.status < 500) return inTime
  return (await kept(request)) ?? asked
}

const late = (): Promise<undefined> => new Promise((resolve) => setTimeout(resolve, patience, undefined))
