import { describe, expect, test } from 'vitest'
import { phone, siteOfFile, withBrowser } from '../support/site.ts'

withBrowser()
const open = siteOfFile()

const paths = ['/psykisk-halsa', '/psykisk-halsa/punkter/7', '/psykisk-halsa/avstamningar/2023-ht']

describe('somebody who has chosen their own colours', () => {
  test('sees every mark and every cell in them, none in ours', async () => {
    const { visit } = open()
    const page = await visit({ forcedColors: 'active', colorScheme: 'dark' })
    const system = async (name: string) =>
      page.evaluate((colour) => {
        const probe = document.body.appendChild(document.createElement('i'))
        probe.style.color = colour
        const computed = getComputedStyle(probe).color
        probe.remove()
        return computed
      }, name)
    for (const path of paths) {
      await page.goto(path)
      const theirs = [await system('CanvasText'), await system('LinkText'), await system('ButtonText')]
      const marks = await page
        .locator('main svg.mark')
        .evaluateAll((found) => found.map((mark) => getComputedStyle(mark).color))
      expect(marks.length, path).toBeGreaterThan(0)
      expect([path, marks.filter((colour) => !theirs.includes(colour))]).toEqual([path, []])
      const cells = await page.locator('.tally .cell').evaluateAll((found) =>
        found.map((cell) => {
          const { borderTopWidth, borderTopColor } = getComputedStyle(cell)
          return `${borderTopWidth} ${borderTopColor}`
        }),
      )
      const bordered = [...new Set(cells)].filter(
        (cell) => !theirs.some((colour) => cell === `2px ${colour}`),
      )
      expect([path, bordered]).toEqual([path, []])
    }
  })

  test('is told each status in words, whatever the colours (P05)', async () => {
    const { visit } = open()
    const page = await visit({ forcedColors: 'active', viewport: phone })
    await page.goto('/psykisk-halsa')
    const rows = page.getByRole('row').filter({ has: page.locator('svg.mark') })
    const silent = await rows.evaluateAll((found) =>
      found
        .map((row) => row.textContent)
        .filter((text) => !/Slutförd|Pågår|Ej påbörjad|Vilande|Utgår|Sammanslagen/.test(text)),
    )
    expect(await rows.count()).toBeGreaterThanOrEqual(25)
    expect(silent).toEqual([])
  })
})

describe('somebody who wants nothing to move', () => {
  /** What of a page takes time: every transition and animation that has a duration. */
  const moving = () =>
    [...document.querySelectorAll('*')].filter((one) => {
      const { transitionDuration, animationName } = getComputedStyle(one)
      return animationName !== 'none' || transitionDuration.split(', ').some((time) => time !== '0s')
    }).length

  test('sees nothing move, and without that wish only links and buttons fade', async () => {
    const { visit } = open()
    const still = await visit({ reducedMotion: 'reduce' })
    const free = await visit({ reducedMotion: 'no-preference' })
    for (const path of paths) {
      await still.goto(path)
      expect([path, await still.evaluate(moving)]).toEqual([path, 0])
      await free.goto(path)
      expect(await free.evaluate(moving)).toBeGreaterThan(0)
    }
  })
})
