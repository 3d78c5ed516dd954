import type { ToEditor, ToView } from '../../client/src/webview/messages.ts';

/**
 * The report view of the editor, in a frame of its own: it may run its script and do nothing else. The page is to it
 * what the editor is.
 */
export class ViewFrame {
  readonly #frame: HTMLIFrameElement;

  /** @param document_ the view's page, with its script */
  constructor(frame: HTMLIFrameElement, source: string, received: (message: ToEditor) => void) {
    this.#frame = frame;
    window.addEventListener('message', ({ source: from, data }: MessageEvent<ToEditor>) => {
      if (from === frame.contentWindow) received(data);
    });
    frame.srcdoc = source;
  }

  post(message: ToView): void {
    // The frame has no origin that could be named.
    this.#frame.contentWindow?.postMessage(message, '*');
  }
}
