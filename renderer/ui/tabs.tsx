// Views of one page as links, with their counts.
import { Link, useLocation } from 'wouter';

export type TabLink = { to: string; label: string; count?: number };

/** The current tab is the one whose path is the place we are at, or `current` where the place says more. */
export function Tabs({ tabs, label, current }: { tabs: TabLink[]; label: string; current?: string }) {
  const [place] = useLocation();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} href={tab.to} aria-current={tab.to === (current ?? place) ? 'page' : undefined}>
          {tab.label} {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
