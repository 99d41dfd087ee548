import { Type } from 'typebox'
import { Day, Line, Maybe, Shape, Whole } from '../shapes.ts'

/** Why a text is taken away: a word that readers see, such as *personuppgift*. */
export const Mask = Shape({ because: Line(120) })

const Masked = Shape({ on: Day, because: Type.String() })
/** A free text as it travels: its words, or when and why they were removed. */
export const SaidShape = Shape({ id: Whole, text: Maybe(Type.String()), masked: Maybe(Masked) })
