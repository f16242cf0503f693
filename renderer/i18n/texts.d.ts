// Typed keys: the English files name every key. A new namespace file is added here once.
import 'i18next';
import type accounts from '../../resources/locales/en/accounts.json';
import type certificateLife from '../../resources/locales/en/certificate-life.json';
import type certificates from '../../resources/locales/en/certificates.json';
import type connection from '../../resources/locales/en/connection.json';
import type doctor from '../../resources/locales/en/doctor.json';
import type employerImport from '../../resources/locales/en/employer-import.json';
import type employers from '../../resources/locales/en/employers.json';
import type errors from '../../resources/locales/en/errors.json';
import type goingLive from '../../resources/locales/en/going-live.json';
import type guide from '../../resources/locales/en/guide.json';
import type history from '../../resources/locales/en/history.json';
import type intake from '../../resources/locales/en/intake.json';
import type lists from '../../resources/locales/en/lists.json';
import type outbox from '../../resources/locales/en/outbox.json';
import type outboxPlan from '../../resources/locales/en/outbox-plan.json';
import type people from '../../resources/locales/en/people.json';
import type presenceRemarks from '../../resources/locales/en/presence-remarks.json';
import type presences from '../../resources/locales/en/presences.json';
import type rescue from '../../resources/locales/en/rescue.json';
import type routes from '../../resources/locales/en/routes.json';
import type rules from '../../resources/locales/en/rules.json';
import type services from '../../resources/locales/en/services.json';
import type settings from '../../resources/locales/en/settings.json';
import type shell from '../../resources/locales/en/shell.json';
import type today from '../../resources/locales/en/today.json';
import type training from '../../resources/locales/en/training.json';
import type trainingAccount from '../../resources/locales/en/training-account.json';
import type trainingImport from '../../resources/locales/en/training-import.json';
import type trainingLists from '../../resources/locales/en/training-lists.json';
import type trainingMessages from '../../resources/locales/en/training-messages.json';
import type trainingPaste from '../../resources/locales/en/training-paste.json';
import type trainingProvider from '../../resources/locales/en/training-provider.json';
import type workers from '../../resources/locales/en/workers.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      connection: typeof connection;
      accounts: typeof accounts;
      certificates: typeof certificates;
      employers: typeof employers;
      people: typeof people;
      presences: typeof presences;
      'presence-remarks': typeof presenceRemarks;
      workers: typeof workers;
      errors: typeof errors;
      history: typeof history;
      outbox: typeof outbox;
      'outbox-plan': typeof outboxPlan;
      rules: typeof rules;
      services: typeof services;
      settings: typeof settings;
      shell: typeof shell;
      today: typeof today;
      'training-provider': typeof trainingProvider;
      'training-messages': typeof trainingMessages;
      training: typeof training;
      'training-account': typeof trainingAccount;
      'training-lists': typeof trainingLists;
      'training-paste': typeof trainingPaste;
      'going-live': typeof goingLive;
      'employer-import': typeof employerImport;
      routes: typeof routes;
      rescue: typeof rescue;
      'certificate-life': typeof certificateLife;
      doctor: typeof doctor;
      guide: typeof guide;
      intake: typeof intake;
      lists: typeof lists;
      'training-import': typeof trainingImport;
    };
  }
}
