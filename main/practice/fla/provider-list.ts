// What training providers filed for the workers of an employer in a year, for the employer or its mandatary to look at.
import { ok, type Reply } from '../http/exchange.ts';
import { selfOf } from './parts.ts';
import type { ProviderParts } from './provider-session.ts';
import { employerOf, type FlaCall } from './subject.ts';

export const listForEmployer = (parts: ProviderParts, call: FlaCall): Reply => {
  const employer = employerOf(parts, call);
  if ('refused' in employer) return employer.refused;
  const year = Number(call.parameters['year']);
  const page = Number(call.parameters['page'] ?? 1);
  const pageSize = Number(call.parameters['pageSize'] ?? 100);
  const total = parts.providers.countForEmployer(employer.enterpriseNumber, year);
  const rows = parts.providers.forEmployer(employer.enterpriseNumber, year, (page - 1) * pageSize, pageSize);
  const link = (target: number): string =>
    `${selfOf(parts, call)}?year=${year}&page=${target}&pageSize=${pageSize}`;
  return ok({
    self: link(page),
    items: rows.map((row) => {
      const training = JSON.parse(row.body) as { provider: { enterpriseNumber: string; name: string } };
      return {
        ssin: row.insz,
        year: row.year,
        provider: { enterpriseNumber: row.provider, name: training.provider.name },
        providerReference: row.providerReference,
        registrationDate: row.filedOn,
        training,
      };
    }),
    page,
    pageSize,
    total,
    ...(page * pageSize < total ? { next: link(page + 1) } : {}),
  });
};
