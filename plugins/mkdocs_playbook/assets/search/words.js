/**
 * Folding and cutting, by the tables of the manifest: the same words as
 * `playbook.text` makes. First of the engine's parts, which are published end to
 * end within one function (`playbook.search.program`); `S` is what they share.
 */
/** @type {any} */
var S = {};

/**
 * @param {any} unicode  `data/unicode.json`
 * @param {{length: number, classes: Object<string, string>}} routes
 */
S.Words = function (unicode, routes) {
  /** @type {Map<string, string>} */
  var table = new Map();
  Object.keys(unicode.expand).forEach(function (char) { table.set(char, unicode.expand[char]); });
  var runs = unicode.fold;
  for (var i = 0; i < runs.length; i += 4) {
    for (var n = 0; n < runs[i + 1]; n++) {
      var code = runs[i] + n * runs[i + 2];
      table.set(String.fromCharCode(code), String.fromCharCode(code + runs[i + 3]));
    }
  }
  var contexts = unicode.context.map(function (/** @type {string[]} */ rule) {
    return [new RegExp(rule[0], "g"), rule[1]];
  });
  var word = "[";
  for (i = 0; i < unicode.word.length; i += 2) {
    word += escape16(unicode.word[i]) + "-" + escape16(unicode.word[i + 1]);
  }
  word += "]+";
  var apostrophe = "[" + unicode.apostrophes.split("").map(function (/** @type {string} */ c) {
    return escape16(c.charCodeAt(0));
  }).join("") + "]";
  var pattern = new RegExp(word + "(?:" + apostrophe + word + ")*", "g");
  var marks = /[\u0300-\u036f]/;

  /** @param {number} code */
  function escape16(code) {
    return "\\u" + ("000" + code.toString(16)).slice(-4);
  }

  /** @param {string} text */
  function fold(text) {
    text = text.normalize("NFC");
    var out = "";
    for (var i = 0; i < text.length; i++) {
      var to = table.get(text[i]);
      out += to === undefined ? text[i] : to;
    }
    contexts.forEach(function (/** @type {any[]} */ rule) { out = out.replace(rule[0], rule[1]); });
    return out.normalize("NFC");
  }

  /** @type {Map<string, string>} */
  var folded = new Map();

  /** Letters that neither composing nor folding changes, most of what is read. @param {string} text */
  function isPlain(text) {
    for (var i = 0; i < text.length; i++) {
      var code = text.charCodeAt(i);
      if (!(code < 0x300 || (code >= 0x10d0 && code <= 0x10ff)) || table.has(text[i])) return false;
    }
    return true;
  }

  /** @param {string} text */
  function foldWord(text) {
    var known = folded.get(text);
    if (known !== undefined) return known;
    if (isPlain(text)) {
      folded.set(text, text);
      return text;
    }
    var out = fold(text);
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
   * Words of a text with the range (UTF-16 units) each stands on.
   * @param {string} text
   * @returns {{text: string, start: number, end: number}[]}
   */
  function tokenise(text) {
    var tokens = [];
    var match;
    pattern.lastIndex = 0;
    while ((match = pattern.exec(text))) {
      var word = foldWord(match[0]);
      if (word) tokens.push({ text: word, start: match.index, end: match.index + match[0].length });
    }
    return tokens;
  }

  /**
   * A Latin word without its marks.
   * @param {string} word
   */
  function bare(word) {
    var parts = word.normalize("NFD");
    var out = "";
    for (var i = 0; i < parts.length; i++) {
      if (!(marks.test(parts[i]) && i && parts.charCodeAt(i - 1) < 0x250)) out += parts[i];
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
    fold: fold, foldWord: foldWord, tokenise: tokenise, bare: bare, isApostrophe: isApostrophe,
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
