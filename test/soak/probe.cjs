// Loaded into the server's process by `--require`: answers how much it holds on to.
process.on('message', (message) => {
  if (message !== 'measure') return;
  globalThis.gc?.();
  // A second round frees what finalizers of the first let go.
  setImmediate(() => {
    globalThis.gc?.();
    process.send?.({ heapUsed: process.memoryUsage().heapUsed, resources: process.getActiveResourcesInfo() });
  });
});
