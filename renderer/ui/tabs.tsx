// Views of one page as links, with their counts; where they are many, in groups with a second line for the group at hand.
import { Link, useLocation } from 'wouter';

export type TabLink = { to: string; label: string; count?: number };

/** Leads to the first of its views. */
export type TabGroup = { label: string; count?: number; tabs: readonly TabLink[] };

type TabsProps = { label: string; current?: string };

const Words = ({ label, count }: Pick<TabLink, 'label' | 'count'>) => (
  <>
    {label} {count !== undefined && <span className="count">{count}</span>}
  </>
);

/** The current tab is the one whose path is the place we are at, or `current` where the place says more. */
export function Tabs({ tabs, label, current }: TabsProps & { tabs: readonly TabLink[] }) {
  const [place] = useLocation();
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} href={tab.to} aria-current={tab.to === (current ?? place) ? 'page' : undefined}>
          <Words {...tab} />
        </Link>
      ))}
    </nav>
  );
}

/** Two lines at most: the groups, and below them the views of the group we are in, where it has more than one. */
export function GroupedTabs({ groups, label, current }: TabsProps & { groups: readonly TabGroup[] }) {
  const [place] = useLocation();
  const here = current ?? place;
  const open = groups.find(({ tabs }) => tabs.some(({ to }) => to === here));
  return (
    <div className="tab-lines">
      <nav className="tabs" aria-label={label}>
        {groups.map((group) => (
          <Link
            key={group.label}
            href={group.tabs[0]?.to ?? here}
            aria-current={group !== open ? undefined : group.tabs.length > 1 ? 'true' : 'page'}
          >
            <Words {...group} />
          </Link>
        ))}
      </nav>
      {open !== undefined && open.tabs.length > 1 && (
        <nav className="tabs-below" aria-label={open.label}>
          {open.tabs.map((tab) => (
            <Link key={tab.to} href={tab.to} aria-current={tab.to === here ? 'page' : undefined}>
              <Words {...tab} />
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}
