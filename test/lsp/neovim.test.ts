// Another editor than ours, with its own client: Neovim (0.7 or later), headless, with this server over stdio.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const server = join(root, 'dist', 'server.cjs');
const hasNeovim = spawnSync('nvim', ['--version']).status === 0;
if (!hasNeovim) console.warn('skipped: nvim is not installed');
if (!existsSync(server)) console.warn('skipped: npm run build has not been run');

const SCRIPT = `
local out = {}
local id = vim.lsp.start_client({ name = 'nianbao', cmd = { NODE, SERVER, '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, id)
vim.wait(15000, function() return #vim.diagnostic.get(0) > 0 end, 50)
for _, d in ipairs(vim.diagnostic.get(0)) do table.insert(out, (d.lnum + 1) .. ' ' .. tostring(d.code or d.user_data.lsp.code)) end
local client = vim.lsp.get_client_by_id(id)
local wanted = { start = { line = 50, character = 0 }, ['end'] = { line = 50, character = 20 } }
local params = { textDocument = vim.lsp.util.make_text_document_params(), range = wanted, context = { diagnostics = {}, only = { 'quickfix' } } }
local answer = client.request_sync('textDocument/codeAction', params, 10000, 0)
for _, action in ipairs(answer.result) do
  if action.title:find('自然人列由 0 改为 3', 1, true) then
    vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    break
  end
end
vim.cmd('silent write')
vim.fn.writefile(out, OUT)
vim.lsp.stop_client(id)
vim.cmd('qa!')
`;

test.skipIf(!hasNeovim || !existsSync(server))(
  'Neovim shows the findings and applies a fix',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-nvim-'));
    try {
      cpSync(join(root, 'test', 'vscode', 'fixtures', 'pipe-rows.txt'), join(folder, 'draft.txt'));
      const paths = { NODE: process.execPath, SERVER: server, OUT: join(folder, 'out.txt') };
      const script = SCRIPT.replace(/\b(?:NODE|SERVER|OUT)\b/g, (name) =>
        JSON.stringify(paths[name as keyof typeof paths]),
      );
      writeFileSync(join(folder, 'run.lua'), script);
      const env = { ...process.env, HOME: folder, XDG_STATE_HOME: folder, XDG_CACHE_HOME: folder };
      const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', 'draft.txt', '-c', 'luafile run.lua'];
      const { stderr } = spawnSync('nvim', args, { cwd: folder, env, encoding: 'utf8', timeout: 40_000 });
      expect(existsSync(paths.OUT), stderr).toBe(true);
      expect(readFileSync(paths.OUT, 'utf8')).toContain('51 table/broken-total');
      expect(readFileSync(join(folder, 'draft.txt'), 'utf8')).toContain('（七）总计 | 3 |');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
