import ignoreComment from './config/ignore-comment.ts';
import staleIgnore from './config/stale-ignore.ts';
import agencyName from './consistency/agency-name.ts';
import announcedCount from './consistency/announced-count.ts';
import feeUnpaid from './consistency/fee-unpaid.ts';
import feeVsTable from './consistency/fee-vs-table.ts';
import partsSum from './consistency/parts-sum.ts';
import percent from './consistency/percent.ts';
import problemMeasureCount from './consistency/problem-measure-count.ts';
import requestsNotReported from './consistency/requests-not-reported.ts';
import reviewImpliesRequest from './consistency/review-implies-request.ts';
import textVsTable from './consistency/text-vs-table.ts';
import zeroClaim from './consistency/zero-claim.ts';
import afterDeadline from './date/after-deadline.ts';
import beforePeriodEnd from './date/before-period-end.ts';
import impossible from './date/impossible.ts';
import openEndedYear from './date/open-ended-year.ts';
import period from './date/period.ts';
import shortYear from './date/short-year.ts';
import wrongYear from './date/wrong-year.ts';
import numberingDuplicate from './numbering/duplicate.ts';
import numberingGap from './numbering/gap.ts';
import numberingLevel from './numbering/level.ts';
import numberingMissingFirst from './numbering/missing-first.ts';
import missingItemNumber from './numbering/missing-item-number.ts';
import peerCopiedSection from './peer/copied-section.ts';
import foreignAgencyName from './peer/foreign-agency-name.ts';
import applicantName from './privacy/applicant-name.ts';
import bankCard from './privacy/bank-card.ts';
import idNumber from './privacy/id-number.ts';
import internalMail from './privacy/internal-mail.ts';
import mobile from './privacy/mobile.ts';
import docnumBracket from './punct/docnum-bracket.ts';
import docnumSpace from './punct/docnum-space.ts';
import englishPeriod from './punct/english-period.ts';
import enumerationComma from './punct/enumeration-comma.ts';
import halfwidth from './punct/halfwidth.ts';
import missingColon from './punct/missing-colon.ts';
import nestedBookTitle from './punct/nested-book-title.ts';
import paragraphEnd from './punct/paragraph-end.ts';
import range from './punct/range.ts';
import spaceBeforeMark from './punct/space-before-mark.ts';
import spaceInChinese from './punct/space-in-chinese.ts';
import strayMark from './punct/stray-mark.ts';
import unbalanced from './punct/unbalanced.ts';
import caseDoubleCount from './rollup/case-double-count.ts';
import duplicateReport from './rollup/duplicate-report.ts';
import missingMember from './rollup/missing-member.ts';
import mixedYear from './rollup/mixed-year.ts';
import narrative from './rollup/narrative.ts';
import rollupRules from './rollup/rules.ts';
import rollupSum from './rollup/sum.ts';
import type { Rule } from './rule.ts';
import aspectName from './structure/aspect-name.ts';
import aspects from './structure/aspects.ts';
import emptySection from './structure/empty-section.ts';
import formMismatch from './structure/form-mismatch.ts';
import govSupervision from './structure/gov-supervision.ts';
import headingNumber from './structure/heading-number.ts';
import headingWording from './structure/heading-wording.ts';
import issuerKind from './structure/issuer-kind.ts';
import missingAgency from './structure/missing-agency.ts';
import missingFeeStatement from './structure/missing-fee-statement.ts';
import missingSection from './structure/missing-section.ts';
import missingTitle from './structure/missing-title.ts';
import overviewTooLong from './structure/overview-too-long.ts';
import sectionOrder from './structure/section-order.ts';
import splitTitle from './structure/split-title.ts';
import templateSentence from './structure/template-sentence.ts';
import unsupportedYear from './structure/unsupported-year.ts';
import brokenTotal from './table/broken-total.ts';
import cellCount from './table/cell-count.ts';
import emptyCell from './table/empty-cell.ts';
import extraRow from './table/extra-row.ts';
import identity from './table/identity.ts';
import impossibleValid from './table/impossible-valid.ts';
import label from './table/label.ts';
import labelSpace from './table/label-space.ts';
import missingRow from './table/missing-row.ts';
import missingTable from './table/missing-table.ts';
import negative from './table/negative.ts';
import notANumber from './table/not-a-number.ts';
import placeholderCell from './table/placeholder-cell.ts';
import rulesWithoutPower from './table/rules-without-power.ts';
import thousands from './table/thousands.ts';
import unreadable from './table/unreadable.ts';
import decreeNumber from './term/decree-number.ts';
import documentNumberFact from './term/document-number-fact.ts';
import documentTitle from './term/document-title.ts';
import feeName from './term/fee-name.ts';
import inconsistentName from './term/inconsistent-name.ts';
import measureWord from './term/measure-word.ts';
import normativeDocument from './term/normative-document.ts';
import oldDecree from './term/old-decree.ts';
import outdatedLaw from './term/outdated-law.ts';
import requestWording from './term/request-wording.ts';
import reviewLitigationWording from './term/review-litigation-wording.ts';
import undefinedAbbreviation from './term/undefined-abbreviation.ts';
import wrongFormBasis from './term/wrong-form-basis.ts';
import duplicatedWord from './text/duplicated-word.ts';
import genericProse from './text/generic-prose.ts';
import mojibake from './text/mojibake.ts';
import placeholder from './text/placeholder.ts';
import selfRepeat from './text/self-repeat.ts';
import tautology from './text/tautology.ts';
import templateResidue from './text/template-residue.ts';
import typo from './text/typo.ts';
import untranslated from './text/untranslated.ts';
import webBoilerplate from './text/web-boilerplate.ts';
import carryOver from './year/carry-over.ts';
import copiedSection from './year/copied-section.ts';
import items2020 from './year/items-2020.ts';
import jump from './year/jump.ts';
import pendingCases from './year/pending-cases.ts';
import problemNotImproved from './year/problem-not-improved.ts';
import sameNumbers from './year/same-numbers.ts';
import staleYear from './year/stale-year.ts';
import validDocuments from './year/valid-documents.ts';

