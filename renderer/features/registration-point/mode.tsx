// The registration point itself: the whole window, with no way to the rest of the app but the PIN. A number or a badge and
// in or out, in either order: whatever comes second sends. So typing needs no Enter, a scanner no key but in or out, and
// no direction stays pressed for the next worker.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PointState } from '../../../preload/contract/registration-point.ts';
import { useAppState } from '../../app-state.ts';
import { changeLanguage } from '../../i18n/setup.ts';
import { useReadPoint } from '../../point-state.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { Counter } from './counter.tsx';
import { giveScreenBack, useWholeScreen } from './full-screen.ts';
import { useKeptFocus, usePointKeys } from './keep-focus.ts';
import { LeaveSheet } from './leave-sheet.tsx';
import { ModeHead, PointBand } from './mode-head.tsx';
import { PhoneWay } from './phone-way.tsx';
import './counter.css';
import './registration-point.css';
import './small-screen.css';
import { useEntry } from './use-entry.ts';
import { type Registering, useRegistering } from './use-registering.ts';

/** What concerns everybody at the door comes before what one worker began. */
const inTheWay = (point: PointState, { stage }: Registering): 'clockOff' | 'phone' | null => {
  if (stage.kind === 'phone' || stage.kind === 'clockOff') return stage.kind;
  if (stage.kind !== 'ready' && stage.kind !== 'enrol') return null;
  return point.clock.off ? 'clockOff' : point.connection.state === 'down' ? 'phone' : null;
};

export default function RegistrationPointMode({ point }: { point: PointState }) {
  const { t, i18n } = useTranslation('registration-point');
  const { language: ofApp } = useAppState();
  const read = useReadPoint();
  const { entry, glimpse } = useEntry();
  const [leaving, setLeaving] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const first = point.languages[0] ?? ofApp;
  usePageTitle(t('title'));

  const onBlank = useCallback(() => void changeLanguage(first), [first]);
  const otherLanguage = i18n.language !== first;
  const course = useRegistering({ point, entry, glimpse, otherLanguage, onBlank });
  const { blank } = course;
  const stopped = inTheWay(point, course);

  useEffect(() => {
    void changeLanguage(first);
    return () => void changeLanguage(ofApp);
  }, [first, ofApp]);
  // Nothing that was begun is still there when it goes on.
  useEffect(() => {
    if (stopped !== null) entry.clear();
  }, [stopped, entry]);

  const ask = useCallback(() => {
    blank();
    setLeaving(true);
  }, [blank]);
  useWholeScreen(leaving, ask);
  usePointKeys({ field: entry.field, off: leaving, onSign: entry.mark, onEscape: ask });
  useKeptFocus(
    leaving,
    useCallback(() => entry.field.current ?? heading.current, [entry]),
  );

  const onLeft = (): void => {
    giveScreenBack();
    window.location.hash = '/presences/point';
    void read.refetch();
  };
  return (
    <div className="point">
      <PointBand />
      <main className="point-main">
        <ModeHead
          point={point}
          language={i18n.language}
          onLanguage={(language) => void changeLanguage(language)}
          onLeave={ask}
        />
        {stopped === null ? (
          <Counter point={point} course={course} entry={entry} glimpse={glimpse} />
        ) : (
          <PhoneWay
            ref={heading}
            point={point}
            title={t(`mode.${stopped}.title`)}
            what={t(`mode.${stopped}.what`, {
              count: Math.max(1, Math.round(Math.abs(point.clock.difference ?? 0) / 60)),
            })}
            maybe={course.stage.kind === 'phone' && course.stage.left !== null}
            onAgain={course.again}
          />
        )}
      </main>
      {leaving && <LeaveSheet onClose={() => setLeaving(false)} onLeft={onLeft} />}
    </div>
  );
}
