/** What a person is told in one sentence, with a tool's own output below it where that helps. */
export class Failure extends Error {}

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|EIDLETIMEOUT/

/**
 * @param {string} what could not be done, the beginning of a sentence
 * @param {string} output npm's own, shown when it says nothing known
 * @param {string} advice the end of the sentence
 */
export function npmFailure(what, output, advice) {
  if (/ENOSPC|EDQUOT/.test(output))
    return new Failure(`${what}: the disk is full. Make room and start again.`)
  const silent = unreachable.exec(output)
  if (silent) {
    return new Failure(
      `${what}: the npm registry does not answer (${silent[0]}), and the first start needs it; ${advice}.`,
    )
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
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full. Make room and start again.'
  if (path && syscall)
    return `${path} could not be used (${syscall}: ${code}): check that it is there and whose it is.`
  return error.stack ?? error.message
}
