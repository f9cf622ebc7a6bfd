/** Reading packed numbers and front-coded words; `playbook.search.packing` draws the format. */
(function () {
  var printable = "";
  for (var code = 0x21; code < 0x7f; code++) {
    var char = String.fromCharCode(code);
    if ('"\\<`'.indexOf(char) < 0) printable += char;
  }
  var BASE = 45;
  var CUTS = "!#$%&()*+,-./:;=>?@[]^_{|}~";
  /** @type {Object<string, number>} */
  var digits = {};
  for (var i = 0; i < printable.length; i++) digits[printable[i]] = i;

  /**
   * @param {string} text
   * @returns {number[]}
   */
  S.unpackNumbers = function (text) {
    var numbers = [];
    var value = 0;
    var scale = 1;
    for (var i = 0; i < text.length; i++) {
      var digit = digits[text[i]];
      if (digit < BASE) {
        numbers.push(value + digit * scale);
        value = 0;
        scale = 1;
      } else {
        value += digit * scale;
        scale *= BASE;
      }
    }
    return numbers;
  };

  /**
   * The letters of each pair in each other's place.
   * @param {string} text
   * @param {string} pairs
   */
  S.swap = function (text, pairs) {
    /** @type {Object<string, string>} */
    var to = {};
    for (var i = 0; i < pairs.length; i += 2) {
      to[pairs[i]] = pairs[i + 1];
      to[pairs[i + 1]] = pairs[i];
    }
    return text.split("").map(function (char) { return to[char] || char; }).join("");
  };

  /**
   * @param {string} text
   * @returns {{word: string, related: string[]}[]}
   */
  S.unpackWords = function (text) {
    /** @type {{word: string, related: string[]}[]} */
    var entries = [];
    var word = "";
    var i = 0;
    while (i < text.length) {
      var end = i + 1;
      while (end < text.length && CUTS.indexOf(text[end]) < 0 && !(text[end] >= "A" && text[end] <= "Z")) end++;
      var tail = text.slice(i + 1, end);
      var cut = CUTS.indexOf(text[i]);
      if (cut < 0) {
        word = word.slice(0, text.charCodeAt(i) - 65) + tail;
        entries.push({ word: word, related: [] });
      } else if (cut === CUTS.length - 1) {
        entries[entries.length - 1].related.push(tail);
      } else {
        entries[entries.length - 1].related.push(word.slice(0, word.length - cut) + tail);
      }
      i = end;
    }
    return entries;
  };

  /**
   * Places of each form of a shard: page, field, times, blocks.
   * @param {string[]} columns  counts, steps, codes, blocks
   * @param {boolean[]} stopWords  for each form
   * @param {number} fields
   * @returns {Place[][]}
   */
  S.unpackPlaces = function (columns, stopWords, fields) {
    var steps = S.unpackNumbers(columns[1]);
    var codes = S.unpackNumbers(columns[2]);
    var allBlocks = S.unpackNumbers(columns[3]);
    var step = 0;
    var code = 0;
    var next = 0;
    return S.unpackNumbers(columns[0]).map(function (/** @type {number} */ count, /** @type {number} */ form) {
      var places = [];
      var page = -1;
      while (count--) {
        page += steps[step++];
        var field = codes[code] % fields;
        var times = Math.floor(codes[code++] / fields) + 1;
        if (times > 2) times += codes[code++];
        var blocks = [];
        var block = 0;
        for (var i = 0; i < times && !stopWords[form]; i++) blocks.push((block += allBlocks[next++]));
        places.push({ page: page, field: field, times: times, blocks: blocks });
      }
      return places;
    });
  };
})();
