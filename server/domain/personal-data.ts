/** What of a person a text seems to hold. */
export type PersonalData = 'personnummer' | 'phone' | 'email'

/** Twelve or ten figures that begin with a day that can be; coordination numbers add 60 to it. The dash may be missing, or a plus (A05). */
const personnummer =
  /(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\s?[-–+]?\s?\d{4}(?!\d)/

/** A Swedish number: +46, 0046 or 0, then seven to ten figures, however they are grouped. Helplines such as 116 111 are none. */
const phone = /(?<![\d/.-])(?:\+46|0046|0)(?:[\s-]*\(0\))?(?:[\s\u00a0-]?\d){7,10}(?!\d)/

const email = /[^\s@,;:()<>]+@[^\s@,;:()<>]+\.\p{L}{2,}/u

/**
 * What a free text seems to say of one person: a personnummer, a phone number, an e-mail address (A05). It seeks patterns and knows
 * nobody, so it is a reason to ask, never to refuse.
 */
export function personalDataIn(text: string): PersonalData[] {
  const found: PersonalData[] = []
  if (personnummer.test(text)) found.push('personnummer')
  if (phone.test(text.replace(new RegExp(personnummer, 'g'), ' '))) found.push('phone')
  if (email.test(text)) found.push('email')
  return found
}
