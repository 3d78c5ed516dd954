import { describe, expect, test } from 'vitest';
import { foldTitle } from '../../../server/src/facts/citations.ts';
import { DOCUMENTS, KNOWN_DOCUMENTS } from '../../../server/src/forms/documents.ts';
import { say, texts } from '../say.ts';

const RULE = 'term/document-number-fact';
const FORM = '《国务院办公厅政府信息与政务公开办公室关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》';
const FEE = '《政府信息公开信息处理费管理办法》';
const LAW = '《中华人民共和国政府信息公开条例》';

describe(RULE, () => {
  test.each([
    [`按照${FORM}（国办发〔2021〕30号）编制。`, '国办发〔2021〕30号', '国办公开办函〔2021〕30号'],
    [`按照${FORM}（国办公开办函〔2020〕30号）编制。`, '国办公开办函〔2020〕30号', '国办公开办函〔2021〕30号'],
    [
      `按照${FORM.replaceAll(/[〈〉]/g, (mark) => (mark === '〈' ? '<' : '>'))}(国办函[2021]30号)编制。`,
      '国办函[2021]30号',
      '国办公开办函〔2021〕30号',
    ],
    [`依据${FEE}（国办函〔2020〕19号）收取。`, '国办函〔2020〕19号', '国办函〔2020〕109号'],
    ['按照国办函〔2019〕60号要求编制年度报告。', '国办函〔2019〕60号', '国办公开办函〔2019〕60号'],
    [`按照${FORM}（国办公开函〔2021〕30号）编制。`, '国办公开函〔2021〕30号', '国办公开办函〔2021〕30号'],
    ['按照国办公开办〔2021〕30号编制。', '国办公开办〔2021〕30号', '国办公开办函〔2021〕30号'],
    ['按照国办公开函〔2019〕60号编制。', '国办公开函〔2019〕60号', '国办公开办函〔2019〕60号'],
    ['按照国办公开办涵〔2021〕30号编制。', '国办公开办涵〔2021〕30号', '国办公开办函〔2021〕30号'],
    [`按照国办函〔2021〕109号${FEE}执行。`, '国办函〔2021〕109号', '国办函〔2020〕109号'],
    ['按照国办公开办函〔202130号编制。', '国办公开办函〔202130号', '国办公开办函〔2021〕30号'],
    [`根据${LAW}（国务院令第771号）编制。`, '国务院令第771号', '国务院令第711号'],
  ])('%s', (paragraph, found, right) => {
    const { problems, texts, fixed } = say(RULE, paragraph);
    expect(texts).toEqual([found]);
    expect(problems[0]?.severity).toBe('warning');
    expect(problems[0]?.fixes.map(({ kind }) => kind)).toEqual(['suggestion']);
    expect(fixed).toContain(right);
    expect(fixed).not.toContain(found);
  });

  test.each([
    [
      'the right numbers',
      `${LAW}（国务院令第711号）、${FORM}（国办公开办函〔2021〕30号）、${FEE}（国办函〔2020〕109号）。`,
    ],
    ['wrong brackets are another rule’s', `按照${FORM}(国办公开办函[2021]30号)编制。`],
    ['blanks of a PDF', `根据${LAW}（国令第 711 号）、${FORM}（国办公开办函〔2021〕30 号）编制。`],
    [
      'a province passes it on under its own number',
      `按照《关于转发政府信息公开工作年度报告格式的通知》（云政办公开函〔2021〕30号）编制。`,
    ],
    [
      'a province’s notice of like title',
      '按照《云岭省人民政府办公厅关于政府信息公开工作年度报告有关事项的通知》（云政办函〔2019〕60号）编制。',
    ],
    [
      'another document of the same office',
      '按照《关于规范政府信息公开平台有关事项的通知》（国办公开办函〔2019〕61号）建设专栏。',
    ],
    ['another document with that year and serial', '落实国办发〔2021〕30号文件精神，优化营商环境。'],
    ['the first version of the law is looked at elsewhere', `${LAW}（国务院令第492号）自2008年5月1日起施行。`],
    ['the order of another law', '根据《保障中小企业款项支付条例》（国务院令第728号）公开信息。'],
  ])('silent: %s', (_, paragraph) => {
    expect(texts(RULE, paragraph)).toEqual([]);
  });
});

describe('the known documents', () => {
  test('are recognised by their own titles, with and without the issuer', () => {
    for (const { title, issuer, cited } of KNOWN_DOCUMENTS) {
      expect(foldTitle(`《${title}》`), title).toMatch(cited);
      if (issuer !== '国务院')
        expect(foldTitle(`《${issuer}${title.startsWith('关于') ? '' : '关于印发'}${title}》`)).toMatch(cited);
    }
  });

  test('came into force no earlier than they were issued, and name their successors', () => {
    for (const { issued, inForce, supersededBy } of KNOWN_DOCUMENTS) {
      expect(inForce >= issued).toBe(true);
      if (supersededBy) expect(DOCUMENTS[supersededBy].inForce > inForce).toBe(true);
    }
  });
});
