// The whole road in practice without a mouse, from the first run to a connection that the doctor finds whole: the real
// app, the real window, the practice portal as a person walks it. Each quality in a language of its own; all sixteen
// pairs with SOCIODESK_ALL_ROADS=1.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
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
import { press, type } from '../../support/keyboard.ts';
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
const rights = ['careerProFlaDeclaration', 'citizenMandatesManage', 'citizenDataConsult'];
/** The practice service may still be starting. */
const soon = { timeout: 20_000 };
const portalQuality = { employerNsso: 'employer' } as const;

let pageDir: string;
let root: string;
let outside: Browser;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sociodesk-road-'));
  pageDir = join(root, 'page');
  const configFile = join(import.meta.dirname, '../../../vite.config.ts');
  const output = { outDir: pageDir, emptyOutDir: true };
  await build({ configFile, mode: 'renderer', logLevel: 'silent', build: output });
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
        const guide = await firstQuestion(page, {
          services: citizen ? ['fla', 'citizenData'] : ['fla'],
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
        await expect.poll(() => readdir(run.saveDir).catch(() => []), soon).toHaveLength(1);
        const [cer = ''] = await readdir(run.saveDir);

        // On the practice portal, opened by the guide.
        await resume(page, guide);
        await showStep(page, steps.indexOf('registered'));
        await press(page, page.locator('section.guide-block .row-of button').first());
        await expect.poll(() => run.portal.length, soon).toBe(1);
        const [address = ''] = run.portal;
        expect(new URL(address).searchParams.get('lang')).toBe(language);
        const clientId = await onThePortal(address, {
          quality: quality === 'employerNsso' ? portalQuality.employerNsso : quality,
          enterpriseNumber,
          enterpriseName: 'Atelier Weidebloem',
          rights: citizen ? rights : ['careerProFlaDeclaration'],
          certificateFile: join(run.saveDir, cer),
        });

        // Back here: the client id is kept and the doctor looks at all of it.
        await resume(page, guide);
        await showStep(page, steps.indexOf('keepClientId'));
        await press(page, page.locator('section.guide-block a.button').first());
        await goOn(page);
        await answer(page, 'portal');
        await type(page, field(page, 'clientId'), clientId);
        await goOn(page);
        await goOn(page);
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
    180_000,
  );
});

async function onThePortal(address: string, road: Parameters<typeof addAccount>[1]): Promise<string> {
  const page = await outside.newPage();
  page.setDefaultTimeout(20_000);
  try {
    await page.goto(address);
    await becomeKnown(page, road);
    await activateQuality(page, road);
    if (road.rights.includes('citizenDataConsult')) await acceptCircle(page);
    return await addAccount(page, road);
  } finally {
    await page.close();
  }
}
