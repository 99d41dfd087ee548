import { capitalised, numberInWords, numberText, type Lang } from './format.ts'
import { nounValues, usualLabels, type Labels } from './labels.ts'

/** Two wordings chosen by the number `n`: Swedish and English need no more than these. */
export type Plural = { one: string; other: string }
export type Entry = string | Plural
export type Values = Record<string, string | number>

/** The same keys all the way down; either language may need a plural pair where the other has one wording. */
export type SameAs<Source> = Source extends Entry ? Entry : { [Key in keyof Source]: SameAs<Source[Key]> }

export type Say = {
  /** The sentence with its `{names}` filled. */
  (entry: Entry, values?: Values): string
  /** The same, cut around its one `[marked]` stretch: before, marked, after. A link or an emphasis goes there. */
  split(entry: Entry, values?: Values): [before: string, marked: string, after: string]
}

/**
 * Speaks one language with one plan's nouns.
 *
 * In an entry `{name}` is a value, numbers written as the language writes them; `{nameWords}` is the number
 * `name` in words up to twelve; `{point}` `{thePoints}` … are the plan's own nouns (labels.ts); a capital
 * first letter, `{Points}` `{NWords}`, begins a sentence. What has no value stands as it was written.
 */
export function speaker(lang: Lang, labels: Labels = usualLabels): Say {
  const plural = new Intl.PluralRules(lang)
  const nouns = nounValues(labels, lang)

  const wording = (entry: Entry, values: Values) =>
    typeof entry === 'string' ? entry : plural.select(Number(values.n)) === 'one' ? entry.one : entry.other

  const fill = (text: string, values: Values) =>
    text.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
      const found = valueOf(name, values) ?? valueOf(lower(name), values)
      if (found === undefined) return whole
      return name === lower(name) ? found : capitalised(found)
    })

  const valueOf = (name: string, values: Values) => {
    const value = values[name] ?? nouns[name]
    if (typeof value === 'number') return numberText(lang, value)
    if (value !== undefined) return value
    const number = name.endsWith('Words') ? values[name.slice(0, -'Words'.length)] : undefined
    return typeof number === 'number' ? numberInWords(lang, number) : undefined
  }

  const say = (entry: Entry, values: Values = {}) => fill(wording(entry, values), values)
  return Object.assign(say, {
    split(entry: Entry, values: Values = {}): [string, string, string] {
      // Cut before filling: what a person wrote may hold brackets of its own.
      const [before = '', marked = '', after = ''] = wording(entry, values).split(/[[\]]/)
      return [fill(before, values), fill(marked, values), fill(after, values)]
    },
  })
}

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
