export const about = {
  title: 'Om planen – {plan}',
  heading: 'Om planen',
  description: 'Beslut, ansvar och hur vi räknar i {plan}.',
  lead: '{plan} är en handlingsplan med {n} {points}, antagen av {by}.',
  leadEmpty: '{plan} är en handlingsplan antagen av {by}.',
  facts: 'Planen i korthet',
  fact: {
    municipality: 'Kommun',
    adoptedBy: 'Fastställd av',
    decision: 'Beslut',
    reference: 'Diarienummer',
    period: 'Gäller',
    validUntil: 'Giltig till',
    responsible: 'Dokumentansvarig',
    followUp: 'Uppföljningsansvarig',
    publisher: 'Ansvarig utgivare',
    freshness: 'Rapporteras',
  },
  periodText: '{from} till {to}',
  freshnessText: { one: 'minst en gång i månaden', other: 'minst var {n}:e månad' },
  freshnessHalfYear: 'minst en gång i halvåret',
  freshnessYear: 'minst en gång om året',
  chain: 'Från beslut till rapport',
  chainLead:
    'Planen antas en gång. Därefter stäms den av på bestämda dagar. Varje rapport låses och tas upp av de förtroendevalda.',
  chainAdopted: '{By} antar planen',
  chainAdoptedParagraph: '{By} antar planen, {paragraph}',
  chainRead: 'Läs beslutet på {host}',
  chainStarts: 'Planen börjar gälla',
  chainReview: 'Avstämning {term}: {completed} av {adopted} slutförda',
  chainComing: 'Avstämning {term}',
  chainEnds: 'Planen slutar gälla',
  chainEnded: 'Planen slutade gälla',
  matching: 'Kan jag lita på en rapport?',
  matchingText:
    'En låst rapport ändras aldrig, och rättelser står bredvid med dag. [Kontrollera en utskrift eller se vad som har rättats].',
  counting: 'Så räknar vi',
  countingRules: {
    completed:
      '[Slutförd] är {aPoint} som är genomförd och avslutad, eller som är inarbetad i den ordinarie verksamheten. Båda räknas, och vi visar alltid hur de fördelar sig.',
    closed: '[Genomförd och avslutad] kräver att vi har skrivit vad det gav och vilken dag det blev gjort.',
    embedded:
      '[Inarbetad i ordinarie verksamhet] kräver att vi har skrivit vem som tar över, från vilken dag och var det står.',
    denominator:
      '[Nämnaren] är de {n} {points} som {by} antog. {Points} som utgår eller slås samman är kvar bland dem och räknas aldrig som slutförda.',
    denominatorPlain:
      '[Nämnaren] är de {points} som {by} antog. {Points} som utgår eller slås samman är kvar bland dem och räknas aldrig som slutförda.',
    added: '[Tillagda efteråt] räknas för sig.',
    outlook:
      '[Läge] är en människas bedömning: enligt plan, risk för försening eller försenad. Har ingen bedömt står det att bedömning saknas.',
    activities:
      '[Aktiviteter] visar vad vi har gjort, inte effekten. De ändrar aldrig en status av sig själva.',
    elapsed: '[Tid som har gått] är hur stor del av planens dagar som har passerat.',
    locked: '[En låst rapport] ändras aldrig. Upptäcker vi ett fel står rättelsen bredvid, med dag.',
  },
  areas: '{Areas}',
  areaCount: { one: '{n} {point}', other: '{n} {points}' },
  source: 'Källa',
  contact: 'Kontakt',
  contactLead: 'Har du en fråga om planen, eller ser du något som är fel?',
  noContact: 'Kommunen har inte angett någon kontakt för planen.',
}
