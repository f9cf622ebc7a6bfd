/**
 * Folding and cutting, by the tables of the manifest: the same words as
 * `playbook.text` makes. First of the engine's parts, which are published end to
 * end within one function (`playbook.search.program`); `S` is what they share.
 */
/** @type {any} */
var S = {};

/**
 * @param {any} unicode  `data/unicode.json`, its ranges packed as in the manifest
 * @param {{length: number, classes: Object<string, string>}} routes
 */
S.Words = function (unicode, routes) {
  // Kinds of code units, as bits.
  var LETTER = 1, EXPANDS = 2, APOSTROPHE = 4;
  var kinds = new Uint8Array(0x10000);
  /** What a code unit is folded to; 0 for itself. */
  var folds = new Uint16Array(0x10000);
  var code = 0;
  S.unpackNumbers(unicode.word).forEach(function (/** @type {number} */ gap, /** @type {number} */ i) {
    if (i % 2) kinds.fill(LETTER, code, code + gap + 1);
    code += gap;
  });
  Object.keys(unicode.expand).forEach(function (char) { kinds[char.charCodeAt(0)] |= EXPANDS; });
  for (var i = 0; i < unicode.apostrophes.length; i++) kinds[unicode.apostrophes.charCodeAt(i)] |= APOSTROPHE;
  // First of a run, as a gap; how many; in which steps; up or down to what each is folded.
  var runs = S.unpackNumbers(unicode.fold);
  var first = 0;
  for (i = 0; i < runs.length; i += 4) {
    code = first += runs[i];
    for (var n = runs[i + 1]; n--; code += runs[i + 2]) {
      folds[code] = code + (runs[i + 3] % 2 ? -(runs[i + 3] + 1) / 2 : runs[i + 3] / 2);
      kinds[code] &= ~EXPANDS;
    }
  }
  /** @type {[RegExp, string][] | null} */
  var contexts = null;

  /** @param {string} text */
  function fold(text) {
    text = text.normalize("NFC");
    var out = "";
    for (var i = 0; i < text.length; i++) {
      var code = text.charCodeAt(i);
      if (kinds[code] & EXPANDS) out += unicode.expand[text[i]];
      else out += folds[code] ? String.fromCharCode(folds[code]) : text[i];
    }
    contexts = contexts || unicode.context.map(function (/** @type {string[]} */ rule) {
      return [new RegExp(rule[0], "g"), rule[1]];
    });
    /** @type {[RegExp, string][]} */ (contexts).forEach(function (rule) { out = out.replace(rule[0], rule[1]); });
    return out.normalize("NFC");
  }

  /** @type {Map<string, string>} */
  var folded = new Map();

  /**
   * Letters and signs that never compose with others and are no part of a context: Latin,
   * Georgian, Devanagari without nukta, virama, accents and the letters that hold a nukta.
   * @param {number} code
   */
  function isAlone(code) {
    if (code < 0x300 || (code >= 0x10d0 && code <= 0x10ff)) return true;
    return code >= 0x900 && code <= 0x957 && code !== 0x929 && code !== 0x931 && code !== 0x934 &&
      code !== 0x93c && code !== 0x94d && !(code >= 0x951 && code <= 0x954);
  }

  /** Letters that neither composing nor folding changes, most of what is read. @param {string} text */
  function isPlain(text) {
    for (var i = 0; i < text.length; i++) {
      var code = text.charCodeAt(i);
      if (!isAlone(code) || folds[code] || kinds[code] & EXPANDS) return false;
    }
    return true;
  }

  /** @param {string} text */
  function foldWord(text) {
    var known = folded.get(text);
    if (known !== undefined) return known;
    var out = isPlain(text) ? text : fold(text);
    for (var i = 0; i < unicode.endings.length; i++) {
      var from = unicode.endings[i][0];
      if (out.length > from.length && out.endsWith(from)) {
        out = out.slice(0, -from.length) + unicode.endings[i][1];
        break;
      }
    }
    folded.set(text, out);
    return out;
  }

  /**
   * Runs of letters, an apostrophe among them where letters stand on both sides.
   * @param {string} text
   * @param {(start: number, end: number) => void} met
   */
  function eachWord(text, met) {
    var length = text.length;
    var start = -1;
    for (var at = 0; at <= length; at++) {
      // Behind the end stands NaN, which is no letter.
      var kind = kinds[text.charCodeAt(at)];
      if (kind & LETTER) {
        if (start < 0) start = at;
      } else if (start >= 0 && !(kind & APOSTROPHE && kinds[text.charCodeAt(at + 1)] & LETTER)) {
        met(start, at);
        start = -1;
      }
    }
  }

  /**
   * Words of a text with the range (UTF-16 units) each stands on.
   * @param {string} text
   * @returns {{text: string, start: number, end: number}[]}
   */
  function tokenise(text) {
    /** @type {{text: string, start: number, end: number}[]} */
    var tokens = [];
    eachWord(text, function (start, end) {
      var word = foldWord(text.slice(start, end));
      if (word) tokens.push({ text: word, start: start, end: end });
    });
    return tokens;
  }

  /**
   * How a word begins when it is folded, as far as its first two letters tell; 0 where they do
   * not: a mark or what folds to nothing may change the beginning.
   * @param {string} text @param {number} start @param {number} end
   */
  function beginning(text, start, end) {
    var code = text.charCodeAt(start);
    if (!isAlone(code) || kinds[code] & EXPANDS || (end - start > 1 && !isAlone(text.charCodeAt(start + 1)))) return 0;
    return folds[code] || code;
  }

  /**
   * The words of a text whose form is one of these. Most words differ in the first letter; no
   * more is read of them.
   * @param {string} text @param {Set<string>} forms
   * @returns {{text: string, start: number, end: number}[]}
   */
  function findForms(text, forms) {
    /** @type {Set<number>} */
    var beginnings = new Set([0]);
    forms.forEach(function (form) { beginnings.add(form.charCodeAt(0)); });
    /** @type {{text: string, start: number, end: number}[]} */
    var found = [];
    eachWord(text, function (start, end) {
      if (!beginnings.has(beginning(text, start, end))) return;
      var word = foldWord(text.slice(start, end));
      if (forms.has(wordForm(word))) found.push({ text: word, start: start, end: end });
    });
    return found;
  }

  /** @param {string} word */
  function isUnmarked(word) {
    for (var i = 0; i < word.length; i++) if (word.charCodeAt(i) > 0x7f) return false;
    return true;
  }

  /**
   * A Latin word without its marks.
   * @param {string} word
   */
  function bare(word) {
    if (isUnmarked(word)) return word;
    var parts = word.normalize("NFD");
    var out = "";
    for (var i = 0; i < parts.length; i++) {
      var code = parts.charCodeAt(i);
      if (!(code >= 0x300 && code <= 0x36f && i && parts.charCodeAt(i - 1) < 0x250)) out += parts[i];
    }
    return out.normalize("NFC");
  }

  /** @param {string} char */
  function isApostrophe(char) {
    return char !== "" && unicode.apostrophes.indexOf(char) >= 0;
  }

  /**
   * The form the index knows: without an English possessive.
   * @param {string} word
   */
  function wordForm(word) {
    if (word.endsWith("'s") && word.length > 3) return word.slice(0, -2);
    if (word.endsWith("'") && word.length > 2) return word.slice(0, -1);
    return word;
  }

  /** The group of the index a word stands in. @param {string} plain */
  function route(plain) {
    var out = "";
    for (var i = 0; i < plain.length && i < routes.length; i++) {
      out += routes.classes[plain[i]] || plain[i];
    }
    return out;
  }

  return {
    fold: fold, foldWord: foldWord, tokenise: tokenise, findForms: findForms, bare: bare, isApostrophe: isApostrophe,
    wordForm: wordForm, route: route,
  };
};

