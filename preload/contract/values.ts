// The field's own values. Each is branded and made only by its parser: a raw string is never mistaken for one.
import { z } from 'zod';
import { parseEnterpriseNumber, parseEstablishmentNumber } from '../rules/identifiers/enterprise-number.ts';
import { parseInsz } from '../rules/identifiers/insz.ts';
import { parseNssoNumber } from '../rules/identifiers/nsso-number.ts';
import { plainLine, plainLines, withoutSteering } from '../rules/text/plain-words.ts';

const parsed = <B extends string>(parse: (text: string) => string | null, brand: B, max: number) =>
  z
    .string()
    .max(max)
    .transform((text, context) => {
      const value = parse(text);
      if (value === null) {
        context.addIssue({ code: 'custom', message: `identifier:${brand}` });
        return z.NEVER;
      }
      return value as string & z.BRAND<B>;
    });

/** Identification number of social security: 11 digits, check digits and date verified. Typed forms are tolerated. */
export const inszSchema = parsed(parseInsz, 'Insz', 32);
export type Insz = z.infer<typeof inszSchema>;

/** Number in the Crossroads Bank for Enterprises: 10 digits from 0 or 1; nine digits are padded, `BE` is dropped. */
export const enterpriseNumberSchema = parsed(parseEnterpriseNumber, 'EnterpriseNumber', 32);
export type EnterpriseNumber = z.infer<typeof enterpriseNumberSchema>;

/** Establishment unit: 10 digits from 2 to 8. */
export const establishmentNumberSchema = parsed(parseEstablishmentNumber, 'EstablishmentNumber', 32);
export type EstablishmentNumber = z.infer<typeof establishmentNumberSchema>;

/** Registration number of an employer at the NSSO, without leading zeros. */
export const nssoNumberSchema = parsed(parseNssoNumber, 'NssoNumber', 32);
export type NssoNumber = z.infer<typeof nssoNumberSchema>;

/** A name or other words on one line, as somebody types or pastes them: kept without what steers, turns or hides. */
export const typedLine = z.string().overwrite(plainLine);
/** The same, saved while it is being typed: blanks stay as they are. */
export const typedPart = z.string().overwrite(withoutSteering);
/** As `typedLine`, of several lines. */
export const typedLines = z.string().overwrite(plainLines);

/** A legal day, `yyyy-mm-dd`, without time or zone. */
export const localDateSchema = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.infer<typeof localDateSchema>;

/** An instant in UTC text. */
export const instantSchema = z.iso.datetime();

/** A calendar quarter, `2025Q2`. */
export const quarterSchema = z.string().regex(/^\d{4}Q[1-4]$/);

export const calendarYearSchema = z.int().min(2023).max(2100);

export const languageSchema = z.enum(['nl', 'fr', 'de', 'en']);
export type Language = z.infer<typeof languageSchema>;
export const languages = languageSchema.options;

/** A duration in whole minutes. */
export const minutesSchema = z
  .int()
  .min(0)
  .max(2_000 * 60 + 59);
/** Money in cents. */
export const centsSchema = z.int().min(0).max(10_000_000_00);
