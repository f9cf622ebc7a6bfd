// Interface words for scripts: `window.playbookWords` comes from the page's language file.
"use strict";

(() => {
  /** @type {{lang?: string, plural?: Record<string, number>, words?: Record<string, string | string[]>}} */
  const given = window.playbookWords || {};
  const words = given.words || {};
  const plural = given.plural || {};

  /**
   * @param {string} text
   * @param {Record<string, string | number>} [values]
   */
  const filled = (text, values) =>
    text.replace(/%\((\w+)\)s/g, (all, name) =>
      values && name in values ? String(values[name]) : all,
    );

  /** The translation of `text`, its `%(name)s` filled in; `text` itself where there is none. */
  window.playbookText = (text, values) => {
    const found = words[text];
    return filled(typeof found === "string" ? found : text, values);
  };

  /** The form of a plural that goes with `n`; `n` is filled in. */
  window.playbookPlural = (one, many, n, values) => {
    const forms = words[one];
    const all = { n, ...values };
    if (!Array.isArray(forms)) return filled(n === 1 ? one : many, all);
    const category = new Intl.PluralRules(given.lang).select(n);
    return filled(forms[plural[category] ?? forms.length - 1] ?? forms[forms.length - 1], all);
  };
})();
