/** Reading packed numbers and bits; `playbook.search.packing` and `.coding` draw the formats. */
(function () {
  var BASE = 45;
  var DIRECT = 24;
  var WORD = 12;
  /** Codes up to this length are looked up at once. */
  var PEEK = 8;
  /** Digits of packed numbers, by character. */
  var digits = new Int8Array(128);
  /** Six bits a character, by character. */
  var sixes = new Int8Array(128);
  var i = 0;
  for (var code = 0x21; code < 0x7f; code++) {
    if ('"\\<`'.indexOf(String.fromCharCode(code)) < 0) digits[code] = i++;
  }
  for (i = 0; i < 64; i++) {
    sixes["ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charCodeAt(i)] = i;
  }

  /**
   * @param {string} text
   * @returns {number[]}
   */
  S.unpackNumbers = function (text) {
    var numbers = [];
    var value = 0;
    var scale = 1;
    for (var i = 0; i < text.length; i++) {
      var digit = digits[text.charCodeAt(i)];
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
   * A prefix code: symbols by rising length, how many codes there are of each length.
   * @param {string} text
   * @returns {Code}
   */
  S.readCode = function (text) {
    var numbers = S.unpackNumbers(text);
    var order = numbers.slice(numbers[0] + 1);
    return { order: order.length ? order : null, counts: numbers.slice(1, numbers[0] + 1), table: null };
  };

  /**
   * Symbol * 16 + length of every code that begins a run of PEEK bits; 0 for longer ones.
   * @param {Code} code
   */
  function tableOf(code) {
    var table = new Int32Array(1 << PEEK);
    var at = 0;
    var index = 0;
    code.counts.slice(0, PEEK).forEach(function (count, i) {
      var run = 1 << (PEEK - 1 - i);
      while (count--) {
        table.fill((code.order ? code.order[index] : index) * 16 + i + 1, at, (at += run));
        index++;
      }
    });
    return table;
  }

  /** Reads codes from the beginning of a text to its end. @param {string} text */
  S.Reader = function (text) {
    var at = 0;
    var buffer = 0;
    var left = 0;

    /** Have at least so many bits, 12 at most; behind the end stand some zeros. @param {number} length */
    function fill(length) {
      if (left >= length) return;
      if (at > text.length + 2) throw new Error("A file of the search is incomplete.");
      // Behind the end stands NaN, whose digit is undefined, which is no bits.
      var word = (sixes[text.charCodeAt(at)] << 12) | (sixes[text.charCodeAt(at + 1)] << 6) | sixes[text.charCodeAt(at + 2)];
      buffer = ((buffer & ((1 << left) - 1)) << 18) | word;
      at += 3;
      left += 18;
    }

    /** @param {number} length @returns {number} */
    function number(length) {
      if (length > WORD) {
        var high = number(length - WORD);
        return high * (1 << WORD) + number(WORD);
      }
      fill(length);
      left -= length;
      return (buffer >> left) & ((1 << length) - 1);
    }

    /** @param {Code} code */
    function symbol(code) {
      if (left < PEEK) fill(PEEK);
      var known = (code.table || (code.table = tableOf(code)))[(buffer >> (left - PEEK)) & ((1 << PEEK) - 1)];
      if (known) {
        left -= known & 15;
        return known >> 4;
      }
      var value = 0;
      var first = 0;
      var index = 0;
      for (var i = 0; i < code.counts.length; i++) {
        value = value * 2 + number(1);
        var count = code.counts[i];
        if (value - first < count) {
          index += value - first;
          return code.order ? code.order[index] : index;
        }
        index += count;
        first = (first + count) * 2;
      }
      throw new Error("A file of the search is incomplete.");
    }

    /** How many bits of one kind stand here; the one that ends them is passed. @param {number} bit */
    function run(bit) {
      var length = 0;
      for (;;) {
        fill(1);
        var other = (bit ? ~buffer : buffer) & ((1 << left) - 1);
        if (other) {
          var kept = 31 - Math.clz32(other);
          length += left - kept - 1;
          left = kept;
          return length;
        }
        length += left;
        left = 0;
      }
    }

    /** @param {number} size */
    function even(size) {
      if (size < 2) return 0;
      var length = 32 - Math.clz32(size - 1);
      var short = (1 << length) - size;
      var value = number(length - 1);
      return value < short ? value : value * 2 + number(1) - short;
    }

    this.number = number;
    this.symbol = symbol;
    this.even = even;

    /** @param {Code} code */
    this.counted = function (code) {
      var value = symbol(code);
      if (value < DIRECT) return value;
      value -= DIRECT;
      return Math.pow(2, value) + number(value) - 1 + DIRECT;
    };

    this.gamma = function () {
      var length = run(0);
      return Math.pow(2, length) + number(length) - 1;
    };

    /** @param {number} step */
    this.rice = function (step) {
      return run(1) * step + even(step);
    };

    /** The number of the next bit. */
    this.place = function () {
      return at * 6 - left;
    };

    /** Go on from a bit. @param {number} place */
    this.seek = function (place) {
      at = Math.floor(place / 6);
      left = 0;
      number(place % 6);
    };
  };
})();
