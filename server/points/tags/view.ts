import { Type, type Static } from 'typebox'
import { tiedAfterwards, vocabularies, type Tag, type Vocabulary } from '#domain/tags.ts'
import type { Words } from '#words/index.ts'
import type { Entry, Say } from '#words/say.ts'
import { Maybe } from '../../http/schema.ts'

/** The goals of one vocabulary that a point is tied to, each with the value that finds all such points. */
export const TagsView = Type.Object({
  vocabulary: Type.Unsafe<Vocabulary>({ type: 'string' }),
  label: Type.String(),
  goals: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  /** Said of a plan that was adopted before the goals were there. */
  afterwards: Maybe(Type.String()),
})
export type TagsView = Static<typeof TagsView>

type Speaking = { say: Say; words: Words }

/** The official title of a goal, "Det tidiga livets villkor". */
export const titleOfTag = ({ vocabulary, code }: Tag, { say, words }: Speaking): string => {
  const titles: Readonly<Record<string, Entry>> = words.tags.title[vocabulary]
  return say(titles[code] ?? '')
}

/** A goal as it is called: "Mål 3 God hälsa och välbefinnande", its number held to its noun. */
export const goalText = (tag: Tag, speaking: Speaking): string =>
  speaking
    .say(speaking.words.tags.goal[tag.vocabulary], { code: tag.code, title: titleOfTag(tag, speaking) })
    .replace(` ${tag.code} `, `\u00a0${tag.code} `)

/** What a point is tied to, vocabulary by vocabulary; one that says nothing is left out. */
export const tagsView = (tags: readonly Tag[], adoptedOn: string, speaking: Speaking): TagsView[] =>
  vocabularies.flatMap((vocabulary) => {
    const own = tags.filter((tag) => tag.vocabulary === vocabulary)
    if (own.length === 0) return []
    const { say, words } = speaking
    return [
      {
        vocabulary,
        label: say(words.tags.vocabulary[vocabulary]),
        goals: own.map((tag) => ({ code: tag.code, text: goalText(tag, speaking) })),
        afterwards: tiedAfterwards(vocabulary, adoptedOn) ? say(words.tags.afterwards) : null,
      },
    ]
  })
