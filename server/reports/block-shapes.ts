import { Type, type Static } from 'typebox'

export const InlineShape = Type.Object({
  text: Type.String(),
  strong: Type.Optional(Type.Boolean()),
  emphasis: Type.Optional(Type.Boolean()),
  href: Type.Optional(Type.String()),
})

/** A person's words as they travel to a page: of the kinds of block only those that Markdown can give. Which fields there are follows from `kind`. */
export const ProseBlock = Type.Object({
  kind: Type.Unsafe<'heading' | 'paragraph' | 'list'>({ type: 'string' }),
  /** Of a heading. */
  text: Type.Optional(Type.String()),
  /** Of a paragraph. */
  inlines: Type.Optional(Type.Array(InlineShape)),
  /** Of a list. */
  ordered: Type.Optional(Type.Boolean()),
  items: Type.Optional(Type.Array(Type.Array(InlineShape))),
  /** In the plan's own language. */
  own: Type.Optional(Type.Boolean()),
})
export type ProseBlock = Static<typeof ProseBlock>

export const Blocks = Type.Array(ProseBlock)
export const Lines = Type.Array(Type.Array(InlineShape))
