// SPDX-License-Identifier: GPL-3.0-or-later
// The main views, drawn without a display and compared with stored pictures.
#include <memory>
#include <utility>
#include <vector>

#include "model/scenes/scene.h"
#include "tests/pictures/stored_picture.h"
#include "tests/pictures/surroundings.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"
#include "widgets/scene/edits.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

using namespace widgets;

namespace {

/// A view at a moment, with something selected.
struct Shown {
    // (As an aggregate, g++ 12 takes the list below for uninitialized.)
    Shown(const char *picture, const char *kind, const QSize &extent, const Moment &at,
          Selection marked = {}, QVariantMap chosen = {})
        : name(picture),
          view(kind),
          size(extent),
          moment(at),
          selection(std::move(marked)),
          options(std::move(chosen)) {}

    const char *name;
    const char *view;
    QSize size;
    Moment moment;
    Selection selection;
    QVariantMap options;
};

/// Few words, all different, and few units: small pictures that have everything.
std::shared_ptr<const model::Trace> smallTrace() {
    return support::syntheticTrace(4, 4, 1347, support::smallConfiguration());
}

/// What a small model of captions says of a scene.
std::shared_ptr<const model::Trace> captionTrace() {
    return support::tinyTrace(model::scenes::toJson(exampleScene()), "tiny_caption");
}

const std::vector<Shown> &pictured() {
    constexpr Extent extent{5, 5};  // the small trace's
    const Moment end = lastMoment(extent);
    const Moment third = endOfStep(2, extent);
    const Moment weighed{Stage::softmax, 2, 1};
    const Moment middle{Stage::context, 2, 0.5};
    static const std::vector<Shown> list{
        {"unrolled_reading", "unrolled", {560, 440}, {Stage::embed, 2, 0.6}},
        {"unrolled_middle", "unrolled", {560, 380}, middle},
        {"unrolled_end", "unrolled", {560, 440}, end},
        {"heatmap",
         "heatmap",
         {350, 250},
         third,
         {.source = 1, .step = 2},
         {{"entropy", true}, {"coverage", true}}},
        {"scores", "scores", {380, 240}, weighed, {.source = 2}},
        {"scores_what_if", "scores", {380, 180}, weighed, {}, {{"temperature", 2}}},
        {"word_choice", "word-choice", {340, 250}, third, {}, {{"stepsShown", true}}},
        {"states",
         "states",
         {480, 340},
         third,
         {.source = 2, .strip = Vector::forwardState, .unit = 6}},
        {"context_middle", "context", {480, 240}, middle, {.source = 1}},
        {"context_end", "context", {480, 240}, end},
        {"embeddings", "embeddings", {480, 220}, end, {.source = 1}},
        {"inspector", "inspector", {370, 180}, end, {.source = 2, .step = 2}},
        {"beam", "beam", {480, 240}, end},
        {"effects", "effects", {400, 260}, third},
        {"comparison", "comparison", {520, 300}, third, {.source = 1}},
        {"narration", "narration", {560, 44}, weighed, {}, {{"more", true}}},
        {"timeline", "timeline", {680, 76}, middle},
        {"picture", "picture", {300, 340}, {Stage::softmax, 0, 1}, {.source = 27}},
    };
    return list;
}

/// The name under which a view's picture is stored.
QString pictureName(const Shown &shown, bool dark, int scale) {
    return QStringLiteral("%1-%2-%3x")
        .arg(QLatin1String(shown.name), dark ? QStringLiteral("dark") : QStringLiteral("light"))
        .arg(scale);
}

}  // namespace

class ViewsPicturesTest : public QObject {
    Q_OBJECT

  private slots:
    void theScaleIsTheOneAskedFor();
    void viewsLookAsStored_data();
    void viewsLookAsStored();
    void everyStoredPictureIsCompared();
    void everyViewHasAPicture();
};

void ViewsPicturesTest::theScaleIsTheOneAskedFor() {
    QCOMPARE(qApp->devicePixelRatio(), qEnvironmentVariable("QT_SCALE_FACTOR", "1").toDouble());
}

void ViewsPicturesTest::viewsLookAsStored_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<bool>("dark");
    for (std::size_t i = 0; i < pictured().size(); ++i)
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", pictured()[i].name, dark ? "dark" : "light")
                << static_cast<int>(i) << dark;
}

void ViewsPicturesTest::viewsLookAsStored() {
    QFETCH(const int, view);
    QFETCH(const bool, dark);
    const Shown &shown = pictured()[static_cast<std::size_t>(view)];
    QApplication::setPalette((dark ? Theme::darkTheme() : Theme::light()).palette());
    Viewpoint viewpoint;
    const Deriver deriver(&viewpoint);
    viewpoint.setTrace(shown.view == pictureView().name ? captionTrace() : smallTrace());
    if (QLatin1String(shown.name) == QLatin1String("comparison") ||
        shown.options.contains("difference"))
        viewpoint.setReference(
            support::ofSource(smallTrace()->source,
                              *support::syntheticTrace(4, 4, 1348, support::smallConfiguration())),
            "Reference");
    viewpoint.setMoment(shown.moment);
    viewpoint.setSelected(shown.selection);
    const auto made = viewNamed(QLatin1String(shown.view))->make(&viewpoint, shown.options);
    showOffScreen(*made, shown.size);  // it gets no focus, and no pointer is over it
    QWidget *widget = &made->widget();
    QCOMPARE(widget->size(), shown.size);
    const QImage picture = widget->grab().toImage();
    const int scale = qRound(picture.devicePixelRatio());
    const QString why = pictures::mismatch(picture, pictureName(shown, dark, scale), scale);
    QVERIFY2(why.isEmpty(), qPrintable(why));
}

void ViewsPicturesTest::everyStoredPictureIsCompared() {
    QStringList names;
    for (const Shown &shown : pictured())
        for (const bool dark : {false, true})
            for (const int scale : {1, 2})
                names.append(pictureName(shown, dark, scale));
    for (const QString &stored : pictures::storedPictures())
        QVERIFY2(names.contains(stored), qPrintable(stored));
}

void ViewsPicturesTest::everyViewHasAPicture() {
    QStringList without = viewNames();
    for (const Shown &shown : pictured())
        without.removeAll(QLatin1String(shown.view));
    QCOMPARE(without, QStringList());
}

REGISTER_QT_TEST(ViewsPicturesTest)
#include "views_pictures_test.moc"
