// Words as the portal writes them, so that they can be found on the screen. French only where a French screen was seen;
// our own words for each stand in `guide.json` under `labels`.
// Sources: guide of the API channel (2025-01-31) 4.1–5 and 7.1; page on registration at work; slides on citizen data.

type PortalLabel = { nl: string; fr: string | null };

export const portalLabels = {
  enterprise: { nl: 'Onderneming', fr: 'Entreprise' },
  allServices: { nl: 'Naar alle onlinediensten', fr: null },
  accessManagement: { nl: 'Toegangsbeheer', fr: 'Gestion des accès' },
  yourManagers: { nl: 'Uw verantwoordelijken', fr: 'Vos responsables' },
  qualityLevel: { nl: 'Niveau Hoedanigheid', fr: 'Niveau Qualité' },
  entityLevel: { nl: 'Niveau Entiteit', fr: 'Niveau Entité' },
  localManager: { nl: 'Lokale beheerder', fr: 'Gestionnaire Local' },
  entityManager: { nl: 'Verantwoordelijke Toegangen Entiteit', fr: 'Responsable des accès' },
  channelsRight: { nl: 'Beheer van de technische kanalen', fr: null },
  noAccess: { nl: 'geen toegang', fr: null },
  activateQuality: { nl: 'De hoedanigheid activeren', fr: null },
  qualityMail: { nl: 'E-mailadres van de hoedanigheid', fr: null },
  manageSelf: { nl: 'Ik wens zelf in te staan voor het beheer van de hoedanigheid', fr: null },
  appointManager: { nl: 'Ik wil een lokale beheerder aanstellen om de hoedanigheid te beheren', fr: null },
  qualityDone: { nl: 'De hoedanigheid is succesvol geactiveerd', fr: null },
  next: { nl: 'Volgende', fr: null },
  confirm: { nl: 'Bevestigen', fr: null },
  chaman: { nl: 'ChaMan', fr: 'ChaMan' },
  manageChannels: { nl: 'Beheer uw technische kanalen', fr: null },
  contactData: { nl: 'Contactgegevens', fr: null },
  webServices: { nl: 'Webservices account', fr: null },
  addAccount: { nl: 'Een webservice account toevoegen', fr: null },
  type: { nl: 'Type', fr: 'Type' },
  accountName: { nl: 'Accountnaam', fr: null },
  rights: { nl: 'Beveiligde machtigingen', fr: null },
  certificate: { nl: 'Certificaat', fr: null },
  certificates: { nl: 'Certificaten', fr: null },
  certificateName: { nl: 'Certificaatnaam', fr: null },
  addCertificate: { nl: 'Een certificaat toevoegen', fr: null },
  fileName: { nl: 'Bestandsnaam', fr: null },
  owner: { nl: 'Eigenaar', fr: null },
  supplier: { nl: 'Leverancier', fr: null },
  expiry: { nl: 'Vervaldatum', fr: null },
  clientId: { nl: 'Client ID', fr: 'Client ID' },
  action: { nl: 'Actie', fr: null },
  mahis: { nl: 'MAHIS', fr: 'MAHIS' },
  guidelines: { nl: 'Guidelines voor sociale dienstverrichters', fr: null },
  circleOfTrust: { nl: 'Circle of trust', fr: null },
  employerNsso: { nl: 'Werkgever RSZ', fr: 'Employeur ONSS' },
  socialSecretariat: { nl: 'Sociaal secretariaat', fr: null },
  serviceProvider: { nl: 'Dienstverlener', fr: null },
  trainingProvider: { nl: 'Opleidingsverstrekker', fr: null },
} as const satisfies Record<string, PortalLabel>;

export type LabelId = keyof typeof portalLabels;
export const labelIds = Object.keys(portalLabels) as LabelId[];

type ReaderLanguage = 'nl' | 'fr' | 'de' | 'en';

/** The label on the screen that a reader of this language most likely has before him. `chaman` is `ChaMan` in all. */
export const labelOnScreen = (id: LabelId, language: ReaderLanguage): string =>
  (language === 'fr' ? portalLabels[id].fr : null) ?? portalLabels[id].nl;

/** Whether our own words should stand beside it: the screen then is not in the reader's language. */
export const needsOwnWords = (id: LabelId, language: ReaderLanguage): boolean => {
  const { nl, fr }: PortalLabel = portalLabels[id];
  if (language === 'nl' || nl === fr) return false;
  return language !== 'fr' || fr === null;
};

/**
 * Labels as parameters of a sentence: `{confirm}` becomes “Bevestigen” for a reader of Dutch, and “Bevestigen” (confirm)
 * for one of English. `ownWords` gives our words for a label. The practice portal has these words on the screen, so they
 * stand first there; the official ones stay beside them, for later.
 */
export function labelParams(
  language: ReaderLanguage,
  ownWords: (id: LabelId) => string,
  practising = false,
): Record<LabelId, string> {
  const written = labelIds.map((id): [LabelId, string] => {
    const quoted = quote(labelOnScreen(id, language), language);
    if (!needsOwnWords(id, language)) return [id, quoted];
    const own = ownWords(id);
    const first = quote(sentenceCase(own), language);
    return [id, practising ? `${first} (${labelOnScreen(id, language)})` : `${quoted} (${own})`];
  });
  return Object.fromEntries(written) as Record<LabelId, string>;
}

export const sentenceCase = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** In the marks of the language, French with its narrow no-break spaces. */
export function quote(text: string, language: ReaderLanguage): string {
  if (language === 'fr') return `«\u202f${text}\u202f»`;
  return language === 'de' ? `„${text}“` : `“${text}”`;
}
