/** In this order: most browsers also name those they descend from. */
const browsers: readonly [name: string, pattern: RegExp][] = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/[\d.]+.*Safari\//],
]

const systems: readonly [name: string, pattern: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/**
 * Which kind of browser on which kind of device, "Firefox, Android", from its `User-Agent`: enough for people to know their own again, and
 * no more. Undefined when it says neither.
 */
export function deviceOf(userAgent: string | undefined): string | undefined {
  const told = (userAgent ?? '').slice(0, 400)
  const named = [browsers, systems].map((list) => list.find(([, pattern]) => pattern.test(told))?.[0])
  return named.filter((one) => one !== undefined).join(', ') || undefined
}
