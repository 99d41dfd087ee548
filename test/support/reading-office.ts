import JSZip from 'jszip'

/** The parts of a Word or PowerPoint file that are XML, by their paths, its workbooks' too. */
export async function partsOf(file: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(file)
  const parts = new Map<string, string>()
  for (const [path, entry] of Object.entries(zip.files)) {
    if (/\.(xml|rels)$/.test(path)) parts.set(path, await entry.async('string'))
    if (!path.endsWith('.xlsx')) continue
    for (const [within, xml] of await partsOf(await entry.async('uint8array')))
      parts.set(`${path}/${within}`, xml)
  }
  return parts
}

/** One part, which must be there. */
export function partIn(parts: ReadonlyMap<string, string>, path: string): string {
  const xml = parts.get(path)
  if (xml === undefined) throw new Error(`${path} is not in the file, but ${[...parts.keys()].join(' ')}`)
  return xml
}

const tag = /<(?:\?[^>]*\?|!--.*?--|(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>/gs

/** What keeps a part from being read as XML; nothing when it is well formed. */
export function faultsOf(xml: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  for (const [sign] of xml.matchAll(/[\p{Cc}\ufffe\uffff]/gu))
    if (!'\t\n\r'.includes(sign)) faults.push(`sign ${sign.codePointAt(0)}`)
  if (!xml.isWellFormed()) faults.push('half a sign')
  const rest = xml.replace(
    tag,
    (_, closing: string, name: string | undefined, attributes = '', empty = '') => {
      if (!name) return ''
      const names = [...String(attributes).matchAll(/([\w:.-]+)\s*=/g)].map(([, attribute]) => attribute)
      if (closing && open.pop() !== name) faults.push(`</${name}>`)
      else if (!closing && !empty) open.push(name)
      if (/="[^"]*&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(attributes))
        faults.push(`& in ${name}`)
      if (attributes && !/["'][^"']*=/.test(attributes) && new Set(names).size < names.length)
        faults.push(`twice in ${name}`)
      return ''
    },
  )
  if (/</.test(rest)) faults.push(`< in ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 40)}`)
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(rest)) faults.push('& in a text')
  return [...faults, ...open.map((name) => `<${name}> stays open`)]
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
export const unescaped = (text: string): string =>
  text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name]!)

/** The words of a part, paragraph by paragraph. */
export function paragraphsOf(xml: string): string[] {
  return [...xml.matchAll(/<([wa]):p(?=[ >/])(?:[^>]*\/>|.*?<\/\1:p>)/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<([wa]):t(?: [^>]*)?>([^<]*)<\/\1:t>|<(?:w:tab|a:br)\/>/g)]
      .map(([, , text]) => (text === undefined ? ' ' : unescaped(text)))
      .join(''),
  )
}

/** Every value of an attribute in a part, in order. */
export const valuesOf = (xml: string, attribute: string): string[] =>
  [...xml.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => unescaped(value!))
