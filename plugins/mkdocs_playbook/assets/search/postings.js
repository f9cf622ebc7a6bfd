/**
 * Words and postings of a shard from their bits; the formats are those of
 * `playbook.search.spelling` and `playbook.search.postings`.
 */
(function () {
  var MANY = 64;
  var ALIAS = 1;
  var LONG = 32;

  /**
   * The words of a language's shards.
   * @param {any} tables
   * @returns {(text: string) => {keys: Spelt[], redirects: Redirect[]}}
   */
  S.Spelling = function (tables) {
    /** @type {Map<string, Code>} */
    var codes = new Map();
    Object.keys(tables.codes).forEach(function (before) { codes.set(before, S.readCode(tables.codes[before])); });
    var rare = /** @type {Code} */ (codes.get("?"));
    var usual = tables.endings.split(" ");
    var sizes = S.unpackNumbers(tables.sizes);
    var code = tables.tables.map(S.readCode);
    var shared = code[0], size = code[1], pages = code[2], ends = code[3];

    return function (text) {
      var reader = new S.Reader(text);

      /** @param {string} word */
      function letters(word) {
        for (;;) {
          var number = reader.symbol(codes.get(word.slice(-1)) || rare);
          if (!number) return word;
          word += tables.letters[number - 1];
        }
      }

      /** @param {string} before */
      function changed(before) {
        return letters(before.slice(0, before.length - reader.gamma()));
      }

      /** @param {string} before */
      function form(before) {
        var ending = usual[reader.symbol(ends)];
        if (!ending) return changed(before);
        return before.slice(0, before.length - ending.charCodeAt(0) + 65) + ending.slice(1);
      }

      var count = reader.gamma();
      var others = reader.gamma();
      var keys = [];
      var word = "";
      while (count--) {
        word = letters(word.slice(0, reader.counted(shared)));
        var both = sizes[reader.symbol(size)];
        var own = Math.floor(both / MANY);
        var alone = both % MANY;
        if (both === MANY * MANY) {
          own = reader.gamma();
          alone = reader.gamma();
        }
        /** @type {Spelt} */
        var key = { text: word, forms: [], counts: [], others: [] };
        while (own--) key.forms.push(form(word));
        var last = word;
        while (alone--) key.others.push((last = form(last)));
        for (var i = 0; i < key.forms.length; i++) key.counts.push(reader.counted(pages));
        keys.push(key);
      }
      var redirects = [];
      word = "";
      while (others--) {
        word = letters(word.slice(0, reader.counted(shared)));
        var target = changed(word);
        redirects.push({ form: word, target: target });
        var next = word;
        for (var more = reader.gamma(); more--;) redirects.push({ form: (next = form(next)), target: target });
      }
      return { keys: keys, redirects: redirects };
    };
  };

  /**
   * The postings of a language's shards: for a text and its forms, the places of some of them.
   * What is not asked for is passed over.
   * @param {any} directory
   * @param {number[]} norms
   * @param {Set<string>} stopWords  forms whose blocks are not kept
   * @returns {(text: string, forms: string[], counts: number[]) =>
   *   (first: number, count: number) => Place[][]}
   */
  S.Postings = function (directory, norms, stopWords) {
    var code = S.readCode(directory.postings[0]);
    /** Field and times, and so on, of each. @type {(number[] | null)[]} */
    var signatures = directory.postings[1].split(" ").map(function (/** @type {string} */ text) {
      var numbers = text.split("").map(function (char, i) { return char.charCodeAt(0) - (i % 2 ? 64 : 65); });
      return text ? numbers : null;
    });
    /** @type {number[]} */
    var groups = [];
    norms.forEach(function (norm, group) { if (norm) groups.push(group); });
    var ends = S.unpackNumbers(directory.ends);
    var firsts = S.unpackNumbers(directory.firsts);
    var size = groups.length;

    return function (text, forms, counts) {
      var reader = new S.Reader(text);
      /** Where the bits of a form begin, as far as is known. */
      var starts = [0];

      function signature() {
        var known = signatures[reader.symbol(code)];
        if (known) return known;
        var numbers = [];
        for (var n = 2 * (reader.gamma() + 1); n--;) numbers.push(reader.gamma());
        return numbers;
      }

      /**
       * The places of the form that begins here; none where it is only passed over.
       * @param {number} form  its number @param {boolean} wanted
       */
      function placesOf(form, wanted) {
        /** @type {Place[]} */
        var places = [];
        var count = counts[form];
        if (count >= LONG) {
          var length = reader.gamma();
          if (!wanted) {
            reader.seek(reader.place() + length);
            return places;
          }
        }
        var withBlocks = !stopWords.has(forms[form]);
        var step = Math.max(1, Math.floor(Math.floor(size * 11 / 16) / (count + 1)));
        var pages = [];
        var found = [];
        var last = -1;
        var n;
        for (n = 0; n < count; n++) {
          last += 1 + (n < count - 1 ? reader.rice(step) : reader.even(size - 1 - last));
          pages.push(last);
        }
        for (n = 0; n < count; n++) found.push(signature());
        for (n = 0; n < count && (wanted || withBlocks); n++) {
          for (var i = 0; i < found[n].length; i += 2) {
            var field = found[n][i];
            var times = found[n][i + 1];
            if (wanted) places.push(new S.Place(groups[pages[n]], field, times, withBlocks ? reader.place() : -1, pages[n], blocksOf));
            if (withBlocks) readBlocks(pages[n], field, times, null);
          }
        }
        return places;
      }

      /** @param {number} page @param {number} field @param {number} times @param {number[] | null} into */
      function readBlocks(page, field, times, into) {
        var block = field > ALIAS ? firsts[page] : 0;
        var end = field > ALIAS ? ends[page] : firsts[page] - 1;
        while (times--) {
          block += reader.even(end - block);
          if (into) into.push(block);
        }
      }

      /** @param {Place} place */
      function blocksOf(place) {
        /** @type {number[]} */
        var blocks = [];
        if (place.at >= 0) {
          reader.seek(place.at);
          readBlocks(place.nth, place.field, place.times, blocks);
        }
        return blocks;
      }

      return function (first, count) {
        var known = Math.min(first, starts.length - 1);
        reader.seek(starts[known]);
        while (known < first) {
          placesOf(known++, false);
          starts[known] = reader.place();
        }
        /** @type {Place[][]} */
        var all = [];
        for (var i = 0; i < count; i++) all.push(placesOf(first + i, true));
        return all;
      };
    };
  };

  /**
   * Where a form stands on a page: in a field, so many times. Few places are ever asked for their
   * blocks; they are read then.
   * @param {number} page  its group @param {number} field @param {number} times
   * @param {number} at  of the bits of its blocks; -1 for none
   * @param {number} nth  of the pages of the language
   * @param {(place: Place) => number[]} blocksOf
   */
  S.Place = function (page, field, times, at, nth, blocksOf) {
    this.page = page;
    this.field = field;
    this.times = times;
    this.at = at;
    this.nth = nth;
    this.blocksOf = blocksOf;
  };
  Object.defineProperty(S.Place.prototype, "blocks", { get: function () { return this.blocksOf(this); } });
})();
