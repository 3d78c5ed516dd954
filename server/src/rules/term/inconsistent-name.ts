import { type Hit, hitAt, hitsOf, search } from '../../facts/search/search.ts';
import { isSlipOf } from '../../text/near-miss/one-slip.ts';
import { defineRule, failed, passed } from '../rule.ts';
import { alsoAt } from '../support/wording.ts';

const SUBJECT = '平台名称';

/** 微信公众号“青溪发布”, “青溪发布”微信公众号: an account or a program by its name. */
const ACCOUNTS = search(
  /(微信公众号|公众号|微博|抖音号?|视频号|头条号|客户端|小程序|App|APP)[“"「]([^“”"「」]{3,16})[”"」]|[“"「]([^“”"「」]{3,16})[”"」](?:政务)?(微信公众号|公众号|微博|抖音号?|视频号|头条号|客户端|小程序|App|APP)/g,
);
/** 青溪县人民政府门户网站, 青溪县政府网: with the place before it, so that no other site is meant. */
const SITES = search(/([\u4e00-\u9fff]{2,4}[省市州盟县区旗])((?:人民)?政府(?:门户)?网(?:站)?)/g);
/** 我, 登录, 在 before a place's name. */
const BEFORE_NAME = /^.*?(?:在|到|通过|登录|登陆|访问|依托|利用|由|和|与|及|对|以|向|将)/;

/** One platform goes by one name in one report. */
export default defineRule({
  meta: {
    id: 'term/inconsistent-name',
    title: { zh: '同一平台前后名称不一致', en: 'One platform by two names' },
    severity: 'hint',
    basis: '党政机关公文格式的通行写法：同一事物在同一文件中用同一名称',
    fix: 'none',
    messages: {
      other: {
        zh: '此处写作“{found}”，前文写作“{first}”，同一平台宜用同一名称。',
        en: '“{found}” here, “{first}” before: one platform should have one name.',
      },
    },
  },
  *check(report) {
    const odd = [...accounts(hitsOf(report, ACCOUNTS)), ...sites(hitsOf(report, SITES))];
    for (const { hit, found, first, firstHit } of odd) {
      yield failed(SUBJECT, {
        messageId: 'other',
        span: hit.span,
        data: { found, first },
        related: alsoAt([hit, firstHit]),
      });
    }
    if (odd.length === 0) yield passed(SUBJECT);
  },
});

interface Odd {
  readonly hit: Hit;
  readonly found: string;
  readonly firstHit: Hit;
  readonly first: string;
}

/** Accounts of one kind whose names differ by a slip: 青溪教育 and 青溪体育 are two. */
function accounts(hits: readonly Hit[]): Odd[] {
  return oddOnes(hits, ({ groups: [kind, name, before, kindBehind] }) => ({
    group: (kind || kindBehind || '').replace(/^微信公众号$/, '公众号').toUpperCase(),
    name: name || before || '',
    isSame: isSlipOf,
  }));
}

function sites(hits: readonly Hit[]): Odd[] {
  const own = hits.map(({ paragraph, end, groups: [place = '', site = ''] }) =>
    hitAt(paragraph, end - site.length - place.replace(BEFORE_NAME, '').length, end, [site]),
  );
  return oddOnes(own, ({ text, groups: [site = ''] }) => {
    const group = text.slice(0, text.length - site.length);
    return { group, name: group.length < 3 ? '' : text, isSame: () => true };
  });
}

interface Named {
  readonly group: string;
  readonly name: string;
  readonly isSame: (a: string, b: string) => boolean;
}

/** The first place of each name that differs from an earlier one of its group and means the same. */
function oddOnes(hits: readonly Hit[], nameOf: (hit: Hit) => Named): Odd[] {
  const known: { hit: Hit; named: Named }[] = [];
  const odd: Odd[] = [];
  for (const hit of hits) {
    const named = nameOf(hit);
    const inGroup = known.filter((each) => each.named.group === named.group);
    if (named.name === '' || inGroup.some((each) => each.named.name === named.name)) continue;
    const earlier = inGroup.find((each) => named.isSame(each.named.name, named.name));
    if (earlier) odd.push({ hit, found: named.name, firstHit: earlier.hit, first: earlier.named.name });
    known.push({ hit, named });
    if (known.length >= MOST) break;
  }
  return odd;
}

/** A report names a handful of platforms. */
const MOST = 40;
