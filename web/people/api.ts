import type {
  AddedRows,
  ConsideredRows,
  MemberChange,
  MemberWhole,
  NewMembers,
} from '../../server/people/schema.ts'
import type { HandedOver, HandOver, NewOwner, OwnerWhole } from '../../server/points/owners/schema.ts'
import { send, type RequestOptions } from '../client.ts'

const plan = (slug: string) => `/plans/${encodeURIComponent(slug)}`
const point = (slug: string, number: string) => `${plan(slug)}/points/${encodeURIComponent(number)}`
const people = (slug: string) => `${plan(slug)}/people`

export const previewMembers = (slug: string, members: NewMembers, options: RequestOptions) =>
  send<ConsideredRows>('POST', `${people(slug)}/preview`, members, options)

export const addMembers = (slug: string, members: NewMembers, options: RequestOptions) =>
  send<AddedRows>('POST', people(slug), members, options)

export const changeMember = (slug: string, id: number, change: MemberChange, options: RequestOptions) =>
  send<MemberWhole>('PUT', `${people(slug)}/${id}`, change, options)

export const deactivateMember = (slug: string, id: number, deactivated: boolean, options: RequestOptions) =>
  send<MemberWhole>('PUT', `${people(slug)}/${id}/deactivation`, { deactivated }, options)

export const handOverPoints = (slug: string, id: number, claim: HandOver, options: RequestOptions) =>
  send<HandedOver>('POST', `${people(slug)}/${id}/handover`, claim, options)

export const inviteMember = (slug: string, id: number, options: RequestOptions) =>
  send<MemberWhole>('POST', `${people(slug)}/${id}/invitation`, {}, options)

export const revokeMember = (slug: string, id: number, options: RequestOptions) =>
  send<MemberWhole>('POST', `${people(slug)}/${id}/revocation`, {}, options)

export const setOwner = (slug: string, number: string, owner: NewOwner, options: RequestOptions) =>
  send<OwnerWhole>('PUT', `${point(slug, number)}/owner`, owner, options)
