import * as addresses from '#domain/addresses.ts'
import * as api from '#domain/api-addresses.ts'
import { dated, type Lang } from '#words/format.ts'
import { usualLabels } from '#words/labels.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { can } from '#domain/roles.ts'
import type { Layout, PageAnswer } from './http/layout.ts'
import { rolesOf, type Viewer } from './http/viewer.ts'
import type { Dependencies } from './dependencies.ts'
import { functionOf } from './people/store.ts'

interface LayoutContext {
  parts: Dependencies
  lang: Lang
  /** The address without its language: '/psykisk-halsa/punkter/7'. */
  path: string
  viewer: Viewer | undefined
  /** What the viewer can do from here. */
  actions?: Layout['actions']
  signedInOnly: boolean
}

/** The English first page is `/en`; nothing answers at `/en/`. */
const pathIn = (base: string, path: string): string => (base && path === '/' ? base : `${base}${path}`)

/** What stands around a page: title, menu, example line and foot, in the reader's language. */
export function layoutOf(answer: PageAnswer<unknown>, context: LayoutContext): Layout {
  const { parts, lang, path } = context
  const { plan, current, alone } = answer
  const viewer = answer.alone ? undefined : context.viewer
  const spoken = words[lang].common
  const base = addresses.bases[lang]
  const otherBase = addresses.bases[lang === 'en' ? 'sv' : 'en']
  const say = speaker(lang, plan?.labels ?? usualLabels)
  const planPath = plan && addresses.plan(base, plan.slug)
  // What stands alone leads nowhere: its plan may not be for everybody yet.
  const shared = alone ? undefined : plan
  const link = (key: Exclude<typeof current, undefined>, href: string) => ({
    label: say(spoken.nav[key]),
    href,
    current: key === current,
  })
  const roles = rolesOf(viewer, plan)
  return {
    lang,
    base,
    path: pathIn(base, path),
    otherPath: pathIn(otherBase, path),
    origin: parts.publicUrl ?? '',
    feed: shared ? api.feed(shared.slug, lang) : null,
    title: answer.title,
    description: answer.description,
    example: parts.example,
    hidden: parts.example || context.signedInOnly,
    labels: plan?.labels ?? usualLabels,
    municipality: plan?.municipality ?? null,
    plan: plan
      ? {
          slug: plan.slug,
          title: plan.title,
          lang: plan.language,
          path: planPath!,
          sourced: plan.source !== null,
        }
      : null,
    nav: alone
      ? []
      : [
          ...(viewer ? [link('mine', addresses.mine(base))] : []),
          ...(planPath
            ? [
                link('plan', planPath),
                link('reviews', addresses.reviews(planPath)),
                link('examples', addresses.examples(planPath)),
                link('about', addresses.about(planPath)),
              ]
            : [link('home', addresses.front(base))]),
          ...(planPath && can(roles, 'activity.log') ? [link('log', addresses.log(planPath))] : []),
        ],
    viewer: viewer ? functionOf(viewer, plan, lang) : null,
    session: viewer?.session ? { seconds: secondsLeft(parts, viewer.session) } : null,
    actions: context.actions?.length ? context.actions : null,
    footer: {
      support: plan?.support ?? [],
      updated: plan?.updated ? { day: dated(lang, plan.updated.day), by: plan.updated.by } : null,
      publisher: plan?.publisher || null,
      feedback:
        !context.signedInOnly && path !== '/tyck-till'
          ? addresses.asking(addresses.feedback(base), { om: pathIn(base, path) })
          : null,
      contact:
        planPath && !alone
          ? `${addresses.about(planPath)}#kontakt`
          : `${addresses.accessibility(base)}#kontakt`,
      follow: shared && planPath ? addresses.sharing(planPath) : null,
      csv: shared ? api.pointsCsv(shared.slug) : null,
      json: shared ? api.points(shared.slug) : null,
    },
  }
}

const secondsLeft = ({ now }: Dependencies, { endsAt }: { endsAt: string }): number =>
  Math.max(0, Math.floor((Date.parse(endsAt) - now().getTime()) / 1000))
