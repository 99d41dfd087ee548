import type {
  AddedRows,
  ConsideredRows,
  MemberChange,
  MemberWhole,
  NewMembers,
} from '../../server/people/schema.ts'
import type { HandedOver, HandOver, NewOwner, OwnerWhole } from '../../server/points/owners/schema.ts'
import { send, type Asking } from '../client.ts'

const plan = (slug: string) => `/plans/${encodeURIComponent(slug)}`
const point = (slug: string, number: string) => `${plan(slug)}/points/${encodeURIComponent(number)}`
const people = (slug: string) => `${plan(slug)}/people`

export const previewMembers = (slug: string, members: NewMembers, asking: Asking) =>
  send<ConsideredRows>('POST', `${people(slug)}/preview`, members, asking)

export const addMembers = (slug: string, members: NewMembers, asking: Asking) =>
  send<AddedRows>('POST', people(slug), members, asking)

export const changeMember = (slug: string, id: number, change: MemberChange, asking: Asking) =>
  send<MemberWhole>('PUT', `${people(slug)}/${id}`, change, asking)

export const deactivateMember = (slug: string, id: number, deactivated: boolean, asking: Asking) =>
  send<MemberWhole>('PUT', `${people(slug)}/${id}/deactivation`, { deactivated }, asking)

export const handOverPoints = (slug: string, id: number, claim: HandOver, asking: Asking) =>
  send<HandedOver>('POST', `${people(slug)}/${id}/handover`, claim, asking)

export const inviteMember = (slug: string, id: number, asking: Asking) =>
  send<MemberWhole>('POST', `${people(slug)}/${id}/invitation`, {}, asking)

export const revokeMember = (slug: string, id: number, asking: Asking) =>
  send<MemberWhole>('POST', `${people(slug)}/${id}/revocation`, {}, asking)

export const setOwner = (slug: string, number: string, owner: NewOwner, asking: Asking) =>
  send<OwnerWhole>('PUT', `${point(slug, number)}/owner`, owner, asking)
