// The calls `trainingImport.*`.
import { fail } from '../../../preload/contract/result.ts';
import type { HandlersOf } from '../../platform/handler.ts';
import type { Session } from '../../platform/session.ts';

export function trainingImportHandlers(_session: Session): HandlersOf<'trainingImport'> {
  const notYet = () => fail('notSupportedHere');
  return {
    'trainingImport.open': notYet,
    'trainingImport.reread': notYet,
    'trainingImport.stage': notYet,
    'trainingImport.take': notYet,
    'trainingImport.columns': notYet,
    'trainingImport.match': notYet,
    'trainingImport.rows': notYet,
    'trainingImport.problems': notYet,
    'trainingImport.fix': notYet,
    'trainingImport.fixAlike': notYet,
    'trainingImport.undoFix': notYet,
    'trainingImport.apply': notYet,
    'trainingImport.get': notYet,
    'trainingImport.list': notYet,
    'trainingImport.cancel': notYet,
    'trainingImport.undo': notYet,
    'trainingImport.saveRefused': notYet,
  };
}
