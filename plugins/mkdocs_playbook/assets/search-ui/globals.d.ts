// What search's scripts share with the page, and their data, for the type checker.
interface SearchSnippet {
  text: string;
  /** UTF-16 units, from and to. */
  ranges: [number, number][];
}
interface SearchHit {
  section: string | null;
  facet: string | null;
  url: string;
  heading?: string;
  snippet: SearchSnippet;
}
interface SearchResult extends SearchHit {
  id: string;
  group: string;
  title: string;
  lang: string;
  score: number;
  hits: SearchHit[];
  /** Language of the index that answered. */
  through?: string;
  words?: string[];
}
interface SearchOptions {
  lang?: string;
  limit?: number;
  facet?: string | null;
  /** The last word may be unfinished. */
  prefix?: boolean;
  /** Search for what is written: no correction. */
  insist?: boolean;
}
interface SearchRow {
  url: string;
  facet: string | null;
  heading: string;
  snippet: SearchSnippet;
}
interface SearchGroup {
  group: string;
  kind: string;
  title: string;
  lang: string;
  through: string;
  words: string[];
  category: string;
  number: number;
  track: [string, string] | null;
  rows: SearchRow[];
}
/** What the panel knows of the query in its field and of the answer to it. */
interface SearchState {
  text: string;
  insist: boolean;
  limit: number;
  /** Filters; empty for all. */
  facet: string;
  category: string;
  groups: SearchGroup[];
  corrected: string;
  /** The query that `groups` answers. */
  shown: string;
  /** Why there is no answer. */
  failed: string;
}
interface SearchPlate {
  category: string;
  number: number;
  track: [string, string] | null;
}
interface PanelWords {
  categories: { id: string; name: string }[];
  suggestions: string[];
  languages: Record<string, string>;
  key: { url: string; title: string } | null;
  playbooks: { url: string; name: string; mark: string; lang: string }[];
  /** Addresses of the files with the plates. */
  buckets: string[];
}
interface SearchFiles {
  /** Address of the program that replaces `playbookSearch`. */
  program: string;
  /** Language → hash in the address of the panel's words. */
  panel: Record<string, string>;
}
interface PlaybookSearch {
  /** Fetch what every query needs. */
  warm(): Promise<unknown>;
  query(
    text: string,
    options?: SearchOptions,
  ): Promise<SearchResult[] & { info?: { corrected: string | null } }>;
}
interface SearchStart {
  root: string;
  /** Address of the panel's words in the page's language. */
  words: string;
  load(src: string): Promise<unknown>;
}
interface Window {
  playbookSearch: PlaybookSearch;
  playbookSearchStart: SearchStart;
}
declare var playbookSearch: PlaybookSearch;
declare var playbookSearchStart: SearchStart;
