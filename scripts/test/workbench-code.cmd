@node "%~dp0workbench-code.mjs" %*
