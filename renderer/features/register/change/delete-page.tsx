// Takes days away from the register.
import { ChangePage } from './change-page.tsx';

export default function DeletePage() {
  return <ChangePage act="delete" />;
}
