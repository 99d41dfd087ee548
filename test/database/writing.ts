import { addOrganisation } from '../../server/people/organisations/store.ts'
import { openDatabase } from '../../server/database/open.ts'

// Run as a process of its own, to be killed: writes without end, and says each time what has been acknowledged.

const [folder = ''] = process.argv.slice(2)
const db = openDatabase({ folder, now: new Date() })
for (let count = 1; ; count += 1) {
  await db.write(async (tx) => {
    await addOrganisation(tx, { code: `kontor-${count}`, name: `Kontor ${count}`, kind: 'kontor' })
    await addOrganisation(tx, { code: `enhet-${count}`, name: `Enhet ${count}`, kind: 'enhet' })
  })
  process.stdout.write(`${count}\n`)
}
