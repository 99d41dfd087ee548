import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')
const number = /\b[AFKLMNOPRSTVXB]\d{2}b?\b(?!:)/g

/**
 * Which requirements a program cites in its comments and in the names of its tests; in no other string, where the same letters and figures may be a
 * stroke of a drawing or the number of somebody's point.
 */
function citedIn(program: string): string[] {
  const source = ts.createSourceFile('', program, ts.ScriptTarget.Latest)
  return [...program.matchAll(number)].flatMap(({ 0: one, index }) => (isTold(source, index) ? [one] : []))
}

/** Whether what stands at this position is a comment's, or the first argument of a test. */
function isTold(source: ts.SourceFile, position: number): boolean {
  const around = (node: ts.Node) => node.pos <= position && position < node.end
  let node: ts.Node = source
  while (!ts.isJSDoc(node)) {
    const [name] = ts.isCallExpression(node) && isTest(node.expression) ? node.arguments : []
    if (name && isText(name) && around(name)) return true
    const inside: ts.Node | undefined = node.getChildren(source).find(around)
    // Before the first sign of a token stand blanks and comments, and nothing else.
    if (!inside) return position < node.getStart(source, false)
    node = inside
  }
  return true
}

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)

/** `test(`, `describe(`, and what is made of them: `test.each([…])(`. */
function isTest(called: ts.Expression): boolean {
  if (ts.isIdentifier(called)) return called.text === 'test' || called.text === 'describe'
  if (ts.isPropertyAccessExpression(called) || ts.isCallExpression(called)) return isTest(called.expression)
  return false
}

const citedBy = (text: string, ...comments: RegExp[]): string[] =>
  comments
    .flatMap((comment) => [...text.matchAll(comment)])
    .flatMap(([said]) => [...said.matchAll(number)].map(([one]) => one))

/** What a file cites, by its kind. */
function cites(file: string, text: string): string[] {
  if (file.endsWith('.css')) return citedBy(text, /\/\*[^]*?\*\//g)
  if (file.endsWith('.typ')) return citedBy(text, /(?<!:)\/\/.*/g)
  if (!file.endsWith('.svelte')) return citedIn(text)
  const inside = (tag: string) =>
    [...text.matchAll(new RegExp(`<${tag}[^>]*>([^]*?)</${tag}>`, 'g'))].map(([, content]) => content!)
  return [
    ...inside('script').flatMap(citedIn),
    ...inside('style').flatMap((style) => citedBy(style, /\/\*[^]*?\*\//g)),
    ...citedBy(text, /<!--[^]*?-->/g),
  ]
}

/** Which requirements comments and names of tests cite, each with the files that do. */
export function citations(): Map<string, string[]> {
  const cited = new Map<string, string[]>()
  for (const file of globSync('{server,web,test,seed}/**/*.{ts,mjs,svelte,css,typ}', { cwd: root }).sort()) {
    const text = readFileSync(join(root, file), 'utf8')
    if (!text.match(number)) continue
    for (const one of new Set(cites(file, text))) cited.set(one, [...(cited.get(one) ?? []), file])
  }
  return cited
}
