import { isFullStop } from '../../text/sentences.ts';
import { type Features, featuresOf, saysNothing, saysOfAll } from './features.ts';
import type { Folded } from './folded.ts';
import type { Claimed, Frame } from './frame.ts';
import type { Quantity } from './quantities.ts';
import type { Read } from './read.ts';
import {
  asOther,
  eachOf,
  fromAll,
  type Given,
  goesOn,
  isName,
  isTheme,
  isWhole,
  joined,
  kindOf,
  nounBehind,
  unboundBy,
  unboundNone,
  untilAll,
  withCarried,
} from './reading.ts';
import { isCounted, isOtherTime, leadsToSome, noneSaid } from './said.ts';
import type { Token } from './scan.ts';
import {
  inheritedFrom,
  isComplete,
  isDoubtful,
  isMeasured,
  measured,
  NO_PARTS,
  newScope,
  openSibling,
  partsWith,
  reasoned,
  type Scope,
  unknownRead,
} from './scope.ts';
import type { Step } from './steps.ts';
import { isIndependent, ownTopic, subjectOf, type Topic } from './subjects.ts';

/** What was taken back is not counted. */
const UNCOUNTED = /撤回|计入|纳入统计|不在统计/;

/** Walks the clauses of a paragraph and makes a frame of each claim. */
export class Machine {
  readonly frames: Frame[] = [];
  readonly #folded: Folded;
  #topic: Topic;
  #scope: Scope = newScope();
  /** What the sentence before was about. */
  #previous: Read | undefined;
  #depth = 0;
  readonly #outside: Pick<Scope, 'within' | 'parts' | 'last'>[] = [];
  #isDifference = false;
  /** What the clause right before named. */
  #theme: Features | undefined;
  /** The results that a clause before gave as reasons. */
  #reasons: readonly string[] = [];

  constructor(folded: Folded) {
    this.#folded = folded;
  }

  take(step: Step): void {
    this.#bracket(step.depth);
    if (isFullStop(step.mark)) this.#sentence();
    if (step.mark === ';') this.#halfSentence();
    if (!step.quantity && saysNothing(this.#folded.text, step.before)) {
      this.#theme = undefined;
      return;
    }
    const before = featuresOf(this.#folded.text, step.before);
    if (step.quantity) this.#number(step, step.quantity, before);
    else this.#words(step, before);
    this.#theme = !step.quantity && isTheme(before) ? before : undefined;
  }

  #bracket(depth: number): void {
    while (this.#depth < depth) {
      this.#depth++;
      const { within, parts, last } = this.#scope;
      this.#outside.push({ within, parts, last });
      this.#scope.within = this.#scope.last;
      this.#scope.parts = NO_PARTS;
    }
    while (this.#depth > depth) {
      this.#depth--;
      const outside = this.#outside.pop();
      this.#scope.within = outside?.within;
      this.#scope.parts = outside?.parts ?? NO_PARTS;
      this.#scope.last = outside?.last;
    }
  }

  #sentence(): void {
    const { governor, within } = this.#scope;
    this.#previous = governor ?? within ?? this.#previous;
    this.#scope = newScope();
    this.#reasons = [];
    this.#isDifference = false;
  }

  #halfSentence(): void {
    const { within, parts } = this.#scope;
    this.#scope.lead = undefined;
    if (isComplete(this.#scope)) this.#backToWhole();
    if (within && parts.sum === within.value) this.#scope.within = undefined;
    this.#isDifference = false;
  }

  /** 自然人 10 件、企业 2 件；…: behind a whole list the talk is of its total. */
  #backToWhole(): void {
    this.#scope.last = this.#scope.within ?? this.#scope.governor;
  }

  /** 企业 2 件，全部办结，其中…: of all, or of the last alone. */
  #allOfWhich(): void {
    const { last, governor } = this.#scope;
    if (isComplete(this.#scope)) this.#backToWhole();
    else if (last && governor && last !== governor) this.#scope.last = { ...last, unbound: 'some-of-them' };
  }

  /** Words without a number: they say there was none, or all of them, or what the numbers behind them have in common. */
  #words(step: Step, features: Features): void {
    if (features.none > 0 || features.zero) this.#none(step, features);
    else if (features.all) {
      this.#all(step, step.before, this.#allOf(step) ?? this.#scope.last);
      this.#allOfWhich();
    }
    const { topic, fits } = ownTopic(features);
    if (topic !== undefined && topic !== 'foreign') this.#topic = topic;
    if (features.isCompared) return;
    this.#settle(features);
    if (features.of && (topic ?? fits[0]) !== undefined) this.#amidst(features, topic ?? fits[0]);
  }

  /** What the numbers behind the words have in common. */
  #settle(features: Features): void {
    if (features.time !== undefined) this.#scope.time = features.time;
    if (features.whose !== undefined && !this.#scope.within) this.#scope.whose = features.whose;
    if (features.among) this.#among();
    if (features.results.length > 0) this.#because(features.results);
    if (features.words.some((word) => UNCOUNTED.test(word))) this.#withdraw();
    if (leadsToSome(features)) this.#scope.lead = 'some-of-them';
  }

