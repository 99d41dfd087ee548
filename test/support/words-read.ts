import { parse, type AST } from 'svelte/compiler'
import ts from 'typescript'
import { textOf } from './imports.ts'

// Which sentences a file reads, by the compiler's own parser. A sentence is known by its path through the catalogues: `log.phone.full`.

/** A catalogue, or something in one: a sentence is text, or a pair of texts chosen by a number. */
export type Tree = { readonly [key: string]: string | Tree }

const isSentence = (tree: string | Tree): boolean =>
  typeof tree === 'string' || Object.keys(tree).every((key) => key === 'one' || key === 'other')

/** The paths of all sentences under `tree`, as text. */
export const sentencesIn = (tree: string | Tree, path: readonly string[] = []): string[] =>
  typeof tree === 'string' || isSentence(tree)
    ? [path.join('.')]
    : Object.entries(tree).flatMap(([key, child]) => sentencesIn(child, [...path, key]))

/** A file as TypeScript alone: of a Svelte file its scripts, then what its markup reckons, in the order it stands there. */
function programOf(file: string): string {
  const text = textOf(file)
  if (!file.endsWith('.svelte')) return text
  const { instance, module, fragment } = parse(text, { modern: true })
  const pieces = [module, instance].flatMap((one) => {
    const content: unknown = one?.content
    return isPlaced(content) ? [text.slice(content.start, content.end)] : []
  })
  return [...pieces, ...expressionsIn(fragment, text)].join('\n;')
}

type Placed = { type: string; start: number; end: number }
const isPlaced = (value: unknown): value is Placed & Record<string, unknown> =>
  typeof value === 'object' && value !== null && 'type' in value

/** What markup reckons with: its outermost expressions, and what it declares. */
function expressionsIn(node: AST.Fragment | Record<string, unknown>, text: string): string[] {
  return Object.values(node).flatMap((value): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => (isPlaced(one) ? piecesOf(one, text) : []))
    return isPlaced(value) ? piecesOf(value, text) : []
  })
}

const markup =
  /^(Fragment|Root|.*(Block|Tag|Directive|Attribute|Element|Component|Text|Comment|Head|Window|Body|Document))$/

const piecesOf = (node: Placed & Record<string, unknown>, text: string): string[] =>
  node.type === 'VariableDeclaration'
    ? [text.slice(node.start, node.end)]
    : markup.test(node.type)
      ? expressionsIn(node, text)
      : [`(${text.slice(node.start, node.end)})`]

/** Where a name, a type or an expression stands in the catalogues: several where a choice is made. `undefined`: nowhere. */
type Paths = readonly (readonly string[])[] | undefined
/** The catalogues of both languages, as `#words/index.ts` gives them: the language is chosen first. */
const bothLanguages: Paths = [['*']]
const root: readonly (readonly string[])[] = [[]]

export interface WordsRead {
  /** The sentences that are read: by name, or because everything beside them is. */
  sentences: Set<string>
  /** What is read whole: chosen from by a key that is reckoned, or handed on as it is; with the place that does so. */
  whole: Map<string, string>
}

