const part = (piece: string | number): string => encodeURIComponent(piece)
export const plan = (slug: string): string => `/api/v1/plans/${part(slug)}`
export const point = (slug: string, number: string): string => `${plan(slug)}/points/${part(number)}`
export const activities = (slug: string): string => `${plan(slug)}/activities`
export const nothingNew = (slug: string, number: string): string => `${point(slug, number)}/nothing-new`
export const help = (slug: string, number: string): string => `${point(slug, number)}/help`
export const updates = (slug: string, number: string): string => `${point(slug, number)}/updates`
