import { describe, expect, test } from 'vitest'
import { deliverMails } from '../../server/upkeep/deliver.ts'
import { smtpMail } from '../../server/mail/smtp.ts'
import { owning } from '../api/preparation.given.ts'
import { linksIn, mailbox } from '../support/mailbox.ts'
import { usualNow } from '../support/world.ts'
import { faultsOf, narrow, phone, sideways, site, withBrowser, type Site } from '../support/site.ts'

withBrowser()

const board = '/psykisk-halsa/avstamningar/2024-vt/forberedelse'

async function preparing() {
  const post = await mailbox()
  const mail = smtpMail(post.url, 'Handlingsplanen <plan@kommun.example>')
  const all = await site(usualNow, { parts: { mail } })
  const { strategist, reporter } = await owning(all, ['15', '16'])
  await strategist.post('/api/v1/plans/psykisk-halsa/reviews', { heldOn: '2024-05-16' })
  return { all, post, reporter }
}

/** Nothing that axe sees, and nothing wider than the window. */
async function faultless(page: Awaited<ReturnType<Site['visit']>>): Promise<string[]> {
  const over = await sideways(page)
  return [...(await faultsOf(page)), ...(over > 0 ? [`${page.url()} is ${over} px too wide`] : [])]
}

describe('preparing a review day', () => {
  test('on a phone: asked with one press, answered by the mail’s link without JavaScript, seen on the board, help asked', async () => {
    const { all, post } = await preparing()
    const lead = await all.signIn('strategist', { at: board, viewport: phone })
    await lead.getByRole('heading', { name: /punkter har fått svar än\.$/, level: 1 }).waitFor()
    expect(await faultless(lead)).toEqual([])
    await lead.getByRole('button', { name: 'Be en ansvarig om uppdatering' }).click()
    await lead.getByText('En ansvarig får frågan.').waitFor()
    await lead.getByText('Alla fick frågan 20 november 2023.').first().waitFor()
    expect(await lead.getByRole('button', { name: /^Be .* om uppdatering/ }).count()).toBe(0)
    await deliverMails(all.parts, { now: all.now })
    const [received] = post.mails
    expect(received!.mail.subject).toBe('Avstämning torsdag 16 maj 2024 – dina två punkter')
    const [first, second] = linksIn(received!)

    const owner = await all.visit({ viewport: phone, javaScriptEnabled: false })
    await owner.goto(second!)
    await owner.getByRole('heading', { name: 'Hur går det?', level: 1 }).waitFor()
    await owner.getByRole('button', { name: 'Inget nytt sedan sist' }).click()
    const gentle = owner.getByRole('button', { name: 'Inget nytt den här gången heller' })
    if (await gentle.isVisible()) await gentle.click()
    await owner.getByRole('heading', { name: /^Tack, sparat kl\./, level: 1 }).waitFor()
    await owner.getByText('En punkt till väntar på ditt svar').waitFor()
    await owner.goto(first!)
    await owner.getByText('Vi behöver hjälp').click()
    await owner.getByLabel('Vad behöver ni hjälp med?').fill('Vem tar kontakt med skolorna?')
    await owner.getByRole('button', { name: 'Be om hjälp' }).click()
    await owner.getByText('ser att ni behöver hjälp med punkt 15').waitFor()
    await owner.getByText('Du har svarat på allt.').waitFor()

    await lead.reload()
    await lead.getByRole('heading', { name: 'En punkt behöver hjälp' }).waitFor()
    await lead.getByText('Vem tar kontakt med skolorna?').waitFor()
    expect(await faultless(lead)).toEqual([])
    await lead.getByText('Svara på frågan').click()
    await lead.getByLabel('Vad blev det av?').fill('Kommunstyrelsekontoret ringer i veckan.')
    await lead.getByRole('button', { name: 'Spara svaret' }).click()
    await lead.getByText('Svaret om punkt 15 är sparat.').waitFor()
    expect(await lead.getByRole('heading', { name: 'En punkt behöver hjälp' }).count()).toBe(0)
  })

  test('the three answers and the board bear 320 px, and a point is answered for on somebody’s behalf', async () => {
    const { all, post } = await preparing()
    const lead = await all.signIn('strategist', { at: board, viewport: narrow })
    await lead.getByRole('button', { name: 'Be en ansvarig om uppdatering' }).click()
    await lead.getByText('En ansvarig får frågan.').waitFor()
    await deliverMails(all.parts, { now: all.now })
    const owner = await all.visit({ viewport: narrow })
    await owner.goto(linksIn(post.mails[0]!)[0]!)
    expect(await faultless(owner)).toEqual([])
    await owner.getByText('Skriv en uppdatering').click()
    await owner.getByLabel('Hur ligger den till i tid?').selectOption('late')
    await owner.getByRole('button', { name: 'Spara uppdatering' }).click()
    await owner.getByRole('heading', { name: 'Två saker behöver ändras' }).waitFor()
    expect(await faultless(owner)).toEqual([])

    const missing = lead.getByRole('region', { name: /har inte fått svar$/ }).getByRole('listitem')
    const before = await missing.count()
    await missing.first().getByRole('button').click()
    const again = missing.first().getByRole('button', { name: /^Inget nytt, en gång till/ })
    await lead
      .getByText(/^Svaret om punkt|Det var inget nytt förra gången heller/)
      .first()
      .waitFor()
    if ((await missing.count()) === before) await again.click()
    await lead.getByText(/^Svaret om punkt .* är sparat, åt /).waitFor()
    expect(await missing.count()).toBe(before - 1)
    expect(await faultless(lead)).toEqual([])
  })
})
