import { ResponseError } from '@backstage/errors';
import {
  fetchApiRef,
  toastApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { exportEvents } from '@sphera/plugin-audit-common';
import { requestFor } from '@sphera/plugin-operations-common';
import { messageOf } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { filterOf, Question } from '../search/question';
import { saveResponse } from './download';

/** The formats of an export. */
export type ExportFormat = 'csv' | 'jsonl';

/** Saves every record that a question means as a file. */
export function useExport(question: Question) {
  const { fetch } = useApi(fetchApiRef);
  const toasts = useApi(toastApiRef);
  const [isExporting, setExporting] = useState(false);

  const run = async (format: ExportFormat) => {
    setExporting(true);
    try {
      const { path, init } = requestFor(exportEvents, {
        ...filterOf(question, new Date()),
        format,
      });
      const response = await fetch(
        `plugin://${exportEvents.plugin}${path}`,
        init,
      );
      if (!response.ok) throw await ResponseError.fromResponse(response);
      await saveResponse(response, `audit.${format}`);
    } catch (error) {
      toasts.post({
        title: 'The export did not come through',
        description: messageOf(error),
        status: 'danger',
      });
    } finally {
      setExporting(false);
    }
  };
  return { run, isExporting };
}
