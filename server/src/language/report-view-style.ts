/**
 * The look of the view: the theme's own colours, high contrast included. Colour never stands alone, every state has a
 * mark too; and only what is wrong is red.
 */
export const VIEW_STYLE = `
:root { color-scheme: light dark; --error: var(--vscode-editorError-foreground, #c62828); --warning: var(--vscode-editorWarning-foreground, #8a6100); --info: var(--vscode-editorInfo-foreground, #1a6fb5); --quiet: var(--vscode-descriptionForeground, #666); --good: var(--vscode-testing-iconPassed, #2e7d32); --focus: var(--vscode-focusBorder, #0067c0); --text: var(--vscode-editor-foreground, #1f1f1f); --line: var(--vscode-editorWidget-border, #999); --raised: var(--vscode-editorWidget-background, #f4f4f4); }
body { font-family: var(--vscode-font-family, system-ui, sans-serif); font-size: var(--vscode-font-size, 13px); color: var(--text); background: var(--vscode-editor-background, #fff); padding: 0 1rem 2rem; line-height: 1.5; }
h1 { font-size: 1.4em; margin: 1rem 0 .25rem; } h2 { font-size: 1.2em; margin: 1.5rem 0 .3rem; } h3 { font-size: 1em; margin: 1rem 0 .3rem; } header p { margin: .15rem 0; }
button { font: inherit; color: inherit; cursor: pointer; text-align: left; border: 1px solid transparent; background: none; padding: 0 .25em; }
.tools button, .fix { color: var(--vscode-button-secondaryForeground, var(--text)); background: var(--vscode-button-secondaryBackground, transparent); border-color: var(--vscode-contrastBorder, transparent); border-radius: 3px; padding: .05rem .5rem; margin: .1rem .2rem .1rem 0; }
.tools button:hover, .fix:hover { background: var(--vscode-button-secondaryHoverBackground, var(--raised)); }
.counts button { font-weight: 600; margin-right: .6rem; } .counts button:hover, .go:is(button):hover .text { text-decoration: underline; }
.counts .passed { color: color-mix(in srgb, var(--good) 55%, var(--text)); } .counts .failed { color: var(--error); } .counts .not-checked { color: var(--warning); }
.stale .counts { opacity: .45; } .state { min-height: 1.5em; color: var(--quiet); } .how-to, .where, .level { color: var(--quiet); font-size: .92em; } .how-to { margin: 0 0 .3rem; } .tools { margin: 0 0 .3rem; }
.missing { color: var(--error); } .scroll { overflow-x: auto; } table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .15rem .3rem; text-align: center; } th { font-weight: normal; text-align: left; max-width: 20em; background: var(--raised); }
tr:not(:has(td)) th { text-align: center; } tr:has(td[data-cell]) th:last-of-type { min-width: 7.5em; } .corner { background: var(--raised); }
td[data-cell] { min-width: 2.2em; height: 1.5em; cursor: cell; font-variant-numeric: tabular-nums; } td[aria-readonly=true] { cursor: not-allowed; } .mark { font-weight: 700; margin-right: .15em; } td .mark::before { content: attr(data-mark); } .sum::before { content: attr(data-sum); }
td.passed { background: color-mix(in srgb, var(--good) 10%, transparent); }
td.error { background: color-mix(in srgb, var(--error) 28%, transparent); outline: 2px solid var(--error); outline-offset: -2px; font-weight: 700; }
td.warning, td.contradicted { background: color-mix(in srgb, var(--warning) 22%, transparent); box-shadow: inset 0 -3px var(--warning); font-weight: 700; }
td.information { box-shadow: inset 0 -2px var(--info); } td.hint { box-shadow: inset 0 -1px var(--quiet); }
td.not-checked { background: repeating-linear-gradient(45deg, transparent 0 4px, var(--raised) 4px 8px); } td.open { border-style: dashed; }
td.passed:has(.sum.differs) { background: none; }
td.pending .number { opacity: .55; } .sum { display: block; font-size: .82em; line-height: 1.1; font-weight: 400; color: color-mix(in srgb, var(--quiet) 60%, var(--text)); } .sum.differs { color: var(--error); font-weight: 700; }
tr.balance td { border-style: dotted; font-size: .88em; color: var(--quiet); cursor: default; } tr.balance td.differs { color: var(--error); font-weight: 700; }
.current { text-decoration: underline; text-underline-offset: 3px; } td[data-cell]:focus { outline: 3px solid var(--focus); outline-offset: -3px; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; } #list:focus { outline: none; }
#entry { position: absolute; box-sizing: border-box; font: inherit; text-align: center; padding: 0 .2em; color: var(--vscode-input-foreground, #1f1f1f); background: var(--vscode-input-background, #fff); border: 2px solid var(--focus); z-index: 2; } #entry[aria-invalid=true] { border-color: var(--error); }
#card { position: absolute; z-index: 1; max-width: 30em; padding: .4rem .6rem; color: var(--vscode-editorHoverWidget-foreground, #1f1f1f); background: var(--vscode-editorHoverWidget-background, #f8f8f8); border: 1px solid var(--vscode-editorHoverWidget-border, #999); border-radius: 3px; box-shadow: 0 2px 8px var(--vscode-widget-shadow, rgba(0,0,0,.2)); } #card p { margin: .1rem 0; }
#said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
ul { margin: .2rem 0; padding-left: 0; } li { list-style: none; margin: .2rem 0; } .fixes { display: block; padding-left: 1.4em; }
.item.error .mark, .item.error .level { color: var(--error); } .item.warning .mark, .item.warning .level { color: var(--warning); } .item.information .mark, .item.information .level { color: var(--info); }
.filter { border: 0; padding: 0; margin: 0 0 .2rem; display: flex; flex-wrap: wrap; gap: .2rem .9rem; } .filter legend { float: left; margin-right: .9rem; } .sort { margin: 0 0 .4rem; } select { font: inherit; color: var(--vscode-dropdown-foreground, inherit); background: var(--vscode-dropdown-background, inherit); border: 1px solid var(--vscode-dropdown-border, #999); }
[hidden] { display: none; }
body.vscode-high-contrast td, body.vscode-high-contrast th { border-color: var(--vscode-contrastBorder, currentColor); background: none; }
body.vscode-high-contrast :is(.tools button, .fix) { color: var(--text); background: none; border-color: var(--vscode-contrastBorder, currentColor); }
body.vscode-high-contrast td.warning, body.vscode-high-contrast td.contradicted { outline: 2px dashed var(--warning); outline-offset: -3px; }
`;
