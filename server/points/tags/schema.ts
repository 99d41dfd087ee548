import { Type, type Static } from 'typebox'
import { vocabularies, type Vocabulary } from '#domain/tags.ts'
import { Maybe, StrictObject, Words } from '../../http/schema.ts'

const VocabularyName = Type.Unsafe<Vocabulary>({ type: 'string', enum: [...vocabularies] })

/** A goal of others that a point is tied to: its code; the official title is found by it. */
export const TagShape = StrictObject({ vocabulary: VocabularyName, code: Type.String() })

/** Everything a point is to be tied to; what is left out is let go of. */
export const NewTags = StrictObject({
  tags: Type.Array(StrictObject({ vocabulary: VocabularyName, code: Words(20) }), { maxItems: 40 }),
})
export type NewTags = Static<typeof NewTags>

export const Tags = StrictObject({ items: Type.Array(TagShape), next: Maybe(Type.String()) })
export type Tags = Static<typeof Tags>
