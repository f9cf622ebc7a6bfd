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
   * The best hits, in order.
   * @param {any} index @param {Word[]} words @param {string | null} facet @param {number} limit
   * @returns {Hit[]}
   */
  S.rank = function (index, words, facet, limit) {
    /** @type {Map<number, Hit>} */
    var hits = new Map();
    var plainWords = words.some(function (word) { return word.readings.length > 0 && !word.stop; });
    var total = 0;
    words.forEach(function (word, i) {
      var worth = 0;
      var founds = word.readings.map(function (reading) { return pagesOf(index, reading, word.text); });
      word.readings.forEach(function (reading, n) {
        var found = founds[n];
        var rare = rarity(index.lexicon(reading.lang).pages, holding(word, founds, n));
        if (word.stop && plainWords) rare = Math.max(1, divide(rare, STOP_WORD));
        worth = Math.max(worth, rare * reading.quality);
        found.forEach(function (entry, page) {
          entry.value = divide(rare * entry.value * reading.quality, 16);
          entry.rarity = rare * reading.quality;
          var hit = hits.get(page);
          if (!hit) hits.set(page, (hit = { group: page, score: 0, favour: EVEN, found: new Map() }));
          var other = hit.found.get(i);
          var better = other && other.value >= entry.value ? other : entry;
          if (other && (other.exact || entry.exact)) {
            better.form = other.exact >= entry.exact ? other.form : entry.form;
            better.exact = Math.max(other.exact, entry.exact);
          }
          hit.found.set(i, better);
        });
      });
      total += worth;
    });
    total = Math.max(1, total);
    var list = Array.from(hits.values());
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
    var named = list.map(function (hit) { return timesNamed(hit.found.get(i)); });
    var sum = named.reduce(function (a, b) { return a + b; }, 0);
    if (sum) list.forEach(function (hit, n) {
      var odds = hit.favour * (pages * (named[n] + UNHEARD) + sum);
      hit.favour = Math.min(MOST_FAVOUR, divide(odds, 2 * sum + pages * UNHEARD));
    });
  }

  /** How often a page's names have the word, in sixteenths by how sure the reading is. @param {Found | undefined} entry */
  function timesNamed(entry) {
    var times = 0;
    if (entry) entry.places.forEach(function (place) { if (place.field === ALIAS) times += place.times * entry.reading.quality; });
    return times;
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
      if (list[i].found.size > 1) list[i].score = score(list[i], words, total, passage(list[i]));
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
    var lexicon = index.lexicon(reading.lang);
    var places = reading.key.places;
    reading.key.forms.forEach(function (form, i) {
      var exact = reading.meant.indexOf(form) < 0 ? 0 : sureness(reading);
      var fit = exact ? FIT : fitOf(reading, typed, form);
      places[i].forEach(function (place) {
        var entry = found.get(place.page);
        if (!entry) {
          entry = { value: 0, rarity: 0, exact: 0, fit: 0, reading: reading, form: form, places: [] };
          found.set(place.page, entry);
        }
        if (exact && !entry.exact) {
          entry.exact = exact;
          entry.form = form;
        }
        entry.fit = Math.max(entry.fit, fit);
        entry.places.push(place);
      });
    });
    found.forEach(function (entry, page) {
      var sum = 0;
      entry.places.forEach(function (place) { sum += weight(place.field) * Math.min(place.times, place.field === ALIAS ? MOST_NAMED : MOST_TIMES); });
      var soft = K * ((100 - B) * NORM + B * lexicon.norms[page]);
      entry.value = divide(divide(SCALE * sum * 100 * NORM, sum * 100 * NORM + soft) * entry.fit, FIT);
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
    hit.found.forEach(function (entry) {
      base += entry.value;
      matched += entry.rarity;
    });
    var sum = divide(base * matched, total);
    if (hit.found.size > 1) sum += divide(base * TOGETHER * together, 8 * total);
    if (words.every(function (word, i) { return word.stop || hit.found.has(i); })) sum += divide(sum, 2);
    var sure = SURE;
    var most = words.length > ITEM_WORDS ? EXACT : ITEM_EXACT;
    words.forEach(function (word, i) {
      var entry = hit.found.get(i);
      if (!word.stop) sure = divide(sure * (entry ? entry.exact : 0), SURE);
      else if (!entry || !entry.exact) most = STOPS_ASIDE;
    });
    return divide((sum + divide(sum * (most - 1) * sure, SURE)) * hit.favour, EVEN);
  }

  /** What `passage` is at most. @param {Hit} hit */
  function nearest(hit) {
    var most = 0;
    hit.found.forEach(function (entry) {
      most += entry.places.some(function (place) { return place.field <= ALIAS; }) ? NAMED * entry.rarity : entry.rarity;
    });
    return most;
  }

  /** Worth of the block where most words stand close together. @param {Hit} hit */
  function passage(hit) {
    /** @type {Map<number, Map<number, number>>} */
    var blocks = new Map();
    hit.found.forEach(function (entry, i) {
      entry.places.forEach(function (place) {
        place.blocks.forEach(function (block) {
          var plain = place.field > ALIAS ? entry.rarity : NAMED * entry.rarity;
          for (var step = -1; step <= 1; step++) {
            var worth = step ? divide(plain, NEIGHBOUR) : plain;
            var here = blocks.get(block + step);
            if (!here) blocks.set(block + step, (here = new Map()));
            if (worth > (here.get(i) || 0)) here.set(i, worth);
          }
        });
      });
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
    return Array.from(hit.found.values()).some(function (entry) {
      return entry.places.some(function (place) { return place.field > ALIAS && (place.field - 2) >> 1 === code; });
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
    hit.found.forEach(function (entry, i) {
      entry.places.forEach(function (place) {
        place.blocks.forEach(function (block) {
          var number = -1;
          if (place.field > ALIAS) sections.forEach(function (s, n) { if (s[3] <= block) number = n; });
          var here = worth.get(number);
          if (!here) worth.set(number, (here = new Map()));
          var value = entry.rarity * (weight(place.field) + 2 * Math.min(place.times, 3));
          if (value > (here.get(i) || 0)) here.set(i, value);
        });
      });
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
