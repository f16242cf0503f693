// The page of the first chosen site as it will be printed: drawn by main from the document itself, on request.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallInput } from '../../../preload/contract/index.ts';
import { useCall } from '../../calls.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure.tsx';
import { lookInput, type PosterLook, wrongIn } from './poster-look.ts';

type Asked = CallInput<'poster.preview'>;
const unasked: Asked = { worksId: '', size: 'a4', languages: ['nl'] };

export function PosterPreview({
  site,
  look,
}: {
  site: { id: string; name: string } | undefined;
  look: PosterLook;
}) {
  const { t } = useTranslation('posters');
  const [asked, setAsked] = useState<(Asked & { name: string }) | null>(null);
  const { name, ...input } = asked ?? { ...unasked, name: '' };
  const drawn = useCall('poster.preview', input, { enabled: asked !== null, keepPrevious: true });
  if (site === undefined) return <p className="quiet-text">{t('preview.none')}</p>;
  const wanted = { worksId: site.id, ...lookInput(look), name: site.name };
  const stale = JSON.stringify(wanted) !== JSON.stringify(asked);
  const { data } = drawn;
  return (
    <>
      {(stale || drawn.error !== null) && (
        <div className="row-of">
          <Button
            icon="file"
            busy={drawn.isFetching}
            onPress={() => {
              if (wrongIn(look).length > 0) return;
              if (stale) setAsked(wanted);
              else void drawn.refetch();
            }}
          >
            {t(asked === null ? 'preview.show' : 'preview.again')}
          </Button>
        </div>
      )}
      <FailureNote failure={drawn.error} />
      <div role="status">{drawn.isFetching && <p className="quiet-text">{t('preview.wait')}</p>}</div>
      {data !== undefined && asked !== null && (
        <img
          className="poster-picture"
          src={`data:image/png;base64,${data.picture}`}
          width={data.width}
          height={data.height}
          alt={t('preview.of', { name })}
        />
      )}
    </>
  );
}
