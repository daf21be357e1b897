import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';

/** The templates that come with sphera. */
export const TEMPLATES = ['microservice', 'microfrontend'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

/** The root of the project. */
export const PROJECT = resolve(__dirname, '../../../../../..');

/** Where a template is. */
export const folderOf = (name: TemplateName) =>
  join(PROJECT, 'templates', name);

/** A template as it would be sent to the scaffolder. */
export async function readTemplate(name: TemplateName) {
  const folder = folderOf(name);
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter(file => file.isFile());
  return {
    template: parse(await readFile(join(folder, 'template.yaml'), 'utf8')),
    directoryContents: await Promise.all(
      files.map(async file => {
        const path = join(file.parentPath, file.name);
        return {
          path: relative(folder, path),
          base64Content: (await readFile(path)).toString('base64'),
        };
      }),
    ),
  };
}
