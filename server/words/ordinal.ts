import { numberText, type Lang } from './format.ts'

const rules = {
  sv: new Intl.PluralRules('sv', { type: 'ordinal' }),
  en: new Intl.PluralRules('en', { type: 'ordinal' }),
} as const

const endings: Record<Lang, Partial<Record<Intl.LDMLPluralRule, string>>> = {
  sv: { one: ':a', other: ':e' },
  en: { one: 'st', two: 'nd', few: 'rd', other: 'th' },
}

/** `14:e`, `22:a` · `14th`, `22nd`. */
export const ordinalText = (lang: Lang, value: number): string =>
  `${numberText(lang, value)}${endings[lang][rules[lang].select(value)] ?? ''}`
