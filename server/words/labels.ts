import type { Lang } from './format.ts'

/** The forms a sentence can ask for. `article` is the noun's gender in Swedish, its sound in English. */
export type Noun = {
  one: string
  many: string
  theOne: string
  theMany: string
  article: 'en' | 'ett' | 'a' | 'an'
}

const noun = (
  article: Noun['article'],
  one: string,
  many: string,
  theOne: string,
  theMany: string,
): Noun => ({
  article,
  one,
  many,
  theOne,
  theMany,
})

const english = (article: 'a' | 'an', one: string, many: string): Noun =>
  noun(article, one, many, `the ${one}`, `the ${many}`)

/**
 * The nouns a municipality may choose between (F05): what it calls a point, a focus area, an office and
 * the official's paper to the board. The first of each is what a new plan starts with.
 */
export const nouns = {
  point: {
    punkt: {
      sv: noun('en', 'punkt', 'punkter', 'punkten', 'punkterna'),
      en: english('a', 'point', 'points'),
    },
    atgard: {
      sv: noun('en', 'åtgärd', 'åtgärder', 'åtgärden', 'åtgärderna'),
      en: english('a', 'measure', 'measures'),
    },
    insats: {
      sv: noun('en', 'insats', 'insatser', 'insatsen', 'insatserna'),
      en: english('an', 'initiative', 'initiatives'),
    },
  },
  area: {
    omrade: {
      sv: noun('ett', 'område', 'områden', 'området', 'områdena'),
      en: english('an', 'area', 'areas'),
    },
    malomrade: {
      sv: noun('ett', 'målområde', 'målområden', 'målområdet', 'målområdena'),
      en: english('a', 'target area', 'target areas'),
    },
    fokusomrade: {
      sv: noun('ett', 'fokusområde', 'fokusområden', 'fokusområdet', 'fokusområdena'),
      en: english('a', 'focus area', 'focus areas'),
    },
    delomrade: {
      sv: noun('ett', 'delområde', 'delområden', 'delområdet', 'delområdena'),
      en: english('a', 'sub-area', 'sub-areas'),
    },
  },
  office: {
    kontor: {
      sv: noun('ett', 'kontor', 'kontor', 'kontoret', 'kontoren'),
      en: english('an', 'office', 'offices'),
    },
    forvaltning: {
      sv: noun('en', 'förvaltning', 'förvaltningar', 'förvaltningen', 'förvaltningarna'),
      en: english('a', 'department', 'departments'),
    },
  },
  statement: {
    tjansteutlatande: {
      sv: noun('ett', 'tjänsteutlåtande', 'tjänsteutlåtanden', 'tjänsteutlåtandet', 'tjänsteutlåtandena'),
      en: english('an', 'official statement', 'official statements'),
    },
    tjansteskrivelse: {
      sv: noun('en', 'tjänsteskrivelse', 'tjänsteskrivelser', 'tjänsteskrivelsen', 'tjänsteskrivelserna'),
      en: english('an', 'official memorandum', 'official memoranda'),
    },
  },
} as const satisfies Record<string, Record<string, Record<Lang, Noun>>>

/** What a plan has chosen: one code of each kind in `nouns`. */
export type Labels = Record<keyof typeof nouns, string>

export const usualLabels: Labels = {
  point: 'punkt',
  area: 'omrade',
  office: 'kontor',
  statement: 'tjansteutlatande',
}

/** Whether a plan may call this kind of thing so. */
export const isLabel = (kind: keyof Labels, code: string): boolean => Object.hasOwn(nouns[kind], code)

/** The noun chosen for one kind, in one language; the usual one for a code that nobody knows. */
export function nounOf(kind: keyof Labels, labels: Labels, lang: Lang): Noun {
  const choices: Record<string, Record<Lang, Noun>> = nouns[kind]
  return (choices[labels[kind]] ?? choices[usualLabels[kind]]!)[lang]
}

const none = { en: 'ingen', ett: 'inget', a: 'no', an: 'no' } as const
const these = { en: 'den här', ett: 'det här', a: 'this', an: 'this' } as const

/**
 * What {point} {points} {thePoint} {thePoints} {aPoint} {noPoint} {thisPoint} and their likes for area,
 * office and statement stand for, so that a sentence never needs to know which noun was chosen.
 */
export function nounValues(labels: Labels, lang: Lang): Record<string, string> {
  const values: Record<string, string> = {}
  for (const kind of Object.keys(nouns) as (keyof Labels)[]) {
    const { one, many, theOne, theMany, article } = nounOf(kind, labels, lang)
    const Kind = kind[0]?.toUpperCase() + kind.slice(1)
    values[kind] = one
    values[`${kind}s`] = many
    values[`the${Kind}`] = theOne
    values[`the${Kind}s`] = theMany
    values[`a${Kind}`] = `${article} ${one}`
    values[`no${Kind}`] = `${none[article]} ${one}`
    values[`this${Kind}`] = lang === 'sv' ? `${these[article]} ${theOne}` : `this ${one}`
  }
  return values
}
