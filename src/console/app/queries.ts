import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/errors.ts';

/** One cache for the page. What may pass by itself is asked once more; a refusal is not. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) =>
          failures < 1 && error instanceof ApiError && (error.code === 'offline' || error.code === 'busy' || error.code === 'internal'),
      },
    },
  });