/** Every rule, in catalogue order: the one list that lint, documentation, settings and SARIF are made from. */
export const rules: readonly Rule[] = [
  missingSection,
  headingNumber,
  headingWording,
  sectionOrder,
  missingTitle,
  missingAgency,
  issuerKind,
  splitTitle,
  aspects,
  aspectName,
  govSupervision,
  emptySection,
  missingFeeStatement,
  unsupportedYear,
  formMismatch,
  overviewTooLong,
  templateSentence,
  missingTable,
  unreadable,
  missingRow,
  cellCount,
  label,
  labelSpace,
  extraRow,
  emptyCell,
  placeholderCell,
  notANumber,
  negative,
  thousands,
  brokenTotal,
  identity,
  impossibleValid,
  rulesWithoutPower,
  textVsTable,
  zeroClaim,
  requestsNotReported,
  partsSum,
  percent,
  agencyName,
  announcedCount,
  problemMeasureCount,
  feeVsTable,
  feeUnpaid,
  reviewImpliesRequest,
  wrongYear,
  period,
  impossible,
  afterDeadline,
  beforePeriodEnd,
  openEndedYear,
  shortYear,
  untranslated,
  placeholder,
  templateResidue,
  webBoilerplate,
  mojibake,
  duplicatedWord,
  typo,
  tautology,
  genericProse,
  selfRepeat,
  documentNumberFact,
  decreeNumber,
  oldDecree,
  outdatedLaw,
  wrongFormBasis,
  normativeDocument,
  feeName,
  requestWording,
  reviewLitigationWording,
  measureWord,
  undefinedAbbreviation,
  documentTitle,
  inconsistentName,
  docnumBracket,
  docnumSpace,
  nestedBookTitle,
  unbalanced,
  paragraphEnd,
  strayMark,
  halfwidth,
  englishPeriod,
  enumerationComma,
  range,
  spaceInChinese,
  spaceBeforeMark,
  missingColon,
  numberingDuplicate,
  numberingGap,
  numberingMissingFirst,
  numberingLevel,
  missingItemNumber,
  idNumber,
  mobile,
  applicantName,
  internalMail,
  bankCard,
  carryOver,
  validDocuments,
  items2020,
  pendingCases,
  copiedSection,
  staleYear,
  sameNumbers,
  jump,
  problemNotImproved,
  rollupSum,
  missingMember,
  mixedYear,
  duplicateReport,
  caseDoubleCount,
  rollupRules,
  narrative,
  peerCopiedSection,
  foreignAgencyName,
  ignoreComment,
  // Asks what the others have found.,
  staleIgnore,
];
