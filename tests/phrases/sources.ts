/** Folders → their files' syntax trees, by TypeScript's own parser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { SourceFile } from 'typescript/unstable/ast';
import { API } from 'typescript/unstable/sync';

export type Read = { readonly file: string; readonly source: SourceFile };

/** Files are named from `root`. Nothing is resolved or checked, so that it takes a second. */
export function readSources(root: string, folders: readonly string[]): { readonly files: readonly Read[]; readonly close: () => void } {
  const scratch = mkdtempSync(join(tmpdir(), 'wirebrief-sources-'));
  const configuration = join(scratch, 'tsconfig.json');
  const compilerOptions = { noLib: true, noResolve: true, types: [], target: 'esnext', module: 'nodenext' };
  writeFileSync(configuration, JSON.stringify({ include: folders.map((folder) => join(root, folder)), compilerOptions }));
  const api = new API({ cwd: root });
  const [project] = api.updateSnapshot({ openProjects: [configuration] }).getProjects();
  rmSync(scratch, { recursive: true });
  const files = (project?.rootFiles ?? []).flatMap((path): Read[] => {
    const source = project?.program.getSourceFile(path);
    return source === undefined ? [] : [{ file: relative(root, path), source }];
  });
  return { files, close: () => api.close() };
}
