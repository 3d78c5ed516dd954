import type { EditedDocument } from '../documents.ts';
import type { BurstFigures } from './figures.ts';
import type { Delivery, Session } from './session.ts';

/** After so many milliseconds without a message an unversioned server is taken to be done. */
const QUIET_MS = 800;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Many edits without waiting, as when a macro types: when is the last one answered, and how much was sent in vain? */
export async function measureBurst(
  session: Session,
  document: EditedDocument,
  edits: number,
  figures: BurstFigures,
): Promise<void> {
  await pause(300); // what is left of earlier edits
  const had = session.diagnosticsOf(document).length;
  const deliveries: Delivery[] = [];
  session.onDelivery = (delivery) => {
    if (delivery.uri === document.uri) deliveries.push(delivery);
  };
  try {
    const { sent, done } =
      session.server.model === 'pull'
        ? await pullBurst(session, document, edits)
        : await pushBurst(session, document, edits);
    const before = deliveries.filter(({ at }) => at < done);
    figures.finished.push(done - sent);
    figures.stale.push(before.length);
    figures.emptied.push(had === 0 ? 0 : deliveries.filter(({ diagnostics }) => diagnostics.length === 0).length);
  } finally {
    session.onDelivery = () => undefined;
  }
}

interface Burst {
  readonly sent: number;
  readonly done: number;
}

/** As VS Code asks: each edit takes back the question before it. */
async function pullBurst(session: Session, document: EditedDocument, edits: number): Promise<Burst> {
  let sent = 0;
  let last: ReturnType<Session['pull']> | undefined;
  for (let i = 0; i < edits; i++) {
    if (last) session.cancel(last.id);
    sent = performance.now();
    session.sendEdit(document);
    last = session.pull(document);
  }
  for (let tries = 0; ; tries++) {
    try {
      const at = (await last?.answer)?.at ?? Number.NaN;
      return { sent, done: at };
    } catch (error) {
      if (tries >= 20) throw error;
      last = session.pull(document);
    }
  }
}

async function pushBurst(session: Session, document: EditedDocument, edits: number): Promise<Burst> {
  let sent = 0;
  let latest: Delivery | undefined;
  let isComplete = false;
  const listen = session.onDelivery;
  session.onDelivery = (delivery) => {
    listen(delivery);
    if (delivery.uri !== document.uri || isComplete) return;
    latest = delivery;
    isComplete = delivery.version !== undefined && delivery.version >= document.version;
  };
  for (let i = 0; i < edits; i++) {
    // The last version is known before its findings can come.
    sent = performance.now();
    session.sendEdit(document);
  }
  const end = performance.now() + session.timeout;
  while (!isComplete && performance.now() < end) {
    await pause(2);
    if (latest?.version === undefined && latest && performance.now() - latest.at > QUIET_MS) break;
  }
  if (!latest) throw new Error('no findings came');
  return { sent, done: latest.at };
}
