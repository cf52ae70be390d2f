// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/trace_file/arrays.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace model {
namespace {

/// Gathers arrays under names, and leaves out empty ones.
class Gatherer {
  public:
    void add(std::string name, std::vector<std::size_t> shape, decltype(Array::values) values) {
        arrays_.push_back({std::move(name), std::move(shape), std::move(values)});
    }
    void add(std::string name, const Matrix &matrix) {
        if (matrix.size() > 0) {
            add(std::move(name), {sizeOf(matrix.rows()), sizeOf(matrix.cols())},
                Array::Floats(matrix.data(), matrix.data() + matrix.size()));
        }
    }
    /// One row per cell of a square, row after row: [n, n, C].
    void addSquare(std::string name, const Matrix &cells) {
        const auto side = std::lround(std::sqrt(static_cast<double>(cells.rows())));
        add(std::move(name), {sizeOf(side), sizeOf(side), sizeOf(cells.cols())},
            Array::Floats(cells.data(), cells.data() + cells.size()));
    }
    void add(std::string name, const Row &row) {
        add(std::move(name), {sizeOf(row.size())},
            Array::Floats(row.data(), row.data() + row.size()));
    }
    void add(const std::string &name, const GruTrace &cells) {
        add(name + ".reset", cells.reset);
        add(name + ".update", cells.update);
        add(name + ".candidate", cells.candidate);
        add(name + ".state", cells.state);
    }
    /// One row per step, of what `part` takes from it.
    template <class Part>
    void addSteps(std::string name, const Trace &trace, Part &&part) {
        Matrix all;
        for (int i = 0; i < trace.targetLength(); ++i) {
            const auto row = part(trace.step(i));
            all.conservativeResize(i + 1, row.cols());
            all.row(i) = row.row(0);
        }
        add(std::move(name), all);
    }
    /// One value per position or step.
    template <class Values, class Get>
    void addEach(std::string name, int count, Get &&get) {
        Values values;
        for (int i = 0; i < count; ++i) {
            values.push_back(get(i));
        }
        const std::size_t size = values.size();
        add(std::move(name), {size}, std::move(values));
    }
    std::vector<Array> take() { return std::move(arrays_); }

  private:
    static std::size_t sizeOf(Eigen::Index size) { return static_cast<std::size_t>(size); }

    std::vector<Array> arrays_;
};

void addSource(Gatherer &arrays, const Trace &trace) {
    const Source &source = trace.source;
    arrays.addEach<Array::Texts>("source.labels", source.length(),
                                 [&](int j) { return source.label(j); });
    arrays.addEach<Array::Whole>("source.tokens", source.length(),
                                 [&](int j) { return source.token(j); });
    if (source.picture() != nullptr) {
        arrays.addSquare("picture", source.picture()->pixels);
    }
    arrays.add("source.embeddings", trace.encoder->embeddings);
    for (std::size_t layer = 0; layer < trace.encoder->features.size(); ++layer) {
        arrays.addSquare("encoder.convolution." + std::to_string(layer + 1),
                         trace.encoder->features[layer]);
    }
    for (const EncoderPass &pass : trace.encoder->passes) {
        const bool forward = pass.direction == Direction::leftToRight;
        arrays.add(forward ? "encoder.forward" : "encoder.backward", pass.cells);
    }
    arrays.add("annotations", trace.encoder->annotations);
    arrays.add("keys", trace.encoder->keys);
    arrays.add("decoder.initial", trace.encoder->initial);
}

void addDecoder(Gatherer &arrays, const Trace &trace) {
    const int length = trace.targetLength();
    arrays.addEach<Array::Whole>("decoder.previous_tokens", length,
                                 [&](int i) { return trace.step(i).previousId; });
    arrays.addSteps("decoder.previous_embeddings", trace,
                    [](const StepTrace &step) -> const Row & { return step.previousEmbedding; });
    arrays.addSteps("queries", trace,
                    [](const StepTrace &step) -> const Row & { return step.query; });
    arrays.addSteps("scores", trace,
                    [](const StepTrace &step) -> const Row & { return step.scores; });
    arrays.addSteps("weights", trace,
                    [](const StepTrace &step) -> const Row & { return step.weights; });
    arrays.addSteps("contexts", trace,
                    [](const StepTrace &step) -> const Row & { return step.context; });
    for (const auto &[name, part] : {std::pair("decoder.reset", &GruTrace::reset),
                                     std::pair("decoder.update", &GruTrace::update),
                                     std::pair("decoder.candidate", &GruTrace::candidate),
                                     std::pair("decoder.state", &GruTrace::state)}) {
        arrays.addSteps(name, trace, [part = part](const StepTrace &step) -> const Matrix & {
            return step.cell.*part;
        });
    }
    arrays.addSteps("readouts", trace,
                    [](const StepTrace &step) -> const Row & { return step.readout; });
    arrays.addEach<Array::Floats>("entropies", length,
                                  [&](int i) { return trace.step(i).entropy; });
}

void addWords(Gatherer &arrays, const Trace &trace) {
    const int length = trace.targetLength();
    std::size_t count = 0;
    for (const auto &step : trace.steps) {
        count = std::max(count, step->candidates.size());
    }
    Array::Whole tokens;
    Array::Floats probabilities;
    for (const auto &step : trace.steps) {
        for (const Candidate &candidate : step->candidates) {
            tokens.push_back(candidate.id);
            probabilities.push_back(candidate.logProbability);
        }
    }
    const std::vector<std::size_t> shape{trace.steps.size(), count};
    arrays.add("candidates.tokens", shape, std::move(tokens));
    arrays.add("candidates.log_probabilities", shape, std::move(probabilities));
    arrays.addEach<Array::Texts>("target.labels", length, [&](int i) {
        return displayText(trace.target[static_cast<std::size_t>(i)]);
    });
    arrays.addEach<Array::Whole>("target.tokens", length,
                                 [&](int i) { return trace.chosen(i).id; });
    arrays.addEach<Array::Floats>("target.log_probabilities", length,
                                  [&](int i) { return trace.chosen(i).logProbability; });
}

}  // namespace

std::vector<Array> arraysOf(const Trace &trace) {
    Gatherer arrays;
    addSource(arrays, trace);
    addDecoder(arrays, trace);
    addWords(arrays, trace);
    return arrays.take();
}

}  // namespace model
