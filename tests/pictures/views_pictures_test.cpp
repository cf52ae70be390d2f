// SPDX-License-Identifier: GPL-3.0-or-later
// The main views, drawn without a display and compared with stored pictures.
#include <functional>
#include <memory>
#include <vector>

#include "tests/pictures/stored_picture.h"
#include "tests/pictures/surroundings.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/context/panel.h"
#include "widgets/drawing/theme.h"
#include "widgets/embeddings/map.h"
#include "widgets/embeddings/panel.h"
#include "widgets/heatmap/panel.h"
#include "widgets/inspector/panel.h"
#include "widgets/scores/panel.h"
#include "widgets/states/panel.h"
#include "widgets/timeline/view.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/word_choice/panel.h"

using namespace widgets;

namespace {

/// A view at a moment, with something selected.
struct View {
    const char *name;
    QSize size;
    Moment moment;
    Selection selection;
    std::function<std::unique_ptr<QWidget>(Viewpoint *)> make;
};

template <class Widget>
std::unique_ptr<QWidget> plain(Viewpoint *viewpoint) {
    return std::make_unique<Widget>(viewpoint);
}

std::unique_ptr<QWidget> heatmapWithMargins(Viewpoint *viewpoint) {
    auto view = std::make_unique<HeatmapPanel>(viewpoint);
    HeatmapOptions options;
    options.entropy = true;
    options.coverage = true;
    view->setOptions(options);
    return view;
}

std::unique_ptr<QWidget> scoresAtAnotherTemperature(Viewpoint *viewpoint) {
    auto view = std::make_unique<ScoresPanel>(viewpoint);
    view->setTemperature(2);
    return view;
}

std::unique_ptr<QWidget> wordChoiceWithSteps(Viewpoint *viewpoint) {
    auto view = std::make_unique<WordChoicePanel>(viewpoint);
    view->setStepsShown(true);
    return view;
}

/// Few words, all different, and few units: small pictures that have everything.
std::shared_ptr<const model::Trace> smallTrace() {
    return support::syntheticTrace(4, 4, 1347, support::smallConfiguration());
}

const std::vector<View> &views() {
    constexpr Extent extent{5, 5};  // the small trace's
    const Moment end = lastMoment(extent);
    const Moment third = endOfStep(2, extent);
    const Moment weighed{Stage::softmax, 2, 1};
    const Moment middle{Stage::context, 2, 0.5};
    static const std::vector<View> list{
        {"unrolled_middle", {560, 380}, middle, {}, plain<UnrolledView>},
        {"unrolled_end", {560, 440}, end, {}, plain<UnrolledView>},
        {"heatmap", {350, 250}, third, {.source = 1, .step = 2}, heatmapWithMargins},
        {"scores", {380, 180}, weighed, {.source = 2}, plain<ScoresPanel>},
        {"scores_what_if", {380, 180}, weighed, {}, scoresAtAnotherTemperature},
        {"word_choice", {340, 250}, third, {}, wordChoiceWithSteps},
        {"states",
         {480, 340},
         third,
         {.source = 2, .strip = Vector::forwardState, .unit = 6},
         plain<StatesPanel>},
        {"context_middle", {480, 240}, middle, {.source = 1}, plain<ContextPanel>},
        {"context_end", {480, 240}, end, {}, plain<ContextPanel>},
        {"embeddings", {480, 220}, end, {.source = 1}, plain<EmbeddingsPanel>},
        {"inspector", {370, 180}, end, {.source = 2, .step = 2}, plain<InspectorPanel>},
        {"timeline", {680, 76}, middle, {}, plain<TimelineView>},
    };
    return list;
}

/// The name under which a view's picture is stored.
QString pictureName(const View &view, bool dark, int scale) {
    return QStringLiteral("%1-%2-%3x")
        .arg(QLatin1String(view.name), dark ? QStringLiteral("dark") : QStringLiteral("light"))
        .arg(scale);
}

/// Nothing is being computed or waits to be shown.
bool settled(const QWidget &widget) {
    const auto *map = widget.findChild<EmbeddingMap *>();
    return map == nullptr || !map->axisTitle(0).isEmpty();
}

}  // namespace

class ViewsPicturesTest : public QObject {
    Q_OBJECT

  private slots:
    void theScaleIsTheOneAskedFor();
    void viewsLookAsStored_data();
    void viewsLookAsStored();
    void everyStoredPictureIsCompared();
};

void ViewsPicturesTest::theScaleIsTheOneAskedFor() {
    QCOMPARE(qApp->devicePixelRatio(), qEnvironmentVariable("QT_SCALE_FACTOR", "1").toDouble());
}

void ViewsPicturesTest::viewsLookAsStored_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<bool>("dark");
    for (std::size_t i = 0; i < views().size(); ++i)
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", views()[i].name, dark ? "dark" : "light")
                << static_cast<int>(i) << dark;
}

void ViewsPicturesTest::viewsLookAsStored() {
    QFETCH(const int, view);
    QFETCH(const bool, dark);
    const View &shown = views()[static_cast<std::size_t>(view)];
    QApplication::setPalette((dark ? Theme::darkTheme() : Theme::light()).palette());
    Viewpoint viewpoint;
    viewpoint.setTrace(smallTrace());
    viewpoint.setMoment(shown.moment);
    viewpoint.setSelected(shown.selection);
    const std::unique_ptr<QWidget> widget = shown.make(&viewpoint);
    widget->resize(shown.size);
    // Shown, but no window: it gets no focus, and no pointer is over it.
    widget->setAttribute(Qt::WA_DontShowOnScreen);
    widget->show();
    QTRY_VERIFY(settled(*widget));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(widget->size(), shown.size);
    const QImage picture = widget->grab().toImage();
    const int scale = qRound(picture.devicePixelRatio());
    const QString why = pictures::mismatch(picture, pictureName(shown, dark, scale), scale);
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void ViewsPicturesTest::everyStoredPictureIsCompared() {
    QStringList names;
    for (const View &view : views())
        for (const bool dark : {false, true})
            for (const int scale : {1, 2})
                names.append(pictureName(view, dark, scale));
    for (const QString &stored : pictures::storedPictures())
        QVERIFY2(names.contains(stored), qPrintable(stored));
}

REGISTER_QT_TEST(ViewsPicturesTest)
#include "views_pictures_test.moc"
