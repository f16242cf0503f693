// The whole road in practice without a mouse, from the first run to a connection that the doctor finds whole: the real
// app, the real window, the practice portal as a person walks it, mandate and routes included. Each quality in a language of its own; all sixteen
// pairs with SOCIODESK_ALL_ROADS=1.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication } from '../../../main/application.ts';
import { createChromiumHost } from '../../../main/host/chromium.ts';
import { newId } from '../../../main/platform/ids.ts';
import { ok } from '../../../preload/contract/result.ts';
import {
  answer,
  ask,
  field,
  firstQuestion,
  goOn,
  goToConnection,
  markDone,
  resume,
  showStep,
  stepsOf,
  welcome,
} from '../../support/app-walk.ts';
import { putPage } from '../../support/built-page.ts';
import { press, type } from '../../support/keyboard.ts';
import {
  acceptMandate,
  addClient,
  chooseRoutes,
  confirmEmployer,
  giveMandate,
  recordMandate,
} from '../../support/mandate-walk.ts';
import { acceptCircle, activateQuality, addAccount, becomeKnown } from '../../support/portal-walk.ts';
import { browser as executable } from './chromium-bench.ts';

type Road = {
  quality: 'employerNsso' | 'socialSecretariat' | 'serviceProvider' | 'trainingProvider';
  language: 'nl' | 'fr' | 'de' | 'en';
};
const qualities = ['employerNsso', 'socialSecretariat', 'serviceProvider', 'trainingProvider'] as const;
const languages = ['nl', 'fr', 'de', 'en'] as const;
const every = process.env['SOCIODESK_ALL_ROADS'] === '1';
const roads: Road[] = every
  ? languages.flatMap((language) => qualities.map((quality) => ({ quality, language })))
  : qualities.map((quality, at) => ({ quality, language: languages[at] ?? 'nl' }));

const enterpriseNumber = '0999990222';
/** Known in practice, and without a mandatary for the training account since the year began. */
const client = { number: '1999999052', name: 'Hotel Zilverhof', manager: 'Mireille Zilverbeke' };
const rights = ['careerProFlaDeclaration', 'citizenMandatesManage', 'citizenDataConsult'];
/** The practice service may still be starting. */
const soon = { timeout: 20_000 };
/** What a road leads through after the account: nobody ticks these by hand, the app sees them. */
const sent = ['giveMandate', 'acceptMandate', 'recordMandate', 'chooseRoute'];
const portalQuality = { employerNsso: 'employer' } as const;

let pageDir: string;
let root: string;
let outside: Browser;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sociodesk-road-'));
  pageDir = join(root, 'page');
  await putPage(pageDir);
  outside = await chromium.launch({ executablePath: executable ?? '', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await outside?.close();
  await rm(root, { recursive: true, force: true });
});

/** A first run of the app in a window, with the address that the app opened last of the practice portal. */
async function firstRun(name: string) {
  const opened = await createApplication({ profileDir: join(root, name), throwaway: true, locale: 'nl_BE' });
  if (!opened.ok) throw new Error(opened.failure.code);
  const app = opened.value;
  const shown = Promise.withResolvers<Page>();
  const saveDir = join(root, `${name}-saved`);
  const complaints: string[] = [];
  const made = await createChromiumHost({
    app,
    pageDir,
    newId,
    monotonic: () => performance.now(),
    linkHosts: [],
    executable: executable ?? '',
    tempDir: join(root, name, 'temp'),
    saveDir,
    closed: () => {},
    headless: true,
    onPage: shown.resolve,
  });
  if (!made.ok) throw new Error(made.failure.code);
  const portal: string[] = [];
  const host = {
    ...made.value,
    openPractice: async (url: string) => {
      portal.push(url);
      return ok(undefined);
    },
  };
  app.attachHost(host, host.trusts);
  await host.openWindow();
  const page = await shown.promise;
  page.setDefaultTimeout(20_000);
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const close = async () => {
    await host.close();
    await app.close();
  };
  return { page, portal, saveDir, complaints, close };
}

