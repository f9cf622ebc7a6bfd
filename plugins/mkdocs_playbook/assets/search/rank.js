/**
 * Ranking in whole numbers: the same method and constants as `playbook.search.score`, where
 * they are explained.
 */
(function () {
  var HEADING = 8, PLAIN = 4, ITEM = 4;
  var WEIGHTS = [8, 8, HEADING, PLAIN];
  var K = 12, B = 60, MOST_TIMES = 6, MOST_NAMED = 40, SCALE = 1024, NORM = 16;
  var STOP_WORD = 3, TOGETHER = 6, NEIGHBOUR = 2, NAMED = 2, ALIAS = 1;
  var EXACT = 3, ITEM_EXACT = 10, ITEM_WORDS = 3, STOPS_ASIDE = 2;
  var SURE = 16, DOUBTED = 4, SURE_TYPO = 6, FIT = 64, ENDING = 48, STANDING = 8;
  var EVEN = 1 << 16, MOST_FAVOUR = 1 << 24, UNHEARD = 4;

  /** @param {number} field */
  function weight(field) {
    return field < WEIGHTS.length ? WEIGHTS[field] : field % 2 ? ITEM : HEADING;
  }

  /** @param {number} a @param {number} b */
  function divide(a, b) {
    return Math.floor(a / b);
  }

  /** @param {number} pages @param {number} holding */
  function rarity(pages, holding) {
    var ratio = divide((pages + 1) * 256, Math.max(1, holding));
    var power = 31 - Math.clz32(ratio);
    var whole = Math.pow(2, power);
    return 16 * (power - 8) + divide((ratio - whole) * 16, whole) + 4;
  }

  /**
   * What fields and times are worth: all of them, and how often the page's names have the word.
   * @param {number[]} numbers  field and times, and so on
   * @returns {Signature}
   */
  S.signature = function (numbers) {
    var worth = 0;
    var named = 0;
    var isNamed = false;
    for (var i = 0; i < numbers.length; i += 2) {
      var isAlias = numbers[i] === ALIAS;
      worth += weight(numbers[i]) * Math.min(numbers[i + 1], isAlias ? MOST_NAMED : MOST_TIMES);
      if (isAlias) named += numbers[i + 1];
      if (numbers[i] <= ALIAS) isNamed = true;
    }
    return { numbers: numbers, worth: worth, named: named, isNamed: isNamed };
  };

  /**
   * The best hits, in order.
   * @param {any} index @param {Word[]} words @param {string | null} facet @param {number} limit
   * @returns {Hit[]}
   */
  S.rank = function (index, words, facet, limit) {
    /** @type {Map<number, Hit>} */
    var hits = new Map();
    /** @type {Hit[]} */
    var list = [];
    var plainWords = words.some(function (word) { return word.readings.length > 0 && !word.stop; });
    var total = 0;
    words.forEach(function (word, i) {
      var worth = 0;
      var founds = word.readings.map(function (reading) { return pagesOf(index, reading, word.text); });
      word.readings.forEach(function (reading, n) {
        var rare = rarity(index.lexicon(reading.lang).pages, holding(word, founds, n));
        if (word.stop && plainWords) rare = Math.max(1, divide(rare, STOP_WORD));
        worth = Math.max(worth, rare * reading.quality);
        founds[n].forEach(function (entry, page) {
          entry.value = divide(rare * entry.value * reading.quality, 16);
          entry.rarity = rare * reading.quality;
          var hit = hits.get(page);
          if (!hit) {
            hits.set(page, (hit = { group: page, score: 0, favour: EVEN, size: 0, found: [] }));
            list.push(hit);
          }
          var other = hit.found[i];
          var better = other && other.value >= entry.value ? other : entry;
          if (!other) hit.size++;
          else if (other.exact || entry.exact) {
            better.form = other.exact >= entry.exact ? other.form : entry.form;
            better.exact = Math.max(other.exact, entry.exact);
          }
          hit.found[i] = better;
        });
      });
      total += worth;
    });
    total = Math.max(1, total);
    words.forEach(function (word, i) { favour(index, word, i, list); });
    if (facet !== null) list = list.filter(function (hit) { return hasFacet(index, hit, facet); });
    return best(list, words, total, limit);
  };

  /**
   * Favour pages that a word names more often than it names others, by naive Bayes.
   * @param {any} index @param {Word} word @param {number} i  its number @param {Hit[]} list
   */
  function favour(index, word, i, list) {
    var pages = word.readings.reduce(function (most, r) { return Math.max(most, index.lexicon(r.lang).pages); }, 0);
    var sum = 0;
    list.forEach(function (hit) { sum += timesNamed(hit.found[i]); });
    if (sum) list.forEach(function (hit) {
      var odds = hit.favour * (pages * (timesNamed(hit.found[i]) + UNHEARD) + sum);
      hit.favour = Math.min(MOST_FAVOUR, divide(odds, 2 * sum + pages * UNHEARD));
    });
  }

  /** How often a page's names have the word, in sixteenths by how sure the reading is. @param {Found | undefined} entry */
  function timesNamed(entry) {
    return entry ? entry.named * entry.reading.quality : 0;
  }

  /**
   * The best of all hits. Where words stand together is looked up only of those that may be
   * among them: first by what each is worth at most.
   * @param {Hit[]} list @param {Word[]} words @param {number} total @param {number} limit
   */
  function best(list, words, total, limit) {
    list.forEach(function (hit) { hit.score = score(hit, words, total, nearest(hit)); });
    list.sort(inOrder);
    /** @type {Hit[]} */
    var found = [];
    for (var i = 0; i < list.length; i++) {
      var last = found[limit - 1];
      if (last && last.score > list[i].score) break;
      if (list[i].size > 1) list[i].score = score(list[i], words, total, passage(list[i]));
      found.push(list[i]);
      found.sort(inOrder);
      found.length = Math.min(found.length, limit);
    }
    return found;
  }

  /** @param {Hit} a @param {Hit} b */
  function inOrder(a, b) {
    return b.score - a.score || a.group - b.group;
  }

  /**
   * How many pages hold what a reading takes a word for: any word of its meaning; and no fewer
   * than hold its likeliest reading, or a far-fetched one would be the most telling; a
   * misspelling owes nothing to what it looks like.
   * @param {Word} word @param {Map<number, Found>[]} founds  by reading @param {number} at
   */
  function holding(word, founds, at) {
    var reading = word.readings[at];
    var likeliest = 0;
    word.readings.forEach(function (other, n) { if (other.quality > word.readings[likeliest].quality) likeliest = n; });
    var size = founds[at].size;
    if (reading.shared) {
      /** @type {Set<number>} */
      var pages = new Set(founds[at].keys());
      word.readings.forEach(function (other, n) {
        if (other.shared && other.lang === reading.lang) founds[n].forEach(function (_, page) { pages.add(page); });
      });
      size = pages.size;
    }
    return reading.how !== "typo" && word.readings[likeliest].lang === reading.lang ? Math.max(size, founds[likeliest].size) : size;
  }

  /** How surely a form a reading means is the word typed, of 16. @param {Reading} reading */
  function sureness(reading) {
    return reading.how === "typo" && reading.quality < SURE_TYPO ? DOUBTED : SURE;
  }

  /**
   * How well a form fits the word typed, of FIT: by the beginning they share.
   * @param {Reading} reading @param {string} typed @param {string} form
   */
  function fitOf(reading, typed, form) {
    var most = reading.how === "exact" ? STANDING : reading.how === "form" || reading.how === "marks" || reading.how === "typo" ? ENDING : 0;
    var near = reading.meant[0] || typed;
    var same = 0;
    while (same < near.length && near[same] === form[same]) same++;
    return FIT - most + divide(most * same, Math.max(near.length, form.length));
  }

  /** @param {any} index @param {Reading} reading @param {string} typed */
  function pagesOf(index, reading, typed) {
    /** @type {Map<number, Found>} */
    var found = new Map();
    var norms = index.lexicon(reading.lang).norms;
    var postings = reading.key.postings;
    reading.key.forms.forEach(function (form, i) {
      var exact = reading.meant.indexOf(form) < 0 ? 0 : sureness(reading);
      var fit = exact ? FIT : fitOf(reading, typed, form);
      postings[i].forEach(function (posting) {
        var entry = found.get(posting.page);
        if (!entry) {
          entry = { value: 0, rarity: 0, exact: exact, fit: fit, reading: reading, form: form, worth: 0, named: 0, isNamed: false, postings: [] };
          found.set(posting.page, entry);
        }
        if (exact && !entry.exact) {
          entry.exact = exact;
          entry.form = form;
        }
        if (fit > entry.fit) entry.fit = fit;
        entry.worth += posting.signature.worth;
        entry.named += posting.signature.named;
        entry.isNamed = entry.isNamed || posting.signature.isNamed;
        entry.postings.push(posting);
      });
    });
    found.forEach(function (entry, page) {
      var sum = entry.worth * 100 * NORM;
      var soft = K * ((100 - B) * NORM + B * norms[page]);
      entry.value = divide(divide(SCALE * sum, sum + soft) * entry.fit, FIT);
    });
    return found;
  }

  /**
   * @param {Hit} hit @param {Word[]} words @param {number} total
   * @param {number} together  what its words are worth by standing close together
   */
  function score(hit, words, total, together) {
    var base = 0;
    var matched = 0;
    var holdsAll = true;
    var sure = SURE;
    var most = words.length > ITEM_WORDS ? EXACT : ITEM_EXACT;
    for (var i = 0; i < words.length; i++) {
      var entry = hit.found[i];
      var exact = 0;
      if (entry) {
        base += entry.value;
        matched += entry.rarity;
        exact = entry.exact;
      }
      if (!words[i].stop) {
        holdsAll = holdsAll && Boolean(entry);
        sure = divide(sure * exact, SURE);
      } else if (!exact) {
        most = STOPS_ASIDE;
      }
    }
    var sum = divide(base * matched, total);
    if (hit.size > 1) sum += divide(base * TOGETHER * together, 8 * total);
    if (holdsAll) sum += divide(sum, 2);
    return divide((sum + divide(sum * (most - 1) * sure, SURE)) * hit.favour, EVEN);
  }

  /** What `passage` is at most. @param {Hit} hit */
  function nearest(hit) {
    var most = 0;
    hit.found.forEach(function (entry) {
      if (entry) most += entry.isNamed ? NAMED * entry.rarity : entry.rarity;
    });
    return most;
  }

  /**
   * All blocks where words of the query stand on a page, with what was found and the word's number.
   * @param {Hit} hit @param {(entry: Found, i: number, place: Place, block: number) => void} met
   */
  function eachBlock(hit, met) {
    hit.found.forEach(function (entry, i) {
      if (entry) entry.postings.forEach(function (posting) {
        posting.placesOf(posting).forEach(function (place) {
          place.blocks.forEach(function (block) { met(entry, i, place, block); });
        });
      });
    });
  }

  /** Worth of the block where most words stand close together. @param {Hit} hit */
  function passage(hit) {
    /** @type {Map<number, Map<number, number>>} */
    var blocks = new Map();
    eachBlock(hit, function (entry, i, place, block) {
      var plain = place.field > ALIAS ? entry.rarity : NAMED * entry.rarity;
      for (var step = -1; step <= 1; step++) {
        var worth = step ? divide(plain, NEIGHBOUR) : plain;
        var here = blocks.get(block + step);
        if (!here) blocks.set(block + step, (here = new Map()));
        if (worth > (here.get(i) || 0)) here.set(i, worth);
      }
    });
    var best = 0;
    blocks.forEach(function (here) {
      var sum = 0;
      here.forEach(function (worth) { sum += worth; });
      best = Math.max(best, sum);
    });
    return best;
  }

  /** @param {any} index @param {Hit} hit @param {string} facet */
  function hasFacet(index, hit, facet) {
    var code = index.manifest.facets.indexOf(facet);
    return hit.found.some(function (entry) {
      return entry && entry.postings.some(function (posting) {
        return posting.signature.numbers.some(function (field, i) { return !(i % 2) && field > ALIAS && (field - 2) >> 1 === code; });
      });
    });
  }

  /**
   * Sections that hold words of the query, the best first; -1 is the page as a whole.
   * @param {Hit} hit @param {any[][]} sections  rows of the page @param {number | null} facet  its code
   * @returns {{worth: number, number: number}[]}
   */
  S.sections = function (hit, sections, facet) {
    /** @type {Map<number, Map<number, number>>} */
    var worth = new Map();
    eachBlock(hit, function (entry, i, place, block) {
      var number = -1;
      if (place.field > ALIAS) sections.forEach(function (s, n) { if (s[3] <= block) number = n; });
      var here = worth.get(number);
      if (!here) worth.set(number, (here = new Map()));
      var value = entry.rarity * (weight(place.field) + 2 * Math.min(place.times, 3));
      if (value > (here.get(i) || 0)) here.set(i, value);
    });
    var whole = worth.get(-1) || new Map();
    worth.delete(-1);
    /** @param {Map<number, number>} values */
    function sum(values) {
      return Array.from(values.values()).reduce(function (a, b) { return a + b; }, 0);
    }
    var ranked = Array.from(worth.entries()).filter(function (entry) {
      return facet === null || sections[entry[0]][2] === facet;
    }).map(function (entry) { return { worth: sum(entry[1]), number: entry[0] }; });
    ranked.sort(function (a, b) { return b.worth - a.worth || a.number - b.number; });
    var inWhole = Array.from(worth.values()).every(function (values) {
      return Array.from(values.keys()).every(function (i) { return whole.has(i); });
    });
    if (facet === null && (!ranked.length || inWhole)) ranked.unshift({ worth: sum(whole), number: -1 });
    return ranked;
  };
})();
