import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { provide, type Provided } from './apt.ts'

const findReader = (): boolean => ['pdfinfo', 'pdftotext'].every((name) => existsSync(`/usr/bin/${name}`))

/** Sees to it that PDFs can be read back. */
export const providePdfReader = (): Provided =>
  provide('pdfinfo', { found: findReader, packages: ['poppler-utils'], purpose: 'what reads PDFs back' })

/** Without a reader the tests that read a PDF back are skipped, which `npm test` has said first. */
export const canReadPdf = findReader()

const run = (program: string, args: string[], input: Buffer): string =>
  // What it says of a file that it reads all the same is not ours.
  execFileSync(`/usr/bin/${program}`, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })

/** What the file says of itself: `Title`, `Tagged`, `Pages` … */
export function factsOf(pdf: Buffer): Record<string, string> {
  const lines = run('pdfinfo', ['-'], pdf).split('\n')
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [name, ...rest] = line.split(':')
      return name && rest.length > 0 ? [[name.trim(), rest.join(':').trim()]] : []
    }),
  )
}

/** Its words, page by page, each run of white space as one space; words that are divided at a line's end are whole. */
export const pagesOf = (pdf: Buffer): string[] =>
  run('pdftotext', ['-layout', '-', '-'], pdf)
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').trim())

/** Its words in the order they are read aloud. */
export const wordsOf = (pdf: Buffer): string => run('pdftotext', ['-', '-'], pdf).replace(/\s+/g, ' ')

/** What assistive programs are told: each tag with its words, indented. */
export const structureOf = (pdf: Buffer): string => run('pdfinfo', ['-struct-text', '-'], pdf)

/** The metadata that say which standards the file follows. */
export const metadataOf = (pdf: Buffer): string => run('pdfinfo', ['-meta', '-'], pdf)
