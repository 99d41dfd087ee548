import { describe, expect, test } from 'vitest'
import { personalDataIn } from '#domain/personal-data.ts'

describe('a free text is asked about when it seems to point at one person (A05)', () => {
  test.each([
    'En mamma, 121212-1212, vill hjälpa till.',
    '19121212-1212',
    '20121212+1212',
    '1212121212',
    '121212–1212',
    'samordningsnummer 701272-2398',
  ])('a personnummer: %s', (text) => expect(personalDataIn(text)).toContain('personnummer'))

  test.each(['Ring 070-123 45 67', '+46 70 123 45 67', '0176-710 00', 'tel 08 508 290 00', '0046701234567'])(
    'a phone number: %s',
    (text) => expect(personalDataIn(text)).toEqual(['phone']),
  )

  test('an e-mail address', () =>
    expect(personalDataIn('skriv till anna.lind@example.se!')).toEqual(['email']))

  test('a personnummer is not taken for a phone number too', () =>
    expect(personalDataIn('010112-1234')).toEqual(['personnummer']))

  test.each([
    'Tre träffar 2023-11-07, 2023-11-14 och 2023-11-21.',
    'Beslut KS 2020/412, § 187.',
    'Vi delade ut 116 111 och 90101 på 12 skolor, 1177 och 112.',
    '1 200 deltagare, 0 avhopp, 72 %, kl. 13.00–15.00',
    'https://example.se/2023/11/07/foraldragrupp',
    'Läsåret 2022/2023, 350 000 kronor.',
  ])('days, counts, sums, helplines and registry numbers pass: %s', (text) =>
    expect(personalDataIn(text)).toEqual([]),
  )
})
