#!/usr/bin/env node
// Stands in for the program `code`, so that @vscode/test-electron can start the workbench from npm like a desktop VS Code.
import { register } from 'tsx/esm/api';

register();
const { runInWorkbench } = await import('./run-in-workbench.ts');
process.exit(await runInWorkbench(process.argv.slice(2)));
