// Adds a period to the register.
import { ChangePage } from './change-page.tsx';

export default function InsertPage() {
  return <ChangePage act="insert" />;
}
