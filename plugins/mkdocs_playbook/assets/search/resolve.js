/**
 * What the words of a query mean: the same steps, over the same files, as
 * `playbook.search.resolve`, where they are explained.
 */
(function () {
  var Q = S.QUALITY;
  var LONG = 4, FEW = 3, SHORT = 3;

  /**
   * @param {any} index @param {string} query @param {string} reader @param {boolean} prefix
   * @param {boolean} [insist]  take every word as it is written
   * @returns {Word[]}
   */
  S.resolve = function (index, query, reader, prefix, insist) {
    /** @type {Word[]} */
    var words = index.words.tokenise(query).map(function (/** @type {any} */ token) {
      var after = query.slice(token.end, token.end + 1);
      return {
        text: index.words.wordForm(token.text),
        latin: token.text + (index.words.isApostrophe(after) ? "'" : ""),
        stop: false,
        readings: [],
      };
    });
    var order = index.languages.filter(function (/** @type {string} */ c) { return c === reader; })
      .concat(index.languages.filter(function (/** @type {string} */ c) { return c !== reader; }));
    /** @type {Object<string, string>} */
    var scripts = {};
    index.manifest.languages.forEach(function (/** @type {any} */ l) { scripts[l.code] = l.script; });
    /** @type {Map<string, Word[]>} */
    var byScript = new Map();
    words.forEach(function (word) {
      var script = S.scriptOf(word.text);
      byScript.set(script, (byScript.get(script) || []).concat([word]));
    });
    var isLong = words.length > LONG;
    Array.from(byScript.keys()).sort().forEach(function (script) {
      var here = byScript.get(script) || [];
      var codes = order.filter(function (/** @type {string} */ c) { return scripts[c] === script; });
      if (!codes.length && script === S.LATIN) codes = order.slice(0, 1);
      var main = asWritten(index, here, codes, reader);
      if (script === S.LATIN) {
        romanisedWords(index, here, order.filter(function (/** @type {string} */ c) { return scripts[c] !== S.LATIN; }), reader);
      }
      if (!main) return;
      here.forEach(function (word) {
        S.completed(index.lexicon(main), word, word === words[words.length - 1], prefix);
        if (!insist) corrected(index, word, isLong ? [main] : codes, main, reader, isLong);
      });
    });
    words.forEach(function (word) { S.addSynonyms(index, word); });
    return words;
  };

  /**
   * The query with its misspelt words put right, or null where none is taken for misspelt.
   * @param {any} index @param {string} query @param {Word[]} words  as resolved
   * @returns {string | null}
   */
  S.putRight = function (index, query, words) {
    var text = "";
    var done = 0;
    index.words.tokenise(query).forEach(function (/** @type {any} */ token, /** @type {number} */ i) {
      var best = words[i].readings.reduce(function (/** @type {Reading | null} */ most, r) {
        return most && most.quality >= r.quality ? most : r;
      }, null);
      if (!best || best.how !== "typo") return;
      text += query.slice(done, token.start) + (best.meant[0] || best.key.forms[0] || token.text);
      done = token.end;
    });
    return done ? text + query.slice(done) : null;
  };

  /**
   * Readings of a word that stands nowhere as a misspelling, in the first language with any.
   * @param {any} index @param {Word} word @param {string[]} codes @param {string} main @param {string} reader
   * @param {boolean} isLong
   */
  function corrected(index, word, codes, main, reader, isLong) {
    if (index.lexicon(main).stopWords.has(word.text)) return;
    if (word.readings.some(function (r) {
      return r.quality >= Q.redirect || r.how === "exact" || (r.how === "like" && r.lang === main) || (r.how === "roman" && r.lang === reader);
    })) return;
    var doubtful = word.readings.some(function (r) { return (r.how === "form" || r.how === "marks") && r.lang === main; });
    for (var i = 0; i < codes.length; i++) {
      var found = S.misspelt(index.lexicon(codes[i]), word.text, S.WRITTEN, codes[i] !== main, doubtful, isLong);
      S.addReadings(word, doubtful ? found.map(S.weaker(Q.typoBeside)) : found);
      if (found.length) return;
    }
  }

  /** @param {any} index @param {Word[]} words @param {string[]} codes @param {string} reader @returns {string} */
  function asWritten(index, words, codes, reader) {
    if (!codes.length) return "";
    /** @type {Map<string, {votes: number, readings: Reading[]}[]>} */
    var found = new Map();
    /** Words still to be looked for. @type {Word[]} */
    var wanted = words;
    for (var i = 0; i < codes.length && wanted.length; i++) {
      var lexicon = index.lexicon(codes[i]);
      lexicon.wantWords(wanted.map(function (w) { return w.text; }));
      var here = words.map(function (w) {
        return wanted.indexOf(w) < 0 ? { votes: 0, readings: [] } : S.written(lexicon, w.text);
      });
      found.set(codes[i], here);
      if (!i) {
        var standing = here.filter(function (f) { return f.votes === S.written.STANDS; }).length;
        if (standing === words.length) break;
        var left = words.filter(function (_, n) { return here[n].votes < S.written.LED; });
        wanted = elsewhere(index, lexicon, words, left, standing, reader);
      }
    }
    var main = "";
    var most = -1;
    found.forEach(function (list, code) {
      var votes = list.reduce(function (sum, f) { return sum + f.votes; }, 0);
      if (votes > most) { most = votes; main = code; }
    });
    var stopWords = index.lexicon(main).stopWords;
    words.forEach(function (word, i) {
      var own = (found.get(main) || [])[i];
      word.stop = stopWords.has(word.text);
      S.addReadings(word, own.readings);
      if (own.votes >= S.written.LED) return;
      codes.forEach(function (code) {
        var other = found.get(code);
        if (code !== main && other && other[i].votes >= S.written.LED) S.addReadings(word, other[i].readings.map(S.weaker(other[i].votes > S.written.LED ? Q.elsewhere : Q.ledElsewhere)));
      });
    });
    return main;
  }

  /**
   * Words that are worth another language of the script: none, if what is left sounds like words
   * of the reader's own script; else, where half or more stand in the first one, none that is a
   * slip there.
   * @param {any} index @param {any} lexicon  of the first language @param {Word[]} words
   * @param {Word[]} left  without those known there @param {number} standing  how many stand there
   * @param {string} reader
   * @returns {Word[]}
   */
  function elsewhere(index, lexicon, words, left, standing, reader) {
    /** @param {Word} word */
    function isStrange(word) { return !S.isSlip(lexicon, word.text); }
    if (soundNative(index, lexicon, left, reader)) return [];
    if (2 * standing > words.length) return left.filter(isStrange);
    if (2 * standing === words.length && left.length === standing) return left.some(isStrange) ? words : [];
    return words;
  }

  /**
   * Whether two letters of three are in words of a reader who romanises; few or short words must
   * be spelt as they are read.
   * @param {any} index @param {any} lexicon  of the first language @param {Word[]} words
   * @param {string} reader
   */
  function soundNative(index, lexicon, words, reader) {
    if (!words.length || lexicon.code === reader || index.languages.indexOf(reader) < 0) return false;
    var home = index.lexicon(reader);
    if (!home.roman) return false;
    wantRoman(home, words);
    var few = words.length < FEW, own = 0, letters = 0;
    var sure = Q.romanForm - 2 * home.directory.romanisation.heard;
    words.forEach(function (word) {
      var size = word.latin.length;
      var least = few || size <= SHORT ? Q.romanForm : sure;
      letters += size;
      if (/^[\0-\x7f]*$/.test(word.latin) && S.romanised(home, word.latin).some(function (/** @type {Reading} */ r) { return r.quality >= least; })) own += size;
    });
    return few ? own === letters : 3 * own >= 2 * letters;
  }

  /** @param {number} some @param {number} ofAll */
  function isMost(some, ofAll) {
    return 4 * some >= 3 * ofAll;
  }

  /** @param {any} index @param {Word[]} words @param {string[]} codes @param {string} reader */
  function romanisedWords(index, words, codes, reader) {
    var unknown = words.filter(function (w) {
      return !w.stop && !w.readings.some(function (r) { return r.quality >= (r.lang === reader ? Q.rule : Q.redirect); });
    });
    var foreign = codes.indexOf(reader) < 0;
    var known = words.filter(function (w) { return !w.stop && unknown.indexOf(w) < 0; }).length;
    if (!unknown.length || (foreign && unknown.length <= known)) return;
    var most = 0;
    var best = "";
    codes.some(function (code) {
      var lexicon = index.lexicon(code);
      if (!lexicon.roman) return false;
      wantRoman(lexicon, unknown);
      var votes = 0;
      var read = 0;
      unknown.forEach(function (word) {
        /** @type {Reading[]} */
        var readings = S.romanised(lexicon, word.latin);
        if (readings.length) read++;
        votes += readings.reduce(function (top, r) { return Math.max(top, r.quality); }, 0);
      });
      if (code === reader) votes += votes >> 1;
      if (votes > most) { most = votes; best = code; }
      return code === reader && isMost(read, unknown.length);
    });
    if (!best) return;
    var lexicon = index.lexicon(best);
    wantRoman(lexicon, words);
    /** @param {Word} word @returns {Reading[]} */
    function readingsOf(word) {
      return S.romanised(lexicon, word.latin).filter(function (/** @type {Reading} */ r) { return !foreign || r.quality >= Q.romanSure; });
    }
    if (foreign) {
      var strange = unknown.filter(function (w) { return readingsOf(w).length; }).length;
      if (strange <= known) return;
    }
    words.forEach(function (word) {
      var readings = readingsOf(word);
      if (unknown.indexOf(word) < 0) {
        S.addReadings(word, readings.map(S.weaker(Q.romanForm - Q.romanBeside)));
      } else if (readings.length) {
        var doubted = best !== reader && unknown.length < words.length;
        S.addReadings(word, doubted ? readings.map(S.weaker(Q.romanStrange)) : readings);
        word.stop = word.stop || readings[0].key.forms.some(function (form) { return lexicon.stopWords.has(form); });
      } else if (!word.readings.length && best === reader) {
        S.addReadings(word, S.misspelt(lexicon, word.latin, S.ROMAN, false, false, words.length > LONG));
      }
    });
  }

  /** @param {any} lexicon @param {Word[]} words */
  function wantRoman(lexicon, words) {
    lexicon.wantWords(words.map(function (w) { return w.latin; }));
  }
})();
