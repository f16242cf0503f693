// A wizard of four steps that saves, refuses, fails and ends in a receipt.
import { useState } from 'react';
import { TextField } from '../../../renderer/ui/text-field.tsx';
import { Answers } from '../../../renderer/wizard/answers.tsx';
import { Receipt } from '../../../renderer/wizard/receipt.tsx';
import { Wizard } from '../../../renderer/wizard/wizard.tsx';

export default function Steps() {
  const [name, setName] = useState('');
  const [saved, setSaved] = useState<string[]>([]);
  const wrong = name === 'fout' ? 'Dit is fout.' : undefined;
  return (
    <Wizard
      title="Certificaat"
      onSave={(next) => setSaved((all) => [...all, next])}
      saved={saved.length > 0 ? `Bewaard voor ${saved.join(', ')}` : undefined}
      steps={[
        {
          id: 'name',
          title: 'Naam',
          about: 'van het certificaat',
          content: (
            <div className="form">
              <TextField
                name="name"
                label="Hoe noemt u het certificaat?"
                asQuestion
                value={name}
                error={wrong}
                onChange={(event) => setName(event.target.value)}
              />
            </div>
          ),
          onContinue: () =>
            wrong === undefined
              ? { kind: 'on' }
              : { kind: 'problems', problems: [{ name: 'name', message: wrong }] },
        },
        {
          id: 'check',
          title: 'Nakijken',
          content: (
            <>
              <h1>Kijk alles na voor u het certificaat maakt</h1>
              <Answers answers={[{ label: 'Naam', value: name, onChange: () => undefined }]} />
            </>
          ),
          continueLabel: 'Maak het certificaat',
          onContinue: () =>
            name === 'mislukt'
              ? { kind: 'failed', failure: { code: 'keychainLocked', retry: 'safe', traceId: '' } }
              : { kind: 'on' },
        },
        {
          id: 'done',
          title: 'Klaar',
          content: (
            <Receipt
              title="Certificaat gemaakt"
              reference="CERT-2025-0612-004"
              what="De sleutel staat in de sleutelring van deze computer."
              next={['Zet het publieke deel in Chaman.']}
            />
          ),
          final: true,
          withoutContinue: true,
        },
      ]}
    />
  );
}
