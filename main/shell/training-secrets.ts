const prefix = 'training.';

type Secrets = Record<string, string>;

const renamed = (secrets: Secrets, rename: (name: string) => string): Secrets =>
  Object.fromEntries(Object.entries(secrets).map(([name, value]) => [rename(name), value]));

const chosen = (secrets: Secrets, choose: (name: string) => boolean): Secrets =>
  Object.fromEntries(Object.entries(secrets).filter(([name]) => choose(name)));

/** What a till gets to see: in training its own secrets and the code key, never the keys that move real money. */
export const secretsFor = (training: boolean, kept: Secrets): Secrets => {
  const isTraining = (name: string): boolean => name.startsWith(prefix);
  if (!training) return chosen(kept, (name) => !isTraining(name));
  const own = renamed(chosen(kept, isTraining), (name) => name.slice(prefix.length));
  return { ...chosen(kept, (name) => name === 'codeKey'), ...own };
};

/** What a till asks to keep, under names that keep training apart from the shop. */
export const secretsFrom = (training: boolean, asked: Secrets): Secrets =>
  training ? renamed(asked, (name) => prefix + name) : chosen(asked, (name) => !name.startsWith(prefix));
