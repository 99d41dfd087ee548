import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { dirname, join } from 'node:path'
import { Refused } from '../../http/refusal.ts'
import type { ReportContent } from '../content.ts'
import { logoName, typeset } from './typeset.ts'

/** What of Typst's own compiler is used here; the package has no types. */
interface Compiler {
  pdf: (
    what: { mainFilePath: string; inputs: Record<string, string> },
    how: { pdfStandard: 'ua-1' },
  ) => Buffer
  /** A file that is not on disk. */
  mapShadow: (path: string, bytes: Buffer) => void
  resetShadow: () => void
  evictCache: (age: number) => void
}
interface Typst {
  NodeCompiler: { create: (how: { workspace: string; fontArgs: { fontPaths: string[] }[] }) => Compiler }
}

const require = createRequire(import.meta.url)
/** Templates only: Typst reads what lies in here, and nothing else. */
const templates = fileURLToPath(new URL('./templates/', import.meta.url))
const weights = ['300Light', '400Regular', '400Regular_Italic', '600SemiBold', '700Bold']

let compiler: Compiler | undefined

/** One compiler a thread: it keeps the fonts and what it has read of the templates. */
function compilerHere(): Compiler {
  if (compiler) return compiler
  let typst: Typst
  try {
    typst = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as Typst
  } catch {
    throw new Refused('pdf-not-here')
  }
  const fonts = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'))
  compiler = typst.NodeCompiler.create({
    workspace: templates,
    fontArgs: [{ fontPaths: weights.map((weight) => join(fonts, weight)) }],
  })
  return compiler
}

/**
 * Tagged PDF/UA-1 (F32). What the content says travels as data and is never read as markup. Typst refuses to make what is not accessible – a picture
 * without alternative text, a heading left out –, and so does this: it throws with what Typst said.
 */
function pdfOf(template: string, content: ReportContent): Buffer {
  const typst = compilerHere()
  const { logo } = content.letterhead
  if (logo) typst.mapShadow(join(templates, logoName), Buffer.from(logo.base64, 'base64'))
  let given = JSON.stringify(typeset(content))
  try {
    for (let tries = 0; ; tries += 1) {
      try {
        return typst.pdf(
          { mainFilePath: join(templates, template), inputs: { given } },
          { pdfStandard: 'ua-1' },
        )
      } catch (error) {
        const told = toldBy(error)
        const signs = signsWithoutFont(told)
        if (signs.length === 0 || tries === 2)
          throw new Error(`Typst: ${told.slice(0, 2000)}`, { cause: error })
        for (const sign of signs) given = given.replaceAll(sign, '□')
      }
    }
  } finally {
    typst.resetShadow()
    typst.evictCache(2)
  }
}

/** A compile error says what it is in its code, an export error in both. */
const toldBy = (error: unknown): string =>
  error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error)

/** Signs that none of the fonts has: shown as a square, since one of them in a title must not cost everybody the document. */
const signsWithoutFont = (told: string): string[] =>
  [...told.matchAll(/the text `\\"(.+?)\\"` could not be displayed/g)].map(([, sign]) =>
    // What Typst itself cannot print it writes as a number.
    sign!.replace(/\\+u\{([\da-f]+)\}/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  )

/** The whole report. */
export const reportPdf = (content: ReportContent): Buffer => pdfOf('report.typ', content)

/** What the presidium reads: one page A4, always (F36). */
export const summaryPdf = (content: ReportContent): Buffer => pdfOf('summary.typ', content)
