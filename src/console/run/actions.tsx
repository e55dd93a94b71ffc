import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RunResponse } from '../../protocol/operator.ts';
import type { RecordedEntry } from '../../protocol/run-entries.ts';
import { useClient } from '../api/client-context.ts';
import { ApiError } from '../api/errors.ts';
import { hrefs, navigate } from '../app/route.ts';
import { useLanguage } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/confirm.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { download } from '../ui/download.ts';

/** What can be done with a run. @param ended false: it is still being answered. */
export function Actions({ run, entries, ended }: { run: RunResponse; entries: readonly RecordedEntry[]; ended: boolean }) {
  const { t } = useLanguage();
  const client = useClient();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const save = useMutation({
    mutationFn: () => client.saveCase(run.id),
    onSuccess: (made) => download(`${made.name}.case.json`, `${JSON.stringify(made, null, 2)}\n`),
  });
  const erase = useMutation({
    mutationFn: () => client.erase(run.conversation_id),
    onSuccess: () => {
      queries.clear();
      navigate(hrefs.runs());
    },
  });
  const said = (error: unknown): string => t.faults[error instanceof ApiError ? error.code : 'internal'];
  return (
    <div className="flex flex-wrap items-center gap-2">
      <CopyButton text={() => JSON.stringify({ ...run, entries }, null, 2)} label={t.copyJson} />
      <Button icon="save" disabled={!ended || save.isPending} onClick={() => save.mutate()}>
        {t.saveCase}
      </Button>
      <Button icon="erase" disabled={!ended} onClick={() => setAsking(true)}>
        {t.erase}
      </Button>
      <span role="status" className={`text-small ${save.isError ? 'text-bad' : 'text-soft'}`}>
        {save.isSuccess && t.caseSaved}
        {save.isError && said(save.error)}
      </span>
      {asking && (
        <Confirm
          title={t.eraseQuestion}
          yes={t.eraseYes}
          busy={erase.isPending}
          onYes={() => erase.mutate()}
          onNo={() => {
            erase.reset();
            setAsking(false);
          }}
        >
          <p>{t.eraseWhat(run.conversation?.length ?? 1)}</p>
          {erase.isError && (
            <p role="alert" className="mt-2 text-bad">
              {said(erase.error)}
            </p>
          )}
        </Confirm>
      )}
    </div>
  );
}
