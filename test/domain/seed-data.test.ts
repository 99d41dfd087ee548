import { describe, expect, test } from 'vitest'
import {
  activities,
  organisations,
  people,
  person,
  plan,
  points,
  reviews,
  tally,
  updates,
} from './seed-data.ts'

// Nothing here asks the program's own rules: what the files promise is counted by hand. seed-rules.test.ts asks the rules.

/** Number, title, who leads, who takes part, focus area, end: the table the example was drawn up from. */
const drawnUp = `
1 | Föräldrastödsgrupper på fler orter | soc | buk kson | 1 | 2022-12-31
2 | Stöd till barn och unga med begynnande psykisk ohälsa | kson | buk | 1 | 2023-06-30
3 | Ungdomsstödjare i årskurs 7–9 | buk | | 2 | 2022-08-31
4 | Elevhälsa online, kontakt utanför skoltid | buk | | 2 | 2022-12-31
5 | Samlad information till föräldrar: ”Vem hjälper till med vad?” | ksk | soc buk kfk bmk kson | 1 | 2021-12-31
6 | Åtgärder för personer i hemlöshet | soc | kson | 5 | 2023-12-31
7 | Bostad först – modell prövad | soc | | 5 | 2023-12-31
8 | Anhörigstöd: träffpunkt och enskilda samtal | soc | civil | 7 | 2023-06-30
9 | Utbildning i psykisk livräddning för medarbetare | ksk | soc buk kfk bmk kson | 2 | 2023-12-31
10 | Utbildning för ledare i föreningar | kfk | | 7 | 2022-06-30
11 | Öppen mötesplats för unga 16–20 | kfk | buk | 7 | 2022-12-31
12 | Kultur på recept – prövning | kfk | kson | 6 | 2022-06-30
13 | Fysisk aktivitet på recept, lokala aktörer | kson | kfk | 6 | 2023-06-30
14 | Rutin vid oro för elev: samma väg i alla skolor | buk | soc | 2 | 2021-12-31
15 | Närvarofrämjande arbete, problematisk skolfrånvaro | buk | | 2 | 2023-12-31
16 | Ofrivillig ensamhet bland äldre – uppsökande verksamhet | soc | civil | 7 | 2023-12-31
17 | Tidiga samordnade insatser för barn med flera behov (SIP) | kson | soc | 8 | 2023-06-30
18 | Första linjens psykiska hälsa: kötid och väg in | kson | | 8 | 2023-12-31
19 | Hälsosamma arbetsplatser i kommunen | ksk | | 3 | 2022-12-31
20 | Alkohol- och drogförebyggande: gemensam modell | ksk | buk polis | 6 | 2023-06-30
21 | Ekonomiskt stöd: budget- och skuldrådgivning tidigare | soc | | 4 | 2021-12-31
22 | Trygga miljöer: belysning och mötesplatser | bmk | ksk | 5 | 2023-12-31
23 | Folkhälsodata för kommunen, uppföljning per område | ksk | | | 2022-06-30
24 | Samverkansavtal kommun–KSON om unga vuxna | kson | ksk | 8 | 2023-12-31
25 | Förslag till samlad suicidpreventiv plan | ksk | kson | 8 | 2023-12-31`

describe('the example plan', () => {
  test('is called and dated as the design says', () => {
    expect(plan).toMatchObject({
      slug: 'psykisk-halsa',
      title: 'Tillsammans för psykisk hälsa (exempel)',
      municipality: 'Norrtälje (exempel)',
      period: { from: '2021-01-01', to: '2023-12-31' },
      adoption: { by: 'kommunfullmäktige', on: '2020-12-14', paragraph: '§ 187', reference: 'KS 2020/412' },
    })
    expect(plan.support.map((line) => line.number)).toEqual(['112', '90101', '116 111', '1177'])
  })

  test('has 25 points in eight focus areas, each with what a reader asks for', () => {
    expect(points.map((point) => point.number)).toEqual(Array.from({ length: 25 }, (_, i) => String(i + 1)))
    const areas = plan.focusAreas.map((area) => area.number)
    expect(new Set(points.map((point) => point.focusArea))).toEqual(new Set([...areas, null]))
    expect(points.filter((point) => point.focusArea === null).map((point) => point.number)).toEqual(['23'])
    for (const point of points) {
      const sentences = point.description.match(/[.?!](?= |$)/g)?.length ?? 0
      expect(sentences, `sentences of ${point.number}`).toBeGreaterThanOrEqual(2)
      expect(sentences, `sentences of ${point.number}`).toBeLessThanOrEqual(4)
      expect(point.intendedEffect).toMatch(/\.$/)
      expect(point.startsOn < point.firstDueOn && point.firstDueOn <= plan.period.to).toBe(true)
    }
  })

  test('says word for word what was adopted, of whom and until when', () => {
    const rows = points.map(({ number, title, lead, takesPart, focusArea, firstDueOn }) =>
      [number, title, lead.organisation, takesPart.join(' '), focusArea ?? '', firstDueOn].join(' | '),
    )
    expect(rows.join('\n').replace(/ +/g, ' ')).toBe(drawnUp.trim())
  })

  test('names only organisations and people that there are', () => {
    const codes = new Set(organisations.map((one) => one.code))
    const named = [
      ...points.flatMap(({ lead, takesPart }) => [lead.organisation, ...takesPart]),
      ...people.map((one) => one.organisation),
      ...updates.flatMap(({ onBehalfOf }) => onBehalfOf ?? []),
      ...reviews.flatMap(({ decisions }) => decisions.map((one) => one.responsible.organisation)),
    ]
    expect(named.filter((code) => !codes.has(code))).toEqual([])
    for (const { owner, lead } of points) {
      if (owner) expect(person(owner)).toMatchObject(lead)
    }
    for (const { closedBy } of reviews) expect(person(closedBy).role).toBe('strategist')
    expect(organisations.find((one) => one.code === 'kson')?.kind).toBe('joint_authority')
  })

  test('has a cast of fictional people with an address each that leads nowhere', () => {
    expect(tally(people, (one) => one.role)).toEqual({
      administrator: 1,
      strategist: 3,
      reporter: 8,
      ambassador: 60,
      reader: 1,
    })
    expect(people.filter((one) => !one.active).map((one) => one.role)).toEqual(['reporter', 'reporter'])
    for (const property of ['key', 'name', 'email'] as const) {
      expect(new Set(people.map((one) => one[property])).size).toBe(people.length)
    }
    for (const one of people) expect(one.email).toMatch(/^[a-z.-]+@example\.se$/)
  })
})

test('nothing is written in the words a municipal reader stumbles on', () => {
  const written = JSON.stringify([plan, points, reviews, updates, activities])
  const avoided =
    /implementer|säkerställ|verka för|tjänsteskrivelse|begå självmord|projekt|\b(?:o?klar|färdig)(?:a|t)?\b|förvaltning/giu
  expect(written.match(avoided) ?? []).toEqual([])
})
