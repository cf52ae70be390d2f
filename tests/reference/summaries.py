#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out ROUGE and the diversity of a few texts from their definitions, independently of the C++
code, and writes tests/data/summaries.json. Plain Python; numbers are exact fractions to the end.

ROUGE-N, ROUGE-L: Lin (2004), "ROUGE: a package for automatic evaluation of summaries", sections 2
and 3.1, as F1; the longest common subsequence by trying all subsequences of the shorter text.
distinct-n: Li, Galley, Brockett, Gao & Dolan (2016), section 5.4, scaled by the number of words.

    /usr/bin/python3 tests/reference/summaries.py
"""
import json
import pathlib
import unicodedata
from collections import Counter
from fractions import Fraction
from itertools import combinations

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"

CASES = {
    "same": [("Small tool for cutting bread", ["small tool for cutting bread"])],
    "partly": [
        ("the quick grey cat sleeps on the mat", ["a grey cat sleeps near the quick mat"]),
        ("library of old maps - data files", ["maps of old towns (data)"]),
    ],
    "reversed": [("one two three four", ["four three two one"])],
    "repeated": [("the the the the", ["the cat and the dog"])],
    "nothingInCommon": [("alpha beta", ["gamma delta"]), ("x", ["y"])],
    "empty": [("", ["something here"]), ("-- !", ["?"])],
    "several": [("reads and writes tables", ["table reader", "writes and reads tables",
                                             "reads big tables and writes small ones"])],
    "accents": [("Éditeur d'images, naïf; l'ŒUVRE n° 12-bis", ["éditeur naïf de l'œuvre 12 bis"])],
    "oneWord": [("editor", ["text editor"]), ("text editor", ["editor"])],
}

REPLIES = {
    "different": ["I like that film.", "So do I, very much.", "Which one?"],
    "alike": ["Yes.", "yes", "YES!", "No.", "I do not know", "I do not know."],
    "many": ["reply number %d" % (i * i % 37) for i in range(60)] + ["Really?"] * 5,
    "none": ["", "...", "?!"],
}


def words(text):
    found, word = [], ""
    for character in text.lower() + " ":
        if unicodedata.category(character)[0] in "LMN":
            word += character
        elif word:
            found.append(word)
            word = ""
    return found


def f1(both, mine, theirs):
    return Fraction(200 * both, mine + theirs) if mine + theirs else Fraction(0)


def of_grams(mine, theirs, n):
    def grams(sequence):
        return Counter(tuple(sequence[i:i + n]) for i in range(len(sequence) - n + 1))
    a, b = grams(mine), grams(theirs)
    return f1(sum((a & b).values()), sum(a.values()), sum(b.values()))


def is_subsequence(candidate, sequence):
    rest = iter(sequence)
    return all(word in rest for word in candidate)


def of_subsequence(mine, theirs):
    short, long = sorted((mine, theirs), key=len)
    for length in range(len(short), 0, -1):
        if any(is_subsequence(each, long) for each in combinations(short, length)):
            return f1(length, len(mine), len(theirs))
    return Fraction(0)


def rouge(pairs):
    sums = [Fraction(0)] * 3
    for summary, references in pairs:
        mine = words(summary)
        for i, measure in enumerate((lambda t: of_grams(mine, t, 1), lambda t: of_grams(mine, t, 2),
                                     lambda t: of_subsequence(mine, t))):
            sums[i] += max(measure(words(reference)) for reference in references)
    return [float(total / len(pairs)) for total in sums]


def diversity(replies):
    split = [words(reply) for reply in replies]
    total = sum(map(len, split))
    distinct = []
    for n in (1, 2):
        different = {tuple(s[i:i + n]) for s in split for i in range(len(s) - n + 1)}
        distinct.append(float(Fraction(len(different), total)) if total else 0)
    common = Counter(map(tuple, split)).most_common(10)
    return dict(distinct=distinct,
                commonest=float(Fraction(sum(n for _, n in common), len(replies))))


def main():
    result = dict(summaries={}, replies={})
    for name, pairs in CASES.items():
        result["summaries"][name] = dict(summaries=[s for s, _ in pairs],
                                         references=[r for _, r in pairs],
                                         words=[words(s) for s, _ in pairs], rouge=rouge(pairs))
        print(name, result["summaries"][name]["rouge"])
    for name, replies in REPLIES.items():
        result["replies"][name] = dict(replies=replies, **diversity(replies))
        print(name, diversity(replies))
    (DATA / "summaries.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
