import type { FollowUpAnswer } from '#domain/afterwards.ts'

/** One question, six and twelve months after something was embedded in regular operations. */
export const still = {
  title: 'Lever det än?',
  lead: 'Det är {n} månader sedan det här blev en del av er ordinarie verksamhet. Svaret visas bredvid {thePoint} och ändrar inget annat.',
  ask: 'Hur är det nu?',
  choices: {
    still: 'Det lever kvar',
    changed: 'Det har ändrats',
    stopped: 'Det har upphört',
  } satisfies Record<FollowUpAnswer, string>,
  words: 'Vill du säga något mer?',
  send: 'Skicka svaret',
  thanksTitle: 'Tack, svaret är sparat.',
  thanks: 'Det visas nu bredvid {thePoint}. Du behöver inte göra något mer.',
  gone: 'Frågan är redan besvarad, eller så är länken för gammal. Du behöver inte göra något.',
}
