import type { Severity } from '../../rules/rule.ts';
import type { FormatContext, Formatter } from './format.ts';
import { atTheEnd, type PlainFile } from './plain.ts';
import { attributes, XML_HEAD } from './xml.ts';

const SEVERITIES: Readonly<Record<Severity, 'error' | 'warning' | 'info'>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

function fileElement({ path, findings }: PlainFile): string {
  const errors = findings.map(({ rule, severity, message, start: { line, column } }) => {
    const source = `nianbao.${rule.replace('/', '.')}`;
    return `    <error${attributes({ line, column, severity: SEVERITIES[severity], message, source })}/>\n`;
  });
  return `  <file${attributes({ name: path })}>\n${errors.join('')}  </file>\n`;
}

/** The XML of Checkstyle, which most report viewers read. */
export const checkstyle = (context: FormatContext): Formatter<PlainFile | undefined> =>
  atTheEnd(
    context,
    (files) => `${XML_HEAD}<checkstyle version="4.3">\n${files.map(fileElement).join('')}</checkstyle>\n`,
  );
