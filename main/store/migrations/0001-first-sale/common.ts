/** The kinds of tender, as a list for CHECK. */
export const kinds = `('cash', 'card', 'payme-go', 'payme-link', 'payme-invoice', 'flitt', 'uzqr', 'smartpay')`;

/** Rows that are history: written once, never changed, never deleted. */
export const appendOnly = (table: string): string => `
  CREATE TRIGGER ${table}_is_not_changed BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
  CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`;
