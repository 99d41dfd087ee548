/** What a person is told in one sentence, with a tool's own output below it where that helps. */
export class Failure extends Error {}

/** What npm's or the system's codes mean for the person; the first that fits is said. */
const meanings = [
  { codes: /ENOSPC|EDQUOT/, means: () => 'the disk is full' },
  {
    codes: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EIDLETIMEOUT/,
    means: (/** @type {string} */ code) =>
      `the npm registry does not answer (${code}), and the first start needs it`,
  },
]

/**
 * @param {string} what could not be done, the beginning of a sentence
 * @param {string} output npm's own, shown when it says nothing known
 * @param {string} advice the end of the sentence
 */
export function npmFailure(what, output, advice) {
  for (const { codes, means } of meanings) {
    const found = codes.exec(output)
    if (found) return new Failure(`${what}: ${means(found[0])}; ${advice}.`)
  }
  return new Failure(`${what}; ${advice}. npm says:\n${output.trim()}`)
}

/**
 * @param {unknown} error anything thrown while making ready
 * @returns {string} what to print; only what nobody foresaw shows its trace
 */
export function sentenceFor(error) {
  if (!(error instanceof Error)) return String(error)
  if (error instanceof Failure) return error.message
  const { code = '', path, syscall = '' } = /** @type {NodeJS.ErrnoException} */ (error)
  if (code === 'ENOENT' && syscall.startsWith('spawn npm')) {
    return 'npm was not found: install it (it comes with Node, https://nodejs.org) and start again.'
  }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return `The disk is full: ${path ?? 'a file'} could not be written.`
  if (path && syscall)
    return `${path} could not be used (${syscall}: ${code}): check that it is there and whose it is.`
  return error.stack ?? error.message
}
