/** The look of the saved page: black on white, for paper. Marks stand beside every shade. */
export const PAGE_STYLE = `
@page { size: A4; margin: 12mm 13mm; }
:root { color-scheme: light; }
body { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", system-ui, sans-serif; font-size: 13px; line-height: 1.45; color: #000; background: #fff; max-width: 52rem; margin: 1.5rem auto; padding: 0 1rem; }
h1 { font-size: 1.45em; margin: 0; text-align: center; } h2 { font-size: 1.1em; margin: 1em 0 .3em; border-bottom: 1px solid #000; } h3 { font-size: 1em; margin: .7em 0 .2em; }
header > p { text-align: center; margin: .1em 0 .6em; }
dl { display: grid; grid-template-columns: max-content 1fr max-content 1fr; gap: .1em .8em; margin: 0; } dt { font-weight: 700; } dd { margin: 0; }
dl > dt:nth-of-type(n+5) + dd { grid-column: 2 / -1; }
ul, ol { margin: .2em 0; padding-left: 1.6em; } li { margin: .25em 0; }
li.error > b { color: #b00020; } li.warning > b { color: #8a4b00; }
.where { color: #444; white-space: nowrap; } q { display: block; quotes: none; color: #222; padding-left: .7em; border-left: 2px solid #888; }
.passed { margin: .2em 0; color: #333; font-size: .88em; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #555; padding: .1em .35em; text-align: center; }
th { font-weight: 400; text-align: left; background: #f2f2f2; } tr:not(:has(td)) th { text-align: center; }
td { font-variant-numeric: tabular-nums; min-width: 2em; } td.error { background: #f6c9c9; font-weight: 700; outline: 2px solid #b00020; outline-offset: -2px; } td.warning { background: #fbe6c2; font-weight: 700; } td.open { background: #eee; }
.signature { margin: 1.6em 0 .6em; display: flex; gap: 30%; }
@media print { body { font-size: 9pt; line-height: 1.3; margin: 0; padding: 0; max-width: none; } table { font-size: 7.6pt; } th, td { padding: 0 .3em; } section { break-inside: avoid; } li, h2, h3 { break-inside: avoid; } h2, h3 { break-after: avoid; } footer { break-inside: avoid; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
