// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/places.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "app/export/moment_name.h"
#include "widgets/viewpoint/vectors.h"

namespace app {
namespace {

using widgets::Moment;
using widgets::Selection;
using widgets::Stage;
using widgets::Vector;

/// The step, of those that gave a word, for which `measure` is largest; 0 where there is none.
int best(const model::Trace &trace, const std::function<double(int step)> &measure) {
    int found = 0;
    double most = 0;
    for (int i = 0; i < trace.targetLength(); ++i) {
        if (trace.chosen(i).id == model::special::end)
            continue;
        const double value = measure(i);
        if (i == 0 || value > most) {
            most = value;
            found = i;
        }
    }
    return found;
}

double largestWeight(const model::Trace &trace, int step) {
    return static_cast<double>(trace.step(step).weights.maxCoeff());
}

/// How far to the left of the attention of the step before that of a step lies.
double jumpBack(const model::Trace &trace, int step) {
    return step == 0 ? 0
                     : widgets::mostAttended(trace, step - 1) - widgets::mostAttended(trace, step);
}

std::optional<Stage> stageNamed(const QString &name) {
    const qsizetype stage = stageNames().indexOf(name);
    return stage < 0 ? std::nullopt : std::optional(static_cast<Stage>(stage));
}

}  // namespace

std::optional<int> stepNamed(const QString &name, const LessonKnowledge &known) {
    const auto &trace = known.trace;
    if (!trace || trace->steps.empty())
        return std::nullopt;
    const int last = trace->targetLength() - 1;
    bool isNumber = false;
    if (const int number = name.toInt(&isNumber); isNumber)
        return std::clamp(number, 0, last);
    if (name == QLatin1String("last"))
        return last;
    if (!trace->hasAttention())
        return 0;
    if (name == QLatin1String("sharpest"))
        return best(*trace, [&](int i) { return largestWeight(*trace, i); });
    if (name == QLatin1String("broadest"))
        return best(*trace, [&](int i) { return -largestWeight(*trace, i); });
    if (name == QLatin1String("crossing"))
        return best(*trace, [&](int i) { return jumpBack(*trace, i); });
    if (name != QLatin1String("disagreement"))
        return std::nullopt;
    // (The posterior is that of the translation without interventions.)
    if (!known.posterior || known.posterior->weights.rows() != trace->targetLength())
        return 0;
    return best(*trace, [&](int i) {
        return static_cast<double>(
            (known.posterior->weights.row(i) - trace->step(i).weights).cwiseAbs().sum());
    });
}

std::optional<int> stepOf(const LessonPage &page, const LessonKnowledge &known) {
    return stepNamed(page.step.isEmpty() ? QStringLiteral("0") : page.step, known);
}

std::optional<Moment> momentNamed(const QString &name, int step, const model::Trace &trace) {
    const widgets::Extent extent = widgets::extentOf(trace);
    if (name == QLatin1String("start"))
        return Moment{};
    if (name == QLatin1String("read"))
        return widgets::endOfReading(extent);
    if (name == QLatin1String("end"))
        return widgets::lastMoment(extent);
    if (name == QLatin1String("before"))
        return widgets::beginningOfStep(step, extent);
    const std::optional<Stage> stage = stageNamed(name.section(u' ', 0, 0));
    if (!stage)
        return std::nullopt;
    Moment moment{*stage, step, 1};
    if (moment.reading())
        moment.index = std::clamp(name.section(u' ', 1).toInt(), 0, extent.source - 1);
    // Through the axis, on which a stage that the model lacks is where it would be.
    return widgets::momentAt(widgets::position(moment, extent), extent);
}

std::optional<Selection> selectionNamed(const QString &name, int step, const model::Trace &trace) {
    Selection selection;
    const int top = widgets::mostAttended(trace, step);
    const auto strip = [&](Vector vector) {
        selection.strip = vector;
        (widgets::isSourceVector(vector) ? selection.source : selection.step) =
            widgets::isSourceVector(vector) ? 0 : step;
        return selection;
    };
    if (name == QLatin1String("none"))
        return selection;
    if (name == QLatin1String("context"))
        return strip(Vector::context);
    if (name == QLatin1String("state"))
        return strip(Vector::decoderState);
    if (name == QLatin1String("embedding"))
        return strip(Vector::embedding);
    if (name == QLatin1String("forward"))
        return strip(Vector::forwardState);
    if (name == QLatin1String("backward"))
        return strip(Vector::backwardState);
    if (name == QLatin1String("first"))
        selection.source = 0;
    else if (name == QLatin1String("top"))
        selection.source = top;
    else if (name == QLatin1String("row"))
        selection.step = step;
    else if (name == QLatin1String("cell")) {
        selection.source = top;
        selection.step = step;
    } else
        return std::nullopt;
    return selection;
}

}  // namespace app