/** What a file reads of the catalogues `tree`. */
export function wordsReadIn(file: string, tree: Tree): WordsRead {
  const source = ts.createSourceFile(file, programOf(file), ts.ScriptTarget.Latest, true)
  const scopes = new Map<ts.Node, Map<string, Paths>>()
  const types = new Map<string, Paths>()
  const sentences = new Set<string>()
  const whole = new Map<string, string>()

  const at = (path: readonly string[]): string | Tree | undefined =>
    path.reduce<string | Tree | undefined>(
      (found, key) => (typeof found === 'object' ? found[key] : undefined),
      tree,
    )
  const child = (paths: Paths, key: string): Paths => {
    const found = paths?.flatMap((path): readonly (readonly string[])[] => {
      if (path[0] === '*') return root
      return at([...path, key]) === undefined ? [] : [[...path, key]]
    })
    return found?.length ? found : undefined
  }
  const children = (paths: Paths): Paths => {
    const found = paths?.flatMap((path): readonly (readonly string[])[] => {
      if (path[0] === '*') return root
      const here = at(path)
      // Which catalogue is chosen by its name says nothing of what is read in it.
      return typeof here === 'object' && !isSentence(here) && path.length > 0
        ? Object.keys(here).map((key) => [...path, key])
        : []
    })
    return found?.length ? found : undefined
  }
  const together = (...all: Paths[]): Paths => {
    const found = all.flatMap((paths) => paths ?? [])
    return found.length ? found : undefined
  }

  const ofType = (node: ts.TypeNode | undefined): Paths => {
    if (!node) return undefined
    if (ts.isParenthesizedTypeNode(node)) return ofType(node.type)
    if (ts.isUnionTypeNode(node)) return together(...node.types.map(ofType))
    if (ts.isIndexedAccessTypeNode(node)) {
      const { indexType } = node
      const keys = ts.isUnionTypeNode(indexType) ? indexType.types : [indexType]
      const owner = ofType(node.objectType)
      return together(
        ...keys.map((key) =>
          ts.isLiteralTypeNode(key) && ts.isStringLiteral(key.literal)
            ? child(owner, key.literal.text)
            : undefined,
        ),
      )
    }
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
      const name = node.typeName.text
      if (name === 'Words') return root
      if (name === 'Pick' && node.typeArguments) return ofType(node.typeArguments[0])
      return types.get(name)
    }
    return undefined
  }

  const lookUp = (node: ts.Identifier): Paths => {
    for (let scope: ts.Node = node; ; scope = scope.parent) {
      const found = scopes.get(scope)
      if (found?.has(node.text)) return found.get(node.text)
      if (ts.isSourceFile(scope)) return undefined
    }
  }

  const keysOf = (node: ts.Expression): string[] | undefined => {
    if (ts.isStringLiteralLike(node)) return [node.text]
    if (ts.isParenthesizedExpression(node)) return keysOf(node.expression)
    if (!ts.isConditionalExpression(node)) return undefined
    const [yes, no] = [keysOf(node.whenTrue), keysOf(node.whenFalse)]
    return yes && no && [...yes, ...no]
  }

  const ofExpression = (node: ts.Expression): Paths => {
    if (ts.isIdentifier(node)) return lookUp(node)
    if (
      ts.isParenthesizedExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node)
    )
      return ofExpression(node.expression)
    if (ts.isConditionalExpression(node))
      return together(ofExpression(node.whenTrue), ofExpression(node.whenFalse))
    if (ts.isBinaryExpression(node)) return together(ofExpression(node.left), ofExpression(node.right))
    if (ts.isCallExpression(node) && node.expression.getText() === '$derived' && node.arguments[0])
      return ofExpression(node.arguments[0])
    if (ts.isPropertyAccessExpression(node)) {
      const owner = ofExpression(node.expression)
      if (owner) return child(owner, node.name.text)
      return node.name.text === 'words' ? root : undefined
    }
    if (ts.isElementAccessExpression(node)) {
      const owner = ofExpression(node.expression)
      const keys = keysOf(node.argumentExpression)
      return keys ? together(...keys.map((key) => child(owner, key))) : children(owner)
    }
    return undefined
  }

  const scopeOf = (node: ts.Node): ts.Node => {
    let scope = node.parent
    while (!ts.isSourceFile(scope) && !ts.isFunctionLike(scope) && !ts.isBlock(scope)) scope = scope.parent
    return scope
  }
  const declare = (scope: ts.Node, name: ts.BindingName, paths: Paths): void => {
    if (ts.isIdentifier(name)) {
      scopes.set(scope, (scopes.get(scope) ?? new Map<string, Paths>()).set(name.text, paths))
      return
    }
    for (const element of name.elements) {
      if (ts.isOmittedExpression(element)) continue
      const key = element.propertyName ?? element.name
      const text = ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : undefined
      const found = text === undefined ? undefined : child(paths, text)
      declare(scope, element.name, found ?? (!paths && text === 'words' ? root : undefined))
      for (const path of found ?? []) mark(path)
    }
  }
  const mark = (path: readonly string[]): void => {
    const here = at(path)
    if (here !== undefined && isSentence(here)) sentences.add(path.join('.'))
  }
  const takeWhole = (node: ts.Expression): void => {
    for (const path of ofExpression(node) ?? []) {
      const here = at(path)
      if (path.length === 0 || here === undefined || isSentence(here)) continue
      whole.set(path.join('.'), node.parent.getText())
      for (const one of sentencesIn(here, path)) sentences.add(one)
    }
  }

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const from = (node.moduleSpecifier as ts.StringLiteral).text
      const named = node.importClause?.namedBindings
      if (named && ts.isNamedImports(named) && /words\/index\.ts$/.test(from))
        for (const one of named.elements)
          if ((one.propertyName ?? one.name).text === 'words') declare(source, one.name, bothLanguages)
      return
    }
    if (ts.isTypeAliasDeclaration(node)) types.set(node.name.text, ofType(node.type))
    if (ts.isVariableDeclaration(node))
      declare(
        scopeOf(node),
        node.name,
        ofType(node.type) ?? (node.initializer && ofExpression(node.initializer)),
      )
    if (ts.isParameter(node)) declare(node.parent, node.name, ofType(node.type))
    if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
      for (const path of ofExpression(node) ?? []) mark(path)
    if (ts.isElementAccessExpression(node) && !keysOf(node.argumentExpression)) takeWhole(node.expression)
    if (isHandedOn(node)) takeWhole(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { sentences, whole }
}

/** Given on as it is: as an argument, in a list or an object, as what a function gives, or as something of another type. Whoever has it reads it all. */
const isHandedOn = (node: ts.Node): node is ts.Expression => {
  const { parent } = node
  if (parent === undefined || !ts.isExpression(node)) return false
  return (
    (ts.isCallExpression(parent) &&
      parent.arguments.includes(node) &&
      parent.expression.getText() !== '$derived') ||
    (ts.isPropertyAssignment(parent) && parent.initializer === node) ||
    (ts.isShorthandPropertyAssignment(parent) && parent.name === node) ||
    (ts.isVariableDeclaration(parent) && parent.initializer === node && parent.type !== undefined) ||
    (ts.isArrowFunction(parent) && parent.body === node) ||
    ts.isReturnStatement(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent)
  )
}
