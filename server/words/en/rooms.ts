export { common } from './common.ts'
export { dashboard } from './dashboard.ts'
export { plans } from './plans.ts'
export { status } from './status.ts'
