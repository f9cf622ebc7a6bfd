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
    /** Letters behind a letter. @type {Map<string, Code>} */
    var codes = new Map();
    var chars = tables.letters.split("");
    /** The same, by the number of the letter before. @type {Code[]} */
    var behind = [];
    var usual = tables.endings.split(" ");
    var sizes = S.unpackNumbers(tables.sizes);
    var code = tables.tables.map(S.readCode);
    var shared = code[0], size = code[1], pages = code[2], ends = code[3];

    /** @param {string} before */
    function codeBehind(before) {
      var known = codes.get(before);
      if (!known) {
        known = /** @type {Code} */ (S.readCode(tables.codes[before] || tables.codes["?"]));
        codes.set(before, known);
      }
      return known;
    }

    return function (text) {
      var reader = new S.Reader(text);

      /** @param {string} word */
      function letters(word) {
        var code = codeBehind(word.slice(-1));
        for (;;) {
          var number = reader.symbol(code);
          if (!number) return word;
          word += chars[--number];
          code = behind[number] || (behind[number] = codeBehind(chars[number]));
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
   * The postings of a language's shards: for a text and its forms, those of some of them. What is
   * not asked for is passed over.
   * @param {any} directory
   * @param {number[]} norms
   * @param {Set<string>} stopWords  forms whose blocks are not kept
   * @returns {(text: string, forms: string[], counts: number[]) =>
   *   (first: number, count: number) => Posting[][]}
   */
  S.Postings = function (directory, norms, stopWords) {
    var code = S.readCode(directory.postings[0]);
    var usual = directory.postings[1].split(" ");
    /** Made when they are first met. @type {Signature[]} */
    var signatures = [];
    /** @type {number[]} */
    var groups = [];
    for (var group = 0; group < norms.length; group++) if (norms[group]) groups.push(group);
    var ends = S.unpackNumbers(directory.ends);
    var firsts = S.unpackNumbers(directory.firsts);
    var size = groups.length;

    return function (text, forms, counts) {
      var reader = new S.Reader(text);
      /** Where the bits of a form begin, as far as is known. */
      var starts = [0];

      /** @returns {Signature} */
      function signature() {
        var number = reader.symbol(code);
        var known = signatures[number];
        if (known) return known;
        var numbers = [];
        if (!usual[number]) {
          for (var n = 2 * (reader.gamma() + 1); n--;) numbers.push(reader.gamma());
          return S.signature(numbers);
        }
        for (var i = 0; i < usual[number].length; i++) numbers.push(usual[number].charCodeAt(i) - (i % 2 ? 64 : 65));
        return (signatures[number] = S.signature(numbers));
      }

      /**
       * The postings of the form that begins here; none where it is only passed over.
       * @param {number} form  its number @param {boolean} wanted
       */
      function postingsOf(form, wanted) {
        /** @type {Posting[]} */
        var found = [];
        var count = counts[form];
        if (count >= LONG) {
          var length = reader.gamma();
          if (!wanted) {
            reader.seek(reader.place() + length);
            return found;
          }
        }
        var withBlocks = !stopWords.has(forms[form]);
        var step = Math.max(1, Math.floor(Math.floor(size * 11 / 16) / (count + 1)));
        var pages = [];
        var signs = [];
        var last = -1;
        var n;
        for (n = 0; n < count; n++) {
          last += 1 + (n < count - 1 ? reader.rice(step) : reader.even(size - 1 - last));
          pages.push(last);
        }
        for (n = 0; n < count; n++) signs.push(signature());
        for (n = 0; n < count && (wanted || withBlocks); n++) {
          if (wanted) found.push(new S.Posting(groups[pages[n]], pages[n], signs[n], withBlocks ? reader.place() : -1, placesOf));
          if (withBlocks) readBlocks(pages[n], signs[n].numbers, null);
        }
        return found;
      }

      /** @param {number} page @param {number[]} numbers  of its signature @param {Place[] | null} into */
      function readBlocks(page, numbers, into) {
        for (var i = 0; i < numbers.length; i += 2) {
          var isText = numbers[i] > ALIAS;
          var block = isText ? firsts[page] : 0;
          var end = isText ? ends[page] : firsts[page] - 1;
          for (var times = numbers[i + 1]; times--;) {
            block += reader.even(end - block);
            if (into) into[i / 2].blocks.push(block);
          }
        }
      }

      /** @param {Posting} posting */
      function placesOf(posting) {
        var numbers = posting.signature.numbers;
        /** @type {Place[]} */
        var places = [];
        for (var i = 0; i < numbers.length; i += 2) places.push({ field: numbers[i], times: numbers[i + 1], blocks: [] });
        if (posting.at >= 0) {
          reader.seek(posting.at);
          readBlocks(posting.nth, numbers, places);
        }
        return places;
      }

      return function (first, count) {
        var known = Math.min(first, starts.length - 1);
        reader.seek(starts[known]);
        while (known < first) {
          postingsOf(known++, false);
          starts[known] = reader.place();
        }
        /** @type {Posting[][]} */
        var all = [];
        for (var i = 0; i < count; i++) all.push(postingsOf(first + i, true));
        return all;
      };
    };
  };

  /**
   * Where a form stands on a page. In which blocks is asked of few; it is read then.
   * @param {number} page  its group @param {number} nth  of the pages of the language
   * @param {Signature} signature
   * @param {number} at  of the bits of its blocks; -1 for none
   * @param {(posting: Posting) => Place[]} placesOf
   */
  S.Posting = function (page, nth, signature, at, placesOf) {
    this.page = page;
    this.nth = nth;
    this.signature = signature;
    this.at = at;
    this.placesOf = placesOf;
  };
})();
