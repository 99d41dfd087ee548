import { dated, type Lang } from '#words/format.ts'
import { usualLabels } from '#words/labels.ts'
import { words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import { can } from '#domain/roles.ts'
import type { Layout, PageAnswer } from './http/layout.ts'
import { rolesOf, type Viewer } from './http/viewer.ts'
import type { Dependencies } from './dependencies.ts'
import { functionOf } from './people/store.ts'
import { sharedPath } from './plans/sharing/routes.ts'

export interface LayoutContext {
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
  const base = lang === 'en' ? '/en' : ''
  const otherBase = lang === 'en' ? '' : '/en'
  const say = speaker(lang, plan?.labels ?? usualLabels)
  const planPath = plan && `${base}/${plan.slug}`
  // What stands alone leads nowhere: its plan may not be for everybody yet.
  const api = plan && !alone && `/api/v1/plans/${plan.slug}`
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
    ...(plan && !alone && { feed: sharedPath('feed', plan.slug, lang) }),
    title: answer.title,
    description: answer.description,
    example: parts.example,
    hidden: parts.example || context.signedInOnly,
    labels: plan?.labels ?? usualLabels,
    ...(plan && {
      municipality: plan.municipality,
      plan: {
        slug: plan.slug,
        title: plan.title,
        lang: plan.language,
        path: planPath!,
        sourced: plan.source !== null,
      },
    }),
    nav: alone
      ? []
      : [
          ...(viewer ? [link('mine', `${base}/mitt`)] : []),
          ...(planPath
            ? [
                link('plan', planPath),
                link('reviews', `${planPath}/avstamningar`),
                link('examples', `${planPath}/aktiviteter`),
                link('about', `${planPath}/om`),
              ]
            : [link('home', base || '/')]),
          ...(planPath && can(roles, 'activity.log') ? [link('log', `${planPath}/logga`)] : []),
        ],
    ...(viewer && { viewer: functionOf(viewer, plan, lang) }),
    ...(viewer?.session && { session: { seconds: secondsLeft(parts, viewer.session) } }),
    ...(context.actions?.length && { actions: context.actions }),
    footer: {
      support: plan?.support ?? [],
      ...(plan?.updated && {
        updated: {
          day: dated(lang, plan.updated.day),
          ...(plan.updated.by !== undefined && { by: plan.updated.by }),
        },
      }),
      ...(plan?.publisher && { publisher: plan.publisher }),
      ...(!context.signedInOnly &&
        path !== '/tyck-till' && {
          feedback: `${base}/tyck-till?om=${encodeURIComponent(pathIn(base, path))}`,
        }),
      contact: planPath && !alone ? `${planPath}/om#kontakt` : `${base}/tillganglighet#kontakt`,
      ...(api && { follow: `${planPath}/folj` }),
      ...(api && { csv: `${api}/points.csv`, json: `${api}/points` }),
    },
  }
}

const secondsLeft = ({ now }: Dependencies, { endsAt }: { endsAt: string }): number =>
  Math.max(0, Math.floor((Date.parse(endsAt) - now().getTime()) / 1000))
