import type { NewDecision } from '../../../server/reviews/schema.ts'

/** Who answers for a decision: an organisation, a function or both; undefined where nobody is named. */
export const responsibleOf = (organisation: string, called: string): NewDecision['responsible'] =>
  organisation || called
    ? { organisation: organisation || undefined, function: called || undefined }
    : undefined
