import { OWN_PAGE } from '../report/own-page.ts';
import type { Locale } from '../rules/rule.ts';
import { escapeHtml } from './report-view-words.ts';

/** A page that stands alone: its style inside, no script, nothing fetched. @param body HTML, draft text escaped */
export const pageFrame = (title: string, style: string, body: string, locale: Locale): string => `<!DOCTYPE html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="generator" content="nianbao-lint">
${OWN_PAGE}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
