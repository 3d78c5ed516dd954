import { type EditedDocument, type Range, repeatTo } from '../documents.ts';
import type { Plan } from '../plan.ts';
import { showBytes } from '../stats.ts';
import { measureBurst } from './burst.ts';
import { newSize, REQUESTS, type RequestKind, type ServerFigures, withSession } from './figures.ts';
import type { ServerSpec } from './servers.ts';
import { Session } from './session.ts';

type ServerPlan = Plan['server'];

const start = (server: ServerSpec) => Session.start(server);

/** The report itself, or as much of the server's own language. */
function textFor(server: ServerSpec, report: string, bytes?: number): string {
  const wanted = bytes ?? Buffer.byteLength(report);
  if (server.textFor) return server.textFor(report, wanted);
  return bytes === undefined ? report : repeatTo(report, bytes);
}

export async function measureStart(server: ServerSpec, plan: ServerPlan, report: string, figures: ServerFigures) {
  // One more before the measured ones: files come into the system's cache, and ours keeps what V8 compiled of it.
  for (let i = 0; i <= plan.startsPerRound; i++) {
    await withSession(
      server,
      figures,
      'start',
      async (session) => {
        await session.openDocument(session.newDocument(textFor(server, report)));
        const firstDiagnostics = performance.now() - session.startedAt;
        if (i === 0) return;
        figures.start.initialize.push(session.initializeMs);
        figures.start.firstDiagnostics.push(firstDiagnostics);
      },
      start,
    );
  }
}

/** One server at work on one report after the other, as in an editor. */
export function measureWork(server: ServerSpec, plan: ServerPlan, reports: readonly string[], figures: ServerFigures) {
  return withSession(
    server,
    figures,
    'edits',
    async (session) => {
      session.onDelivery = ({ version }) => {
        if (version !== undefined) figures.versioned = true;
      };
      for (const report of reports) {
        await measureReport(session, plan, textFor(server, report), plan.editTime / reports.length, figures);
      }
    },
    start,
  );
}

async function measureReport(
  session: Session,
  plan: ServerPlan,
  text: string,
  time: number,
  figures: ServerFigures,
): Promise<void> {
  const document = session.newDocument(text);
  await session.openDocument(document);
  await edits(session, document, plan.warmupEdits, time / 2);
  const before = session.figures.cpuMs;
  const times = await edits(session, document, plan.edits, time);
  figures.edits.push(...times);
  figures.cpuPerEdit.push((session.figures.cpuMs - before) / times.length);
  if (!document.isOriginal) await session.edit(document);
  if (!session.server.editsOnly) {
    for (const kind of REQUESTS) await measureRequest(session, document, kind, plan.requests, figures);
  }
  await measureBurst(session, document, plan.burst, figures.burst);
  session.close(document);
}

/** Milliseconds of each edit; fewer than asked for when the time is over, but never none. */
async function edits(session: Session, document: EditedDocument, count: number, time: number): Promise<number[]> {
  const end = performance.now() + time;
  const times: number[] = [];
  while (times.length < count && (times.length === 0 || performance.now() < end))
    times.push(await session.edit(document));
  return times;
}

const PROVIDERS = {
  codeAction: 'codeActionProvider',
  hover: 'hoverProvider',
  completion: 'completionProvider',
} as const;

/** So many answers before the measured ones. */
const WARMUP = 5;

async function measureRequest(
  session: Session,
  document: EditedDocument,
  kind: RequestKind,
  count: number,
  figures: ServerFigures,
): Promise<void> {
  if (!session.capabilities[PROVIDERS[kind]]) return;
  const textDocument = { uri: document.uri };
  const found = session.diagnosticsOf(document);
  if (kind === 'codeAction' && found.length === 0) return;
  for (let i = -WARMUP; i < count; i++) {
    const diagnostic = found[(i + WARMUP) % Math.max(1, Math.min(20, found.length))];
    const position = i % 2 === 0 && diagnostic ? diagnostic.range.start : document.randomPlace();
    const range: Range = diagnostic?.range ?? { start: position, end: position };
    const params =
      kind === 'codeAction'
        ? { range, context: { diagnostics: diagnostic ? [diagnostic] : [], triggerKind: 1 } }
        : { position };
    const { ms } = await session.ask(`textDocument/${kind}`, { textDocument, ...params });
    if (i >= 0) figures.requests[kind].push(ms);
  }
}

/** A finding that tells that there are more. */
const CAP = /(?:未显示|没有显示|只显示|仅显示|仅列出|只列出|not shown|not listed|shown only|only the first)/;

/** One size with a server of its own, so that the peak of its memory is this size's. False: too slow for a larger one. */
export async function measureSize(
  server: ServerSpec,
  plan: ServerPlan,
  report: string,
  { bytes, edits: wanted }: ServerPlan['sizes'][number],
  figures: ServerFigures,
): Promise<boolean> {
  let isDone = false;
  const size = figures.sizes[bytes] ?? newSize(bytes);
  figures.sizes[bytes] = size;
  const measure = async (session: Session) => {
    session.timeout = plan.sizeTimeout;
    const document = session.newDocument(textFor(server, report, bytes));
    size.open.push(await session.openDocument(document));
    size.findings = session.diagnosticsOf(document).length;
    size.cap = session.diagnosticsOf(document).find(({ message }) => CAP.test(message))?.message;
    await edits(session, document, Math.ceil(wanted / 2), plan.sizeTime / 3);
    size.edits.push(...(await edits(session, document, wanted, plan.sizeTime)));
    if (!document.isOriginal) await session.edit(document);
    size.findingsAfter = session.diagnosticsOf(document).length;
    size.peakMB.push(session.figures.peakMB);
    isDone = true;
  };
  await withSession(server, figures, showBytes(bytes), measure, start);
  return isDone;
}
