// The floor: a real vscode-languageserver that does next to nothing. It scans the text 30 times with plain regular
// expressions and sends 60 findings, about what a report with many faults has. NULL_MODEL=pull answers pulls instead.
import { createConnection, type Diagnostic, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const SCANS = 30;
const FINDINGS = 60;
const pull = process.env.NULL_MODEL === 'pull';

const patterns = [
  /行政许可/gu,
  /[0-9]+(?:\.[0-9]+)?/gu,
  /(?:19|20)[0-9]{2}年/gu,
  /[一二三四五六七八九十]+、/gu,
  /[A-Za-z]{4,}/gu,
  /[，。；：]{2,}/gu,
  /(?:合计|总计|总数)/gu,
  /第[一二三四五六七八九十]+条/gu,
];

function check(document: TextDocument): Diagnostic[] {
  const text = document.getText();
  let hits = 0;
  for (let scan = 0; scan < SCANS; scan++) {
    const pattern = patterns[scan % patterns.length] ?? /-/g;
    pattern.lastIndex = 0;
    while (pattern.exec(text)) hits++;
  }
  return Array.from({ length: FINDINGS }, (_, i) => {
    const start = document.positionAt(Math.floor((text.length * i) / FINDINGS));
    return {
      range: { start, end: { line: start.line, character: start.character + 4 } },
      severity: 2,
      code: 'floor/table-total',
      source: 'floor',
      message: `第${i}行“总计”为 17，分项之和为 16，相差 1（hits ${hits}）`,
      data: { rule: 'table-total', i, fix: '16' },
    };
  });
}

const connection = createConnection();
const documents = new TextDocuments(TextDocument);

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    codeActionProvider: true,
    ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  },
}));
if (pull) {
  connection.languages.diagnostics.on(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: 'full', items: document ? check(document) : [] };
  });
} else {
  documents.onDidChangeContent(({ document }) =>
    connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: check(document) }),
  );
}
connection.onCodeAction(({ context, textDocument }) =>
  context.diagnostics.map((diagnostic) => ({
    title: '改为 16',
    kind: 'quickfix',
    diagnostics: [diagnostic],
    edit: { changes: { [textDocument.uri]: [{ range: diagnostic.range, newText: '16' }] } },
  })),
);
documents.listen(connection);
connection.listen();
