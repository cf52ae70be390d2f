// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/use_report.h"

#include <algorithm>

#include "app/cli/complain.h"
#include "model/evaluation/translate_all.h"
#include "model/text/runs.h"

namespace cli {

std::vector<std::string> peoplesTexts(const TestSet &set) {
    std::vector<std::string> texts;
    for (const model::evaluation::References &references : set.references) {
        texts.push_back(references.front());
    }
    return texts;
}

double meanWords(std::span<const std::string> texts) {
    double mean = 0;
    for (const std::string &text : texts) {
        mean +=
            static_cast<double>(model::wordRuns(text).size()) / static_cast<double>(texts.size());
    }
    return mean;
}

std::vector<std::string> textsOf(
    const std::shared_ptr<const model::Model> &model, const TestSet &set,
    const model::SearchOptions &search, int threads, const std::string &kind, int &untranslated,
    const std::function<void(std::size_t, const model::Trace &)> &look) {
    std::vector<std::string> texts;
    for (const model::evaluation::Rendering &each :
         model::evaluation::translateEach(model, set.sources, search, threads, {}, look)) {
        texts.push_back(each.text);
        if (!each.problem.empty()) {
            ++untranslated;
            complain(set.file + ", " + kind + " " + std::to_string(texts.size()) + ": " +
                     each.problem);
        }
    }
    return texts;
}

std::string padded(const std::string &name, std::size_t width) {
    return name + std::string(width - std::min(width, name.size()), ' ');
}

}  // namespace cli
