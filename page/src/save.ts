/** Hand a file to the browser to be saved. */
export function save(name: string, content: string | Uint8Array, type: string): void {
  const address = URL.createObjectURL(
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type }),
  );
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Print a page that stands alone. Its frame is taken away when it has been printed. */
export function print(page: string): void {
  const frame = Object.assign(document.createElement('iframe'), { srcdoc: page, className: 'printed', title: '' });
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}
