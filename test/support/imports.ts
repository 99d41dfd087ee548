import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')

/** One import as a file has it: where from, as it is written; the file it reaches, from the root, where that is one of ours. */
export interface Import {
  from: string
  file: string | undefined
  /** Nothing of it is there when the program runs. */
  typeOnly: boolean
}

/** Paths from the root that match a pattern, sorted. */
export const filesOf = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort()

/** The text of a file of the house. */
export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Of a Svelte file what its scripts say; of another the whole. */
function scriptOf(file: string): string {
  const text = textOf(file)
  if (!file.endsWith('.svelte')) return text
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n')
}

function fileAt(file: string, from: string): string | undefined {
  const path = from.startsWith('#')
    ? `server/${from.slice(1)}`
    : from.startsWith('.')
      ? posix.join(posix.dirname(file), from)
      : undefined
  return path !== undefined && existsSync(join(root, path)) ? path.replace(/\/$/, '') : undefined
}

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) {
    const { exportClause } = node
    const named = exportClause && ts.isNamedExports(exportClause) ? exportClause.elements : undefined
    return node.isTypeOnly || (named?.every((one) => one.isTypeOnly) ?? false)
  }
  const { importClause } = node
  if (!importClause) return false
  const { namedBindings, name } = importClause
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : undefined
  return importClause.isTypeOnly || (name === undefined && (named?.every((one) => one.isTypeOnly) ?? false))
}

/**
 * What a file imports, read by the compiler's own parser: `import` and `export … from`, `import()`, and `new URL(…, import.meta.url)`, which
 * breaks without a word when a file moves. A type inside another type (`import('…')`) counts as a type.
 */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, false)
  const found: Import[] = []
  const add = (from: string, typeOnly: boolean) => found.push({ from, file: fileAt(file, from), typeOnly })
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) add(node.moduleSpecifier.text, isTypeOnly(node))
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [path] = node.arguments
      if (path && ts.isStringLiteralLike(path)) add(path.text, false)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node.argument.literal.text, true)
    } else if (
      ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'URL'
    ) {
      const [path] = node.arguments ?? []
      if (path && ts.isStringLiteralLike(path) && /^\.\.?\//.test(path.text)) add(path.text, false)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The names a file gives to others: declared with `export`, or listed by it. */
export function exportsOf(file: string): string[] {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, false)
  return source.statements.flatMap((node) => {
    if (ts.isExportDeclaration(node)) {
      const { exportClause } = node
      return exportClause && ts.isNamedExports(exportClause)
        ? exportClause.elements.map(({ name }) => name.text)
        : []
    }
    const exported =
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    if (!exported) return []
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? name.text : []))
    return 'name' in node && node.name && ts.isIdentifier(node.name as ts.Node)
      ? [(node.name as ts.Identifier).text]
      : []
  })
}

/** Groups of files that reach each other round a circle; `typesToo` follows imports of types as well. */
export function circlesIn(files: readonly string[], { typesToo }: { typesToo: boolean }): string[][] {
  const known = new Set(files)
  const reached = new Map(
    files.map((file) => [
      file,
      importsOf(file).flatMap((one) =>
        one.file !== undefined && known.has(one.file) && (typesToo || !one.typeOnly) ? [one.file] : [],
      ),
    ]),
  )
  // Tarjan's strongly connected components.
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const circles: string[][] = []
  const visit = (file: string): void => {
    index.set(file, index.size)
    low.set(file, index.get(file)!)
    stack.push(file)
    for (const next of reached.get(file)!) {
      if (!index.has(next)) visit(next)
      if (stack.includes(next)) low.set(file, Math.min(low.get(file)!, low.get(next)!))
    }
    if (low.get(file) !== index.get(file)) return
    const circle = stack.splice(stack.indexOf(file))
    if (circle.length > 1) circles.push(circle.sort())
  }
  for (const file of files) if (!index.has(file)) visit(file)
  return circles
}
