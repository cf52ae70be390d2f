#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out BLEU and chrF2 of a few translations from their definitions, independently of the C++
code, and writes tests/data/metrics.json. Plain Python; numbers are exact fractions until the last
logarithm.

BLEU: Papineni et al. (2002), "BLEU: a method for automatic evaluation of machine translation",
sections 2.1 to 2.3; tokenization of mteval-v13a.pl; smoothing method 3 of Chen & Cherry (2014), "A
systematic comparison of smoothing techniques for sentence-level BLEU", which sacreBLEU calls exp.
chrF: Popovic (2015), "chrF: character n-gram F-score for automatic MT evaluation", with beta = 2.

    /usr/bin/python3 tests/reference/metrics.py
"""
import json
import math
import pathlib
import re
from collections import Counter
from fractions import Fraction

DATA = pathlib.Path(__file__).resolve().parent.parent / "data"

CASES = {
    "plain": [
        ("The black cat is on the red chair.", ["The black cat sleeps on the red chair.",
                                                "The black cat is sleeping on the red chair."]),
        ("I do not know where he lives.", ["I don't know where he lives."]),
        ("How are you?", ["How are you?", "How do you do?", "How is it going?"]),
    ],
    "punctuation": [
        ("It cost 1,234.50 euros, -- or 3-4 \"pounds\" (they said)...",
         ["It costs 1,234.5 euros, or 3-4 \"pounds\", they said..."]),
        ("He wrote 'a&amp;b' at 10:30, didn't he?!",
         ["He wrote 'a & b' at 10:30, did he not?", "At 10:30 he wrote 'a&b', didn't he?!"]),
        ("...,. well-known e-mail: x@y.org/z_1 ~ 5.", ["... well-known e-mail: x@y.org/z_1 ~ 5."]),
    ],
    "accents": [
        ("The café — naïve, 50 €.", ["The café is naïve: 50 €.", "A cafe, naive, 50 euros."]),
        ("Où est l'œuf ? Là\u00a0!", ["Où est l'œuf ?\u00a0Là !"]),
    ],
    "short": [("Yes.", ["Yes, I do.", "Yes."]), ("No", ["No."]), ("", ["Nothing."])],
    "noFourGrams": [("He sleeps there now.", ["He is asleep now."]),
                    ("Come in, please.", ["Please, do come in."])],
    "nothingRight": [("a b c d e", ["v w x y z"])],
    "identical": [("The river flows under the old bridge.",) * 2,
                  ("It has been raining for three days.",) * 2],
    "repeated": [("the the the the the the the", ["the cat is on the mat",
                                                  "there is a cat on the mat"])],
    # Both references are as near in length: the shorter one counts.
    "equallyNear": [("He eats one red apple", ["He eats one red apple every day at noon",
                                               "He eats one red apple every day", "He eats one"])],
    "fourWordsNowhere": [("Come in.", ["Come in.", "Enter."])],
}


def tokens_13a(line):
    for entity, sign in (("&quot;", '"'), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">")):
        line = line.replace(entity, sign)
    line = " " + line + " "
    line = re.sub(r"([\{-\~\[-\` -\&\(-\+\:-\@\/])", r" \1 ", line)
    line = re.sub(r"([^0-9])([\.,])", r"\1 \2 ", line)
    line = re.sub(r"([\.,])([^0-9])", r" \1 \2", line)
    line = re.sub(r"([0-9])(-)", r"\1 \2 ", line)
    return line.split()


def grams(sequence, n):
    return Counter(tuple(sequence[i:i + n]) for i in range(len(sequence) - n + 1))


def bleu(pairs):
    hyp_length = ref_length = 0
    correct, total = [0] * 5, [0] * 5
    for hypothesis, references in pairs:
        hyp, refs = tokens_13a(hypothesis), [tokens_13a(r) for r in references]
        hyp_length += len(hyp)
        ref_length += min((abs(len(r) - len(hyp)), len(r)) for r in refs)[1]
        for n in range(1, 5):
            most = Counter()
            for r in refs:
                most |= grams(r, n)
            correct[n] += sum((grams(hyp, n) & most).values())
            total[n] += sum(grams(hyp, n).values())
    penalty = 1 if hyp_length >= ref_length else math.exp(1 - ref_length / hyp_length)
    if correct[1] == 0 or 0 in total[1:]:
        return dict(score=0, penalty=penalty, hypothesisLength=hyp_length, referenceLength=ref_length)
    precisions, halvings = [], 0
    for n in range(1, 5):
        halvings += correct[n] == 0
        value = Fraction(correct[n]) if correct[n] else Fraction(1, 2 ** halvings)
        precisions.append(100 * value / total[n])
    mean = math.exp(math.fsum(math.log(p) for p in precisions) / 4)
    return dict(score=penalty * mean, penalty=penalty, hypothesisLength=hyp_length,
                referenceLength=ref_length, precisions=[float(p) for p in precisions])


def f2(counts):
    """counts: for each order (in hypothesis, in reference, in both)."""
    used = [(Fraction(b, h), Fraction(b, r)) for h, r, b in counts if h and r]
    if not used or not any(b for _, _, b in counts):
        return Fraction(0)
    p = sum(x for x, _ in used) / len(used)
    r = sum(x for _, x in used) / len(used)
    return 100 * 5 * p * r / (4 * p + r)


def chrf(pairs):
    sums = [[0, 0, 0] for _ in range(6)]
    for hypothesis, references in pairs:
        hyp = "".join(hypothesis.split())
        choices = []
        for reference in references:
            ref = "".join(reference.split())
            counts = []
            for n in range(1, 7):
                h, r = grams(hyp, n), grams(ref, n)
                counts.append((sum(h.values()) if r else 0, sum(r.values()), sum((h & r).values())))
            choices.append(counts)
        best = max(choices, key=f2)  # the first of equals
        for s, c in zip(sums, best):
            for i in range(3):
                s[i] += c[i]
    return float(f2(sums))


def main():
    result = {}
    for name, pairs in CASES.items():
        pairs = [(h, [r] if isinstance(r, str) else r) for h, r in pairs]
        result[name] = dict(hypotheses=[h for h, _ in pairs], references=[r for _, r in pairs],
                            tokens=[tokens_13a(h) for h, _ in pairs], bleu=bleu(pairs),
                            chrf=chrf(pairs))
        print(f"{name}: BLEU {result[name]['bleu']['score']:.4f} chrF2 {result[name]['chrf']:.4f}")
    (DATA / "metrics.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
