import { once } from 'node:events'

/** A function of a file that ran, where it begins. */
export interface Ran {
  scriptId: string
  /** Below `server/`, like `points/routes.ts`. */
  file: string
  /** In the text that V8 runs, which has the lines and columns of the file: types are blanked, never taken away. */
  from: number
  to: number
  /** The file itself: it was loaded while we looked. */
  whole: boolean
}

interface Told {
  method?: string
  params?: { callFrames?: { location: { scriptId: string } }[] }
  id?: number
  result?: unknown
  error?: { message: string }
}

interface ScriptCoverage {
  scriptId: string
  url: string
  functions: { functionName: string; ranges: { startOffset: number; endOffset: number; count: number }[] }[]
}

const below = '/server/'

/** The file below `server/` that an address of V8 means; nothing for Node's own, packages, and the built pages. */
const fileOf = (url: string): string | undefined =>
  url.startsWith('file:') && !url.includes('/node_modules/') && !url.includes('/dist/') && url.includes(below)
    ? url.slice(url.lastIndexOf(below) + below.length)
    : undefined

/** What a running Node tells of what it runs, asked over the inspector's own protocol. */
export interface Inspector {
  /** Which functions of the server's files ran since this was last asked. */
  ran: () => Promise<Ran[]>
  /** The files of these functions in the order they were first called while `walk` was under way. */
  inOrder: (functions: readonly Ran[], walk: () => Promise<void>) => Promise<string[]>
  close: () => void
}

/** Listens in on the process whose inspector answers at this port of the machine itself. */
export async function inspect(port: number): Promise<Inspector> {
  const [target] = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as {
    webSocketDebuggerUrl: string
  }[]
  const socket = new WebSocket(target!.webSocketDebuggerUrl)
  await once(socket, 'open')
  const waiting = new Map<number, (told: Told) => void>()
  let paused: (scriptId: string) => void = () => undefined
  socket.addEventListener('message', ({ data }) => {
    const told = JSON.parse(String(data)) as Told
    if (told.id !== undefined) waiting.get(told.id)?.(told)
    if (told.method !== 'Debugger.paused') return
    paused(told.params?.callFrames?.[0]?.location.scriptId ?? '')
    void ask('Debugger.resume')
  })
  let asked = 0
  function ask(method: string, params: object = {}): Promise<unknown> {
    asked += 1
    const id = asked
    return new Promise((resolve, reject) => {
      waiting.set(id, (told) => {
        waiting.delete(id)
        if (told.error) reject(new Error(`${method}: ${told.error.message}`))
        else resolve(told.result)
      })
      socket.send(JSON.stringify({ id, method, params }))
    })
  }

  const sources = new Map<string, string>()
  /** Where a position in a script is, by line and column. */
  async function placeIn(scriptId: string): Promise<(position: number) => object> {
    const { scriptSource } = (
      sources.has(scriptId)
        ? { scriptSource: sources.get(scriptId)! }
        : await ask('Debugger.getScriptSource', { scriptId })
    ) as { scriptSource: string }
    sources.set(scriptId, scriptSource)
    return (position) => {
      const lines = scriptSource.slice(0, position).split('\n')
      return { scriptId, lineNumber: lines.length - 1, columnNumber: lines.at(-1)!.length }
    }
  }

  await ask('Profiler.enable')
  await ask('Profiler.startPreciseCoverage', { callCount: true, detailed: false })

  return {
    async ran() {
      const { result } = (await ask('Profiler.takePreciseCoverage')) as { result: ScriptCoverage[] }
      return result.flatMap(({ scriptId, url, functions }) => {
        const file = fileOf(url)
        if (file === undefined) return []
        return functions.flatMap(({ functionName, ranges: [range] }) =>
          range!.count === 0
            ? []
            : [
                {
                  scriptId,
                  file,
                  from: range!.startOffset,
                  to: range!.endOffset,
                  whole: functionName === '' && range!.startOffset === 0,
                },
              ],
        )
      })
    },

    async inOrder(functions, walk) {
      const order: string[] = []
      const marks = new Map<string, string[]>()
      // A file that has been met is passed without stopping from then on.
      paused = (scriptId) => {
        const file = functions.find((one) => one.scriptId === scriptId)?.file
        if (file === undefined) return
        order.push(file)
        for (const breakpointId of marks.get(file) ?? [])
          void ask('Debugger.removeBreakpoint', { breakpointId })
        marks.delete(file)
      }
      await ask('Debugger.enable')
      for (const { scriptId, file, from, to, whole } of functions) {
        if (whole) continue
        const place = await placeIn(scriptId)
        const { locations } = (await ask('Debugger.getPossibleBreakpoints', {
          // Where an arrow function begins is still a place of the function around it.
          start: place(from + 1),
          end: place(to),
        })) as { locations: object[] }
        const [location] = locations
        if (!location) continue
        // Refused where another function begins at the same place.
        const mark = (await ask('Debugger.setBreakpoint', { location }).catch(() => undefined)) as
          { breakpointId: string } | undefined
        if (mark) marks.set(file, [...(marks.get(file) ?? []), mark.breakpointId])
      }
      await walk()
      await ask('Debugger.disable')
      return [...new Set(order)]
    },

    close: () => socket.close(),
  }
}
