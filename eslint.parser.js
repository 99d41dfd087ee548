import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as typescriptParser from '@typescript-eslint/parser'
import * as svelteParser from 'svelte-eslint-parser'
import ts from 'typescript'

// Rules that know types ask TypeScript about a page's virtual code: its script and what stands in its template, as svelte-eslint-parser
// puts them together. Left to itself, each page is a new program to TypeScript and everything is asked anew; here all pages are one.

/** @typedef {import('@typescript-eslint/parser').ParserOptions} Options */

/**
 * The virtual code of a page: what svelte-eslint-parser asks for last.
 * @param {string} path
 */
function virtualCode(path) {
  const page = readFileSync(path, 'utf8')
  let last = page
  const listening = {
    ...typescriptParser,
    parseForESLint: (/** @type {string} */ code, /** @type {Options} */ options) => {
      last = code
      return typescriptParser.parseForESLint(code, options)
    },
  }
  svelteParser.parseForESLint(page, { filePath: path, parser: listening })
  return last
}

/** All of web/, with tsconfig.json's options and pages as their virtual code. */
function programOfPages() {
  const root = import.meta.dirname
  const read = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => readFileSync(path, 'utf8'))
  const config = /** @type {unknown} */ (read.config)
  const page = { extension: '.svelte', isMixedContent: true, scriptKind: ts.ScriptKind.Deferred }
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, root, {}, undefined, undefined, [page])
  const options = { ...parsed.options, allowNonTsExtensions: true }
  const host = ts.createCompilerHost(options, true)
  const getSourceFile = host.getSourceFile.bind(host)
  host.getSourceFile = (path, how, ...rest) =>
    /\.svelte(\.ts)?$/.test(path)
      ? ts.createSourceFile(path, virtualCode(path), how, true, ts.ScriptKind.TS)
      : getSourceFile(path, how, ...rest)
  const inWeb = parsed.fileNames.filter((path) => path.startsWith(join(root, 'web/')))
  return ts.createProgram(inWeb, options, host)
}

/** @type {ts.Program | undefined} */
let program

/** TypeScript's parser for pages; what differs from the file, as in an editor, is asked of the project service. */
export const parser = {
  ...typescriptParser,
  parseForESLint: (/** @type {string} */ code, /** @type {Options} */ options) => {
    if (!options?.projectService || !options.filePath) return typescriptParser.parseForESLint(code, options)
    program ??= programOfPages()
    const known = program.getSourceFile(options.filePath)?.text === code
    return typescriptParser.parseForESLint(
      code,
      known ? { ...options, projectService: false, programs: [program] } : options,
    )
  },
}
