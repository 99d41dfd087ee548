const letters: Readonly<Record<string, string>> = {
  å: 'a',
  ä: 'a',
  ö: 'o',
  æ: 'a',
  ø: 'o',
  ß: 'ss',
  '&': ' och ',
}

/**
 * The address a name suggests: small letters a–z, figures and single hyphens, å and ä as a, ö as o, cut at a word within `longest` characters;
 * '' where nothing is left. Only a suggestion: `refusePlan` says whether it can be one.
 */
export function slugOf(name: string, longest = 60): string {
  const words = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäöæøß&]/g, (letter) => letters[letter]!)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`
    if (longer.length > longest) break
    slug = longer
  }
  return slug
}
