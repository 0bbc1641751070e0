import type { Connection } from 'vscode-languageserver';
import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { ClientCapabilities } from 'vscode-languageserver';
import { traceOf } from '../boundary';
import { readSetting, settingName } from './setting';
import type { PersonalRules } from './setting';

/** The user's own severities, file by file: folders of a workspace may have different ones. */
export interface PersonalSettings {
  /** The setting for a file as last read; the same object for files with the same. None until it has been read. */
  of(uri: string): PersonalRules;
  /** Over when the setting for a file has been read; undefined where it has. */
  ready(uri: string): Promise<void> | undefined;
  /** Drops what is known of a file. */
  forget(uri: string): void;
  /** The setting of some file has changed. */
  onDidChange(listener: () => void): void;
  /** Asks the client to tell of changes, where it can be asked; to be called once it is ready. */
  begin(): void;
}

interface Entry {
  rules: PersonalRules;
  /** What is under way; undefined where nothing is. */
  reading: Promise<void> | undefined;
}

const none: PersonalRules = new Map();

/** Settings that the client answers for. What has no effect in them is said once in the log. */
export function clientSettings(connection: Connection, client: () => ClientCapabilities): PersonalSettings {
  const entries = new Map<string, Entry>();
  const known = new Map<string, PersonalRules>();
  const said = new Set<string>();
  const listeners: (() => void)[] = [];

  const rulesOf = (value: unknown): PersonalRules => {
    const { rules, problems } = readSetting(value);
    for (const problem of problems.filter((one) => !said.has(one))) {
      said.add(problem);
      connection.console.warn(`Setting ${settingName}: ${problem}`);
    }
    if (rules.size === 0) return none;
    const name = JSON.stringify([...rules].sort());
    const same = known.get(name) ?? rules;
    known.set(name, same);
    return same;
  };
  const ask = async (uri: string): Promise<PersonalRules | undefined> => {
    try {
      return rulesOf(await connection.workspace.getConfiguration({ scopeUri: uri, section: settingName }));
    } catch (error) {
      connection.console.error(`Reading the setting ${settingName} for ${uri}: ${traceOf(error)}`);
      return undefined;
    }
  };
  /** Of two readings the one that began last counts. */
  const read = (uri: string, entry: Entry): Promise<void> => {
    const reading: Promise<void> = ask(uri).then(async (rules) => {
      if (entry.reading !== reading) return entry.reading;
      entry.reading = undefined;
      entry.rules = rules ?? entry.rules;
    });
    entry.reading = reading;
    return reading;
  };

  connection.onDidChangeConfiguration(() => {
    void Promise.all([...entries].map(([uri, entry]) => read(uri, entry))).then(() => {
      for (const listener of listeners) listener();
    });
  });

  return {
    of: (uri) => entries.get(uri)?.rules ?? none,
    ready: (uri) => {
      if (client().workspace?.configuration !== true) return undefined;
      const entry = entries.get(uri);
      if (entry) return entry.reading;
      const fresh: Entry = { rules: none, reading: undefined };
      entries.set(uri, fresh);
      return read(uri, fresh);
    },
    forget: (uri) => void entries.delete(uri),
    onDidChange: (listener) => {
      listeners.push(listener);
    },
    begin: () => {
      if (client().workspace?.didChangeConfiguration?.dynamicRegistration !== true) return;
      const registration = connection.client.register(DidChangeConfigurationNotification.type, {
        section: settingName,
      });
      registration.catch((error: unknown) => {
        connection.console.error(`Following the setting ${settingName}: ${traceOf(error)}`);
      });
    },
  };
}
