// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/moment.h"

#include <algorithm>
#include <cmath>

#include "model/decoding/trace.h"

namespace widgets {
namespace {

/// Where the stage begins on the axis of position().
int startOf(Stage stage, int index, const Extent &extent) {
    const int number = static_cast<int>(stage);
    if (stage < Stage::score)
        return number * extent.source + index;
    return readingStages(extent) * extent.source + wordStages(extent) * index + number -
           static_cast<int>(firstStage(extent));
}

bool exists(Stage stage, int index, const Extent &extent) {
    const int number = static_cast<int>(stage);
    const bool lacking =
        stage < Stage::score ? number >= readingStages(extent) : stage < firstStage(extent);
    if (lacking)
        return false;
    return index >= 0 && index < (stage < Stage::score ? extent.source : extent.steps);
}

}  // namespace

Extent extentOf(const model::Trace &trace) {
    Extent extent{trace.sourceLength(), trace.targetLength(), trace.hasAttention()};
    if (trace.encoder)
        extent.passes = static_cast<int>(trace.encoder->passes.size());
    return extent;
}

int momentCount(const Extent &extent) {
    return readingStages(extent) * extent.source + wordStages(extent) * extent.steps;
}

double position(const Moment &moment, const Extent &extent) {
    const int count = moment.reading() ? extent.source : extent.steps;
    if (count <= 0)
        return readingStages(extent) * extent.source;
    const int index = std::clamp(moment.index, 0, count - 1);
    if (!exists(moment.stage, index, extent))
        return moment.reading() ? readingStages(extent) * extent.source
                                : startOf(firstStage(extent), index, extent);
    return startOf(moment.stage, index, extent) + std::clamp(moment.fraction, 0.0, 1.0);
}

Moment momentAt(double position, const Extent &extent) {
    const int count = momentCount(extent);
    if (count == 0 || std::isnan(position))
        return {};
    const double clamped = std::clamp(position, 0.0, static_cast<double>(count));
    // A whole position is the end of what came before it, so that the picture shows what has just
    // been computed; only the very beginning has nothing before it.
    const int stage = std::max(static_cast<int>(std::ceil(clamped)) - 1, 0);
    const double fraction = clamped - stage;
    const int read = readingStages(extent) * extent.source;
    if (stage < read)
        return {static_cast<Stage>(stage / extent.source), stage % extent.source, fraction};
    const int stages = wordStages(extent);
    const int number = static_cast<int>(firstStage(extent)) + (stage - read) % stages;
    return {static_cast<Stage>(number), (stage - read) / stages, fraction};
}

Moment lastMoment(const Extent &extent) {
    return momentAt(momentCount(extent), extent);
}

Moment endOfStep(int step, const Extent &extent) {
    if (extent.steps <= 0)
        return endOfReading(extent);
    return {Stage::word, std::clamp(step, 0, extent.steps - 1), 1.0};
}

Moment beginningOfStep(int step, const Extent &extent) {
    return {firstStage(extent), step, 0};
}

Moment endOfReading(const Extent &extent) {
    return momentAt(readingStages(extent) * extent.source, extent);
}

Moment nextStage(const Moment &moment, const Extent &extent) {
    return momentAt(std::floor(position(moment, extent)) + 1, extent);
}

Moment previousStage(const Moment &moment, const Extent &extent) {
    return momentAt(std::ceil(position(moment, extent)) - 1, extent);
}

Moment nextWord(const Moment &moment, const Extent &extent) {
    const double now = position(moment, extent);
    const int read = readingStages(extent) * extent.source;
    if (now < read)
        return endOfReading(extent);
    const int stages = wordStages(extent);
    return momentAt(read + stages * (std::floor((now - read) / stages) + 1), extent);
}

Moment previousWord(const Moment &moment, const Extent &extent) {
    const double now = position(moment, extent);
    const int read = readingStages(extent) * extent.source;
    if (now <= read)
        return momentAt(0, extent);
    const int stages = wordStages(extent);
    return momentAt(read + stages * (std::ceil((now - read) / stages) - 1), extent);
}

double progress(const Moment &moment, const Extent &extent, Stage stage, int index) {
    if (extent.passes == 0 && stage == Stage::forward)
        stage = Stage::embed;  // a cell of a picture has its annotation at once
    if (!exists(stage, index, extent))
        return 0;
    return std::clamp(position(moment, extent) - startOf(stage, index, extent), 0.0, 1.0);
}

}  // namespace widgets