  /** 属于行政查询事项，不予公开 4 件; 不予公开 4 件，属于行政查询事项: the reason may stand on either side. */
  #because(reasons: readonly string[]): void {
    this.#reasons = reasons;
    const last = this.frames.at(-1);
    if (last?.claimed.kind !== 'amount' || last.subject.of !== 'requests') return;
    this.frames[this.frames.length - 1] = { ...last, subject: { ...last.subject, perhapsFor: reasons } };
  }

  /** 收到 5 件，申请人主动撤回，未计入统计: the number before is none of the tables'. */
  #withdraw(): void {
    const last = this.frames.at(-1);
    if (last?.claimed.kind === 'amount') this.frames[this.frames.length - 1] = { ...last, unbound: 'some-of-them' };
  }

  /** 其中: of the number before, in the sentence before if this one begins so. */
  #among(): void {
    const { last, governor } = this.#scope;
    this.#scope.within = withCarried(last ?? this.#previous, governor) ?? last ?? this.#previous;
    this.#scope.parts = NO_PARTS;
  }

  /** 不予公开的申请中，…: words that stand for a total. */
  #amidst(features: Features, topic: Topic): void {
    const isSome = features.unknown.length > 0 || features.some.length > 0 || features.channels > 0;
    this.#scope.within = {
      topic,
      features,
      subject: subjectOf(topic, features, { subject: undefined, sibling: undefined }),
      whose: features.whose ?? this.#scope.whose,
      time: this.#scope.time,
      unbound: isSome ? 'some-of-them' : this.#scope.lead,
      value: undefined,
      isDoubtful: false,
    };
    this.#scope.parts = NO_PARTS;
  }

  #number(step: Step, quantity: Quantity, before: Features): void {
    const { text } = this.#folded;
    if (!isCounted(quantity) || isName(text, quantity)) return;
    if (before.among) this.#among();
    const own = ownTopic(before);
    const isFirst = own.topic === undefined && own.fits.length === 0;
    const behind = isFirst ? featuresOf(text, untilAll(step.behind)) : nounBehind(text, step.behind);
    const features = this.#named(step, joined(before, behind));
    this.#isDifference = isOtherTime(before) || (this.#isDifference && isFirst && step.mark !== ',');
    if (this.#isDifference) return;
    const { topic, fits } = ownTopic(features);
    if (topic === undefined && fits.length === 0) this.#bare(quantity, features);
    else this.#claim(step, quantity, features);
  }

  /** A number whose words name what it counts. */
  #claim(step: Step, quantity: Quantity, features: Features): void {
    const { text } = this.#folded;
    const parent = this.#parentOf(features);
    const own = ownTopic(features);
    const topic = own.topic ?? this.#topicFor(own.fits, parent);
    const behind = featuresOf(text, step.behind);
    const beside = this.#scope.last ?? this.#previous;
    const follows = text.slice(step.behind.at(-1)?.end ?? quantity.behind).slice(0, 2);
    const given = { step, features, behind, follows, parent, topic, beside, paragraph: this.#topic };
    const read = this.#read(given, quantity);
    if (read.subject && topic !== 'foreign' && isMeasured(topic, quantity.unit === '元')) {
      this.#add(quantity.start, quantity.end, { kind: 'amount', quantity }, read, step);
    }
    this.#keep(step, read, features);
    if (behind.all) this.#all(step, fromAll(step.behind), read);
  }

  /** The words of a number with what the list or the clause before adds to them. */
  #named({ mark, quantity }: Step, words: Features): Features {
    const features = asOther(words, this.#scope.parts.kind);
    const own = ownTopic(features);
    const isBare = own.topic === undefined && own.fits.length === 0 && features.unknown.length === 0;
    const goesOn = /[,:]/.test(mark) && /^[件宗例起份]$/.test(quantity?.unit ?? '') && !features.whose;
    return isBare && goesOn && this.#theme ? joined(this.#theme, features) : features;
  }

  /** A number that says by no word what it counts. What goes on from it is not known. */
  #bare(quantity: Quantity, features: Features): void {
    if (this.#scope.within || features.unknown.length === 0 || quantity.unit === '元') return;
    const read = unknownRead(features, this.#scope.time, quantity.value);
    this.#scope.governor = read;
    this.#scope.last = read;
  }

  #parentOf(features: Features): Read | undefined {
    const { within, governor } = this.#scope;
    if (within) return within;
    if (goesOn(governor, features)) return governor;
    if (isIndependent(features)) return undefined;
    return governor ?? (this.#topic === this.#previous?.topic ? this.#previous : undefined);
  }

  /** What words that name no thing are about: what their total is about, or the paragraph. */
  #topicFor(fits: readonly Topic[], parent: Read | undefined): Topic {
    if (parent) return fits.includes(parent.topic) ? parent.topic : 'foreign';
    return fits.includes(this.#topic) ? this.#topic : undefined;
  }

  #read(given: Given, quantity: Quantity): Read {
    const { features, parent, topic } = given;
    const scope = this.#scope;
    const sibling = openSibling(scope, features, quantity);
    const whose = features.whose ?? parent?.whose ?? scope.whose;
    const isItems = topic === 'decisions' && quantity.unit === '项';
    const time = isItems ? 'this' : (features.time ?? (parent ? parent.time : scope.time));
    this.#spread(given);
    const subject = subjectOf(topic, features, { subject: parent?.subject, sibling: sibling?.subject });
    return {
      topic,
      features,
      subject: reasoned(measured(subject, quantity, features), this.#reasons),
      whose,
      time,
      unbound: unboundBy(given) ?? scope.lead ?? inheritedFrom(parent, topic, features),
      value: quantity.surely === 'exactly' ? quantity.value : undefined,
      isDoubtful: isDoubtful(scope, topic, features, sibling),
    };
  }

  /** Whose and when hold for the numbers behind, too, unless they were said inside a list. */
  #spread({ features, step }: Given): void {
    const scope = this.#scope;
    if (scope.within) return;
    if (features.whose) scope.whose = features.whose;
    if (features.time !== undefined && step.mark !== '') scope.time = features.time;
  }

  #keep(step: Step, read: Read, features: Features): void {
    const scope = this.#scope;
    if (read.topic !== undefined && read.topic !== 'foreign') this.#topic = read.topic;
    scope.last = read;
    const isTotal = isIndependent(features) || read.topic === 'foreign' || this.#isFirstNoun(features);
    if (!scope.within && isTotal && step.depth === 0) {
      scope.governor = read;
      scope.parts = NO_PARTS;
      return;
    }
    scope.parts = partsWith(scope, kindOf(features), read);
  }

  /** 12 件申请中，…: what its sentence names first. */
  #isFirstNoun(features: Features): boolean {
    return this.#scope.governor === undefined && features.apply && /^(?:other|event)$/.test(kindOf(features));
  }

  /** 未收到…, 无上年结转: every cell that the words name holds nothing. */
  #none(step: Step, features: Features): void {
    const none = noneSaid(this.#folded.text, step.before, features);
    if (!none) return;
    const { said, lead, start, end } = none;
    for (const [topic, each] of eachOf(said)) {
      const own = ownTopic(each);
      const about = topic ?? own.topic ?? this.#topicFor(own.fits, undefined);
      const before = about === 'documents' ? this.#scope.governor?.subject : undefined;
      const subject = about && subjectOf(about, each, { subject: before, sibling: undefined });
      if (!subject) continue;
      const isUnknown = lead.unknown.length > 0 ? 'words-unknown' : undefined;
      const read: Read = {
        topic: about,
        features: each,
        subject,
        whose: features.whose ?? this.#scope.whose,
        time: features.time ?? this.#scope.time,
        unbound: unboundNone(about, each, this.#topic) ?? this.#scope.lead ?? isUnknown,
        value: undefined,
        isDoubtful: false,
      };
      this.#add(start, end, { kind: 'none' }, read, step);
    }
  }

  /** 收到的申请均…: those that the clause itself names. */
  #allOf(step: Step): Read | undefined {
    const said = featuresOf(this.#folded.text, untilAll(step.before));
    const { topic, fits } = ownTopic(said);
    const about = topic ?? this.#topicFor(fits, undefined);
    const isSome = said.unknown.length + said.some.length + said.channels > 0 || said.isCompared || said.of;
    const subject = subjectOf(about, said, { subject: undefined, sibling: undefined });
    if (!subject || isSome || unboundNone(about, said, this.#topic)) return undefined;
    return {
      topic: about,
      features: said,
      subject,
      whose: said.whose ?? this.#scope.whose,
      time: said.time ?? this.#scope.time,
      unbound: this.#scope.lead,
      value: undefined,
      isDoubtful: false,
    };
  }

  /** 均予以公开: what all of those named before have in common. */
  #all(step: Step, words: readonly Token[], parent: Read | undefined): void {
    const { text } = this.#folded;
    const at = words.findIndex(({ kind }) => kind === 'all');
    const said = featuresOf(text, words.slice(at));
    if (!saysOfAll(said) || !parent || parent.unbound) return;
    const isOfPart = parent === this.#scope.last && parent !== this.#scope.governor;
    if (isOfPart && (this.#scope.governor ?? this.#scope.within) !== undefined) return;
    const subject = subjectOf(parent.topic, said, { subject: parent.subject, sibling: undefined });
    const from = words[at];
    const to = words.at(-1);
    if (!subject || !from || !to || !isWhole(parent.subject)) return;
    this.#add(from.start, to.end, { kind: 'all' }, { ...parent, subject }, step);
  }

  #add(start: number, end: number, claimed: Claimed, read: Read, step: Step): void {
    const { at } = this.#folded;
    const { subject, whose, time, unbound, isDoubtful } = read;
    if (!subject) return;
    const from = at[start] ?? 0;
    this.frames.push({
      start: from,
      end: (at[end - 1] ?? from) + 1,
      claimed,
      subject,
      whose,
      time,
      unbound,
      isDoubtful,
      words: step.before.map((token) => this.#folded.text.slice(token.start, token.end)).join(''),
    });
  }
}
