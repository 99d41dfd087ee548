import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { join } from 'node:path'

const clone = join(import.meta.dirname, '../..')

/** A check passes or fails as one; `program` lies in the clone. */
export interface Check {
  name: string
  program: string
  args: string[]
}

/** How a check went. `ending` says what its process ended by, when that was not 0: a check that is killed has no word of its own. */
export interface Outcome {
  name: string
  ending: string | undefined
  seconds: string
  output: string
}

const atWork = new Set<ChildProcess>()

/** Hands a signal on to everything that runs. */
export function stopAll(signal: NodeJS.Signals): void {
  for (const child of atWork) child.kill(signal)
}

/** What Node has compiled of a file is kept for the next process that reads it: a run starts some three hundred. */
const compiled = { NODE_COMPILE_CACHE: join(clone, 'node_modules/.cache/compiled') }

/** Starts a program of the clone with this Node. */
export function start(
  program: string,
  args: string[],
  stdio: StdioOptions,
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const all = { ...process.env, ...compiled, ...env }
  const child = spawn(process.execPath, [join(clone, program), ...args], { cwd: clone, stdio, env: all })
  atWork.add(child)
  child.on('close', () => atWork.delete(child))
  return child
}

/** What a process ended by, in words; undefined when it ended well. */
export function endingOf(code: number | null, signal: NodeJS.Signals | null): string | undefined {
  if (signal) return `killed by ${signal}`
  return code === 0 ? undefined : `exit code ${code}`
}

export function runCheck({ name, program, args }: Check): Promise<Outcome> {
  return new Promise((resolve) => {
    const begun = performance.now()
    const child = start(program, args, ['ignore', 'pipe', 'pipe'])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)))
    const end = (ending: string | undefined) =>
      resolve({ name, ending, seconds: ((performance.now() - begun) / 1000).toFixed(1), output })
    child.on('error', (error) => end(`not started: ${error.message}`))
    child.on('close', (code, signal) => end(endingOf(code, signal)))
  })
}

/** Runs checks in their order, so many at a time as there are lanes; each is told of as soon as it ends. */
export async function runInLanes(
  checks: readonly Check[],
  lanes: number,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const waiting = [...checks]
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) tell(await runCheck(check))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
