import { describe, expect, test } from 'vitest';
import { lint, readReport } from '../../../server/src/index.ts';
import { sectionIn } from '../../../server/src/report/find.ts';
import { alarms, applyFix, check, found } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'text/web-boilerplate';
const report = draft().text;
const HEAD = '当前位置：首页 > 政务公开 > 年度报告\n发布时间：2025-01-20\n浏览次数：123\n';
const TAIL = '上一篇：关于举办培训的通知\n下一篇：暂无\n版权所有：云岭市人民政府\n';

describe(RULE, () => {
  test('says once what stands above and once what stands below, over the whole range', () => {
    const problems = found(lint(HEAD + report + TAIL), RULE);
    expect(problems.map(({ span }) => (HEAD + report + TAIL).slice(span.start, span.end))).toEqual([
      HEAD.trimEnd(),
      TAIL.trimEnd(),
    ]);
    expect(problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  });

  test.each([
    ['above', HEAD, ''],
    ['below', '', TAIL],
    ['below, without a line break at the end', '', TAIL.trimEnd()],
    ['below, in Windows lines', '', TAIL.replaceAll('\n', '\r\n')],
  ])('its fix leaves the report alone: %s', (_, head, tail) => {
    const text = head + report + tail;
    const [fix] = found(lint(text), RULE)[0]?.fixes ?? [];
    expect(fix?.kind).toBe('suggestion');
    expect(fix && applyFix(text, fix).trimEnd()).toBe(report.trimEnd());
  });

  test('a list of other sites has no marks of its own but several lines', () => {
    const problems = found(lint(`${report}市政府部门网站\n县（区）政府网站\n其他网站\n`), RULE);
    expect(problems[0]?.message).toContain('3 行');
  });

  test.each([
    '扫一扫在手机打开当前页\n打印 关闭',
    '打印 关闭',
    '【打印】【关闭】',
    '友情链接：云岭市人民政府 青溪县人民政府',
    '您是第12345位访问者',
    '政府网站找错',
    '网站首页 | 关于本站 | 网站声明',
  ])('at the end: %j', (tail) => {
    const text = `${report.trimEnd()}\n${tail}\n`;
    const problems = found(lint(text), RULE);
    expect(problems.map(({ span }) => text.slice(span.start, span.end))).toEqual([tail]);
    expect(alarms(lint(text)).map(({ rule }) => rule)).toEqual([RULE]);
  });

  test.each(['您当前所在位置： 首页>>政务公开>>政府信息公开年报', '您现在的位置：首页 > 年报'])(
    'at the head: %s',
    (head) => {
      expect(found(lint(`${head}\n${report}`), RULE)).toHaveLength(1);
    },
  );

  test('other rules do not look at those lines, and no section holds them', () => {
    const text = `${report}版权所有：XX市人民政府　workflows,,帐号\n`;
    expect(alarms(lint(text)).map(({ rule }) => rule)).toEqual([RULE]);
    expect(sectionIn(readReport(text), 6)?.span.end).toBe(report.length);
  });

  test.each([
    ['one line that a clerk may have written', `发布日期：2025年1月20日\n${report}`],
    ['the signature', `${report}云岭市水利局\n2025年1月20日\n`],
    ['an attachment', `${report}附件：政府信息公开情况统计表\n`],
    ['a sentence on the web site', `${report.trimEnd()}\n请登录云岭市人民政府网站查阅。\n`],
  ])('silent: %s', (_, text) => {
    expect(found(lint(text), RULE)).toEqual([]);
  });

  test('nothing inside a table or between sections is taken for a web page', () => {
    for (const layout of LAYOUTS) {
      expect(found(check(draft({ layout, say: { 1: '来源：各股室报送。' } })), RULE), layout.name).toEqual([]);
    }
  });

  test('quotes the source of a page as its reader sees it', () => {
    const page = `<html><body><div><a href="/">首页</a> &gt; 政务公开 &gt; 年度报告</div>\n<div><a>当前位置：首页</a> &gt; 年报</div>\n${report
      .split('\n')
      .map((line) => `<p>${line}</p>`)
      .join('\n')}</body></html>`;
    for (const { message, fixes } of found(lint(page), RULE)) {
      expect(message).not.toMatch(/<\/?a>|&gt;/);
      expect(fixes[0]?.title ?? '').not.toMatch(/<\/?a>|&gt;/);
    }
  });
});
