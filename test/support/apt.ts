import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** What a part of the tests needs from the machine: there, not there and explained, or tried in vain and shown. */
export type Provided = 'ready' | 'missing' | 'failed'

/**
 * Sees to it that a program is there: an installed one, else Debian's, where that may be installed without asking (as root, with CI=true or
 * SETUP=yes), saying so first.
 */
export function provide(
  name: string,
  { found, packages, purpose }: { found: () => unknown; packages: string[]; purpose: string },
): Provided {
  if (found()) return 'ready'
  const asked = process.env['CI'] === 'true' || process.env['SETUP'] === 'yes'
  const apt = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!asked || !apt) {
    const way = apt
      ? `start again with SETUP=yes to have Debian’s ${packages.join(' ')} installed`
      : 'install one'
    console.log(`No ${name} was found, so ${purpose} cannot run: ${way}.`)
    return 'missing'
  }
  console.log(`Installing ${packages.join(' ')} with apt-get, for ${purpose} …`)
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const done = spawnSync('/usr/bin/apt-get', args, { env, encoding: 'utf8' })
    if (done.status === 0) continue
    console.log(`apt-get ${args.join(' ')} failed:\n${done.stdout}${done.stderr}`)
    return 'failed'
  }
  return found() ? 'ready' : 'failed'
}
