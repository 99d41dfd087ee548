import type { MarkdownIt, Token } from 'markdown-it'
import { kept } from '#words/format.ts'
import type { Inline, Prose } from './content.ts'

/** Where a link in a person's text may lead; anything else stays as it was typed. */
const leadsOut = /^(https?:\/\/|mailto:)/i

let reading: Promise<MarkdownIt> | undefined

/** The parser is fetched with the first text: a server that shows none of them starts without it. */
function parser(): Promise<MarkdownIt> {
  reading ??= import('markdown-it').then(({ default: markdown }) => {
    // No tables, pictures, code or HTML: what a report holds besides words is its own, and every format can show these.
    const md = markdown('zero', { html: false, linkify: true })
    md.enable(['heading', 'list', 'emphasis', 'link', 'autolink', 'newline', 'escape', 'linkify'])
    md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false })
    md.validateLink = (address) => leadsOut.test(address)
    return md
  })
  return reading
}

/**
 * A person's Markdown as blocks that every format is made of (F30): headings (all of level 3, under the report's own), paragraphs, lists, strong
 * and emphasised words, and links to http, https and mailto. All else is text, HTML too, and is shown as it was typed. Lists are flat.
 */
export async function prose(text: string): Promise<Prose[]> {
  return blocksOf((await parser()).parse(text, {}))
}

/** A person's Markdown on one line, as an item of a list: the same marks within the words, and no blocks. */
export async function proseLine(text: string): Promise<Inline[]> {
  const [line] = (await parser()).parseInline(text.replace(/\s+/g, ' ').trim(), {})
  return inlinesOf(line?.children ?? [])
}

/** The words of inlines without their marks. */
export const plainText = (inlines: readonly Inline[]): string => inlines.map(({ text }) => text).join('')

type ListBlock = Extract<Prose, { kind: 'list' }>

function blocksOf(tokens: readonly Token[]): Prose[] {
  const blocks: Prose[] = []
  // The outermost list that is open, its numbers when they do not begin at one, and how deep we are in lists within it.
  let list: ListBlock | undefined
  let numberFrom: number | undefined
  let depth = 0
  let fresh = false
  let inHeading = false
  for (const token of tokens) {
    if (token.type === 'heading_open') inHeading = true
    else if (token.type === 'heading_close') inHeading = false
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      depth += 1
      if (depth > 1) continue
      const start = token.attrGet('start')
      numberFrom = start === null ? undefined : Number(start)
      list = { kind: 'list', ordered: token.type === 'ordered_list_open', items: [], own: true }
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      depth -= 1
      if (depth > 0 || !list) continue
      blocks.push(...finished(list, numberFrom))
      list = undefined
    } else if (token.type === 'list_item_open') fresh = true
    else if (token.type === 'inline') {
      const inlines = inlinesOf(token.children ?? [])
      if (inlines.length === 0) continue
      if (list) addTo(list, inlines, fresh)
      else if (inHeading) blocks.push({ kind: 'heading', level: 3, text: plainText(inlines), own: true })
      else blocks.push({ kind: 'paragraph', inlines, own: true })
      fresh = false
    }
  }
  return blocks
}

/** A list item of several paragraphs is one item. */
function addTo(list: ListBlock, inlines: Inline[], fresh: boolean): void {
  const last = list.items.at(-1)
  if (fresh || !last) list.items.push(inlines)
  else last.push({ text: ' ' }, ...inlines)
}

/** "2023. Året då …" is Markdown for a list that begins at 2023: the number is the writer's, and is kept as words. */
function finished(list: ListBlock, numberFrom: number | undefined): Prose[] {
  if (numberFrom === undefined) return list.items.length > 0 ? [list] : []
  return list.items.map((inlines, index) => ({
    kind: 'paragraph',
    inlines: [{ text: `${numberFrom + index}. ` }, ...inlines],
    own: true,
  }))
}

function inlinesOf(tokens: readonly Token[]): Inline[] {
  const inlines: Inline[] = []
  let strong = 0
  let emphasis = 0
  let href: string | undefined
  for (const token of tokens) {
    if (token.type === 'strong_open') strong += 1
    else if (token.type === 'strong_close') strong -= 1
    else if (token.type === 'em_open') emphasis += 1
    else if (token.type === 'em_close') emphasis -= 1
    else if (token.type === 'link_open') href = String(token.attrGet('href') ?? '')
    else if (token.type === 'link_close') href = undefined
    else {
      const text = token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : kept(token.content)
      if (text === '') continue
      inlines.push({
        text,
        strong: strong > 0 ? true : undefined,
        emphasis: emphasis > 0 ? true : undefined,
        href: href || undefined,
      })
    }
  }
  return inlines
}
