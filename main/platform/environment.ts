// One environment as the features use it: addresses and scopes come from `resources/environments.json` or, for practice,
// from the practice service itself. How sure each is stands beside it for Settings to show.

export type EnvironmentKind = 'practice' | 'simulation' | 'acceptance' | 'production';

/** `entered`: by a person, in place of what the program came with. */
export type Certainty = 'seed' | 'public' | 'inferred' | 'assumed' | 'practice' | 'entered';

/** An address or scope with how sure it is. */
export type Stated = { value: string; status: Certainty };

/** Null address: not known for this environment, so the service cannot be asked there. */
export type OtherService<Scope extends string> = {
  baseUrl: Stated | null;
  /** What the service asks for; an account's token is asked without a scope unless one is set. */
  scopes: Record<Scope, Stated | null>;
};

export type Environment = {
  name: string;
  kind: EnvironmentKind;
  oauth: { tokenUrl: Stated; audience: Stated };
  services: {
    fla: {
      baseUrl: Stated;
      /** Of the service for training providers; absent in files made before it was known. */
      trainingProviderBaseUrl?: Stated | null | undefined;
      /** Null: no scope is sent and the account's default counts. */
      scopes: { employer: Stated | null; mandatary: Stated | null; trainingProvider: Stated | null };
    };
    checkInAndOutAtWork: OtherService<'register' | 'consult'>;
    citizenMandates: OtherService<'manage'>;
    citizenData: OtherService<'consult'>;
    dimona: OtherService<'declare' | 'consult'>;
  };
  /** The inscriptions' SOAP service and the platform's test service: practice only, an organisation enters its own elsewhere. */
  cbss?: { baseUrl: Stated; testUrl: Stated } | undefined;
  /**
   * The presence service takes what is sent again under our own reference for the same registration [assumed]. Absent: nothing is
   * known of that, so no reference is sent, and what may have left does not leave again.
   */
  presenceReferences?: boolean | undefined;
  /** Official templates of links, confirmed by a person; the place for the number is `{id}`. Absent: not known. */
  templates?: { applicantLink: Stated | null; posterQr: Stated | null };
  /** Names of issuers that a person entered in place of the dated list. */
  issuers?: Stated;
  /** Certificate authority to trust besides, as PEM: practice only. */
  caPem: string | null;
  practice: {
    adminUrl: string;
    adminToken: string;
    chamanUrl: string;
    /** Its pages, with the key that lets a window in; files made before there were pages lack it. */
    portalUrl?: string | undefined;
    /** Where a practice poster leads, up to the number of the declaration of works. */
    workerUrl?: string | undefined;
    /** Where citizens see and end the accesses that they gave. */
    accessesUrl?: string | undefined;
    /** Where the link of a request leads; `{id}` stands for the number of the request. */
    requestUrl?: string | undefined;
  } | null;
};
