import { readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { npmFailure } from './failure.mjs'
import { digest, pathInClone, textOf } from './places.mjs'
import { npm, tell } from './run.mjs'

/** `npm ci`, when the lockfile is not the one last installed. The mark is written last: half an install has none. */
export async function installPackages() {
  const lockfile = readFileSync(pathInClone('package-lock.json'))
  const installed = `${process.platform}-${process.arch} ${digest(lockfile)}`
  const mark = pathInClone('node_modules/.avstamt-installed')
  if (textOf(mark) === installed) return
  tell('Installing packages …')
  await rm(mark, { force: true })
  // Said outright because NODE_ENV=production would leave out what builds the pages.
  const done = await npm(['ci', '--include=dev', '--no-audit', '--no-fund'])
  if (done.code)
    throw npmFailure('The packages could not be installed', done.output, 'put that right and start again')
  await mkdir(dirname(mark), { recursive: true })
  await writeFile(mark, installed)
}
