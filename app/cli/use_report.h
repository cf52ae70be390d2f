// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "app/cli/test_set.h"

// What the reports on summaries and on replies have in common.
namespace cli {

/// What people wrote for each source: the first of its references.
std::vector<std::string> peoplesTexts(const TestSet &set);

/// The mean number of words of a text.
double meanWords(std::span<const std::string> texts);

/// What a model writes for each source; "" where it cannot, which is told, with the `kind` of the
/// source ("turn"), and counted in `untranslated`. `look` may look at each trace, in no order.
std::vector<std::string> textsOf(
    const std::shared_ptr<const model::Model> &model, const TestSet &set,
    const model::SearchOptions &search, int threads, const std::string &kind, int &untranslated,
    const std::function<void(std::size_t, const model::Trace &)> &look = {});

/// A name with as many blanks after it as make it so wide, in characters of one byte.
std::string padded(const std::string &name, std::size_t width);

}  // namespace cli
