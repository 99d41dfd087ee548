/** What PDFs say by themselves, most of it on the one page for the presidium. */
export const onePage = {
  title: 'Sammanfattning: {title} – {plan}',
  growth: 'Så har det vuxit',
  more: 'och {n} till, se rapporten',
  /** Beside the last column of the chart, under a number. */
  closedColumn: 'avslutade',
  embeddedColumn: 'inarbetade',
}
