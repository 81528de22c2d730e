// How a written page looks: on paper like the printed original (A4, wide tables on landscape pages, heads of
// tables repeated), on a screen down to that of a phone.

/** The style sheet. Text on its ground has a contrast of at least 7 to 1. */
export const STYLE = `
:root { color: #1a1a1a; background: #fff; line-height: 1.75;
  font-family: "仿宋_GB2312", "FangSong", "STFangsong", "Noto Serif SC", "Songti SC", "SimSun", serif; }
body { margin: 0; }
main, footer, .skip { max-width: 64rem; margin: 0 auto; padding: 0 1rem; }
.skip { position: absolute; left: -999rem; background: #fff; color: #0a4a94; padding: .5rem 1rem; }
.skip:focus { left: 0; }
a { color: #0a4a94; }
a:focus-visible, .wide:focus-visible { outline: 3px solid #0a4a94; outline-offset: 2px; }
section { padding: 1.5rem 0; border-bottom: 1px solid #767676; }
h1, h2, h3, h4, h5, h6 { font-size: 1.15rem; margin: 1rem 0 .5rem; scroll-margin-top: 1rem; }
h1, h2 { font-family: "黑体", "SimHei", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
h2 { font-family: "楷体_GB2312", "KaiTi", "STKaiti", "LXGW WenKai", serif; }
.table-title { text-align: center; font-size: 1.3rem; font-family: "方正小标宋简体", "Noto Serif SC", "SimSun", serif; }
p { margin: .4rem 0; text-indent: 2em; overflow-wrap: anywhere; }
.cover-title { text-align: center; text-indent: 0; font-weight: bold; font-size: 1.8rem; margin: 1.5rem 0; }
.cover-line { text-align: center; text-indent: 0; font-size: 1.2rem; }
.table-label { text-align: right; text-indent: 0; font-size: .9rem; }
.table-head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; text-indent: 0; font-size: .9rem; }
.note { text-indent: 0; font-size: .9rem; }
.signature { text-align: right; text-indent: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4;
  font-family: "宋体", "SimSun", "Noto Serif SC", "Songti SC", serif; font-variant-numeric: tabular-nums; }
th, td { border: 1px solid #595959; padding: .25rem .4rem; text-align: left; min-width: 2em; font-weight: normal; }
thead th, th[scope^="col"] { font-weight: bold; text-align: center; background: #f2f2f2; }
.r { text-align: right; white-space: nowrap; }
.c { text-align: center; }
mark { background: #ffe680; color: #1a1a1a; font-weight: bold; }
.contents ol { list-style: none; padding: 0; }
.contents .l2 { padding-left: 2em; } .contents .l3 { padding-left: 4em; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
footer { padding: 1rem; font-size: .9rem; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: "— " counter(page) " —"; } }
@page unnumbered { @bottom-center { content: none; } }
@page wide { size: A4 landscape; margin: 28mm 24mm 26mm; }
@media print {
  .skip, footer { display: none; }
  main { max-width: none; padding: 0; }
  section { padding: 0; border: 0; break-before: page; }
  section:first-child { break-before: auto; }
  section.landscape { page: wide; } section.unnumbered { page: unnumbered; }
  .wide { overflow: visible; }
  thead { display: table-header-group; }
  tr, h1, h2, h3, h4, h5, h6, .table-label, .table-head { break-inside: avoid; }
  h1, h2, h3, h4, h5, h6, .table-label, .table-head { break-after: avoid; }
  :root { font-size: 12pt; } .wide table { font-size: 9pt; line-height: 1.25; min-width: 0 !important; }
  th, td { padding: 1pt 3pt; } .landscape .wide table { font-size: 8pt; }
  .landscape .table-title { margin: 0; } .landscape p { margin: 1pt 0; line-height: 1.3; }
  .landscape .wide .close { font-size: 7pt; line-height: 1.15; } .close th, .close td { padding: .5pt 2pt; }
  a { color: inherit; text-decoration: none; }
}
`;