/**
 * Writing a language's script in Latin letters.
 * @param {any} tables  of the language's directory; null where it is at home in Latin letters
 * @param {(word: string) => string} bare
 */
S.Romanisation = function (tables, bare) {
  if (!tables) return null;

  /** @param {string} char */
  function isSign(char) {
    var code = char.charCodeAt(0);
    return code >= 0x93e && code <= 0x94c && tables.letters[char] !== undefined;
  }

  /** @param {string} word */
  function romanise(word) {
    var out = "";
    var i = 0;
    while (i < word.length) {
      var text = "";
      for (var length = 3; length > 1; length--) {
        text = tables.clusters[word.slice(i, i + length)] || "";
        if (text) break;
      }
      if (text) {
        i += length;
      } else {
        var char = word[i++];
        text = tables.consonants[char];
        if (!text) {
          var letter = tables.letters[char];
          out += letter !== undefined ? letter : char === tables.virama ? "" : char;
          continue;
        }
      }
      out += text;
      if (i < word.length && word[i] !== tables.virama && !isSign(word[i])) out += tables.inherent;
    }
    return out;
  }

  /**
   * Replace from the left, the longest match first, then write doubled letters once.
   * @param {string} text
   * @param {Object<string, string>} table
   */
  function replaced(text, table) {
    var out = "";
    var i = 0;
    while (i < text.length) {
      var length = Math.min(3, text.length - i);
      while (length && table[text.slice(i, i + length)] === undefined) length--;
      out += length ? table[text.slice(i, i + length)] : text[i];
      i += length || 1;
    }
    var single = "";
    for (i = 0; i < out.length; i++) if (out[i] !== out[i - 1]) single += out[i];
    return single;
  }

  return {
    romanise: romanise,
    skeleton: function (/** @type {string} */ latin) { return replaced(bare(latin), tables.skeleton); },
    near: function (/** @type {string} */ latin) { return replaced(bare(latin), tables.near); },
  };
};
