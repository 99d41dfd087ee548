import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { clone } from './places.mjs'
import { Failure } from './failure.mjs'

/** @type {import('node:child_process').ChildProcess | undefined} */
let running
/** @type {NodeJS.Signals | undefined} */
let stoppedBy

// The program at work is told to stop in its own way, and this process waits for it.
for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    stoppedBy ??= signal
    running?.kill(signal)
  })
}

/** The exit code where a signal ended the set-up; undefined where none came. */
export function exitCodeWhenStopped() {
  return stoppedBy && 128 + constants.signals[stoppedBy]
}

/** Says which slow step is about to happen: on the error stream, so that what a command prints stays its own. */
export function tell(/** @type {string} */ line) {
  console.error(line)
}

/**
 * Runs a program to its end. With `terminal` it is given this process's own streams and folder; else it runs in the
 * clone, and what it prints is kept for the caller.
 * @param {string} program
 * @param {string[]} args
 * @param {{ terminal?: boolean, env?: NodeJS.ProcessEnv, shell?: boolean }} [how]
 * @returns {Promise<{ code: number, output: string }>} 128 + the signal's number where a signal ended it
 */
export function run(program, args, { terminal = false, env = process.env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    if (stoppedBy) return reject(new Failure('Stopped.'))
    const place = terminal ? process.cwd() : clone
    const child = spawn(program, args, {
      env,
      shell,
      cwd: place,
      stdio: terminal ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    running = child
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (output += String(data)))
    child.on('error', reject)
    child.on('close', (code, signal) => {
      running = undefined
      if (stoppedBy && !terminal) return reject(new Failure('Stopped.'))
      resolve({ code: code ?? 128 + constants.signals[signal ?? 'SIGTERM'], output })
    })
  })
}

/**
 * npm in the clone, with the person's own configuration.
 * @param {string[]} args
 */
export function npm(args) {
  // By its own pace npm would be silent for 70 seconds before it says that nobody answers.
  const all = [...args, '--loglevel=error', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']
  return process.platform === 'win32' ? run('npm.cmd', all, { shell: true }) : run('npm', all)
}
