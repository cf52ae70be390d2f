// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/numerics/random.h"
#include "model/training/batch.h"

// Tasks that a small model learns within a minute or two, letter by letter. Their pairs are
// invented, as many as are wanted, and come with their alignment, or are the user's own.
namespace model::training {

/// A pair of a task. The positions of the links are letters: code points of the texts.
struct TaskPair {
    std::string source;
    std::string target;
    /// Sorted. Every letter of the target has one link or more; none where nothing is known.
    std::vector<PieceLink> links;
};

/// What a model is to learn.
struct Task {
    std::string name;     ///< "numbers"
    std::string about;    ///< what it is, as the end of a sentence
    std::string example;  ///< a source text
    /// As in the metadata of a model: "source_language", "target_language".
    std::string sourceLanguage, targetLanguage;
    /// Every letter that occurs; a blank is one, too.
    std::string sourceLetters, targetLetters;
    /// How long what is drawn can be, in digits or letters: by default, and within which limits.
    /// All 0 where nothing can be chosen.
    struct Longest {
        int usual = 0, least = 0, most = 0;
    } longest;
    /// Makes a pair. The same for the same numbers of `random`, with any compiler. May be called by
    /// several threads at once.
    std::function<TaskPair(Random &random, int longest)> draw;
    bool isAligned = true;  ///< its pairs have links
};

/// Those whose pairs are invented.
std::span<const Task> tasks();

/// The task of that name; null where there is none.
const Task *taskNamed(std::string_view name);

/// The number of code points.
int letterCount(std::string_view text);

/// Letters [first, end) of a text.
struct LetterSpan {
    int first = 0;
    int end = 0;
};

/// A text that is put together part by part, with the place of each in letters.
class LetterText {
  public:
    LetterSpan append(std::string_view part);
    const std::string &text() const { return text_; }
    int length() const { return length_; }

  private:
    std::string text_;
    int length_ = 0;
};

/// Links a letter of the target with all letters of a span.
void link(int target, LetterSpan source, std::vector<PieceLink> &links);

}  // namespace model::training
