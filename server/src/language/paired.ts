import type { Relations } from '../relations/relations.ts';
import type { ReportSummary } from '../relations/summary.ts';
import type { Locale } from '../rules/rule.ts';
import { say } from './words.ts';

/** The reports that one is compared with, a line each; nothing where there is none. */
export function pairedLines(relations: Relations | undefined, locale: Locale): string[] {
  if (!relations) return [];
  const { prior, government, members, missing, duplicates } = relations;
  return [
    prior
      ? say(locale, `上年报告：${fileOf(prior)}`, `Last year’s report: ${fileOf(prior)}`)
      : say(locale, '没有找到上年报告', 'Last year’s report was not found'),
    ...(government ? [say(locale, `政府报告：${fileOf(government)}`, `The government’s: ${fileOf(government)}`)] : []),
    ...(members.length > 0
      ? [say(locale, `汇总的单位：${members.length} 份报告`, `Members: ${members.length} reports`)]
      : []),
    ...(missing.length > 0
      ? [
          say(
            locale,
            `没有报告的单位：${missing.map(({ name }) => name).join('、')}`,
            `Members without a report: ${missing.map(({ name }) => name).join(', ')}`,
          ),
        ]
      : []),
    ...duplicates.map((other) =>
      say(locale, `同一报告另有一份：${fileOf(other)}`, `The same report once more: ${fileOf(other)}`),
    ),
  ];
}

/** The file's name with the folder that it lies in, as far as there is one. */
function fileOf({ document }: ReportSummary): string {
  const path = document
    .split(/[\\/]/)
    .slice(-2)
    .join('/')
    .replace(/^untitled:/, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
