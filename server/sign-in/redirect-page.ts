import type { FastifyReply, FastifyRequest } from 'fastify'
import { cataloguesOf, words, type Words } from '#words/index.ts'
import { speaker } from '#words/say.ts'
import type { Dependencies } from '../dependencies.ts'
import { languageOf } from '../http/problem-details.ts'
import type { SignInFailed } from './sign-in-failed.ts'

/** The page between us and an issuer: a browser goes on by itself, a person by the link. */
export interface OnwardData {
  /** What is happening, in a sentence. */
  lead: string
  /** The issuer's name, and where it is. */
  name: string
  href: string
}

/** Why somebody is not signed in, and the way back. */
export interface SignInFailedData {
  sentence: string
  name: string
}

/** What is said on the way through an issuer is for one browser, once. */
const passing = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }

/**
 * Sends a browser on to an issuer from a form of ours. Not by redirecting the form's answer: that would need every origin on the way to be
 * allowed in the policy of every page with such a form (`form-action`), and which they are, only the issuer knows.
 */
export function sendOn(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  { to, name, why }: { to: URL; name: string; why: 'signIn' | 'signOut' },
): Promise<FastifyReply> {
  const lang = languageOf(request)
  const { title, signIn, signOut } = words[lang].oidc.onward
  const say = speaker(lang)
  const data: OnwardData = { lead: say({ signIn, signOut }[why], { name }), name, href: to.href }
  reply.header('refresh', `0; url=${to.href}`)
  return draw(dependencies, request, reply, 'sign-in/Onward', { title: say(title), data })
}

/** The page of a sign-in that came to nothing, with its sentence. */
export function drawFailure(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  { failure, name }: { failure: SignInFailed; name: string },
): Promise<FastifyReply> {
  const lang = languageOf(request)
  const say = speaker(lang)
  const data: SignInFailedData = { sentence: say(words[lang].refusals[failure.code]), name }
  reply.code(failure.status)
  return draw(dependencies, request, reply, 'sign-in/SignInFailed', {
    title: say(words[lang].oidc.failed.title),
    data,
  })
}

async function draw(
  dependencies: Dependencies,
  request: FastifyRequest,
  reply: FastifyReply,
  view: string,
  { title, data }: { title: string; data: OnwardData | SignInFailedData },
): Promise<FastifyReply> {
  const lang = languageOf(request)
  const answer = { data, title, description: title }
  const layout = dependencies.layoutOf(answer, {
    parts: dependencies,
    lang,
    path: '/logga-in',
    viewer: undefined,
    signedInOnly: true,
  })
  const spoken = cataloguesOf(lang, ['common', 'status', 'oidc']) as Words
  const body = await dependencies.render(view, {
    layout,
    data,
    words: spoken,
    carried: [],
    script: 'none',
    working: false,
  })
  return reply.headers(passing).type('text/html; charset=utf-8').send(body)
}

/** Our own address as issuers know it. */
export const ownOrigin = ({ publicUrl, origins }: Dependencies): string => publicUrl ?? origins()[0] ?? ''
