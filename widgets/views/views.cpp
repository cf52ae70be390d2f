// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/views.h"

#include <QCoreApplication>
#include <QWidget>
#include <algorithm>

#include "widgets/beam/panel.h"
#include "widgets/comparison/panel.h"
#include "widgets/context/panel.h"
#include "widgets/effects/panel.h"
#include "widgets/embeddings/panel.h"
#include "widgets/heatmap/panel.h"
#include "widgets/inspector/panel.h"
#include "widgets/narration/view.h"
#include "widgets/scene/panel.h"
#include "widgets/scores/panel.h"
#include "widgets/states/panel.h"
#include "widgets/text/language.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"
#include "widgets/word_choice/panel.h"

namespace widgets {
namespace {

template <class Made>
ViewKind kind(const char *name, Place place, const QStringList &questions = {}) {
    QVariantMap options;
    if constexpr (requires { typename Made::Options; })
        options = storedOptions(typename Made::Options());
    return {.name = QString::fromLatin1(name),
            .place = place,
            .usualOptions = options,
            .questions = questions,
            .title = &Made::title,
            .construct = [](Viewpoint *viewpoint, QWidget *parent) -> std::unique_ptr<View> {
                return std::make_unique<Made>(viewpoint, parent);
            }};
}

}  // namespace

const std::vector<ViewKind> &views() {
    static const std::vector<ViewKind> list{
        kind<NarrationView>("narration", Place::below),
        kind<TimelineView>("timeline", Place::below),
        kind<UnrolledView>("unrolled", Place::centre),
        kind<HeatmapPanel>("heatmap", Place::upperDocks, {QStringLiteral("effects")}),
        kind<ScoresPanel>("scores", Place::middleDocks, {QStringLiteral("temperature")}),
        kind<StatesPanel>("states", Place::middleDocks),
        kind<ContextPanel>("context", Place::middleDocks),
        kind<WordChoicePanel>("word-choice", Place::lowerDocks),
        kind<EmbeddingsPanel>("embeddings", Place::middleDocks),
        kind<ComparisonPanel>("comparison", Place::middleDocks),
        kind<InspectorPanel>("inspector", Place::lowerDocks),
        kind<EffectsPanel>("effects", Place::lowerDocks),
        kind<BeamPanel>("beam", Place::lowerDocks),
    };
    return list;
}

const ViewKind &pictureView() {
    static const ViewKind made = kind<ScenePanel>("picture", Place::middleDocks);
    return made;
}

std::vector<const ViewKind *> viewsOf(const model::Trace *trace) {
    std::vector<const ViewKind *> kinds;
    if (trace && trace->source.picture())
        kinds.push_back(&pictureView());
    for (const ViewKind &kind : views())
        kinds.push_back(&kind);
    return kinds;
}

const ViewKind *viewNamed(const QString &name) {
    if (name == pictureView().name)
        return &pictureView();
    const auto found = std::ranges::find(views(), name, &ViewKind::name);
    return found == views().end() ? nullptr : &*found;
}

QStringList viewNames() {
    QStringList names;
    for (const ViewKind &kind : views())
        names.append(kind.name);
    names.append(pictureView().name);
    return names;
}

std::unique_ptr<View> ViewKind::make(Viewpoint *viewpoint, const QVariantMap &options,
                                     QWidget *parent) const {
    std::unique_ptr<View> view = construct(viewpoint, parent);
    QWidget &widget = view->widget();
    // (The timeline's track has the name.)
    if (place != Place::below)
        inEveryLanguage(widget, [&widget, title = title] { widget.setAccessibleName(title()); });
    view->restoreOptions(options);
    return view;
}

void showOffScreen(View &view, const QSize &size) {
    QWidget &widget = view.widget();
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.ensurePolished();
    const QSize liked = widget.sizeHint().expandedTo(widget.minimumSizeHint());
    widget.resize(size.width() > 0 ? size.width() : liked.width(),
                  size.height() > 0 ? size.height() : liked.height());
    widget.show();
    while (!view.settled())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::sendPostedEvents();
}

}  // namespace widgets
