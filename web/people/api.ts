import type {
  AddedRows,
  ConsideredRows,
  MemberChange,
  MemberWhole,
  NewMembers,
} from '../../server/people/schema.ts'
import type { HandedOver, HandOver, NewOwner, OwnerWhole } from '../../server/points/owners/schema.ts'
import * as api from '#domain/api-addresses.ts'
import { send, type RequestOptions } from '../client.ts'

export const previewMembers = (slug: string, members: NewMembers, options: RequestOptions) =>
  send<ConsideredRows>('POST', api.peoplePreview(slug), members, options)

export const addMembers = (slug: string, members: NewMembers, options: RequestOptions) =>
  send<AddedRows>('POST', api.people(slug), members, options)

export const changeMember = (slug: string, id: number, change: MemberChange, options: RequestOptions) =>
  send<MemberWhole>('PUT', api.member(slug, id), change, options)

export const deactivateMember = (slug: string, id: number, deactivated: boolean, options: RequestOptions) =>
  send<MemberWhole>('PUT', api.deactivation(slug, id), { deactivated }, options)

export const handOverPoints = (slug: string, id: number, claim: HandOver, options: RequestOptions) =>
  send<HandedOver>('POST', api.handover(slug, id), claim, options)

export const inviteMember = (slug: string, id: number, options: RequestOptions) =>
  send<MemberWhole>('POST', api.memberInvitation(slug, id), {}, options)

export const revokeMember = (slug: string, id: number, options: RequestOptions) =>
  send<MemberWhole>('POST', api.memberRevocation(slug, id), {}, options)

export const setOwner = (slug: string, number: string, owner: NewOwner, options: RequestOptions) =>
  send<OwnerWhole>('PUT', api.owner(slug, number), owner, options)
