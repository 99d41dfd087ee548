import { Type, type Static } from 'typebox'
import { Maybe, StrictObject, Words } from '../../http/schema.ts'
import { VocabularyName, TagShape } from '../schema.ts'

/** Everything a point is to be tied to; what is left out is let go of. */
export const NewTags = StrictObject({
  tags: Type.Array(StrictObject({ vocabulary: VocabularyName, code: Words(20) }), { maxItems: 40 }),
})
export type NewTags = Static<typeof NewTags>

export const Tags = StrictObject({ items: Type.Array(TagShape), next: Maybe(Type.String()) })
export type Tags = Static<typeof Tags>
