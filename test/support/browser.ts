import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

const usualPlaces = [
  ...['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].flatMap((folder) =>
    names.map((name) => join(folder, name)),
  ),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Path of an installed Chromium or Chrome, or undefined where there is none. */
export function findBrowser(): string | undefined {
  const inPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  return [...inPath, ...usualPlaces].find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The installed browser, started without a window. The caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('No Chromium or Chrome is installed; `npm test` says how to get one.')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/**
 * Sees to it that there is a browser: an installed one, else Debian's, where that may be installed without asking
 * (as root, with CI=true or SETUP=yes). `missing` has been explained; `failed` was tried and shown.
 */
export function provideBrowser(): 'ready' | 'missing' | 'failed' {
  if (findBrowser()) return 'ready'
  const asked = process.env['CI'] === 'true' || process.env['SETUP'] === 'yes'
  const apt = process.getuid?.() === 0 && isProgram('/usr/bin/apt-get')
  if (!asked || !apt) {
    const way = apt ? 'start again with SETUP=yes to have Debian’s chromium installed' : 'install one'
    console.log(`No Chromium or Chrome was found, so the tests in a browser cannot run: ${way}.`)
    return 'missing'
  }
  console.log('Installing chromium with apt-get, for the tests in a browser …')
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const done = spawnSync('/usr/bin/apt-get', args, { env, encoding: 'utf8' })
    if (done.status === 0) continue
    console.log(`apt-get ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`)
    return 'failed'
  }
  return findBrowser() ? 'ready' : 'failed'
}
