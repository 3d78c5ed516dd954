import { describe, expect, test } from 'vitest';
import { say, texts } from '../say.ts';

const RULE = 'text/duplicated-word';

describe(RULE, () => {
  test.each([
    ['information', '公开群众关心的的信息。', '的的', '公开群众关心的信息。'],
    ['information', '属于四类过程性性信息。', '性性', '属于四类过程性信息。'],
    ['warning', '及时更新信息信息目录。', '信息信息', '及时更新信息目录。'],
    ['warning', '对网站进行进行检查。', '进行进行', '对网站进行检查。'],
    ['warning', '切实加强加强组织领导。', '加强加强', '切实加强组织领导。'],
    ['warning', '组织召开召开专题会议3次。', '召开召开', '组织召开专题会议3次。'],
    ['warning', '公开渠道更加更加畅通。', '更加更加', '公开渠道更加畅通。'],
    ['warning', '统筹使用资金资金。', '资金资金', '统筹使用资金。'],
    ['warning', '主要负责人亲自亲自部署。', '亲自亲自', '主要负责人亲自部署。'],
    ['hint', '针对反馈评估反馈意见整改。', '反馈评估反馈', '针对评估反馈意见整改。'],
    [
      'hint',
      '按照公开工作的要求，以公开为常态、不公开为例外的要求更新目录。',
      '按照公开工作的要求，',
      '按照以公开为常态、不公开为例外的要求更新目录。',
    ],
  ])('%s: %s', (severity, paragraph, text, right) => {
    const { problems, texts, fixed } = say(RULE, paragraph);
    expect(texts).toEqual([text]);
    expect(problems[0]?.severity).toBe(severity);
    expect(problems[0]?.fixes[0]?.kind).toBe('suggestion');
    expect(fixed).toContain(right);
  });

  test.each([
    '县人民政府政府信息公开专栏运行平稳。',
    '达到便民目的的措施有三项。',
    '关键是是否及时公开。',
    '树立为民服务的形象，成为为民服务的窗口。',
    '群众参与与否不影响公开。',
    '营造祥和和谐的氛围。',
    '仍存在在线申请不便的问题。',
    '规范规范性文件管理，管理管理人员，服务服务对象。',
    '逐项逐项核对，一个一个落实。',
    '常常研究研究新情况，反反复复核对。',
    '的的确确方便了群众。',
    '加强学习，加强管理，加强监督。',
    '按照省政府要求，严格落实市政府的要求。',
    '信息公开信息处理费为零。',
    '开展检查和开展培训同步进行。',
  ])('silent: %s', (paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});
