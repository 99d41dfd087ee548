/** Why a mail was not taken, as a code and never with an address: what the mail server answered, or what happened on the way. */
export function failureOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const cause = error.cause as { code?: unknown } | undefined
  const told = [cause?.code, code].find((one) => typeof one === 'string')
  return typeof responseCode === 'number' ? `smtp-${responseCode}` : (told ?? 'unknown')
}
