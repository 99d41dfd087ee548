import { Type, type Static } from 'typebox'
import { dated, kept } from '#words/format.ts'
import { Dated } from '../frame.ts'
import type { PlanPageContext } from '../page.ts'
import { referenceText } from '../plans/naming.ts'
import type { Hearing } from './store.ts'

/** A way out of here, named by what is read there and where "there" is. */
export const WayOut = Type.Object({ text: Type.String(), href: Type.String() })

/** A report was taken up by a body. */
export const ToldHearing = Type.Object({
  id: Type.Integer(),
  day: Dated,
  body: Type.String(),
  /** "§ 201, Dnr KS 2020/412" */
  where: Type.Optional(Type.String()),
  out: Type.Optional(WayOut),
  /** What was typed, for the form that mends it. */
  paragraph: Type.String(),
  reference: Type.String(),
  url: Type.String(),
})
export type ToldHearing = Static<typeof ToldHearing>

/** The host of an address, without what every host begins with: people recognise it. What is no address stays as it is. */
export const hostOf = (url: string): string => URL.parse(url)?.host.replace(/^www\./, '') ?? url

export function toldHearing(hearing: Hearing, context: PlanPageContext): ToldHearing {
  const { lang, say, words } = context
  const { id, body, heldOn, paragraph, reference, url } = hearing
  const where = [paragraph && kept(paragraph), reference && referenceText(reference, context)].filter(Boolean)
  return {
    id,
    day: dated(lang, heldOn),
    body,
    ...(where.length > 0 && { where: where.join(', ') }),
    ...(url && { out: { text: say(words.hearings.read, { host: hostOf(url) }), href: url } }),
    paragraph: paragraph ?? '',
    reference: reference ?? '',
    url: url ?? '',
  }
}
