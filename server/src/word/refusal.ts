import type { Bilingual } from '../rules/rule.ts';

/** Why a file cannot be read as a Word document. */
export type RefusalReason =
  | 'old-word'
  | 'encrypted'
  | 'pdf'
  | 'ofd'
  | 'rtf'
  | 'image'
  | 'not-word'
  | 'damaged'
  | 'too-large'
  | 'too-deep'
  | 'macros'
  | 'entities';

/** One sentence for each: what the file is, and what to do. */
export const REFUSALS: Readonly<Record<RefusalReason, Bilingual>> = {
  'old-word': {
    zh: '这是旧格式文件（.doc 或 .wps）。请用 Word 或 WPS 打开，“另存为”.docx 后再核对。',
    en: 'This is a file of the old format (.doc or .wps). Open it in Word or WPS, save it as .docx, and check that.',
  },
  encrypted: {
    zh: '文档设了密码，读不出来。请去掉密码后再核对。',
    en: 'The document is protected by a password and cannot be read. Remove the password and check it again.',
  },
  pdf: {
    zh: '这是 PDF。请核对它的 Word 原稿，或把 PDF 中的文字复制到 .txt 文件后核对。',
    en: 'This is a PDF. Check the Word document that it was made from, or copy its text into a .txt file.',
  },
  ofd: {
    zh: '这是 OFD 版式文件。请核对它的 Word 原稿，或把文字复制到 .txt 文件后核对。',
    en: 'This is an OFD file. Check the Word document that it was made from, or copy its text into a .txt file.',
  },
  rtf: {
    zh: '这是 RTF 文件。请用 Word 或 WPS“另存为”.docx 后再核对。',
    en: 'This is an RTF file. Save it as .docx with Word or WPS and check that.',
  },
  image: {
    zh: '这是图片，图中的文字和表格读不出来。请核对文字稿。',
    en: 'This is a picture; the text and the tables in it cannot be read. Check the text itself.',
  },
  'not-word': {
    zh: '文件名像 Word 文档，内容却不是。请用 Word 或 WPS 打开，“另存为”.docx。',
    en: 'The file is named like a Word document but is none. Open it in Word or WPS and save it as .docx.',
  },
  damaged: {
    zh: '文档已损坏，读不全。请用 Word 或 WPS 打开修复，“另存为”.docx 后再核对。',
    en: 'The document is damaged. Open and repair it with Word or WPS, save it as .docx, and check that.',
  },
  'too-large': {
    zh: '文档展开后过大，没有核对。年度报告一般不超过几百 KB，请检查文档中是否夹带了其他内容。',
    en: 'The document is too large once unpacked and was not checked. A report has some hundred KB; see what else is in it.',
  },
  'too-deep': {
    zh: '文档的结构层层嵌套，超出正常文档的限度，没有核对。请把内容复制到新文档后再核对。',
    en: 'The document is nested deeper than any real one and was not checked. Copy its content into a new document.',
  },
  macros: {
    zh: '文档带有宏，没有核对，宏也没有运行。请用 Word 或 WPS “另存为”不带宏的 .docx 后再核对。',
    en: 'The document has macros; it was not checked and none of them was run. Save it as a .docx without macros.',
  },
  entities: {
    zh: '文档中有实体声明，Word 写出的文档没有这种内容，因此没有核对。请把内容复制到新文档后再核对。',
    en: 'The document declares entities, which no document of Word does, and was not checked. Copy its content into a new document.',
  },
};

/** Word itself nests some dozens of elements; a document that nests hundreds was made to break a reader. */
export const DEEPEST = 400;

/** Thrown inside this folder only; `readWord` and `reviewWord` turn it into a result. */
export class Refused extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason) {
    super(reason);
    this.reason = reason;
  }
}

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

/** What a file is that is no zip archive, by its first bytes. */
export function reasonOf(bytes: Uint8Array): RefusalReason | undefined {
  if (startsWith(bytes, 0x50, 0x4b)) return undefined;
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return isEncryptedPackage(bytes) ? 'encrypted' : 'old-word';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image';
  return 'not-word';
}

/** Office keeps an encrypted package in a compound file, in a stream of this name (MS-OFFCRYPTO 2.3.4.4). */
const ENCRYPTED_STREAM = 'EncryptedPackage';

function isEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [...ENCRYPTED_STREAM].flatMap((char) => [char.charCodeAt(0), 0]);
  const last = bytes.length - name.length;
  for (let at = 0; at <= last; at += 2) {
    if (bytes[at] === name[0] && name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
