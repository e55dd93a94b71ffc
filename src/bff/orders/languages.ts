import { type Language, languageOf } from '../../protocol/locale.ts';
import type { OrderService } from './orders.ts';

/** One shop's orders kept in both languages: each question is answered from the one its reader reads. */
export function ordersByLanguage(services: Readonly<Record<Language, OrderService>>, defaultLocale: string): OrderService {
  const serviceFor = (locale = defaultLocale) => services[languageOf(locale)];
  return {
    orders: (query, signal) => serviceFor(query.locale).orders(query, signal),
    tracking: (query, signal) => serviceFor(query.locale).tracking(query, signal),
  };
}
