import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { dirname, join } from 'node:path'
import { Refused } from '../../http/refusal.ts'
import type { ReportContent } from '../content.ts'
import { charactersOf, withSquares } from './characters.ts'
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

interface Typesetter {
  compiler: Compiler
  /** What every weight can show. */
  characters: ReadonlySet<number>
}
let typesetter: Typesetter | undefined

/** One compiler a thread: it keeps the fonts and what it has read of the templates. */
function typesetterHere(): Typesetter {
  if (typesetter) return typesetter
  let typst: Typst
  try {
    typst = require('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as Typst
  } catch {
    throw new Refused('pdf-not-here')
  }
  const fonts = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'))
  const fontPaths = weights.map((weight) => join(fonts, weight))
  const shown = fontPaths.map((folder) => {
    const file = readdirSync(folder).find((name) => name.endsWith('.ttf'))
    return charactersOf(readFileSync(join(folder, file!)))
  })
  typesetter = {
    compiler: typst.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths }] }),
    characters: new Set([...shown[0]!].filter((one) => shown.every((each) => each.has(one)))),
  }
  return typesetter
}

/**
 * Tagged PDF/UA-1 (F32). What the content says travels as data and is never read as markup. Typst refuses to make what is not accessible – a picture
 * without alternative text, a heading left out –, and so does this: it throws with what Typst said. No font but the house's own is asked, so that
 * the same content gives the same bytes on every machine: what it cannot show stands as a square, and the document says so.
 */
function pdfOf(template: string, content: ReportContent): Buffer {
  const { compiler, characters } = typesetterHere()
  const { logo } = content.letterhead
  if (logo) compiler.mapShadow(join(templates, logoName), Buffer.from(logo.base64, 'base64'))
  const { text: given, lost } = withSquares(JSON.stringify(typeset(content)), characters)
  try {
    return compiler.pdf(
      { mainFilePath: join(templates, template), inputs: { given, lost: lost ? 'yes' : '' } },
      { pdfStandard: 'ua-1' },
    )
  } catch (error) {
    throw new Error(`Typst: ${toldBy(error).slice(0, 2000)}`, { cause: error })
  } finally {
    compiler.resetShadow()
    compiler.evictCache(2)
  }
}

/** A compile error says what it is in its code, an export error in both. */
const toldBy = (error: unknown): string =>
  error instanceof Error ? error.message || String((error as { code?: unknown }).code) : String(error)

/** The whole report. */
export const reportPdf = (content: ReportContent): Buffer => pdfOf('report.typ', content)

/** What the presidium reads: one page A4, always (F36). */
export const summaryPdf = (content: ReportContent): Buffer => pdfOf('summary.typ', content)
