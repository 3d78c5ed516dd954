/**
 * The look of the view, in the editor and on paper. In VS Code the theme's colours apply, high contrast included; on a
 * saved page the fall-backs do. Colour never stands alone: every state has a mark too.
 */
export const VIEW_STYLE = `
:root { color-scheme: light dark; }
body { font-family: var(--vscode-font-family, system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif); font-size: var(--vscode-font-size, 13px); color: var(--vscode-editor-foreground, #1f1f1f); background: var(--vscode-editor-background, #fff); padding: 0 1rem 2rem; line-height: 1.5; }
h1 { font-size: 1.4em; margin: 1rem 0 .25rem; } h2 { font-size: 1.2em; margin: 1.5rem 0 .5rem; } h3 { font-size: 1em; margin: 1rem 0 .4rem; }
header p { margin: .15rem 0; } .counts span { margin-right: 1rem; font-weight: 600; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; }
th, td { border: 1px solid var(--vscode-editorWidget-border, #999); padding: .2rem .45rem; text-align: center; }
th { font-weight: normal; text-align: left; max-width: 22em; background: var(--vscode-editorWidget-background, #f4f4f4); }
tr:not(:has(td)) th { text-align: center; } tr:has(td) th:last-of-type { min-width: 10em; }
td { min-width: 2.2em; cursor: pointer; font-variant-numeric: tabular-nums; }
.mark { font-weight: 700; margin-right: .15em; }
td.passed { background: color-mix(in srgb, var(--vscode-testing-iconPassed, #2e7d32) 12%, transparent); }
td.failed { background: color-mix(in srgb, var(--vscode-testing-iconFailed, #c62828) 30%, transparent); outline: 2px solid var(--vscode-testing-iconFailed, #c62828); outline-offset: -2px; font-weight: 700; }
td.not-checked { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--vscode-editorWidget-background, #eee) 4px 8px); }
.counts .passed, li.passed > .mark { color: color-mix(in srgb, var(--vscode-testing-iconPassed, #2e7d32) 55%, var(--vscode-editor-foreground, #1f1f1f)); }
.counts .failed, li.failed > .mark, .item.error { color: var(--vscode-testing-iconFailed, #c62828); }
.counts .not-checked, li.not-checked > .mark { color: var(--vscode-editorWarning-foreground, #8a6100); }
td.failed.current { outline-style: dashed; }
.current { box-shadow: 0 0 0 2px var(--vscode-focusBorder, #0067c0) inset; }
:focus-visible { outline: 2px solid var(--vscode-focusBorder, #0067c0); outline-offset: 1px; }
ul { margin: .2rem 0; padding-left: 1.2rem; } li { list-style: none; margin: .15rem 0; } .item[data-start] { cursor: pointer; text-decoration: underline dotted; }
.count, code { opacity: .75; font-size: .92em; } .missing { color: var(--vscode-testing-iconFailed, #c62828); }
.filter { border: 0; padding: 0; margin: 0 0 .5rem; display: flex; gap: .9rem; } .filter legend { float: left; margin-right: .9rem; }
[hidden] { display: none; }
body.vscode-high-contrast td, body.vscode-high-contrast th { border-color: var(--vscode-contrastBorder, currentColor); background: none; }
.page .filter, .page .nothing { display: none; } .page td, .page .item { cursor: default; text-decoration: none; }
.signature { margin-top: 2.5rem; white-space: pre; }
@media print { body { background: #fff; color: #000; font-size: 10pt; padding: 0; } .form { break-inside: avoid; } td, th { padding: .1rem .3rem; font-size: 8.5pt; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
`;
