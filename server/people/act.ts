/** Who does something: a person by id, with the function and organisation that readers see instead of a name (A08). */
export interface Actor {
  personId: number
  function: string
  organisationId: number | null
}

/** What every write is given besides its transaction: by whom, when, and where the salt of free text comes from. */
export interface Act {
  by: Actor
  now: Date
  salt: () => string
}
