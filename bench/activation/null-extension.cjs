// What the least that an extension can do costs.
require('vscode');
exports.activate = () => undefined;
