import { describe, expect, test } from 'vitest';
import { lint, readReport } from '../../../server/src/index.ts';
import { sectionIn } from '../../../server/src/report/find.ts';
import { alarms, applyFix, check, found, only, sliceOf } from '../../support/check.ts';
import { draft } from '../../support/draft.ts';
import { LAYOUTS } from '../../support/layouts.ts';

const RULE = 'text/web-boilerplate';
const report = draft().text;
const HEAD = '当前位置：首页 > 政务公开 > 年度报告\n发布时间：2025-01-20\n浏览次数：123\n';
const TAIL = '上一篇：关于举办培训的通知\n下一篇：暂无\n版权所有：云岭市人民政府\n';

describe(RULE, () => {
  test('says once what stands above and below, and deletes all of it at once', () => {
    const text = HEAD + report + TAIL;
    const problem = only(found(lint(text), RULE));
    expect(problem.severity).toBe('warning');
    expect(problem.message).toContain('文首和文末混入网页上的文字 6 行');
    expect([problem.span, ...problem.related.map(({ span }) => span)].map((span) => sliceOf(text, span))).toEqual([
      HEAD.trimEnd(),
      TAIL.trimEnd(),
    ]);
    expect(applyFix(text, only(problem.fixes)).trimEnd()).toBe(report.trimEnd());
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

  describe('a whole page', () => {
    const [title = '', ...body] = report.trimEnd().split('\n');
    const ABOVE = [
      '今天是2025年1月20日 星期一',
      '繁體版',
      '登录',
      '注册',
      '青溪县人民政府',
      '走进青溪',
      '政务公开',
      '互动交流',
    ];
    const WHERE = ['您当前的位置：首页 > 政务公开 > 政府信息公开年报'];
    const DATA = ['发布日期：2025-01-20 10:23', '来源：青溪县水利局', '浏览次数：231', '字号：[大 中 小]'];
    const BELOW = [
      '扫一扫在手机打开当前页',
      '打印',
      '关闭',
      '乡镇网站',
      '主办：青溪县人民政府 承办：青溪县人民政府办公室',
      '青溪县人民政府版权所有 未经授权禁止转载。',
      '地址：青溪县人民路1号',
    ];

    test('copied with everything around it is one finding, and one fix leaves the report', () => {
      const text = `${[...ABOVE, ...WHERE, title, ...DATA, ...body, ...BELOW].join('\n')}\n`;
      const problem = only(alarms(lint(text)));
      expect(problem.rule).toBe(RULE);
      expect(applyFix(text, only(problem.fixes)).trimEnd()).toBe(report.trimEnd());
    });

    const block = (lines: readonly string[]): string => lines.map((line) => `<p>${line}</p>`).join('\n');
    const page = (head: string, tail: string): string =>
      `<html><body>${head}\n<h1>${title}</h1>\n${block(DATA)}\n${layout('html').text.split('\n').slice(1).join('\n')}\n${tail}</body></html>`;
    const layout = (name: string) => draft({ layout: LAYOUTS.find((each) => each.name === name) ?? LAYOUTS[0] });

    test.each([
      [
        'said by its elements',
        '<nav><a>首页</a> <a>要闻</a></nav>',
        '<footer><p>青溪县的门户。</p><p>电话</p></footer>',
      ],
      ['in layers without a name', `<div>${block(ABOVE)}</div>`, `<div>${block(BELOW)}</div>`],
      [
        'in tables',
        '<table><tr><td>首页</td><td>政务公开</td></tr></table>',
        '<table><tr><td>打印 关闭</td></tr></table>',
      ],
    ])('the frame of a source, %s', (_, head, tail) => {
      const text = page(head, tail);
      const problem = only(alarms(lint(text, { format: 'html' })));
      expect(problem.rule).toBe(RULE);
      const left = applyFix(text, only(problem.fixes));
      expect(alarms(lint(left, { format: 'html' }))).toEqual([]);
      expect(found(lint(left, { format: 'html' }), RULE)).toEqual([]);
    });

    test('the title is not that of another year which the page lists above', () => {
      const list = ['2022', '2023'].map((year) => title.replace('2024', year));
      const text = `${[...WHERE, ...list, title, ...DATA, ...body].join('\n')}\n`;
      expect(readReport(text).title?.text).toBe(title);
      expect(readReport(text).year).toBe(2024);
      expect(alarms(lint(text)).map(({ rule }) => rule)).toEqual([RULE]);
    });

    test.each(['附件1', '青水发〔2025〕3号'])('what is the body’s own above the title stays: %s', (own) => {
      const text = `${[...WHERE, own, title, ...DATA, ...body].join('\n')}\n`;
      expect(applyFix(text, only(only(found(lint(text), RULE)).fixes))).toBe(`${[own, title, ...body].join('\n')}\n`);
    });
  });
});
