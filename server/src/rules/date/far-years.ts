import { type Hit, hitsOf, search } from '../../facts/search/search.ts';
import type { Report } from '../../report/report.ts';
import { after, before } from '../support/wording.ts';

const YEARS = search(/(20\d\d)\s?年/g);
/** Goals are set for years to come: 到2035年, 2060年前, 2050年远景目标. */
const TOWARDS = /(?:到|至|于|面向|展望|力争|截至|截止|预计|计划|有效期)[^，。；]{0,4}$/;
const GOAL = /^(?:前|底前|以前|远景|碳|实现|建成|基本|的?目标|止|到期)/;
/** So far ahead nobody plans a year's work. */
const FAR = 8;

/** 2052年 for 2025年: a year so far off that two of its figures must have changed places. */
export const farYears = (report: Report, year: number): readonly Hit[] =>
  hitsOf(report, YEARS).filter((hit) => {
    const found = Number(hit.groups[0]);
    return found > year + FAR && !TOWARDS.test(before(hit, 8)) && !GOAL.test(after(hit, 8));
  });
