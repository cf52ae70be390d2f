// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/views.h"

#include <qcustomplot.h>

#include <QJsonObject>
#include <QTest>
#include <algorithm>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/figure/file.h"
#include "widgets/scene/edits.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"

using namespace widgets;

namespace {

/// For every view that has options another value of each of them.
const QMap<QString, QVariantMap> &otherOptions() {
    static const QMap<QString, QVariantMap> options{
        {"narration", {{"shown", false}, {"more", true}}},
        {"timeline", {{"speed", 2.0}}},
        {"unrolled", {{"leastWeight", 0.2}, {"joined", true}}},
        {"heatmap",
         {{"words", false},
          {"posterior", true},
          {"colors", "viridis"},
          {"targetFromBottom", true},
          {"sourceFromRight", true},
          {"entropy", true},
          {"coverage", true},
          {"effects", true},
          {"difference", true},
          {"colorBar", false}}},
        {"scores", {{"temperature", 2.5}}},
        {"states", {{"quantity", "update"}, {"order", "activity"}, {"layer", "backward"}}},
        {"word-choice", {{"stepsShown", true}}},
        {"embeddings", {{"side", "target"}}},
        {"beam", {{"width", 3.0}, {"lengthPenalty", 1.0}, {"pruned", false}}},
        {"picture", {{"light", false}, {"grid", true}}},
        {"inspector", {{"expanded", QStringList{"contextUnit", "weight"}}}},
    };
    return options;
}

QImage painted(View &view) {
    const Figure figure = view.figure(QStringLiteral("A figure"));
    QImage image(figure.size, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QCPPainter painter(&image);
    figure.paint(painter);
    painter.end();
    return image;
}

/// A scene with so many stars.
std::string sceneOf(int shapes) {
    model::scenes::Scene scene;
    for (int i = 0; i < shapes; ++i)
        scene = withShape(scene, model::scenes::Form::star);
    return model::scenes::toJson(scene);
}

bool hasOneColor(const QImage &image) {
    QImage plain(image.size(), image.format());
    plain.fill(image.pixel(0, 0));
    return image == plain;
}

}  // namespace

/// Each view of the list by itself: in no window.
class ViewsTest : public QObject {
    Q_OBJECT

  private:
    static void addViews() {
        QTest::addColumn<QString>("name");
        for (const QString &name : viewNames())
            QTest::addRow("%s", qPrintable(name)) << name;
    }

  private slots:
    void eachHasANameAndATitleOfItsOwn() {
        QStringList titles;
        for (const ViewKind &kind : views()) {
            QVERIFY(viewNamed(kind.name) == &kind);
            QVERIFY(!kind.title().isEmpty());
            titles.append(kind.title());
        }
        QCOMPARE(titles.removeDuplicates(), 0);
        QVERIFY(!viewNamed("no such view"));
    }

    void optionsComeBackByTheirNames_data() { addViews(); }
    void optionsComeBackByTheirNames() {
        QFETCH(QString, name);
        const ViewKind &kind = *viewNamed(name);
        const QVariantMap other = otherOptions()[name];
        QCOMPARE(other.keys(), kind.usualOptions.keys());
        for (const QString &option : other.keys())
            QVERIFY2(other[option] != kind.usualOptions[option], qPrintable(option));
        Viewpoint viewpoint;
        const auto view = kind.make(&viewpoint);
        QCOMPARE(view->storedOptions(), kind.usualOptions);
        int changes = 0;
        view->onOptionsChanged(&view->widget(), [&changes] { ++changes; });
        view->restoreOptions(other);
        QCOMPARE(view->storedOptions(), other);
        QCOMPARE(changes, other.isEmpty() ? 0 : 1);
        view->restoreOptions(other);
        QCOMPARE(changes, other.isEmpty() ? 0 : 1);
        const QJsonObject json = QJsonObject::fromVariantMap(other);
        QCOMPARE(kind.make(&viewpoint, json.toVariantMap())->storedOptions(), other);
        view->restoreOptions({});
        QCOMPARE(view->storedOptions(), kind.usualOptions);
    }

    void thePictureIsListedWhereThereIsOne() {
        QVERIFY(viewNames().contains(pictureView().name));
        const auto listed = [](const std::shared_ptr<const model::Trace> &trace) {
            return std::ranges::count(viewsOf(trace.get()), &pictureView());
        };
        QCOMPARE(listed(nullptr), 0);
        QCOMPARE(listed(support::tinyTrace("chat")), 0);
        QCOMPARE(listed(support::tinyTrace(sceneOf(1), "tiny_caption")), 1);
        QCOMPARE(viewsOf(nullptr).size(), views().size());
    }

    void questionsAreOptions() {
        for (const ViewKind &kind : views())
            for (const QString &question : kind.questions)
                QVERIFY2(kind.usualOptions.contains(question), qPrintable(question));
    }

    void eachCanBeMadeBeforeThereIsATranslation_data() { addViews(); }
    void eachCanBeMadeBeforeThereIsATranslation() {
        QFETCH(QString, name);
        Viewpoint viewpoint;
        const auto view = viewNamed(name)->make(&viewpoint, otherOptions()[name]);
        showOffScreen(*view);
        QVERIFY(view->settled());
        QCOMPARE(view->storedOptions(), otherOptions()[name]);
        QVERIFY2(!view->message().isEmpty() || name == "timeline", "else there is a figure");
    }

    void eachIsAFigureOfATranslation_data() { addViews(); }
    void eachIsAFigureOfATranslation() {
        QFETCH(QString, name);
        const bool sees = name == pictureView().name;
        const auto other =
            sees ? support::tinyTrace(sceneOf(1), "tiny_caption") : support::tinyTrace("chat");
        Viewpoint viewpoint;
        const Deriver deriver(&viewpoint);
        viewpoint.setTrace(sees ? support::tinyTrace(sceneOf(3), "tiny_caption")
                                : support::tinyTrace("le chat dort"));
        const auto view = viewNamed(name)->make(&viewpoint);
        showOffScreen(*view, QSize(700, 500));
        QVERIFY(view->settled());
        QCOMPARE(view->message(), QString());
        QCOMPARE(view->widget().size(), QSize(700, 500));
        const QImage image = painted(*view);
        QVERIFY(!hasOneColor(image));
        QCOMPARE(view->figure("A figure").title, QString("A figure"));
        viewpoint.setTrace(other);
        if (name != "timeline")
            QVERIFY2(painted(*view) != image, "it shows the sentence");
    }
};

REGISTER_QT_TEST(ViewsTest)
#include "views/views_test.moc"
