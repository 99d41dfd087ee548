import type { SameAs } from '../../say.ts'
import type { onePage as sv } from '../../sv/reports/one-page.ts'

export const onePage = {
  title: 'Summary: {title} – {plan}',
  growth: 'How it has grown',
  more: 'and {n} more, see the report',
  closedColumn: 'closed',
  embeddedColumn: 'embedded',
} satisfies SameAs<typeof sv>
