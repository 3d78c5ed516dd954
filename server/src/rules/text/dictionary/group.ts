/**
 * Set phrases of one source. Only Chinese characters, three or more each, separated by blanks: an expert can read them
 * through.
 */
export interface PhraseGroup {
  /** The law, notice or document whose words they are. Left out: terms of office prose, which nobody laid down. */
  readonly source?: string;
  readonly phrases: string;
}
