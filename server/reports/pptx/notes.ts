import { dayText } from '#words/format.ts'
import { leftSentences } from '../../reviews/report-left.ts'
import type { SlideContext } from './slide-context.ts'

// What the speaker reads: whole, also where the slide had to be shortened.

export function openingNotes({ content, say, words: { documents } }: SlideContext): string[] {
  const { headline, counting, dataDate } = content
  return [
    `${headline.figure}${headline.rest}`,
    ...(headline.divided ? [headline.divided] : []),
    say(documents.means),
    counting,
    dataDate,
  ]
}

export function developmentNotes({ content, say, words: { documents } }: SlideContext): string[] {
  const { chart, lang } = content
  return [
    chart.sentence,
    ...chart.columns.map(
      ({ label, day, closed, embedded }) =>
        `${dayText(lang, day)}: ${say(documents.chartColumn, { label, n: closed + embedded, closed, embedded })}.`,
    ),
    say(documents.editChart),
  ]
}

/** How many points have changed; one that changed in two ways is one. */
export const changedCount = ({ content }: Pick<SlideContext, 'content'>): number =>
  new Set(content.changes.flatMap(({ items }) => items.map(({ number }) => number))).size

export const changedNotes = ({ content, say, words: { documents } }: SlideContext): string[] =>
  content.changes.length === 0
    ? [say(documents.changedNone)]
    : content.changes.flatMap(({ label, items }) => [
        `${label}:`,
        ...items.map(({ number, title, text }) => `– ${number} ${title}${text ? `, ${text}` : ''}.`),
      ])

export const leftNotes = ({ content, say, words }: SlideContext): string[] => {
  const { documents } = words
  const sentences = leftSentences(content.left, { say, words })
  return content.left.length === 0
    ? sentences
    : [
        ...sentences.slice(1),
        say(documents.askFirst),
        ...content.left.map(({ number, title, text, lead, reason, nextStep }) =>
          [
            `${number} ${title}. ${text}.`,
            reason && say(documents.reason, { reason }),
            say(documents.lead, { lead }),
            nextStep && say(documents.nextStep, { step: nextStep }),
          ]
            .filter(Boolean)
            .join(' '),
        ),
      ]
}

export function decidedNotes({ content, say, words: { documents } }: SlideContext): string[] {
  const { decisions, proposals, next, madeBy, url } = content
  return [
    ...(decisions.length > 0
      ? [
          `${say(documents.decided)}:`,
          ...decisions.map(({ text, by }, at) => `${at + 1}. ${text}${by ? ` (${by})` : ''}`),
        ]
      : []),
    ...(proposals.length > 0
      ? [`${say(documents.proposed)}:`, ...proposals.map((text, at) => `${at + 1}. ${text}`)]
      : []),
    ...(decisions.length + proposals.length === 0 ? [say(documents.nothingDecided)] : []),
    ...(next ? [next] : []),
    madeBy,
    `${say(documents.where)}${url}`,
  ]
}
