import type { ManualCheck } from '#domain/accessibility.ts'
import type { Entry } from '../../say.ts'

type Item = { name: Entry; how: Entry; whom: Entry; untried: Entry }

/** `/mitt/tillganglighet/kontroll`: what has been checked, what came of it, and what the statement should say (T10). */
export const accessibilityChecks = {
  title: 'Kontroll av tillgängligheten',
  description: 'Vad automatiska och manuella kontroller har funnit, och när.',
  lead: 'Här står vad som är kontrollerat, när, och vad som blev fel. Av det blir listan över brister i redogörelsen.',
  automatic: 'Automatiska kontroller',
  automaticText:
    'Verktyget axe {axe} gick igenom {n} sidor på svenska och engelska den {day}. Det hittar vissa fel, men inte alla.',
  automaticNone: 'Inga fel hittades.',
  automaticFound: 'Sidan {path} har fel som den automatiska kontrollen hittar: {findings}.',
  automaticWhom: 'Dig som använder hjälpmedel.',
  manual: 'Manuella kontroller',
  manualText:
    'Gå igenom sidorna så här och skriv in vad du fann. Hur det går till steg för steg står i programmets dokumentation (docs/accessibility.md).',
  outcomes: { passed: 'Inga fel', faults: 'Fel hittades', never: 'Inte gjord' },
  byPerson: 'gjord av en person',
  byBrowser: 'gjord i en webbläsare, utan person',
  record: 'Skriv in en kontroll',
  which: 'Vilken kontroll?',
  day: 'Vilken dag gjordes den?',
  what: 'Vad blev det?',
  note: 'Vad hittade du?',
  noteHelp: 'Skriv var felet är och vad som händer. Texten kan bli en rad i redogörelsen.',
  save: 'Spara kontrollen',
  saved: 'Kontrollen är sparad.',
  list: 'Brister som följer av kontrollerna',
  listText: 'Ta med dem i redogörelsen, och skriv där när de ska vara åtgärdade.',
  listNone: 'Inga brister följer av kontrollerna.',
  toStatement: 'Till redogörelsen',
  /** Why a shortcoming is there: Swedish in the statement. */
  found: 'Felet har hittats vid en kontroll och är inte åtgärdat än.',
  untried: 'Ingen person har prövat det än.',
  items: {
    keyboard: {
      name: 'Tangentbord',
      how: 'Gå igenom varje sida med bara tangentbordet. Allt ska gå att nå, fokus ska synas och ordningen ska vara begriplig.',
      whom: 'Dig som inte använder mus.',
      untried:
        'Tjänsten är inte genomgången med bara tangentbord av en person. Automatiska prov visar att allt går att nå.',
    },
    nvda: {
      name: 'Skärmläsaren NVDA',
      how: 'Läs planens sida, en punkt, en rapport och formulären med NVDA i Firefox eller Chrome.',
      whom: 'Dig som läser med skärmläsare på dator.',
      untried: 'Tjänsten är inte genomgången med skärmläsaren NVDA.',
    },
    voiceover: {
      name: 'Skärmläsaren VoiceOver',
      how: 'Gör samma sak med VoiceOver i Safari, på telefon och dator.',
      whom: 'Dig som läser med skärmläsare på telefon eller Mac.',
      untried: 'Tjänsten är inte genomgången med skärmläsaren VoiceOver.',
    },
    zoom: {
      name: 'Förstoring 200\u00A0%',
      how: 'Förstora till 200\u00A0%. Inget ska försvinna eller lägga sig över något annat.',
      whom: 'Dig som förstorar sidan.',
      untried: 'Tjänsten är inte prövad med 200\u00A0% förstoring.',
    },
    reflow: {
      name: 'Förstoring 400\u00A0%',
      how: 'Förstora till 400\u00A0% på en skärm som är 1\u00A0280 punkter bred. Sidan ska inte behöva rullas i sidled.',
      whom: 'Dig som förstorar mycket eller läser på en liten skärm.',
      untried: 'Tjänsten är inte prövad med 400\u00A0% förstoring.',
    },
    spacing: {
      name: 'Glesare text',
      how: 'Öka avståndet mellan rader, stycken, ord och bokstäver som WCAG 1.4.12 säger. Ingen text ska skäras av.',
      whom: 'Dig som behöver glesare text för att kunna läsa.',
      untried: 'Tjänsten är inte prövad med glesare text.',
    },
    motion: {
      name: 'Mindre rörelse',
      how: 'Slå på inställningen för mindre rörelse. Inget ska röra sig.',
      whom: 'Dig som mår dåligt av rörelser.',
      untried: 'Tjänsten är inte prövad med inställningen för mindre rörelse.',
    },
    'forced-colours': {
      name: 'Egna färger',
      how: 'Slå på hög kontrast i Windows. Alla märken, rutor och fokus ska synas.',
      whom: 'Dig som har valt egna färger.',
      untried: 'Tjänsten är inte prövad med egna färger.',
    },
    print: {
      name: 'Utskrift',
      how: 'Skriv ut planens sida, en punkt och en rapport i svartvitt på A4. Allt ska gå att läsa.',
      whom: 'Dig som läser på papper.',
      untried: 'Utskriften är inte prövad.',
    },
    documents: {
      name: 'PDF och Word',
      how: 'Läs rapporten som PDF och Word med skärmläsare. Pröva PDF-filen med verktyget PAC.',
      whom: 'Dig som läser dokumenten med skärmläsare.',
      untried: 'Rapporterna som PDF och Word är inte lästa med skärmläsare av en person.',
    },
  } satisfies Record<ManualCheck, Item>,
}
