import { hasTags } from './source/html/tags.ts';

/** A report begins within this many characters; a log file of 50 MB is not read to its end to find that out. */
export const SNIFFED = 60_000;
/** Most of a page's source is markup. */
export const SNIFFED_SOURCE = 600_000;

const WORDS = /公开|总体情况|需要报告|主要问题/;

/** A report contains at least one of these words. */
export const hasReportWords = (head: string): boolean => WORDS.test(head);

/**
 * Whether a text deserves a closer look. Reads it as it stands, so that next to nothing has to be loaded. A page may
 * write its words as entities or with tags between them, so that only a closer look can tell.
 */
export const mayBeReport = (text: string): boolean =>
  hasReportWords(text.slice(0, SNIFFED)) || hasTags(text.slice(0, SNIFFED_SOURCE));
