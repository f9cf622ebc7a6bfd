/** Reading packed numbers and bits; `playbook.search.packing` and `.coding` draw the formats. */
(function () {
  var BASE = 45;
  var DIRECT = 24;
  /** Digits of packed numbers, by character. */
  var digits = new Int8Array(128);
  /** Of the pairs of characters that hold 13 bits. */
  var halves = new Int8Array(128);
  var found = 0;
  for (var code = 0x20; code < 0x7f; code++) {
    if ('"\\<`'.indexOf(String.fromCharCode(code)) >= 0) continue;
    halves[code] = found++;
    digits[code] = found - 2;
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
    return { order: order.length ? order : null, counts: numbers.slice(1, numbers[0] + 1) };
  };

  /** Reads codes from the beginning of a text to its end. @param {string} text */
  S.Reader = function (text) {
    var at = 0;
    var word = 0;
    var left = 0;

    function bit() {
      if (!left) {
        if (at >= text.length) throw new Error("A file of the search is incomplete.");
        word = halves[text.charCodeAt(at)] * 91 + halves[text.charCodeAt(at + 1)];
        at += 2;
        left = 13;
      }
      return (word >> --left) & 1;
    }

    /** @param {number} length */
    function number(length) {
      var value = 0;
      while (length-- > 0) value = value * 2 + bit();
      return value;
    }

    /** @param {Code} code */
    function symbol(code) {
      var counts = code.counts;
      var value = 0;
      var first = 0;
      var index = 0;
      for (var i = 0; i < counts.length; i++) {
        value = value * 2 + bit();
        var count = counts[i];
        if (value - first < count) {
          index += value - first;
          return code.order ? code.order[index] : index;
        }
        index += count;
        first = (first + count) * 2;
      }
      throw new Error("A file of the search is incomplete.");
    }

    /** @param {number} size */
    function even(size) {
      if (size < 2) return 0;
      var length = 32 - Math.clz32(size - 1);
      var short = Math.pow(2, length) - size;
      var value = number(length - 1);
      return value < short ? value : value * 2 + bit() - short;
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
      var length = 0;
      while (!bit()) length++;
      return Math.pow(2, length) + number(length) - 1;
    };

    /** @param {number} step */
    this.rice = function (step) {
      var whole = 0;
      while (bit()) whole++;
      return whole * step + even(step);
    };
  };
})();
