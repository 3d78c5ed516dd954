import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

suite('The extension in the editor', () => {
  test('is found under its identifier and is this checkout', () => {
    assert.ok(vscode.extensions.getExtension('nianbao.nianbao-lint'));
  });
});
