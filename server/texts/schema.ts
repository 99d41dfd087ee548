import { Line, Shape } from '../shapes.ts'

/** Why a text is taken away: a word that readers see, such as *personuppgift*. */
export const Mask = Shape({ because: Line(120) })
