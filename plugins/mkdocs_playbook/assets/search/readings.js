/**
 * What the parts of resolving share: scripts, readings and how sure they are, as in
 * `playbook.search.readings`, where they are explained.
 */
(function () {
  S.QUALITY = {
    exact: 16, redirect: 15, rule: 14, bareForm: 12, bareRule: 11, romanForm: 13, romanRule: 11,
    romanStrange: 5, romanBeside: 10, romanSure: 9, prefix: 9, prefixTyped: 12, typo: 10, farTypo: 7, romanTypo: 6,
    typoBeside: 5, elsewhere: 2, ledElsewhere: 6, like: 11, near: 5, beside: 8,
  };
  S.LATIN = "Latn";
  /** Letters by script; `playbook.text.script`. @type {[number, number, string][]} */
  var BLOCKS = [
    [0x41, 0x5a, S.LATIN], [0x61, 0x7a, S.LATIN], [0xaa, 0x24f, S.LATIN], [0x370, 0x3ff, "Grek"],
    [0x400, 0x52f, "Cyrl"], [0x531, 0x58f, "Armn"], [0x590, 0x5ff, "Hebr"], [0x600, 0x6ff, "Arab"],
    [0x900, 0x97f, "Deva"], [0x980, 0x9ff, "Beng"], [0xb80, 0xbff, "Taml"], [0xe00, 0xe7f, "Thai"],
    [0x10a0, 0x10ff, "Geor"], [0x1c90, 0x1cbf, "Geor"], [0x1e00, 0x1eff, S.LATIN], [0x2c60, 0x2c7f, S.LATIN],
    [0x2d00, 0x2d2f, "Geor"], [0x3040, 0x30ff, "Jpan"], [0x4e00, 0x9fff, "Hani"], [0xac00, 0xd7af, "Hang"],
  ];

  /** The script most letters of a word are in, Latin for none. @param {string} word */
  S.scriptOf = function (word) {
    /** @type {Map<string, number>} */
    var counts = new Map();
    for (var i = 0; i < word.length; i++) {
      var code = word.charCodeAt(i);
      if (code === 0xab || code === 0xbb || code === 0xd7 || code === 0xf7 || code === 0x964 || code === 0x965 || code === 0x10fb) continue;
      var block = BLOCKS.find(function (b) { return b[0] <= code && code <= b[1]; });
      if (block) counts.set(block[2], (counts.get(block[2]) || 0) + 1);
    }
    var best = S.LATIN;
    var most = 0;
    counts.forEach(function (count, script) { if (count > most) { most = count; best = script; } });
    return best;
  };

  /** @param {Word} word @param {Reading[]} readings */
  S.addReadings = function (word, readings) {
    var known = word.readings.slice();
    readings.forEach(function (r) {
      if (!known.some(function (k) { return k.lang === r.lang && k.key.text === r.key.text; })) word.readings.push(r);
    });
  };

  /**
   * @param {string} lang @param {Key} key @param {number} quality @param {string} how
   * @param {string[]} [meant]  forms of the key that are the word itself in this reading
   * @returns {Reading}
   */
  S.reading = function (lang, key, quality, how, meant) {
    return { lang: lang, key: key, quality: quality, how: how, meant: meant || [] };
  };

  /** @param {number} by @returns {(r: Reading) => Reading} */
  S.weaker = function (by) {
    return function (r) { return S.reading(r.lang, r.key, Math.max(1, r.quality - by), r.how, r.meant); };
  };

  /** By code units, the same on every machine. @param {string} a @param {string} b */
  S.compare = function (a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
  };
})();
