import type { NewUpdate } from '../../server/points/schema.ts'
import type { Member } from '../support/world.ts'

export const plan = '/api/v1/plans/psykisk-halsa'

/** The id an update of this point must be based on, as its page tells it. */
export async function latestOf(member: Pick<Member, 'get'>, number: string): Promise<number | null> {
  const answer = await member.get(`${plan}/points/${number}`)
  return (answer.json() as { latestUpdate: number | null }).latestUpdate
}

/** An update of an open point that nothing is wrong with; it is still to be said what it is based on. */
export const update = (said: Partial<NewUpdate> = {}): NewUpdate => ({
  status: 'in_progress',
  outlook: 'on_track',
  note: 'Två nya hyresvärdar är med.',
  holdsFrom: '2023-11-20',
  basedOn: null,
  evidence: [],
  ...said,
})

/** Point 7 handed over to regular operations, as the golden journey does it. */
export const embedded: Partial<NewUpdate> = {
  status: 'embedded',
  outlook: 'not_assessed',
  note: 'Modellen är nu ett ordinarie boendestöd.',
  closing: {
    receiver: 'Vuxenenheten, socialkontoret',
    function: 'Enhetschef',
    embeddedFrom: '2023-11-20',
    anchoredIn: 'Verksamhetsplan 2024, avsnitt 3',
  },
  evidence: [{ title: 'Verksamhetsplan 2024', reference: 'SN 2023/88' }],
}

export const codesOf = (answer: { json: () => unknown }): string[] => {
  const { code, errors = [] } = answer.json() as { code: string; errors?: { code: string; field: string }[] }
  return errors.length > 0 ? errors.map((one) => `${one.code} ${one.field}`) : [code]
}
