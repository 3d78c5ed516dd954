import type { Locale } from '../../server/src/rules/rule.ts';

/** What the page itself says. What is found is said by the engine. */
export const WORDS = {
  zh: {
    title: '年报校对',
    promise: '文字和文件只在本页处理，不会上传；断网也能用。',
    open: '打开文件…',
    example: '看一个例子',
    fixAll: (count: number) => `修正全部可安全修正的问题（${count}）`,
    saveText: '保存文稿',
    saveReviewed: '保存带批注的 Word',
    print: '打印检查单',
    savePage: '保存检查单',
    otherLanguage: 'English',
    draft: '文稿',
    result: '检查结果',
    hint: '把年度报告的全文粘贴到这里，或把文件（.docx、.txt、.md、.html）拖进来。',
    empty: '还没有文稿。',
    notReport: '这段文字不像政府信息公开工作年度报告，没有核对。请粘贴全文，包括标题和表格。',
    tooLarge: '文件太大，没有打开。年度报告一般不超过几百 KB。',
    pdf: '这是 PDF。请打开它，复制全文后粘贴到这里，或核对它的 Word 原稿。',
    binary: '这个文件不是文字稿，打不开。请用 Word（.docx）或纯文本。',
    unread: '文件读不出来。',
    wordNote: '这是 Word 文档中的文字和表格；在这里改动的只是这份文字，可以复制回去，或保存带批注的 Word。',
    wordChanged: '文字已在这里改过；带批注的 Word 按原文档生成。',
    reviewed: (comments: number, changes: number) => `已保存：批注 ${comments} 条，修订 ${changes} 处。`,
    checking: '正在核对…',
    fixed: (count: number) => `已修正 ${count} 处。`,
    leave: '文稿还没有保存。',
    exampleName: '示例.txt',
    draftName: '年度报告.txt',
    refused: {
      changed: '此处文字已有变化，没有改动。',
      'no-place': '文稿中没有填这个数的地方，请先补上这一行或这张表。',
      'not-a-number': '这里只能填数字。',
      gone: '要改的内容已经不在了。',
    },
  },
  en: {
    title: 'nianbao-lint',
    promise: 'Texts and files stay in this page, nothing is uploaded; it works without a network.',
    open: 'Open a file…',
    example: 'Show an example',
    fixAll: (count: number) => `Fix all that can be fixed safely (${count})`,
    saveText: 'Save the text',
    saveReviewed: 'Save the Word document with comments',
    print: 'Print the check page',
    savePage: 'Save the check page',
    otherLanguage: '中文',
    draft: 'Draft',
    result: 'Result',
    hint: 'Paste the whole report here, or drop a file (.docx, .txt, .md, .html).',
    empty: 'No draft yet.',
    notReport:
      'This does not look like an annual report on government information and was not checked. Paste all of it, with its title and tables.',
    tooLarge: 'The file is too large and was not opened. A report has some hundred KB.',
    pdf: 'This is a PDF. Open it, copy all of it and paste it here, or check the Word document it was made from.',
    binary: 'This file holds no text that can be read. Use Word (.docx) or plain text.',
    unread: 'The file cannot be read.',
    wordNote:
      'These are the words and tables of the Word document; what is changed here is this text only. Copy it back, or save the document with comments.',
    wordChanged: 'The text was changed here; the document with comments is made of the original.',
    reviewed: (comments: number, changes: number) => `Saved: ${comments} comments, ${changes} tracked changes.`,
    checking: 'Checking…',
    fixed: (count: number) => `${count} fixed.`,
    leave: 'The draft has not been saved.',
    exampleName: 'example.txt',
    draftName: 'report.txt',
    refused: {
      changed: 'The text has changed here meanwhile; nothing was overwritten.',
      'no-place': 'The draft has no place for this number. Mend the row or the table first.',
      'not-a-number': 'Only a number can stand here.',
      gone: 'What was to be changed is not there any more.',
    },
  },
} as const satisfies Record<Locale, unknown>;

export type Words = (typeof WORDS)[Locale];

/** What the editor says to a screen reader and in its panel, in Chinese. */
export const EDITOR_PHRASES: Readonly<Record<string, string>> = {
  Diagnostics: '问题',
  'No diagnostics': '没有问题',
  close: '关闭',
  'Control character': '控制字符',
  'Selection deleted': '已删除所选文字',
};
