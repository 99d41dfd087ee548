import { accessSync, constants, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const memory = '/dev/shm'
const enough = 2 ** 31

/**
 * Where the databases of tests lie: in memory where the system has room there, else among its temporary files. Every acknowledged write
 * waits for the disk, in each of two thousand small databases; what kill -9 leaves behind is the same in both places.
 */
const place = hasRoom(memory) ? memory : tmpdir()

function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= enough
  } catch {
    return false
  }
}

/** Makes a new folder for data; whoever asks for it removes it. Its name tells which process that is. */
export const newFolder = (name: string): string => mkdtempSync(join(place, `avstamt-${process.pid}-${name}-`))

/** Removes what runs that were killed have left in memory. */
export function sweepFolders(): void {
  if (place !== memory) return
  for (const name of readdirSync(place)) {
    const process = /^avstamt-(\d+)-/.exec(name)?.[1]
    if (process && !isRunning(Number(process))) rmSync(join(place, name), { recursive: true, force: true })
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
