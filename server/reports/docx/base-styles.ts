import { paint } from '../paint.ts'
import { style } from './styles.ts'

const rule = (side: string, eighths: number, colour: string) =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="${colour}"/>`
const margin = (side: string, twips: number) => `<w:${side} w:w="${twips}" w:type="dxa"/>`
const none = ['top', 'left', 'bottom', 'right']

/**
 * What Word takes for granted in a document, and what the library has no words for: the style of a table. Rules and no boxes: a strong one under the
 * heads, hairlines between the rows. What styles.ts says is laid over this.
 */
export const baseStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:docDefaults><w:rPrDefault/><w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>${none.map((side) => margin(side, 0)).join('')}</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="${style.table}"><w:name w:val="Avstämt"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:tblPr><w:tblBorders>${rule('bottom', 4, paint.line)}${rule('insideH', 4, paint.line)}</w:tblBorders><w:tblCellMar>${margin('top', 55)}${margin('left', 0)}${margin('bottom', 55)}${margin('right', 130)}</w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${rule('bottom', 12, paint.ink)}</w:tcBorders></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>
</w:styles>`
