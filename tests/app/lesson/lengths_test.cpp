// SPDX-License-Identifier: GPL-3.0-or-later
// The length laboratory in the window, with both models that are built in.
#include "app/lesson/length_panel.h"

#include <QAction>
#include <QDockWidget>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QSet>
#include <QTest>
#include <QUrl>

#include "model/evaluation/chrf.h"
#include "resources/built_in_models.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"

using app::LengthModel;

class LengthsTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    app::LengthPanel *panel() { return opened_.find<app::LengthPanel>("lengths"); }
    app::LengthMeasure &measure() { return *panel()->measure(); }
    void dropFile(const QString &file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(panel(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(panel(), &event);
    }
    QString write(const QString &name, const QByteArray &text) {
        QFile file(opened_.path(name));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write(text);
        return file.fileName();
    }
    int measured() {
        int count = 0;
        for (const auto &result : measure().results())
            count += result ? 1 : 0;
        return count;
    }

  private slots:
    void initTestCase() {
        opened_.useOwnSettings("attention-visualizer-lengths-test");
        opened_.open();
        opened_.window()->resize(1400, 900);
        opened_.translate("Le chat noir dort.");
        opened_.find<QDockWidget>("lengthsDock")->toggleViewAction()->trigger();
        QTRY_VERIFY(panel()->isVisible());
    }
    void init() { measure().takeGraded(); }
    void cleanupTestCase() { opened_.close(); }

    void thereAreGradedSentencesOfAllLengths() {
        const auto &sentences = app::gradedSentences();
        QVERIFY(sentences.size() >= 80);
        QCOMPARE(sentences.front().words, 3);
        QCOMPARE(sentences.back().words, 50);
        QSet<std::string> different;
        for (const app::GradedSentence &each : sentences) {
            different.insert(each.source);
            QCOMPARE(each.references.size(), 1U);
            QVERIFY(!each.references[0].empty());
        }
        QCOMPARE(different.size(), qsizetype(sentences.size()));
    }

    void measuringGoesOnWhereItWasStopped() {
        QTest::mouseClick(opened_.find<QWidget>("lengthsStart"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(measured() > 2, OpenedWindow::patience);
        QTest::mouseClick(opened_.find<QWidget>("lengthsCancel"), Qt::LeftButton);
        QVERIFY(!measure().running());
        const int stopped = measured();
        QVERIFY(stopped < int(measure().sentences().size()));
        QCoreApplication::processEvents();
        QCOMPARE(measured(), stopped);
        const auto first = measure().results()[0];
        QTest::mouseClick(opened_.find<QWidget>("lengthsStart"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(measured(), int(measure().sentences().size()),
                                  4 * OpenedWindow::patience);
        QCOMPARE(measure().results()[0]->translations, first->translations);
        QCOMPARE(measure().done(), 1.0);
        for (std::size_t i = 0; i < measure().sentences().size(); ++i)
            for (std::size_t m = 0; m < app::lengthModelCount; ++m) {
                const std::vector<std::string> text{
                    measure().results()[i]->translations[m].toStdString()};
                const std::vector<model::evaluation::References> references{
                    measure().sentences()[i].references};
                QCOMPARE(*measure().results()[i]->quality[m],
                         model::evaluation::chrf(text, references));
            }
        const auto means = app::meansByLength(measure().sentences(), measure().results());
        QCOMPARE(means.size(), 6U);
        int counted = 0;
        for (const app::LengthMean &mean : means)
            counted += mean.sentences;
        QCOMPARE(counted, int(measure().sentences().size()));
        // What chapter two says of long sentences.
        QVERIFY(means.back().quality[0] > means.back().quality[1] + 10);
    }

    void aPointLeadsIntoThePicture() {
        measure().start();
        QTRY_VERIFY_WITH_TIMEOUT(measured() > 8, OpenedWindow::patience);
        measure().cancel();
        app::LengthPlot *plot = panel()->plot();
        const app::LengthPlot::Point point{7, LengthModel::bottleneck};
        const QPoint place = plot->placeOf(point)->toPoint();
        QTest::mouseMove(plot, place);
        QTRY_VERIFY(plot->marked());
        QTest::mouseClick(plot, Qt::LeftButton, {}, place);
        const app::LengthPlot::Point marked = *plot->marked();
        const QString sentence =
            QString::fromStdString(measure().sentences()[size_t(marked.sentence)].source);
        QCOMPARE(opened_.edit()->text(), sentence);
        QTRY_COMPARE_WITH_TIMEOUT(
            opened_.session()->models()[size_t(opened_.session()->currentModel())].key,
            app::keyOf(marked.model), OpenedWindow::patience);
        // With the keys as well.
        plot->setFocus();
        QTest::keyClick(plot, Qt::Key_Right);
        QTest::keyClick(plot, Qt::Key_Down);
        QTest::keyClick(plot, Qt::Key_Return);
        QVERIFY(opened_.edit()->text() != sentence);
        QVERIFY(
            panel()->findChild<QLabel *>("lengthsText")->text().contains(opened_.edit()->text()));
        plot->setFocus();
        opened_.session()->selectModel(0);
    }

    void ownPairsAreMeasuredWhenTheyAreDropped() {
        dropFile(write("pairs.tsv",
                       "Le chat dort sur la chaise.\tThe cat sleeps on the chair.\n"
                       "Bonjour.\tHello.\tGood morning.\n"
                       "a bad line\n"));
        QTRY_COMPARE_WITH_TIMEOUT(measured(), 2, OpenedWindow::patience);
        QCOMPARE(measure().sentences().front().source, std::string("Bonjour."));
        QCOMPARE(measure().sentences().front().references.size(), 2U);
        QTRY_VERIFY(!measure().running());
        QTest::mouseClick(opened_.find<QWidget>("lengthsGraded"), Qt::LeftButton);
        QVERIFY(measure().sentences().size() >= 80);
        // Not the window's to open.
        QCOMPARE(opened_.session()->models().size(), resources::builtInModels().size());
    }

    void aFileWithoutPairsIsRefusedInASentence() {
        const std::size_t before = measure().sentences().size();
        dropFile(write("none.tsv", "no pair here\n"));
        const auto *text = panel()->findChild<QLabel *>("lengthsText");
        const QString usual = text->text();
        QTRY_VERIFY_WITH_TIMEOUT(text->text() != usual, OpenedWindow::patience);
        QVERIFY(text->text().contains("none.tsv"));
        QCOMPARE(measure().sentences().size(), before);
    }
};

REGISTER_QT_TEST(LengthsTest)
#include "lesson/lengths_test.moc"