describe('the whole road by keyboard alone', () => {
  it.each(roads)(
    'as $quality in $language ends with a connection that holds',
    async ({ quality, language }) => {
      const run = await firstRun(`${quality}-${language}`);
      const { page } = run;
      try {
        await welcome(page, language);
        const citizen = quality === 'employerNsso';
        const services = citizen ? (['fla', 'citizenData'] as const) : (['fla'] as const);
        const guide = await firstQuestion(page, {
          services,
          audience:
            quality === 'employerNsso'
              ? 'ownWorkers'
              : quality === 'trainingProvider'
                ? 'participants'
                : 'clients',
          ...(quality === 'serviceProvider' ? { mandataryKind: quality } : {}),
          enterpriseNumber,
          enterpriseName: 'Atelier Weidebloem',
        });
        const steps = (await stepsOf(page, guide)).map(({ id }) => id);

        // On this computer: the certificate, and its public part for Chaman.
        await showStep(page, steps.indexOf('makeCertificate'));
        await press(page, page.locator('section.guide-block a.button').first());
        await goOn(page);
        await answer(page, 'ecP384');
        await goOn(page);
        await goOn(page);
        await press(page, page.locator('.wizard-acts button').first());
        // Until it is whole it stands there under a hidden name.
        const saved = async (): Promise<string[]> =>
          (await readdir(run.saveDir).catch(() => [])).filter((name) => !name.startsWith('.'));
        await expect.poll(saved, soon).toHaveLength(1);
        const [cer = ''] = await saved();

        /** Opens the practice portal from a step of the guide; answers the address that the app opened. */
        const portalOf = async (step: string): Promise<string> => {
          const before = run.portal.length;
          await resume(page, guide);
          await showStep(page, steps.indexOf(step));
          await press(page, page.locator('section.guide-block .row-of button').first());
          await expect.poll(() => run.portal.length, soon).toBe(before + 1);
          const address = run.portal.at(-1) ?? '';
          expect(new URL(address).searchParams.get('lang')).toBe(language);
          return address;
        };
        /** Follows a step of the guide into the room of the app where it is done. */
        const roomOf = async (step: string): Promise<void> => {
          await resume(page, guide);
          await showStep(page, steps.indexOf(step));
          await press(page, page.locator('section.guide-block a.button').first());
        };

        // On the practice portal, opened by the guide.
        const address = await portalOf('registered');
        const clientId = await onThePortal(address, (portal) =>
          throughChaman(portal, {
            quality: quality === 'employerNsso' ? portalQuality.employerNsso : quality,
            enterpriseNumber,
            enterpriseName: 'Atelier Weidebloem',
            rights: citizen ? rights : ['careerProFlaDeclaration'],
            certificateFile: join(run.saveDir, cer),
          }),
        );

        // Back here: the client id is kept, and where the quality needs one, a mandate and a route follow.
        await roomOf('keepClientId');
        await goOn(page);
        await answer(page, 'portal');
        await type(page, field(page, 'clientId'), clientId);
        await goOn(page);
        await goOn(page);
        if (steps.includes('giveMandate')) {
          await onThePortal(await portalOf('giveMandate'), (portal) =>
            giveMandate(portal, client, enterpriseNumber),
          );
          await onThePortal(await portalOf('acceptMandate'), acceptMandate);
          await roomOf('recordMandate');
          await addClient(page, client);
          await recordMandate(page, '1/2025');
          await chooseRoutes(page, { kind: 'mandatary', services });
        } else if (steps.includes('chooseRoute')) {
          await roomOf('chooseRoute');
          await confirmEmployer(page);
          await chooseRoutes(page, { kind: 'own', services });
        }
        const seen = (await stepsOf(page, guide)).filter(({ id }) => sent.includes(id));
        expect(seen.map(({ id, by }) => [id, by])).toEqual(
          steps.filter((id) => sent.includes(id)).map((id) => [id, 'app']),
        );

        // The doctor looks at all of it.
        await goToConnection(page, 'doctor');
        await press(page, page.locator('.page-head .acts button.primary'));
        await page.locator('.panel[role=status]').waitFor();

        await resume(page, guide);
        for (const [at, step] of (await stepsOf(page, guide)).entries()) {
          if (step.state !== 'open') continue;
          await showStep(page, at);
          await markDone(page);
          await expect.poll(async () => (await stepsOf(page, guide))[at]?.state, soon).toBe('done');
        }
        const { rows } = await ask<{ rows: { lastCheck: { outcome: string } | null; clientId: string }[] }>(
          page,
          'account.list',
        );
        expect(rows.map((row) => [row.clientId, row.lastCheck?.outcome])).toEqual([[clientId, 'ok']]);
        expect((await stepsOf(page, guide)).every(({ state }) => state !== 'open')).toBe(true);
        expect(run.complaints).toEqual([]);
      } catch (error) {
        await page.screenshot({ path: join(tmpdir(), `road-${quality}-${language}.png`) }).catch(() => {});
        throw error;
      } finally {
        await run.close();
      }
    },
    300_000,
  );
});

/** Does something on the portal in a window of its own, as another person at another desk. */
async function onThePortal<T>(address: string, act: (page: Page) => Promise<T>): Promise<T> {
  const page = await outside.newPage();
  page.setDefaultTimeout(20_000);
  // From the start: a chooser that opens before anybody asked for it is lost.
  page.on('filechooser', () => {});
  try {
    await page.goto(address);
    return await act(page);
  } catch (error) {
    await page.screenshot({ path: join(tmpdir(), 'road-portal.png') }).catch(() => {});
    throw error;
  } finally {
    await page.close();
  }
}

async function throughChaman(page: Page, road: Parameters<typeof addAccount>[1]): Promise<string> {
  await becomeKnown(page, road);
  await activateQuality(page, road);
  if (road.rights.includes('citizenDataConsult')) await acceptCircle(page);
  return await addAccount(page, road);
}
