import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { Question } from '../search/question';
import { useExport } from './useExport';

/** Saves what the filters leave as a file: for a spreadsheet, or for another program. */
export function ExportMenu(props: { question: Question }) {
  const { run, isExporting } = useExport(props.question);
  return (
    <MenuTrigger>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiDownloadLine size={16} />}
        isPending={isExporting}
      >
        Export
      </Button>
      <Menu>
        <MenuItem onAction={() => run('csv')}>CSV, for a spreadsheet</MenuItem>
        <MenuItem onAction={() => run('jsonl')}>
          JSON Lines, for a program
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
